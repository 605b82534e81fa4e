"""看不清: findings that rest on words read off a picture that may be read wrongly are kept apart and accuse nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation

from jixiao.model.audit import Unclear
from jixiao.model.document import Doubt
from jixiao.model.finding import Finding
from jixiao.model.place import Place
from jixiao.model.words import plain

_NUMBER = re.compile(r"\d[\d,，]*(?:\.\d+)?")
_MOST = 18  # digits: longer ones are codes, no figures
_Spot = tuple[str, int, int | None, int | None]


def parted(findings: tuple[Finding, ...], doubts: tuple[Doubt, ...]) -> tuple[tuple[Finding, ...], tuple[Unclear, ...]]:
    """The findings that rest on words read for sure, and the others with the doubtful words they rest on."""
    if not doubts:
        return findings, ()
    by_spot: dict[_Spot, list[Doubt]] = {}
    for doubt in doubts:
        by_spot.setdefault(_spot(doubt.place), []).append(doubt)
    sure, unclear = [], []
    for finding in findings:
        touched = tuple(
            doubt
            for place in finding.places
            for doubt in by_spot.get(_spot(place), ())
            if place.start < doubt.place.end and doubt.place.start < place.end
        )
        if touched:
            unclear.append(Unclear(finding, touched, any(_explains(finding, doubt) for doubt in touched)))
        else:
            sure.append(finding)
    return tuple(sure), tuple(unclear)


def _spot(place: Place) -> _Spot:
    return place.part, place.block, place.row, place.column


def _explains(finding: Finding, doubt: Doubt) -> bool:
    """Whether one other digit in the doubtful number would make the finding go away.

    The difference between what is right and what was found is then exactly what that digit is worth: in the figure that
    is accused, or in a part of the sum that it is held against.
    """
    right, found = _number(finding.expected), _number(finding.found)
    read = _number(doubt.place.quote)
    if right is None or found is None or read is None or right == found:
        return False
    return any(abs(other - read) == abs(right - found) for other in _one_digit_off(doubt.place.quote))


def _number(words: str | None) -> Decimal | None:
    """The only number in some words; None where there is none, or more than one."""
    numbers = _NUMBER.findall(plain(words or ""))
    if len(numbers) != 1 or len(numbers[0]) > _MOST:
        return None
    return _decimal(numbers[0])


def _decimal(digits: str) -> Decimal | None:
    try:
        return Decimal(digits.replace(",", "").replace("，", ""))
    except InvalidOperation:
        return None


def _one_digit_off(words: str) -> Iterator[Decimal]:
    digits = _NUMBER.findall(plain(words))[0]
    for at, char in enumerate(digits):
        for other in _others(char):
            changed = _decimal(digits[:at] + other + digits[at + 1 :])
            if changed is not None:
                yield changed


def _others(char: str) -> Iterable[str]:
    return (one for one in "0123456789" if one != char) if char.isdigit() else ()
