"""What is being talked about: subjects, their amounts, and the words around a number (话题)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from jixiao.extract.sentences import lexer as lex
from jixiao.extract.sentences.lexer import Token
from jixiao.extract.sentences.runs import Runs
from jixiao.extract.sentences.state import (
    BEFORE,
    BUDGETS,
    Listing,
    Of,
    OpenChange,
    OpenCompletion,
    OpenShare,
    Part,
    Subject,
)
from jixiao.forms import concepts
from jixiao.model.amount import Amount
from jixiao.model.fact import Context, Fact
from jixiao.model.relation import Restated

if TYPE_CHECKING:
    from jixiao.model.document import Words
    from jixiao.model.quantities import Quantity

# What may stand between a label and its number, or between a direction and its number, without changing the meaning.
_FILLER = re.compile(
    r"[为是共计约的了达有到由：\s“”\"'（）、]|合计|总计|共计|总额|金额|数额|经费|资金|支出|费用|总量|分别|同比|均|各|比例|比重|比率|幅度|额度|总数|相比|情况|预计|共有|收入|规模|"
    r"按?(?:同|可比)?口径|财政拨款|一般公共预算|全部|实现|本年|当年|度|年"
)
# What may stand before a label without narrowing it: who spends, and when.
OWNER = re.compile(
    r"(?:.*(?:局|委|办|厅|院|校|站|所|队|会|部|中心|机关|机构|单位|部门|本级|政府|学校|公司|支队|大队|馆|处|社|库|我|该|其|全)(?:的)?)?"
    r"(?:年度?|及|和|与|由|全年|本年|当年|财政|实际|共|年末|年底|总|度|按|从|安排|月|日|：|“|”|\"|（|\s|\d)*"
)
_SUMS_UP = re.compile(
    r"\s*(?:[两三四五六七八九十\d]+项|以上|上述)?(?:各项|几项)?(?:合计|共计|总计)(?:支出|金额|资金|为|：|\s)*"
)
_LIST_NUMBER = re.compile(r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[①-⑳])\s*")


@dataclass(slots=True)
class Clause:
    """What was met since the last number, comma or bracket."""

    start: int
    labels: list[Token] = field(default_factory=list)
    stages: list[Token] = field(default_factory=list)
    direction: Token | None = None
    share: Token | None = None
    to: Token | None = None
    compare: Token | None = None
    versus: Token | None = None
    done: Token | None = None
    each: bool = False
    years: list[int] = field(default_factory=list)
    scope: str = ""
    tokens: list[Token] = field(default_factory=list)


class Talk:
    """The memory of a reader, and how a number finds its subject and context in it."""

    words: Words
    text: str
    clause: Clause

    def __init__(self, year: int | None) -> None:
        self.year = year
        self.facts: list[Fact] = []
        self.changes: list[OpenChange] = []
        self.shares: list[OpenShare] = []
        self.completions: list[OpenCompletion] = []
        self.restated: list[Restated] = []
        self.heard: list[Part] = []  # the amounts and differences of the paragraph at hand
        self.runs = Runs()
        self.sentences: list[tuple[list[Part], list[Listing]]] = []
        self.used: set[tuple[int, int, int, int]] = set()
        self._fresh("")

    def _fresh(self, fund: str) -> None:
        self.fund = fund
        self.subjects: list[Subject] = []
        self.subject: Subject | None = None
        self.pending: Token | None = None
        self.parts: list[Part] = []
        self.listings: list[Listing] = []
        self.open: list[int] = []
        self.depth = 0
        self.around: list[Subject | None] = []  # what was talked about when each open bracket was opened
        self.change: OpenChange | None = None
        self.last_change: OpenChange | None = None
        self.against = ""
        self.among = ""
        self.base: Fact | None = None
        self.weighed = ""  # the stage named before 比, where the figure that it is held against was printed
        self.of: Of | None = None
        self.poisoned = False

    def _before(self) -> int:
        return self.year - 1 if self.year else BEFORE

    def _compare_with(self, against: str) -> None:
        if against == "budget" and self.against == "last_year" and self.clause.years:
            against = "last_budget"
        if against and self.change is not None and self.change.against not in ("", against):
            self.change = None
        self.against = against or self.against

    def _free(self, start: int, end: int) -> str:
        """The words of a stretch that neither a token nor a filler explains."""
        left, at = [], start
        for token in self.clause.tokens:
            if token.start >= start and token.end <= end:
                left.append(self.text[at : token.start])
                at = token.end
        left.append(self.text[at:end])
        return _FILLER.sub("", "".join(left))

    def _next_to(self, start: int, end: int) -> bool:
        return not self._free(start, end)

    def _fact(self, quantity: Quantity, subject: Subject | None, clause: Clause) -> Fact:
        stage = str(clause.stages[-1].value) if clause.stages else self._inherited_stage(subject)
        if quantity.amount.dimension not in ("元", ""):
            stage = ""  # people and things are counted, not budgeted
        year = clause.years[-1] if clause.years else self._inherited_year()
        inherited = self._total().context.fund if self.open else self.fund
        fund = next((lex.FUNDS[t.value] for t in clause.labels[:-1] if t.value in lex.FUNDS), inherited)
        concept = subject.concept if subject else ""
        amount = as_money(quantity.amount, concept)
        label = subject.label if subject else ""
        place = self.words.place(quantity.start, quantity.end)
        return Fact(concept, Context(year, stage, fund, clause.scope), amount, place, label)

    def _inherited_stage(self, subject: Subject | None) -> str:
        if self.open:
            return self._total().context.stage or "final"
        if subject and subject.label.endswith(("预算", "预算数")):
            return "budget"
        return "final"

    def _inherited_year(self) -> int | None:
        return self._total().context.year if self.open else self.year

    def _total(self) -> Fact:
        """What the innermost open list breaks down."""
        listing = self.listings[self.open[-1]]
        return (listing.total or listing.change or self.parts[-1]).fact

    def _item(self, quantity: Quantity) -> None:
        before = self.subject
        subject = self._subject_at(quantity.start)
        fact = self._fact(quantity, subject, self.clause)
        self.used.add(fact.place.order)
        if quantity.loose or self.poisoned:
            self.change, self.base = None, None
            return
        if subject is before and self.clause.to is None and fact.amount.is_money:
            self._note_restated(subject, fact)
        subject.amounts.append(fact)
        sums_up = _SUMS_UP.fullmatch(self.text, self.clause.start, quantity.start) is not None
        self._hear(Part(fact, of_changes=False, lists=tuple(self.open), sums_up=sums_up))
        self.change, self.base, self.against, self.weighed = None, None, "", ""
        if self.clause.done is not None and self.clause.stages:
            self.of = Of(self.clause.done, fact)
        if fact.concept:
            self.facts.append(fact)

    def _hear(self, part: Part) -> None:
        self.parts.append(part)
        self.heard.append(part)

    def _note_restated(self, subject: Subject, fact: Fact) -> None:
        first = subject.last(fact.context.stage, year=fact.context.year)
        if first and self.clause.stages and first.amount.value != fact.amount.value and first.context == fact.context:
            self.restated.append(Restated(first, fact))

    def _subject_at(self, end: int) -> Subject:
        """The subject of the number at ``end``: the clause's label, else its own words, else what was talked about."""
        clause = self.clause
        label = clause.labels[-1] if clause.labels else None
        if label is not None and self.subject is not None and self._says_result(label):
            return self.subject
        if label is not None and self._next_to(label.end, end):
            exact = OWNER.fullmatch(self._before_label(clause.start, label.start)) is not None
            name = self.text[label.start : label.end]
            return self._talk_of(
                cast("str", label.value) if exact else "", name if exact else self._named(clause.start, end)
            )
        free = self._free(clause.start, end)
        if len(free) >= 2 or (free and (label is not None or self.open)):  # noqa: PLR2004 - one stray character is no name
            return self._talk_of("", self._named(clause.start, end))
        if self.pending is not None:
            token, self.pending = self.pending, None
            return self._talk_of(cast("str", token.value), "")
        return self.subject or self._talk_of("", "")

    def _says_result(self, label: Token) -> bool:
        """「接待费年初预算3万元，全年支出2万元」: the words say the stage, not another item."""
        budgeted = self.subject is not None and any(a.context.stage in BUDGETS for a in self.subject.amounts)
        return budgeted and self.text[label.start : label.end] in ("全年支出", "本年支出", "实际支出合计")

    def _before_label(self, start: int, end: int) -> str:
        return _LIST_NUMBER.sub("", "".join(
            self.text[a:b] for a, b in self._gaps(start, end)
        ))  # fmt: skip

    def _gaps(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches between the tokens of the clause, except label tokens that do not name a fund."""
        gaps, at = [], start
        for token in self.clause.tokens:
            known = token.kind != lex.LABEL or token.value in lex.FUNDS
            if token.start >= start and token.end <= end and known:
                gaps.append((at, token.start))
                at = token.end
        gaps.append((at, end))
        return gaps

    def _named(self, start: int, end: int) -> str:
        return _LIST_NUMBER.sub("", self.text[start:end]).strip(" ：，、为的约共")

    def _talk_of(self, concept: str, label: str) -> Subject:
        for known in reversed(self.subjects):
            if (known.concept, known.label if not concept else "") == (concept, label if not concept else ""):
                self.subject = known
                return known
        self.subject = Subject(concept, label or (concepts()[concept].label if concept else ""))
        self.subjects.append(self.subject)
        self.pending = None
        return self.subject

    def _amount_of(self, concept: str) -> Fact | None:
        return next((p.fact for p in reversed(self.parts) if p.fact.concept == concept and not p.of_changes), None)


def as_money(amount: Amount, concept: str) -> Amount:
    """「39万」 said of money is 39万元."""
    if amount.unit in ("万", "亿") and (not concept or concepts()[concept].dimension == "money"):
        return Amount(amount.number, amount.unit + "元", amount.decimals, amount.text)
    return amount
