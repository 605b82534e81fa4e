"""The relations that a number states: share, rate, difference, completion (主张)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from jixiao.extract.sentences import lexer as lex
from jixiao.extract.sentences.lexer import Token
from jixiao.extract.sentences.state import BUDGETS, Of, OpenChange, OpenCompletion, OpenShare, Part, Subject, is_of
from jixiao.extract.sentences.talk import OWNER, Talk, as_money
from jixiao.forms import concepts
from jixiao.model.fact import Context, Fact

if TYPE_CHECKING:
    from jixiao.model.quantities import Quantity


# Words that say by themselves that a result is held against its budget.
_OF_BUDGET = frozenset({"节约", "节省", "超支", "节约率", "节约率为", "节支率"})

# Rates of a result in what was planned for it.
_OF_TWO = frozenset(
    {"execution_rate", "procurement_rate", "staff_rate", "three_public_control_rate", "public_cost_control_rate"}
)


class Claims(Talk):
    """Builds half-finished relations; ``settle`` completes them when everything was read."""

    def _percent(self, quantity: Quantity, of: Of | None = None) -> None:
        clause = self.clause
        stated = Fact("", Context(self.year), quantity.amount, self.words.place(quantity.start, quantity.end))
        named = clause.stages[-1] if clause.stages and clause.stages[-1].value in BUDGETS else None
        head = clause.share or clause.done
        rated = (
            clause.labels[-1]
            if clause.labels and concepts()[cast("str", clause.labels[-1].value)].dimension == "percent"
            else None
        )
        if quantity.loose or quantity.sign or self.poisoned:
            return
        of_whole = clause.share is not None and any(t.start >= clause.share.end for t in clause.labels)
        if of is not None and self.text[clause.start : quantity.start].strip() == "的":
            self._of_printed(stated, of)
        elif (
            named and head and not of_whole and named.start >= head.end
            and self._next_to(named.end, quantity.start) and not clause.direction
        ):  # fmt: skip
            self._completion(stated, cast("str", named.value), self.text[head.start : quantity.start])
        elif clause.share is not None:
            self._stated_share(stated, clause.share)
        elif clause.direction is not None and self._next_to(clause.direction.end, quantity.start):
            self._rate(stated, clause.direction)
        elif self._follows_in_brackets(quantity):
            part = self.parts[-1].fact
            self.used.add(stated.place.order)
            self.shares.append(
                OpenShare(stated, part, self._total(), part.concept, "", stated.place, part.context.stage)
            )
        elif rated is not None and self._next_to(rated.end, quantity.start):
            fact = replace(stated, concept=cast("str", rated.value), label=self.text[rated.start : rated.end])
            self.facts.append(fact)
            self.used.add(fact.place.order)
            if rated.value in _OF_TWO:
                self._completion(fact, "", self.text[rated.start : rated.end])
                here = fact.place.block
                self.completions[-1].beside = tuple(
                    p.fact for p in self.parts if not p.of_changes and p.fact.place.block == here
                )

    def _follows_in_brackets(self, quantity: Quantity) -> bool:
        """「其中财政拨款4979.67万元（86.60%）」: a bare rate right behind an amount of a list is its share."""
        start = self.clause.start
        if (
            not self.open
            or not self.parts
            or self.text[start : quantity.start].strip()
            or self.text[start - 1 : start] != "（"
        ):
            return False
        last = self.parts[-1]
        return not last.of_changes and last.fact.place.end == start - 1 and last.fact is not self._total()

    def _of_printed(self, stated: Fact, of: Of) -> None:
        """「完成预算84.82万元的73.2%」, 「占采购总额86.4万元的61%」: the base is printed before the rate."""
        self.used.add(stated.place.order)
        actual = next((p.fact for p in reversed(self.parts) if not p.of_changes and p.fact is not of.base), None)
        if of.word.kind == lex.SHARE:
            place = self.words.place(of.word.start, stated.place.end)
            if actual is not None and actual.amount.dimension == of.base.amount.dimension:
                self.shares.append(OpenShare(stated, actual, of.base, actual.concept, of.base.concept, place))
            return
        subject = self.subject or self._talk_of("", "")
        name = self.text[of.word.start : of.word.end]
        actual = subject.last("final", year=self.year)
        self.completions.append(
            OpenCompletion(name, subject, of.base.context.stage, actual, stated, stated.place, of.base)
        )

    def _whole_printed(self, quantity: Quantity, share: Token) -> None:
        subject = self._subject_at(quantity.start)
        fact = self._fact(quantity, subject, self.clause)
        self.used.add(fact.place.order)
        if not quantity.loose:
            self.of = Of(share, fact)

    def _completion(self, stated: Fact, stage: str, name: str) -> None:
        subject = self.subject or self._talk_of("", "")
        actual = subject.last("final", year=self.year)
        self.completions.append(OpenCompletion(name, subject, stage, actual, stated, stated.place))
        self.used.add(stated.place.order)

    def _stated_share(self, stated: Fact, share: Token) -> None:
        after = [t for t in self.clause.labels if t.start >= share.end]
        before = [t for t in self.clause.labels if t.end <= share.start]
        part = self._amount_of(cast("str", before[-1].value)) if before else None
        if part is None and not before and not self._free(self.clause.start, share.start):
            part = next((p.fact for p in reversed(self.parts) if not p.of_changes), None)
        concept = cast("str", after[-1].value) if after and self._next_to(after[-1].end, stated.place.start) else ""
        if (part is None and not before) or (not concept and self._free(share.end, stated.place.start)):
            return
        part_concept = part.concept if part else cast("str", before[-1].value)
        if len(after) > 1:  # 占一般公共预算项目支出的: of one fund only, which the text may not give
            return
        if not concept and not self.open:
            concept = self.among
        named = [cast("str", t.value) for t in self.clause.stages if t.start >= share.end]
        stage = named[-1] if named else part.context.stage if part else ""
        whole = self._whole(concept, part, stage) if part else None
        self.used.add(stated.place.order)
        place = self.words.place(share.start, stated.place.end)
        self.shares.append(OpenShare(stated, part, whole, part_concept, concept, place, stage))

    def _whole(self, concept: str, part: Fact, stage: str) -> Fact | None:
        if concept:
            return next(
                (a for s in reversed(self.subjects) if s.concept == concept for a in reversed(s.amounts)
                 if a.amount.dimension == part.amount.dimension and a.context.year == part.context.year
                 and is_of(a, stage)), None,
            )  # fmt: skip
        return self._total() if self.open else None

    def _difference(self, quantity: Quantity, word: Token) -> None:
        change = self._changing(word, "difference", quantity.amount.dimension)
        fact = Fact(change.subject.concept, Context(self.year), as_money(quantity.amount, change.subject.concept),
                    self.words.place(quantity.start, quantity.end), change.subject.label)  # fmt: skip
        self.used.add(fact.place.order)
        if quantity.loose:
            return
        change.difference = fact
        if word.value is None:  # 差额: which way is not said
            return
        signed = replace(fact, amount=replace(fact.amount, number=fact.amount.number * cast("int", word.value)))
        self._hear(Part(signed, of_changes=True, lists=tuple(self.open), against=change.against))

    def _rate(self, stated: Fact, word: Token) -> None:
        change = self._changing(word, "rate")
        change.rate, change.rate_direction = stated, cast("int | None", word.value)
        self.used.add(stated.place.order)

    def _changing(self, word: Token, slot: str, dimension: str = "元") -> OpenChange:
        """The change that a direction word belongs to: the one being stated if it still lacks this figure, or a new one."""
        clause = self.clause
        if any(t.value in BUDGETS for t in clause.stages if t.start >= word.end) and not self.against:
            self.against = "budget"
        subject = self._changed_subject(word)
        same = self.change is not None and subject is self.change.subject and getattr(self.change, slot) is None
        if same and self.change is not None:
            return self.change
        against = self.against
        frugal = self.text[word.start : word.end] in _OF_BUDGET or (word.value is None and not against)
        current, base = self._compared(subject, against, dimension, frugal=frugal)
        change = OpenChange(subject, self.words.place(word.start, word.end), self.text[word.start : word.end],
                            cast("int | None", word.value),
                            against or ("budget" if frugal and base else ""), current, base, year=self.year,
                            stage=next((cast("str", t.value) for t in clause.stages if t.end <= word.start), ""))  # fmt: skip
        self.base, self.weighed = None, ""
        self.changes.append(change)
        self.change = self.last_change = change
        return change

    def _changed_subject(self, word: Token) -> Subject:
        before = [t for t in self.clause.labels if t.end <= word.start]
        versus = self.clause.versus
        if versus is not None and before and before[-1].start > versus.start and before[0].start < versus.start:
            # 三公经费决算数比上年三公经费决算数减少: what is compared is named first, and once more with the base
            before = [t for t in before if t.start < versus.start]
        free = self._free(before[-1].end if before else self.clause.start, word.start)
        if len(free) >= 2:  # noqa: PLR2004 - the words before the direction name something of their own
            return Subject("", self._named(self.clause.start, word.start))
        if before and not (self.clause.versus and before[-1].start > self.clause.versus.start):
            concept = cast("str", before[-1].value)
            if OWNER.fullmatch(self._before_label(self.clause.start, before[-1].start)) is None:
                return Subject("", self._named(self.clause.start, word.start))  # 信息化项目支出 is not 项目支出
            if self.subject is None or self.subject.concept != concept:
                return self._talk_of(concept, self.text[before[-1].start : before[-1].end])
        if self.change is not None and not before:  # …支出比上年增加5万元，增长25%
            return self.change.subject
        return self.subject or self._talk_of("", "")

    def _compared(
        self, subject: Subject, against: str, dimension: str, *, frugal: bool
    ) -> tuple[Fact | None, Fact | None]:
        """The two figures that a change stands between, as far as they were given."""
        if against == "budget" or (frugal and not against):
            weighed = self._weighed()
            current = subject.last(weighed or "final", year=self.year, dimension=dimension)
            stages = [stage for stage in self._stage_order() if stage != weighed]
            base = self.base or next((b for s in stages if (b := subject.last(s, year=self.year))), None)
            return current, base
        current = subject.last("final", year=self.year, dimension=dimension) or subject.last(
            year=self.year, dimension=dimension
        )
        if against == "last_budget":
            current = subject.last(*BUDGETS, year=self.year) or current
        base = self.base or (
            None if against == "other_year" else subject.last(year=self._before(), dimension=dimension)
        )
        if base is not None and subject.amounts and base is subject.amounts[-1] and against == "" and base is current:
            base = None
        return current, base

    def _weighed(self) -> str:
        """「全年预算比年初预算120万元增加5万元」: the budget that is itself held against another, "" where a result is."""
        versus = self.clause.versus
        before = [t.value for t in self.clause.stages if versus is not None and t.end <= versus.start]
        stage = cast("str", before[-1]) if before else self.weighed
        return stage if stage in BUDGETS else ""

    def _stage_order(self) -> tuple[str, ...]:
        named = [t.value for t in self.clause.stages if t.value in BUDGETS]
        return (*named, "initial", "budget", "adjusted") if named else ("budget", "initial", "adjusted")

    def _compared_by(self, quantity: Quantity, word: Token, stages: list[Token]) -> None:
        """「决算数大于预算数5万元」: the number is the difference, no budget."""
        before = self.change
        self._compare_amounts(word, stages)
        place = self.words.place(quantity.start, quantity.end)
        self.used.add(place.order)
        if self.change is not None and self.change is not before and not quantity.loose:
            about = self.change.subject
            self.change.difference = Fact(about.concept, Context(self.year), quantity.amount, place, about.label)

    def _compare_amounts(self, word: Token, stages: list[Token]) -> None:
        left = [t.value for t in stages if t.end <= word.start]
        right = stages[-1].value
        if right not in BUDGETS or (left and left[-1] in BUDGETS):
            return
        subject = self.subject or Subject("", "")
        budget = subject.last(right, year=self.year) or next(
            (b for s in BUDGETS if (b := subject.last(s, year=self.year))), None
        )
        final = subject.last("final", year=self.year)
        change = OpenChange(subject, self.words.place(word.start, word.end), self.text[word.start : word.end],
                            cast("int", word.value), "budget", final, budget, compared=True)  # fmt: skip
        self.changes.append(change)
        self.change = self.last_change = change
