"""Claims (填报的指标值): which indicator of the records a typed name means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from jixiao.model.proof import Proof

_SIGNS = str.maketrans({"(": "（", ")": "）", "“": "", "”": "", '"': "", "「": "", "」": ""})
_UNIT_AFTER = re.compile(r"（(?:%|％|个|件|万?元|万件|条|次|份|天|家)）$")
_NUMBERED = re.compile(r"^(?:指标)?(?:\d{1,2}[、.．：:]|（\d{1,2}）|[①-⑳])(?!\d)")


def wording(name: str) -> str:
    """A name as it is compared: one spelling of brackets, no quotation marks, list number or unit in brackets."""
    plain = "".join(name.split()).strip("。；，;,：:").translate(_SIGNS)
    return _UNIT_AFTER.sub("", _NUMBERED.sub("", plain))


def by_name(year: int, proofs: Iterable[Proof]) -> dict[str, Proof]:
    """The proofs of a whole year that have a value, by each of their names; a name that means two of them means none."""
    found: dict[str, list[Proof]] = {}
    for proof in proofs:
        if proof.value is not None and (proof.start, proof.end) == _span(year):
            for name in {wording(name) for name in proof.names}:
                found.setdefault(name, []).append(proof)
    return {name: same[0] for name, same in found.items() if len(same) == 1}


def _span(year: int) -> tuple[datetime, datetime]:
    return datetime(year, 1, 1), datetime(year + 1, 1, 1)  # noqa: DTZ001 - wall time, as the systems keep it
