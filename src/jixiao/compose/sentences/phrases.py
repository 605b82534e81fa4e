"""The phrase kinds (句式的种类): each makes the words of a clause out of figures, or nothing where a figure is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from jixiao.compose.figures import printing
from jixiao.compose.sentences.pattern import Clause
from jixiao.compose.sentences.working import difference, rate
from jixiao.forms import Form
from jixiao.model.figure import Figure
from jixiao.model.filing import Filing
from jixiao.model.manuscript import Runs

Phrase = Callable[[Clause, "Telling"], Runs]
# How the unit may have begun its reason itself; 因公出国, 因素 and the like are words of their own.
_BECAUSE = re.compile(
    r"^(?:主要原因(?:是|为|系(?![统列数])|在于)?|主要(?:是|系(?![统列数]))|原因(?:是|为|系|在于))?"
    r"(?:因为|由于|因(?![公私地人素果此故病时材势]))?[：，]?"
)


@dataclass(slots=True)
class Telling:
    """What a phrase may look at: the filing, its figures, the form, how references in texts are read, and what was said before.

    ``changed`` is whether the change just told was one (a level figure needs no reason); ``said`` are the ids of the figures
    that the paragraph has given so far.
    """

    filing: Filing
    figures: Mapping[str, Figure]
    form: Form
    reading: Callable[[str], Runs]
    changed: bool = False
    said: set[str] = field(default_factory=set)

    def number(self, name: str) -> Figure | None:
        """A figure that is a number and was given."""
        figure = self.figures.get(name)
        return figure if figure is not None and figure.text and figure.value is not None else None

    def numbers(self, clause: Clause) -> tuple[Figure, Figure] | None:
        """Both figures of a clause that compares two, or None."""
        first, second = (self.number(name) for _, name in clause.figures)
        return (first, second) if first is not None and second is not None else None


def amount(clause: Clause, telling: Telling) -> Runs:
    """年初预算1179.7万元; a figure that is no number (评价等级) is told the same way, a rate without a base not at all."""
    figure = telling.figures.get(clause.figures[0][1])
    return (clause.words, figure) if figure is not None and figure.text not in {"", printing.NOTHING} else ()


def share(clause: Clause, telling: Telling) -> Runs:
    """占支出合计的79.98%."""
    pair = telling.numbers(clause)
    found = rate(*pair, "share") if pair else None
    return (clause.words, found) if found is not None else ()


def completion(clause: Clause, telling: Telling) -> Runs:
    """完成全年预算的100%."""
    pair = telling.numbers(clause)
    found = rate(*pair) if pair else None
    return (clause.words, found) if found is not None else ()


def change(clause: Clause, telling: Telling) -> Runs:
    """比上年20.4万元减少3.6万元，下降17.65%; on a base of zero without a rate."""
    telling.changed = False
    pair = telling.numbers(clause)
    if pair is None:
        return ()
    now, then = pair
    if now.value == then.value:
        return (f"与{clause.words.removeprefix('比')}持平",)
    telling.changed = True
    up = _more(now, then)
    moved = difference(now, then) if up else difference(then, now)
    grown = rate(moved, then, "growth")
    lead: Runs = (
        () if now.value or now.id in telling.said else ("为", now, "，")
    )  # a part of zero is left out of its list
    tail: Runs = ("，增长" if up else "，下降", grown) if grown is not None and grown.value else ()
    return (*lead, clause.words, then, "增加" if up else "减少", moved, *tail)


def saved(clause: Clause, telling: Telling) -> Runs:
    """比预算节约0.03万元; more than planned is said as such."""
    telling.changed = False
    pair = telling.numbers(clause)
    if pair is None:
        return ()
    result, plan = pair
    if result.value == plan.value:
        return (f"与{clause.words}持平",)
    telling.changed = True
    if _more(result, plan):
        return (f"比{clause.words}增加", difference(result, plan))
    return (f"比{clause.words}节约", difference(plan, result))


def reason(clause: Clause, telling: Telling) -> Runs:
    """主要原因是…, in the unit's own words, where there was a change to be explained."""
    text = telling.filing.texts.get(clause.figures[0][1], "").strip().rstrip("。；")
    if not text or not telling.changed:
        return ()
    return ("主要原因是", *telling.reading(_BECAUSE.sub("", "".join(text.split()))))


def _more(one: Figure, other: Figure) -> bool:
    return (one.value or Decimal(0)) > (other.value or Decimal(0))
