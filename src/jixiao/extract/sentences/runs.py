"""Lists that go over several paragraphs: a total that ends in 「其中：」, then one paragraph for each part (分段列示)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jixiao.forms import concept_of, concepts
from jixiao.model.amount import sharp_total
from jixiao.model.relation import Breakdown

if TYPE_CHECKING:
    from jixiao.extract.sentences.state import Part
    from jixiao.model.fact import Fact

_OPENS = re.compile(r"(?:其中|如下|包括|包含|分别[是为]|具体[是为]?|构成|方面|支出中|收入中|经费中)[：，]?\s*$")
_NUMBERED = re.compile(
    r"\s*(?:(?P<plain>\d{1,2})[.．、]\s?(?!\d)|（(?P<round>\d{1,2})）|(?P<circle>[①-⑳])|（(?P<han>[一二三四五六七八九十]{1,3})）)"
)
_AMONG = re.compile(r"([^，。；：]{2,14})中[：，]?\s*$")
_HAN = "一二三四五六七八九十"
_NEAR = 40  # characters before the amount of a part that has no number: more is a sentence of its own (our choice)


@dataclass(slots=True)
class _Run:
    totals: list[Part]
    style: str | None = None  # of the numbers before the parts; None before the first part
    last: int = 0
    waiting: bool = False  # a number with a name, whose figures stand in the next paragraph
    parts: list[list[Part]] = field(default_factory=list)


class Runs:
    """Watches the paragraphs go by and keeps the lists that they make."""

    def __init__(self) -> None:
        self._open: list[_Run] = []
        self._closed: list[_Run] = []

    def see(self, plain: str, heard: list[Part]) -> None:
        """One paragraph with the amounts and differences that were read in it."""
        style, number = _numbering(plain)
        while self._open and not self._takes(self._open[-1], style, number, heard):
            self._closed.append(self._open.pop())
        if heard and _OPENS.search(plain):
            self._open.append(_Run(_spoken_of(plain, heard)))
        elif heard and heard[-1].lists and (begun := _begun(heard)) is not None:
            self._open.append(begun)

    def breakdowns(self) -> list[Breakdown]:
        """Every list as a total with its parts, once for the amounts and once for the differences."""
        self._closed += self._open
        self._open = []
        return [b for run in self._closed for b in _of(run)]

    @staticmethod
    def _takes(run: _Run, style: str, number: int, heard: list[Part]) -> bool:
        if run.style is None:
            run.style, run.last = style, number - 1
        if run.waiting and not style:
            run.waiting = False
            run.parts.append(heard)
            return True
        if style != run.style or (style and number != run.last + 1):
            # the parts of a part have numbers of another kind, and stay with it
            return bool(run.parts) and style != run.style and not style and not heard
        if not style and not (heard and heard[0].fact.label and heard[0].fact.place.start <= _NEAR):
            return False
        run.last = number
        run.waiting = not heard
        if heard:
            run.parts.append(heard)
        return True


def _of(run: _Run) -> list[Breakdown]:
    """One for each total; where the parts make one of the totals, they are not held against the others."""
    found = [b for total in run.totals if (b := _breakdown(total, run.parts)) is not None]
    made = [b for b in found if sharp_total([p.amount for p in b.parts]).meets(b.total.amount.span)]
    return [b for b in found if b in made or not any(b.parts == m.parts for m in made)]


def _numbering(plain: str) -> tuple[str, int]:
    match = _NUMBERED.match(plain)
    if match is None or match.lastgroup is None:
        return "", 0
    style, printed = match.lastgroup, match[match.lastgroup]
    if style == "circle":
        return style, ord(printed) - ord("①") + 1
    if style == "han":
        return style, _HAN.find(printed) + 1 if len(printed) == 1 else 10 + _HAN.find(printed[-1]) + 1
    return style, int(printed)


def _spoken_of(plain: str, heard: list[Part]) -> list[Part]:
    """The amounts and changes that a list after this paragraph breaks down: 基本支出中： or what it spoke of last."""
    among = _AMONG.search(plain)
    concept = concept_of(among[1]) if among else ""
    if concept:
        return [p for p in heard if p.fact.concept == concept]
    last = heard[-1].fact
    return [p for p in heard if (p.fact.concept, p.fact.label) == (last.concept, last.label)]


def _begun(heard: list[Part]) -> _Run | None:
    """A list whose first part stands in the paragraph of its total: 基本支出90万元，其中：人员经费70万元。 newline 公用经费20万元。"""
    inner = heard[-1].lists[-1]
    at = next(i for i, p in enumerate(heard) if p.lists and p.lists[-1] == inner)
    if at == 0 or len({p.fact.concept for p in heard[at:]}) > 1 or not heard[at].fact.concept:
        return None
    total = heard[at - 1]
    if heard[at].fact.concept not in (concepts()[total.fact.concept].members if total.fact.concept else ()):
        return None
    return _Run([total], style="", parts=[heard[at:]])


def _breakdown(total: Part, paragraphs: list[list[Part]]) -> Breakdown | None:
    members = [m for heard in paragraphs if (m := _member(total, heard)) is not None]
    needed = concepts()[total.fact.concept].parts if total.fact.concept else ()
    complete = len(needed) > 1 and set(needed) <= {m.concept for m in members} and not total.of_changes
    if any((m.concept, m.label) == (total.fact.concept, total.fact.label) and m.label for m in members):
        return None  # the total is itself one of those that are listed
    if complete:
        whole = concepts()[total.fact.concept].members
        members = [
            m for concept in whole if (m := next((m for m in members if m.concept == concept), None)) is not None
        ]
    elif len(members) != len(paragraphs):
        return None
    if len(members) < 2:  # noqa: PLR2004 - one part is no breakdown
        return None
    return Breakdown(total.fact, tuple(members), complete, total.fact.place, of_changes=total.of_changes)


def _member(total: Part, heard: list[Part]) -> Fact | None:
    """The figure of a paragraph that is of the kind of the total: same unit, year, stage and fund, or the same comparison."""
    one, context = total.fact, total.fact.context
    for part in heard:
        fact = part.fact
        alike = (
            fact.amount.dimension == one.amount.dimension and fact is not one and part.of_changes == total.of_changes
        )
        mine = (fact.context.year, fact.context.stage, fact.context.fund)
        if alike and part.against in ("", total.against) and mine == (context.year, context.stage, context.fund):
            return fact
    return None
