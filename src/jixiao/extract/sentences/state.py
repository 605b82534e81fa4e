"""What the reader of a paragraph remembers while it goes along: subjects, items and half-built relations."""

from __future__ import annotations

from dataclasses import dataclass, field

from jixiao.extract.sentences.lexer import Token
from jixiao.model.fact import Fact
from jixiao.model.place import Place

BEFORE = -1  # the year before one that is not named
BUDGETS = ("adjusted", "budget", "initial")


@dataclass(slots=True)
class Subject:
    """What the sentence is talking about, with the amounts given for it so far."""

    concept: str
    label: str
    amounts: list[Fact] = field(default_factory=list)

    def last(self, *stages: str, year: int | None = None, dimension: str = "元") -> Fact | None:
        """The latest amount of one of the stages (any stage by default) in a year; one of the dimension before others."""
        fits = (
            f for f in reversed(self.amounts) if (not stages or f.context.stage in stages) and f.context.year == year
        )
        latest = next(fits, None)
        if latest is None or latest.amount.dimension == dimension:
            return latest
        return next((f for f in fits if f.amount.dimension == dimension), latest)


@dataclass(slots=True)
class Part:
    """One listed amount of the sentence: an item or the difference of a change, and the list it stands in."""

    fact: Fact
    of_changes: bool
    lists: tuple[int, ...]  # the 其中 lists that were open when it was read
    against: str = ""  # what a difference is a difference from
    sums_up: bool = False  # 合计51万元 after several amounts
    carried: bool = False  # from the sentence before


@dataclass(slots=True)
class Listing:
    """A 其中 list: the amount and the change that it may break down, and the depth of brackets it was opened in."""

    total: Part | None
    change: Part | None
    depth: int
    subject: Subject | None = None  # what the text talks about again when the sentence is over


@dataclass(slots=True)
class OpenChange:
    """A change under construction."""

    subject: Subject
    place: Place
    word: str
    direction: int | None
    against: str
    current: Fact | None
    base: Fact | None = None
    difference: Fact | None = None
    rate: Fact | None = None
    rate_direction: int | None = None
    compared: bool = False
    reason: str = ""
    reason_place: Place | None = None
    year: int | None = None
    stage: str = ""  # of the figure that changed, where the sentence names it


@dataclass(slots=True)
class OpenCompletion:
    """A rate of completion whose base may still be named in the brackets after it."""

    name: str
    subject: Subject
    stage: str
    actual: Fact | None
    rate: Fact
    place: Place
    base: Fact | None = None  # where it is printed before the rate: 完成预算84.82万元的73.2%
    beside: tuple[Fact, ...] = ()  # the amounts of the same sentence before a rate that has a name: 支付率


@dataclass(frozen=True, slots=True)
class Of:
    """An amount after 完成 or 占, of which a rate may follow at once: 占采购总额86.4万元的61%."""

    word: Token
    base: Fact


@dataclass(slots=True)
class OpenShare:
    """A share whose whole is known by name only, or not at all."""

    stated: Fact
    part: Fact | None
    whole: Fact | None
    part_concept: str
    concept: str  # of the whole, "" where no name is given
    place: Place
    stage: str = ""  # of the whole


def is_of(fact: Fact, stage: str) -> bool:
    """Whether a figure is of a stage; 预算 may be any of the budgets."""
    return fact.context.stage in (BUDGETS if stage == "budget" else (stage,))
