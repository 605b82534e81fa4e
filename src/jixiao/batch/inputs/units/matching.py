"""Matching (单位匹配): the one unit of the list that a name means, with the reason; none where it may be several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from jixiao.batch.inputs.stems import pieces
from jixiao.batch.inputs.units.spelling import Spelling, bare, spelled
from jixiao.batch.inputs.units.unit import Unit

_SAME, _REGION, _SHORT, _OPEN = 1.0, 0.95, 0.9, 0.85  # how sure; our own order of what is surer
_REASONS = {
    "same": ("名称一致", "the same name"),
    "region": ("只差地区的写法", "the same but for how the region is written"),
    "short": ("简称与全称相符", "a short form of the name"),
    "open": ("名称相符，一方没有写地区", "the same organ; one side names no region"),
    "several": ("可能是{units}，没有认定", "may be {units}; not decided"),
    "differ": ("文件名像是{a}，报告里写的是{b}，没有认定", "by its file name {a}, by its text {b}; not decided"),
    "unknown": ("名单里没有“{name}”", "no “{name}” in the list"),
    "unnamed": ("报告和文件名里都没有写单位", "neither the report nor its file names a unit"),
}


@dataclass(frozen=True, slots=True)
class Match:
    """``unit`` is a name of the list, or "" where none is sure; ``reason`` says why; ``candidates`` are those it may be."""

    unit: str = ""
    confidence: float = 0.0
    reason: str = ""
    reason_en: str = ""
    candidates: tuple[str, ...] = ()


def reason(code: str, **words: str) -> tuple[str, str]:
    """The sentence of a reason in both languages."""
    zh, en = _REASONS[code]
    return zh.format(**words), en.format(**words)


@dataclass
class Register:
    """The list of units (单位名单), in its order."""

    units: tuple[Unit, ...]
    _known: tuple[str, ...] = field(init=False, default=())
    _spelled: dict[str, Spelling] = field(init=False, default_factory=dict)
    _by_key: dict[str, list[Unit]] = field(init=False, default_factory=lambda: defaultdict(list))
    _by_name: dict[str, list[Unit]] = field(init=False, default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self._known = _regions(self.units)
        for unit in self.units:
            found = spelled(unit.name, self._known)
            self._spelled[unit.name] = found
            self._by_name[found.bare].append(unit)
            for key in found.keys:
                self._by_key[key].append(unit)

    def of_text(self, text: str) -> Match:
        """The unit that a name means, as a report prints it."""
        name = bare(text)
        if not name:
            return Match("", 0.0, *reason("unnamed"))
        if len(same := self._by_name.get(name, [])) == 1:
            return Match(same[0].name, _SAME, *reason("same"))
        mine = spelled(text, self._known)
        found = {unit.name: unit for key in mine.keys for unit in self._by_key.get(key, ())}
        rated = [(self._rated(mine, unit), unit) for unit in found.values()]
        return _best([(code, unit) for code, unit in rated if code]) or Match(
            "", 0.0, *reason("unknown", name=text.strip())
        )

    def of_name(self, name: str) -> Match:
        """The unit that a file or one of its folders is named after; the file's own name comes first."""
        last = Match("", 0.0, *reason("unnamed"))
        for part in reversed(PurePosixPath(name).parts):
            matches = [self.of_text(piece) for piece in pieces(part)]
            units = {match.unit for match in matches if match.unit}
            if len(units) == 1:
                return max((match for match in matches if match.unit), key=lambda match: match.confidence)
            if units or any(match.candidates for match in matches):
                told = sorted(units | {one for match in matches for one in match.candidates})
                return Match("", 0.0, *reason("several", units="、".join(told)), tuple(told))
        return last

    def settled(self, by_name: str, text: str) -> Match:
        """The unit of a report: what its file name gave away (a name of the list) and what the report itself prints agree."""
        named = self.of_text(by_name) if by_name else Match("", 0.0, *reason("unnamed"))
        told = self.of_text(text)
        if named.unit and told.unit and named.unit != told.unit:
            return Match("", 0.0, *reason("differ", a=named.unit, b=told.unit), (named.unit, told.unit))
        if named.unit and not told.unit and named.unit in told.candidates:
            return named
        return told if told.unit or not named.unit else named

    def _rated(self, mine: Spelling, unit: Unit) -> str:
        """By which reason a name may mean a unit, or "" where their regions differ."""
        theirs = self._spelled[unit.name]
        regions = theirs.regions or spelled(f"{unit.region}财政局", self._known).regions
        if not _same_place(mine, regions, theirs.own):
            return ""
        if not mine.regions or not regions:
            return "open"
        return "region" if mine.keys[0] == theirs.keys[0] and not _left_out(mine, theirs) else "short"


def _left_out(mine: Spelling, theirs: Spelling) -> bool:
    shorter, longer = sorted((mine.bare, theirs.bare), key=len)
    return not longer.endswith(shorter[-4:])


def _best(rated: Sequence[tuple[str, Unit]]) -> Match | None:
    if not rated:
        return None
    sure = {"region": _REGION, "short": _SHORT, "open": _OPEN}
    if len(rated) > 1:
        names = tuple(unit.name for _, unit in rated)
        return Match("", 0.0, *reason("several", units="、".join(names)), names)
    ((code, unit),) = rated
    return Match(unit.name, sure[code], *reason(code))


def _same_place(mine: Spelling, regions: tuple[str, ...], own: str) -> bool:
    """Whether regions go together: the smallest one is the same, or a name says 区 only, or says none."""
    if not mine.regions:
        level = mine.own
        return not level or level == "本" or not (regions or own) or (regions[-1][-1] if regions else own) == level
    if not regions:
        return not own or mine.regions[-1][-1] == own
    return mine.regions[-1] == regions[-1] or _stem(mine.regions[-1]) == _stem(regions[-1])


def _stem(region: str) -> str:
    return region.rstrip("省市区县州旗盟") or region


def _regions(units: Iterable[Unit]) -> tuple[str, ...]:
    """The regions that the list names, with and without 市, 县, 区 at the end, longest first."""
    found: set[str] = set()
    for unit in units:
        regions = (*spelled(unit.name).regions, *spelled(f"{unit.region}财政局").regions)
        found.update(regions)
        found.update(stem for region in regions if len(stem := _stem(region)) > 1)
    return tuple(sorted(found, key=lambda region: (-len(region), region)))
