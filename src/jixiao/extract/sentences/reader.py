"""Reads the sentences of one text from left to right and builds what they claim (逐句理解).

The state is small: the subject that is talked about with its amounts, the clause since the last number or comma, the
lists opened by 其中, and the change that is being stated. Whatever does not fit is left alone, never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar, cast

from jixiao.extract.sentences import lexer as lex
from jixiao.extract.sentences.lexer import Token
from jixiao.extract.sentences.state import BUDGETS, Listing, OpenChange, OpenCompletion, OpenShare, Part, Subject
from jixiao.forms import concepts
from jixiao.model.amount import Amount
from jixiao.model.fact import Context, Fact
from jixiao.model.relation import Restated

if TYPE_CHECKING:
    from jixiao.extract.quantities import Quantity
    from jixiao.model.document import Words

BEFORE = -1  # the year before one that is not named
_FUNDS = {"general_budget": "general", "gov_fund": "gov_fund", "state_capital": "state_capital", "fiscal_appropriation": "fiscal",
          "special_account": "special", "other_funds": "other", "own_funds": "other"}  # fmt: skip
# What may stand between a label and its number, or between a direction and its number, without changing the meaning.
_FILLER = re.compile(
    r"[为是共计约的了达有到由：\s“”\"'（）、]|合计|总计|共计|总额|金额|数额|经费|资金|支出|费用|总量|分别|同比|比例|比重|比率|幅度|额度|总数|相比|情况|预计|共有|收入|规模|"
    r"财政拨款|一般公共预算|全部|实现|本年|当年|度|年"
)
# What may stand before a label without narrowing it: who spends, and when.
_OWNER = re.compile(r"(?:.*(?:局|委|办|厅|院|校|站|所|队|会|部|中心|机关|机构|单位|部门|本级|政府|学校|公司|支队|大队|馆|处|社|库|我|该|其|全)(?:的)?)?(?:年度?|全年|本年|当年|财政|实际|共|年末|年底|总|度|按|从|安排|月|日|：|“|”|\"|（|\s|\d)*")
_LIST_NUMBER = re.compile(r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[①-⑳])\s*")
_REASON_START = re.compile(r"^(?:[是为：:，,]|在于|由于|因为|因|主要|一是|：)*")
_REASON_END = re.compile(r"[。；\n]|其中|(?<=，)\d{1,2}[.、]|，(?=(?:与|较|比|同比|决算|完成))")


@dataclass(slots=True)
class _Clause:
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


class Reader:
    """Reads paragraph after paragraph; collects facts and half-built relations for ``settle``."""

    def __init__(self, year: int | None) -> None:
        self.year = year
        self.facts: list[Fact] = []
        self.changes: list[OpenChange] = []
        self.shares: list[OpenShare] = []
        self.completions: list[OpenCompletion] = []
        self.restated: list[Restated] = []
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
        self.change: OpenChange | None = None
        self.last_change: OpenChange | None = None
        self.against = ""
        self.base: Fact | None = None
        self.poisoned = False

    def read(self, words: Words, fund: str = "", *, go_on: bool = False) -> None:
        """Read one paragraph or cell. ``go_on``: it continues the one before (which ended in a colon)."""
        if not go_on:
            self._fresh(fund)
        self.words, self.text = words, words.plain
        self.clause = _Clause(0)
        for token in lex.tokens(self.text):
            self._HANDLERS[token.kind](self, token)
            self.clause.tokens.append(token)
        self._end_clause(len(self.text))
        self._end_sentence()

    # ── words ────────────────────────────────────────────────────────────────────────────────────────────────────

    def _label(self, token: Token) -> None:
        self.clause.labels.append(token)

    def _stage(self, token: Token) -> None:
        self.clause.stages.append(token)
        if self.clause.compare is None and self.clause.versus is not None and self.clause.direction is None:
            self._compare_with("budget" if token.value in BUDGETS else "")

    def _direction(self, token: Token) -> None:
        self.clause.direction = token

    def _to(self, token: Token) -> None:
        self.clause.to = token

    def _share(self, token: Token) -> None:
        self.clause.share = token

    def _last(self, token: Token) -> None:
        self._year_is(self.year - 1 if self.year else BEFORE)

    def _this(self, token: Token) -> None:
        if not self.clause.years and self.year:
            self._year_is(self.year)

    def _year(self, token: Token) -> None:
        value = cast(int, token.value)
        if self.year is None:
            self.year = value
        self._year_is(value)

    def _year_is(self, year: int) -> None:
        self.clause.years.append(year)
        if self.clause.versus is not None and year in (self._before(), BEFORE):
            self._compare_with("last_year")

    def _before(self) -> int:
        return self.year - 1 if self.year else BEFORE

    def _compare_with(self, against: str) -> None:
        if against == "budget" and self.against == "last_year" and self.clause.years:
            against = "last_budget"
        if against and self.change is not None and self.change.against not in ("", against):
            self.change = None
        self.against = against or self.against

    def _versus(self, token: Token) -> None:
        self.clause.versus = token
        if self.text.startswith("同比", token.start) or (
            self.text.startswith("相比", token.start) and self.clause.years and self.clause.years[-1] == self._before()
        ):
            self._compare_with("last_year")

    def _compare(self, token: Token) -> None:
        self.clause.compare = token

    def _of(self, token: Token) -> None:
        if self.parts and not self.parts[-1].fact.amount.is_percent:
            self.listings.append(Listing(self.parts[-1], self.depth))
            self.open.append(len(self.listings) - 1)
        self._end_clause(token.start)
        self.change = None
        self.clause = _Clause(token.end)

    def _each(self, token: Token) -> None:
        self.clause.each = True

    def _done(self, token: Token) -> None:
        self.clause.done = token

    def _scope(self, token: Token) -> None:
        self.clause.scope = cast(str, token.value)

    def _idle(self, token: Token) -> None:
        """A word that only looks like one of the others."""

    def _reason(self, token: Token) -> None:
        self._end_clause(token.start)
        change = self.change or self.last_change
        if change is None or change.reason:
            return
        start = token.end + cast(re.Match[str], _REASON_START.match(self.text[token.end :])).end()
        stop = _REASON_END.search(self.text, start)
        end = stop.start() if stop else len(self.text)
        change.reason, change.reason_place = self.text[start:end].strip(), self.words.place(start, end)

    def _break(self, token: Token) -> None:
        self._end_clause(token.start)
        self.clause = _Clause(token.end)

    def _bracket(self, token: Token) -> None:
        self._end_clause(token.start)
        if token.kind == lex.OPEN:
            self.depth += 1
        else:
            self.depth = max(0, self.depth - 1)
            self.open = [i for i in self.open if self.listings[i].depth <= self.depth]
        self.clause = _Clause(token.end)

    def _end(self, token: Token) -> None:
        self._end_clause(token.start)
        self._end_sentence()
        self.clause = _Clause(token.end)

    # ── numbers ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _quantity(self, token: Token) -> None:
        quantity = cast("Quantity", token.value)
        clause, dimension = self.clause, quantity.amount.dimension
        if clause.each:
            self.poisoned = True
        if dimension in ("%", "‰", "倍"):
            self._percent(quantity)
        elif dimension == "百分点" or quantity.sign:
            pass
        elif clause.direction is not None and clause.to is None and self._next_to(clause.direction.end, quantity.start):
            self._difference(quantity, clause.direction)
        elif clause.versus is not None and self._is_base(clause):
            self.base = self._fact(quantity, self.subject, clause)
            self.used.add(self.base.place.order)
        else:
            self._item(quantity)
        self.clause = _Clause(token.end, scope=clause.scope)

    def _is_base(self, clause: _Clause) -> bool:
        if clause.years and clause.years[-1] != self.year:
            return True
        return bool(clause.stages) and clause.stages[-1].value in BUDGETS and self.subject is not None

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

    def _fact(self, quantity: Quantity, subject: Subject | None, clause: _Clause) -> Fact:
        stage = str(clause.stages[-1].value) if clause.stages else self._inherited_stage(subject)
        if quantity.amount.dimension not in ("元", ""):
            stage = ""  # people and things are counted, not budgeted
        year = clause.years[-1] if clause.years else self._inherited_year()
        fund = next((_FUNDS[cast(str, t.value)] for t in clause.labels[:-1] if t.value in _FUNDS), self.fund)
        concept = subject.concept if subject else ""
        amount = _as_money(quantity.amount, concept)
        label = subject.label if subject else ""
        place = self.words.place(quantity.start, quantity.end)
        return Fact(concept, Context(year, stage, fund, clause.scope), amount, place, label)

    def _inherited_stage(self, subject: Subject | None) -> str:
        if self.open:
            return self.listings[self.open[-1]].total.fact.context.stage
        if subject and subject.label.endswith(("预算", "预算数")):
            return "budget"
        return "final"

    def _inherited_year(self) -> int | None:
        return self.listings[self.open[-1]].total.fact.context.year if self.open else self.year

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
        self.parts.append(Part(fact, of_changes=False, lists=tuple(self.open)))
        self.change, self.base, self.against = None, None, ""
        if fact.concept:
            self.facts.append(fact)

    def _note_restated(self, subject: Subject, fact: Fact) -> None:
        first = subject.last(fact.context.stage, year=fact.context.year)
        if first and self.clause.stages and first.amount.value != fact.amount.value and first.context == fact.context:
            self.restated.append(Restated(first, fact))

    def _subject_at(self, end: int) -> Subject:
        """The subject of the number at ``end``: the clause's label, else its own words, else what was talked about."""
        clause = self.clause
        label = clause.labels[-1] if clause.labels else None
        if label is not None and self._next_to(label.end, end):
            exact = _OWNER.fullmatch(self._before_label(clause.start, label.start)) is not None
            name = self.text[label.start : label.end]
            return self._talk_of(cast(str, label.value) if exact else "", name if exact else self._named(clause.start, end))
        free = self._free(clause.start, end)
        if len(free) >= 2 or (label is None and free and self.open):  # noqa: PLR2004 - one stray character is no name
            return self._talk_of("", self._named(clause.start, end))
        if self.pending is not None:
            token, self.pending = self.pending, None
            return self._talk_of(cast(str, token.value), "")
        return self.subject or self._talk_of("", "")

    def _before_label(self, start: int, end: int) -> str:
        return _LIST_NUMBER.sub("", "".join(
            self.text[a:b] for a, b in self._gaps(start, end)
        ))  # fmt: skip

    def _gaps(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches between the tokens of the clause, except label tokens that do not name a fund."""
        gaps, at = [], start
        for token in self.clause.tokens:
            known = token.kind != lex.LABEL or token.value in _FUNDS
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

    # ── relations ────────────────────────────────────────────────────────────────────────────────────────────────

    def _percent(self, quantity: Quantity) -> None:
        clause = self.clause
        stated = Fact("", Context(self.year), quantity.amount, self.words.place(quantity.start, quantity.end))
        named = clause.stages[-1] if clause.stages and clause.stages[-1].value in BUDGETS else None
        head = clause.share or clause.done
        rated = clause.labels[-1] if clause.labels and concepts()[cast(str, clause.labels[-1].value)].dimension == "percent" else None
        if quantity.loose or quantity.sign or self.poisoned:
            return
        if named and head and named.start >= head.end and self._next_to(named.end, quantity.start) and not clause.direction:
            self._completion(stated, cast(str, named.value), self.text[head.start : quantity.start])
        elif clause.share is not None:
            self._stated_share(stated, clause.share)
        elif clause.direction is not None and self._next_to(clause.direction.end, quantity.start):
            self._rate(stated, clause.direction)
        elif rated is not None and self._next_to(rated.end, quantity.start):
            fact = replace(stated, concept=cast(str, rated.value), label=self.text[rated.start : rated.end])
            self.facts.append(fact)
            self.used.add(fact.place.order)
            if rated.value == "execution_rate":
                self._completion(fact, "", self.text[rated.start : rated.end])

    def _completion(self, stated: Fact, stage: str, name: str) -> None:
        subject = self.subject or self._talk_of("", "")
        actual = subject.last("final", year=self.year)
        self.completions.append(OpenCompletion(name, subject, stage, actual, stated, stated.place))
        self.used.add(stated.place.order)

    def _stated_share(self, stated: Fact, share: Token) -> None:
        after = [t for t in self.clause.labels if t.start >= share.end]
        before = [t for t in self.clause.labels if t.end <= share.start]
        part = self._amount_of(cast(str, before[-1].value)) if before else None
        if part is None and not before and not self._free(self.clause.start, share.start):
            part = next((p.fact for p in reversed(self.parts) if not p.of_changes), None)
        concept = cast(str, after[-1].value) if after and self._next_to(after[-1].end, stated.place.start) else ""
        if (part is None and not before) or (not concept and self._free(share.end, stated.place.start)):
            return
        part_concept = part.concept if part else cast(str, before[-1].value)
        whole = self._whole(concept, part) if part else None
        self.used.add(stated.place.order)
        place = self.words.place(share.start, stated.place.end)
        self.shares.append(OpenShare(stated, part, whole, part_concept, concept, place))

    def _amount_of(self, concept: str) -> Fact | None:
        return next((p.fact for p in reversed(self.parts) if p.fact.concept == concept and not p.of_changes), None)

    def _whole(self, concept: str, part: Fact) -> Fact | None:
        if concept:
            return next(
                (a for s in reversed(self.subjects) if s.concept == concept for a in reversed(s.amounts)
                 if a.amount.dimension == part.amount.dimension and a.context.year == part.context.year
                 and a.context.stage == part.context.stage), None,
            )  # fmt: skip
        return self.listings[self.open[-1]].total.fact if self.open else None

    def _difference(self, quantity: Quantity, word: Token) -> None:
        change = self._changing(word, "difference")
        fact = Fact(change.subject.concept, Context(self.year), _as_money(quantity.amount, change.subject.concept),
                    self.words.place(quantity.start, quantity.end), change.subject.label)  # fmt: skip
        self.used.add(fact.place.order)
        if quantity.loose:
            return
        change.difference = fact
        signed = replace(fact, amount=replace(fact.amount, number=fact.amount.number * cast(int, word.value)))
        self.parts.append(Part(signed, of_changes=True, lists=tuple(self.open)))

    def _rate(self, stated: Fact, word: Token) -> None:
        change = self._changing(word, "rate")
        change.rate, change.rate_direction = stated, cast(int, word.value)
        self.used.add(stated.place.order)

    def _changing(self, word: Token, slot: str) -> OpenChange:
        """The change that a direction word belongs to: the one being stated if it still lacks this figure, or a new one."""
        clause = self.clause
        if any(t.value in BUDGETS for t in clause.stages if t.start >= word.end) and not self.against:
            self.against = "budget"
        subject = self._changed_subject(word)
        same = self.change is not None and subject is self.change.subject and getattr(self.change, slot) is None
        if same and self.change is not None:
            return self.change
        against = self.against
        frugal = self.text[word.start : word.end] in ("节约", "节省", "超支")
        current, base = self._compared(subject, against, frugal=frugal)
        change = OpenChange(subject, self.words.place(word.start, word.end), self.text[word.start : word.end], cast(int, word.value),
                            against or ("budget" if frugal and base else ""), current, base)  # fmt: skip
        self.base = None
        self.changes.append(change)
        self.change = self.last_change = change
        return change

    def _changed_subject(self, word: Token) -> Subject:
        before = [t for t in self.clause.labels if t.end <= word.start]
        free = self._free(before[-1].end if before else self.clause.start, word.start)
        if len(free) >= 2:  # noqa: PLR2004 - the words before the direction name something of their own
            return Subject("", self._named(self.clause.start, word.start))
        if before and not (self.clause.versus and before[-1].start > self.clause.versus.start):
            concept = cast(str, before[-1].value)
            if self.subject is None or self.subject.concept != concept:
                return self._talk_of(concept, self.text[before[-1].start : before[-1].end])
        return self.subject or self._talk_of("", "")

    def _compared(self, subject: Subject, against: str, *, frugal: bool) -> tuple[Fact | None, Fact | None]:
        """The two figures that a change stands between, as far as they were given."""
        if against == "budget" or (frugal and not against):
            current = subject.last("final", year=self.year)
            base = self.base or next((b for s in self._stage_order() if (b := subject.last(s, year=self.year))), None)
            return current, base
        current = subject.last(year=self.year)
        if against == "last_budget":
            current = subject.last(*BUDGETS, year=self.year) or current
        base = self.base or subject.last(year=self._before())
        if base is not None and subject.amounts and base is subject.amounts[-1] and against == "" and base is current:
            base = None
        return current, base

    def _stage_order(self) -> tuple[str, ...]:
        named = [cast(str, t.value) for t in self.clause.stages if t.value in BUDGETS]
        return (*named, "initial", "budget", "adjusted") if named else ("budget", "initial", "adjusted")

    # ── ends ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _end_clause(self, end: int) -> None:
        """A direction or a comparison that no number follows is a change all the same."""
        clause = self.clause
        if clause.direction is not None and self.against and clause.to is None and self._next_to(clause.direction.end, end):
            if self.change is None:
                self._changing(clause.direction, "place")
        elif clause.compare is not None and clause.stages and clause.stages[-1].start >= clause.compare.end:
            self._compare_amounts(clause.compare, clause.stages)
        if clause.labels and not any(t.kind == lex.QUANTITY for t in clause.tokens):
            self.pending = clause.labels[-1] if self._next_to(clause.labels[-1].end, end) else None
        clause.direction = clause.compare = None

    def _compare_amounts(self, word: Token, stages: list[Token]) -> None:
        left = [t.value for t in stages if t.end <= word.start]
        right = stages[-1].value
        if right not in BUDGETS or (left and left[-1] in BUDGETS):
            return
        subject = self.subject or Subject("", "")
        budget = subject.last(cast(str, right), year=self.year) or next(
            (b for s in BUDGETS if (b := subject.last(s, year=self.year))), None
        )
        final = subject.last("final", year=self.year)
        change = OpenChange(subject, self.words.place(word.start, word.end), self.text[word.start : word.end],
                            cast(int, word.value), "budget", final, budget, compared=True)  # fmt: skip
        self.changes.append(change)
        self.change = self.last_change = change

    def _end_sentence(self) -> None:
        if self.parts and not self.poisoned:
            self.sentences.append((self.parts, self.listings))
        self.parts = self.parts[-1:] if self.parts else []
        self.listings, self.open, self.depth = [], [], 0
        self.change, self.base, self.against, self.poisoned = None, None, "", False

    _HANDLERS: ClassVar = {
        lex.QUANTITY: _quantity, lex.LABEL: _label, lex.STAGE: _stage, lex.DIRECTION: _direction, lex.TO: _to, lex.SHARE: _share,
        lex.LAST: _last, lex.YEAR: _year, lex.THIS: _this, lex.VERSUS: _versus, lex.COMPARE: _compare, lex.OF: _of, lex.EACH: _each,
        lex.REASON: _reason, lex.DONE: _done, lex.SCOPE: _scope, lex.BREAK: _break, lex.END: _end, lex.OPEN: _bracket,
        lex.CLOSE: _bracket, lex.IDLE: _idle,
    }  # fmt: skip


def _as_money(amount: Amount, concept: str) -> Amount:
    """「39万」 said of money is 39万元."""
    if amount.unit in ("万", "亿") and (not concept or concepts()[concept].dimension == "money"):
        return Amount(amount.number, amount.unit + "元", amount.decimals, amount.text)
    return amount
