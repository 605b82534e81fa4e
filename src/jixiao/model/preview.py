"""Preview (预审): the points that a report would lose, what can be done about it, and where."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jixiao.model.audit import Audit
from jixiao.model.filing import Mistake
from jixiao.model.finding import Finding
from jixiao.model.mark import Mark, Words


@dataclass(frozen=True, slots=True)
class Spot:
    """要改的地方: the address in the filing ("" in a finished report), how the user finds it, and what stands there."""

    address: str
    where: Words
    words: str = ""


@dataclass(frozen=True, slots=True)
class Loss:
    """自评得分里失去的分: one row of a 自评表 that does not have its full points.

    ``kind``: result (the work fell short: no wording mends it), given_away (less was claimed than is due), missing (no
    points were entered), claimed (more was claimed than is due: the bureau would take it back), open (a judgement).
    """

    sheet: str
    item: str
    weight: Decimal
    points: Decimal  # as the bureau would leave them
    due: Decimal | None  # as the result earns them, None where that is a judgement
    kind: str
    spots: tuple[Spot, ...] = ()

    @property
    def lost(self) -> Decimal:
        """Points short of the weight."""
        return self.weight - self.points


@dataclass(frozen=True, slots=True)
class Repair:
    """修改建议: what to do, the points it regains, and how many entries or paragraphs have to be changed for it."""

    what: Words
    gain: Decimal
    cost: int
    counted: str  # what ``cost`` counts: cells 格, items 条, sections 部分
    of: str  # score 自评得分, rubric 考核评分
    estimated: bool
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """会被问到的: a finding that costs no points by itself, and where to mend what it is about."""

    finding: Finding
    spots: tuple[Spot, ...]


@dataclass(frozen=True)
class Preview:
    """Everything that ``jixiao preview`` shows. ``source``: filing (data, composed on the way) or report (a finished file).

    ``repairs`` come cheapest first: by points regained per thing to change. ``masked`` are findings about personal data,
    which the public edition covers by itself.
    """

    source: str
    audit: Audit
    marks: tuple[Mark, ...]
    losses: tuple[Loss, ...]
    repairs: tuple[Repair, ...]
    asked: tuple[Asked, ...]
    masked: int = 0
    mistakes: tuple[Mistake, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that was found, personal data in the signatures left out."""
        counted = (finding for mark in self.marks if mark.lost for finding in mark.findings)
        return (*(one.finding for one in self.asked), *counted)

    @property
    def seen(self) -> Decimal:
        """The most points of those items of the bureau's sheet that a report can tell about."""
        return sum((mark.most for mark in self.marks if mark.low is not None), Decimal(0))

    @property
    def low(self) -> Decimal:
        """The points of these items, at the least."""
        return sum((mark.low for mark in self.marks if mark.low is not None), Decimal(0))

    @property
    def high(self) -> Decimal:
        """The points of these items, at the most."""
        return sum((mark.high for mark in self.marks if mark.high is not None), Decimal(0))

    @property
    def remains(self) -> Decimal:
        """Points of the bureau's sheet that are lost even when every repair was made."""
        gained = sum((repair.gain for repair in self.repairs if repair.of == "rubric"), Decimal(0))
        return max(Decimal(0), self.seen - (self.low + self.high) / 2 - gained)
