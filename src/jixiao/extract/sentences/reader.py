"""Reads the sentences of one text from left to right and builds what they claim (逐句理解).

The state is small: the subject that is talked about with its amounts, the clause since the last number or comma, the
lists opened by 其中, and the change that is being stated. Whatever does not fit is left alone, never guessed.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from jixiao.extract.sentences import lexer as lex
from jixiao.extract.sentences.claims import Claims
from jixiao.extract.sentences.lexer import Token
from jixiao.extract.sentences.state import BEFORE, BUDGETS, Listing, Part
from jixiao.extract.sentences.talk import OWNER, Clause

if TYPE_CHECKING:
    from jixiao.model.document import Words
    from jixiao.model.fact import Fact
    from jixiao.model.quantities import Quantity

_BRACKET_ENDS = re.compile(r"\s*）")
_SIGNS = frozenset("×*÷/+=")
_FACTOR_OR_BOUND = re.compile(r"\s*(?:[×*÷/+]\s?\d|（含）|\(含\)|(?:及|（含）)?以[上下内])")
# The cells beside a bare number in a table that came as one line.
_ROW_AFTER = re.compile(r"\s+-?\d[\d.,，]*%?(?=\s|$)")
_ROW_BEFORE = re.compile(r"\d%?\s+$")
_REASON_START = re.compile(r"^(?:[是为：:，,]|在于|由于|因为|因|主要|一是|：)*")
_BESIDE = re.compile(
    r"其中：[^，。；：\n]{1,12}：[\d.,]+ +$"
)  # another column's list: 其中：财政拨款：60 其中：基本支出：40
_REASON_END = re.compile(r"[。；\n]|其中|(?<=，)\d{1,2}[.、]|，(?=(?:与|较|比|同比|决算|完成))")


class Reader(Claims):
    """Reads paragraph after paragraph; collects facts and half-built relations for ``settle``."""

    def read(self, words: Words, fund: str = "", *, go_on: bool = False) -> None:
        """Read one paragraph or cell. ``go_on``: it continues the one before (which ended in a colon)."""
        if not go_on:
            self._fresh(fund)
        self.words, self.text, self.heard = words, words.plain, []
        self.clause = Clause(0)
        for token in lex.tokens(self.text):
            self._HANDLERS[token.kind](self, token)
            self.clause.tokens.append(token)
        self._end_clause(len(self.text))
        self._end_sentence()
        self.runs.see(self.text, self.heard)

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

    def _last(self, token: Token) -> None:  # noqa: ARG002 - every handler takes the token
        self._year_is(self.year - 1 if self.year else BEFORE)

    def _this(self, token: Token) -> None:  # noqa: ARG002 - every handler takes the token
        if not self.clause.years and self.year:
            self._year_is(self.year)

    def _year(self, token: Token) -> None:
        value = cast("int", token.value)
        if self.year is None:
            self.year = value
        self._year_is(value)

    def _year_is(self, year: int) -> None:
        self.clause.years.append(year)
        if self.clause.versus is not None and year != self.year:
            self._compare_with("last_year" if year in (self._before(), BEFORE) else "other_year")

    def _versus(self, token: Token) -> None:
        self.clause.versus = token
        if self.text.startswith("同比", token.start) or (
            self.text.startswith("相比", token.start) and self.clause.years and self.clause.years[-1] == self._before()
        ):
            self._compare_with("last_year")

    def _compare(self, token: Token) -> None:
        self.clause.compare = token

    def _of(self, token: Token) -> None:
        if self.parts and not _BESIDE.search(self.text, 0, token.start):
            item = self._broken_down()
            if self.open and self.text.startswith("按", token.start):  # another view of the same total
                item = self.listings[self.open[0]].total
                self.open = []
            elif item is not None and not self.depth:
                self._close_full(item)
            self.listings.append(
                Listing(item, self.parts[-1] if self.parts[-1].of_changes else None, self.depth, self.subject)
            )
            self.open.append(len(self.listings) - 1)
        self._end_clause(token.start)
        self.change = None
        self.clause = Clause(token.end)

    def _broken_down(self) -> Part | None:
        """The last amount; of 「决算14.2万元，预算18.1万元，完成78.7%，其中」 the 决算, which is what follows unless it says otherwise."""
        items = [p for p in self.parts if not p.of_changes]
        last = items[-1] if items else None
        if last is None or last.fact.context.stage not in BUDGETS:
            return last
        about = (last.fact.concept, last.fact.label, last.fact.context.year)
        spent = [
            p
            for p in items
            if (p.fact.concept, p.fact.label, p.fact.context.year) == about and p.fact.context.stage == "final"
        ]
        return spent[-1] if spent else last

    def _close_full(self, item: Part) -> None:
        """A list that its parts fill is over: 编制9人，其中甲4人，乙5人；实有8人，其中…"""
        for i in [i for i in item.lists if self.listings[i].total is not None]:
            total = cast("Part", self.listings[i].total).fact.amount
            inside = [p.fact.amount for p in self.parts if p is not item and not p.of_changes and p.lists[-1:] == (i,)]
            if len(inside) > 1 and sum(a.value for a in inside) == total.value:
                self.open = [o for o in self.open if o < i]
                item.lists = tuple(o for o in item.lists if o < i)

    def _each(self, token: Token) -> None:  # noqa: ARG002 - every handler takes the token
        self.clause.each = True

    def _done(self, token: Token) -> None:
        self.clause.done = token

    def _scope(self, token: Token) -> None:
        self.clause.scope = cast("str", token.value)

    def _idle(self, token: Token) -> None:
        """A word that only looks like one of the others."""

    def _reason(self, token: Token) -> None:
        self._end_clause(token.start)
        change = self.change or self.last_change
        if change is None or change.reason:
            return
        start = token.end + cast("re.Match[str]", _REASON_START.match(self.text[token.end :])).end()
        stop = _REASON_END.search(self.text, start)
        end = stop.start() if stop else len(self.text)
        change.reason, change.reason_place = self.text[start:end].strip(), self.words.place(start, end)

    def _break(self, token: Token) -> None:
        self._end_clause(token.start)
        self.clause = Clause(token.end)

    def _bracket(self, token: Token) -> None:
        self._end_clause(token.start)
        if token.kind == lex.OPEN:
            self.depth += 1
            self.around.append(self.subject)
        else:
            self.depth = max(0, self.depth - 1)
            self.subject = self.around.pop() if self.around else self.subject
            self.open = [i for i in self.open if self.listings[i].depth <= self.depth]
        self.clause = Clause(token.end)

    def _end(self, token: Token) -> None:
        if self.depth and _BRACKET_ENDS.match(self.text, token.end):  # （…400万元。）: the sentence goes on after it
            self._break(token)
            return
        self._end_clause(token.start)
        self._end_sentence()
        self.clause = Clause(token.end)

    def _quantity(self, token: Token) -> None:
        quantity = cast("Quantity", token.value)
        of, self.of = self.of, None
        clause, dimension = self.clause, quantity.amount.dimension
        if clause.each:
            self.poisoned = True
        if dimension == "分":  # points are the business of the 自评表, not of sentences
            pass
        elif dimension in ("%", "‰", "倍"):
            self._percent(quantity, of)
        elif dimension == "百分点" or quantity.sign or self._no_amount(quantity):
            pass
        elif clause.direction is not None and clause.to is None and self._next_to(clause.direction.end, quantity.start):
            self._difference(quantity, clause.direction)
        elif clause.versus is not None and self._is_base(clause):
            self._compared_is(clause, clause.versus)
            self.base = self._in_unit_of_subject(self._fact(quantity, self.subject, clause))
            self.used.add(self.base.place.order)
        elif (
            clause.compare is not None
            and clause.stages
            and clause.stages[-1].start >= clause.compare.end
            and quantity.amount.is_money
        ):
            self._compared_by(quantity, clause.compare, clause.stages)
        elif clause.share is not None:  # 占采购总额86.4万元的: the whole, no part of anything
            self._whole_printed(quantity, clause.share)
        else:
            self._item(quantity)
        self.clause = Clause(token.end, scope=clause.scope)

    def _no_amount(self, quantity: Quantity) -> bool:
        """A cell of a table that came as a line, a factor (6辆×2万元), a threshold (50万元以上)."""
        before = self.text[max(0, quantity.start - 2) : quantity.start].rstrip()[-1:]
        return before in _SIGNS or _FACTOR_OR_BOUND.match(self.text, quantity.end) is not None or self._in_row(quantity)

    def _in_row(self, quantity: Quantity) -> bool:
        """Whether a bare number stands in a row of a table that came as a line: 90 89.974 89.974 10."""
        if quantity.amount.unit:
            return False
        return (
            _ROW_AFTER.match(self.text, quantity.end) is not None
            or _ROW_BEFORE.search(self.text, max(0, quantity.start - 4), quantity.start) is not None
        )

    def _in_unit_of_subject(self, base: Fact) -> Fact:
        """「较上年2.08减少0.03万元」: a base printed without a unit has that of the figure it is held against."""
        known = self.subject.amounts[-1].amount if self.subject and self.subject.amounts else None
        if base.amount.unit or known is None or not known.is_money:
            return base
        return replace(base, amount=replace(base.amount, unit=known.unit))

    def _compared_is(self, clause: Clause, versus: Token) -> None:
        """「公用经费比上年20.4万元减少3.6万元」: what is named before 比 is what is talked about from here on."""
        stages = [t for t in clause.stages if t.end <= versus.start]
        self.weighed = cast("str", stages[-1].value) if stages else ""
        before = [t for t in clause.labels if t.end <= versus.start]
        if not before or not self._next_to(before[-1].end, versus.start):
            return
        concept = cast("str", before[-1].value)
        exact = OWNER.fullmatch(self._before_label(clause.start, before[-1].start)) is not None
        if exact and (self.subject is None or self.subject.concept != concept):
            self._talk_of(concept, self.text[before[-1].start : before[-1].end])
            self.change = None

    def _is_base(self, clause: Clause) -> bool:
        if clause.years and clause.years[-1] != self.year:
            return True
        return bool(clause.stages) and clause.stages[-1].value in BUDGETS and self.subject is not None

    def _end_clause(self, end: int) -> None:
        """A direction or a comparison that no number follows is a change all the same."""
        clause = self.clause
        if (
            clause.direction is not None
            and self.against
            and clause.to is None
            and self._next_to(clause.direction.end, end)
        ):
            if self.change is None:
                self._changing(clause.direction, "place")
        elif clause.compare is not None and clause.stages and clause.stages[-1].start >= clause.compare.end:
            self._compare_amounts(clause.compare, clause.stages)
        if clause.labels and not any(t.kind == lex.QUANTITY for t in clause.tokens):
            self.pending = clause.labels[-1] if self._next_to(clause.labels[-1].end, end) else None
            if self.text.endswith("中", clause.start, end):
                self.among = cast("str", clause.labels[-1].value)
        clause.direction = clause.compare = None

    def _carried(self) -> list[Part]:
        """What a list in the next sentence may break down: the last amount (the result before its budget), and changes stated after it."""
        items = [p for p in self.parts if not p.of_changes]
        if not items:
            return self.parts[-1:]
        last = items[-1].fact
        result = next(
            (p for p in reversed(items) if p.fact.context.stage == "final" and p.fact.concept == last.concept != ""),
            items[-1],
        )
        changes = [p for p in self.parts if p.of_changes] if self.parts[-1].of_changes else []
        return [result, *changes]

    def _end_sentence(self) -> None:
        if self.parts and not self.poisoned:
            self.sentences.append((self.parts, self.listings))
        self.parts = [replace(p, lists=(), carried=True) for p in self._carried()]
        if self.listings:
            self.subject = self.listings[0].subject
        self.listings, self.open, self.depth, self.around = [], [], 0, []
        self.change, self.base, self.against, self.poisoned = None, None, "", False
        self.weighed = ""
        self.among = ""

    _HANDLERS: ClassVar = {
        lex.QUANTITY: _quantity, lex.LABEL: _label, lex.STAGE: _stage, lex.DIRECTION: _direction, lex.TO: _to, lex.SHARE: _share,
        lex.LAST: _last, lex.YEAR: _year, lex.THIS: _this, lex.VERSUS: _versus, lex.COMPARE: _compare, lex.OF: _of, lex.EACH: _each,
        lex.REASON: _reason, lex.DONE: _done, lex.SCOPE: _scope, lex.BREAK: _break, lex.END: _end, lex.OPEN: _bracket,
        lex.CLOSE: _bracket, lex.IDLE: _idle,
    }  # fmt: skip
