"""Turns what the reader collected into relations: picks bases and wholes, and finds totals with their parts (定稿)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from jixiao.extract.sentences.elsewhere import Known
from jixiao.extract.sentences.reader import Reader
from jixiao.extract.sentences.state import BUDGETS, Listing, OpenChange, OpenCompletion, OpenShare, Part, is_of
from jixiao.forms import concepts
from jixiao.model.amount import ratio, sharp_total
from jixiao.model.fact import Fact
from jixiao.model.relation import Breakdown, Change, Completion, Relations, Share

_MOST = 8  # amounts before a 合计: a longer sentence is not one list any more (our choice)
_NOT_YET = ("未", "尚", "剩余", "结余", "结转", "欠")  # what was not paid is no result


def settle(reader: Reader, known: tuple[Fact, ...]) -> Relations:
    """The relations of all that was read; ``known`` are the facts of the tables, for figures that the text only names."""
    everything = (*reader.facts, *known)
    elsewhere = Known(everything)
    return Relations(
        shares=tuple(_share(s, everything) for s in reader.shares),
        changes=tuple(_change(c, elsewhere) for c in reader.changes),
        breakdowns=(
            *(
                b
                for (before, _), (parts, listings) in zip([([], []), *reader.sentences], reader.sentences, strict=False)
                for b in _breakdowns(parts, listings, before)
            ),
            *(_settled(b) for b in reader.runs.breakdowns()),
        ),
        completions=tuple(_completion(c, elsewhere) for c in reader.completions),
        restated=tuple(r for r in reader.restated if any(c.current is r.second for c in reader.changes)),
    )


def _settled(found: Breakdown) -> Breakdown:
    if found.complete or found.of_changes:
        return found
    return replace(found, parts=_until_full(found.total, _outermost(found.total, found.parts)))


def _share(share: OpenShare, known: Iterable[Fact]) -> Share:
    whole = share.whole or _whole_elsewhere(share, known) or _whole_beside(share, known)
    return Share(share.stated, share.part, whole, share.place, share.part_concept, share.concept)


def _whole_elsewhere(share: OpenShare, known: Iterable[Fact]) -> Fact | None:
    """The whole where its own sentence does not give it: one that fits, else the only one there is, else none."""
    if not share.concept or share.part is None:
        return None
    context = share.part.context
    found = [
        f for f in known
        if f.concept == share.concept and f is not share.part and f.amount.dimension == share.part.amount.dimension
        and f.context.year == context.year and is_of(f, share.stage)
    ]  # fmt: skip
    for fact in found:
        exact = ratio(share.part.amount, fact.amount)
        if exact is not None and share.stated.amount.agrees(exact):
            return fact
    return found[0] if len({f.amount.value for f in found}) == 1 else None


def _change(change: OpenChange, elsewhere: Known) -> Change:
    current, base = elsewhere.complete(change)
    return Change(
        current, base, change.difference, change.rate, change.direction, change.against, change.reason,
        change.reason_place, change.word, change.place, change.rate_direction, change.compared,
        change.subject.label, change.subject.concept,
    )  # fmt: skip


@cache
def _parents() -> dict[str, str]:
    """Concept → the one concept that it is a part of."""
    found: dict[str, list[str]] = {}
    for concept in concepts().values():
        for part in concept.members:
            found.setdefault(part, []).append(concept.id)
    return {part: wholes[0] for part, wholes in found.items() if len(wholes) == 1}


def _whole_beside(share: OpenShare, known: Iterable[Fact]) -> Fact | None:
    """「基本支出36.7万元（占36.7%）……支出合计100万元」: nothing names the whole, but the paragraph gives the concept's."""
    if share.concept or share.part is None or share.part.concept not in _parents():
        return None
    parent, place = _parents()[share.part.concept], share.part.place
    beside = [
        f for f in known if f.concept == parent and f.place.block == place.block and f.context == share.part.context
    ]
    return beside[0] if len({f.amount.value for f in beside}) == 1 else None


def _completion(completion: OpenCompletion, elsewhere: Known) -> Completion:
    """The base is the budget that the words name; where they name none, one that fits, else the adjusted before the initial."""
    subject, year = completion.subject, completion.rate.context.year
    actual = completion.actual or subject.last("final", year=year)
    given = {stage: fact for stage in BUDGETS if (fact := subject.last(stage, year=year))}
    base = completion.base or (given.get(completion.stage) if completion.stage in ("initial", "adjusted") else None)
    if base is None and actual is not None:
        fits = [f for f in given.values() if (r := ratio(actual.amount, f.amount)) and completion.rate.amount.agrees(r)]
        base = next(iter(fits or given.values()), None) or elsewhere.budget(completion)
    if base is None and (found := _beside(completion)) is not None:
        actual, base = found
    return Completion(completion.name, actual, base, completion.rate, completion.place)


def _beside(completion: OpenCompletion) -> tuple[Fact, Fact] | None:
    """Result and plan where the sentence gives two amounts before the rate and no more: 到位80万元，已支付72万元，支付率90%."""
    told = [
        f
        for f in completion.beside
        if (f.amount.is_money or f.amount.dimension == "人") and not f.label.startswith(_NOT_YET)
    ]
    named = {f.concept: f for f in reversed(told)}
    if completion.rate.concept == "staff_rate" and {"staff", "establishment"} <= named.keys():
        return named["staff"], named["establishment"]
    first = {f.amount.value: f for f in reversed(told)}
    if len(first) != 2 or len({f.amount.dimension for f in first.values()}) != 1:  # noqa: PLR2004 - a result and a plan
        return None
    plan, result = sorted(first.values(), key=lambda f: f.place.start)
    for one, other in ((result, plan), (plan, result)):
        exact = ratio(one.amount, other.amount)
        if exact is not None and completion.rate.amount.agrees(exact):
            return one, other
    in_order = result.context.stage == "final" and result.amount.value < plan.amount.value and result.amount.is_money
    return (result, plan) if in_order and len(told) == len(completion.beside) else None


def _breakdowns(parts: list[Part], listings: list[Listing], before: list[Part]) -> Iterator[Breakdown]:
    done: set[int] = set()
    for total, members in _by_concept(parts):
        done.add(id(total))
        yield Breakdown(total, members, complete=True, place=total.place)
    for part in parts:
        if part.sums_up and id(part.fact) not in done and (found := _summed_up(parts, part)) is not None:
            yield found
    for number, listing in enumerate(listings):
        for whole in (listing.total, listing.change):
            if whole is None or id(whole.fact) in done:
                continue
            members = _until_full(whole.fact, _outermost(whole.fact, _listed(number, whole, parts, listings)))
            if len(members) > 1 and not _of_another(whole, members, parts, before):
                place = whole.fact.place
                complete = not whole.of_changes and not whole.fact.concept and _all_there(members)
                yield Breakdown(whole.fact, members, complete=complete, place=place, of_changes=whole.of_changes)


def _all_there(members: tuple[Fact, ...]) -> bool:
    """Whether the members are all parts of one concept: 累计支出 has no name of ours, 基本支出 and 项目支出 are all of it."""
    heard = {m.concept for m in members}
    parents = {_parents().get(concept, "") for concept in heard}
    return parents == {"total_expenditure"} and set(concepts()["total_expenditure"].parts) <= heard


def _summed_up(parts: list[Part], whole: Part) -> Breakdown | None:
    """「印刷费3万元，培训费5万元，合计8万元」: the amounts before a total, none of which belongs to a list of its own."""
    before = [p for p in parts[: next(i for i, p in enumerate(parts) if p is whole)] if not p.carried]
    if len(before) > _MOST:
        return None
    members = [
        p.fact for p in before if _alike(whole.fact, p.fact) and not p.of_changes and not p.lists and not p.sums_up
    ]
    if whole.lists or len(members) != len(before) or not 1 < len(members) <= _MOST:
        return None
    tails = (members[at:] for at in range(1, len(members) - 1))
    if any(sharp_total([m.amount for m in tail]).meets(whole.fact.amount.span) for tail in tails):
        return None
    return Breakdown(whole.fact, tuple(members), complete=True, place=whole.fact.place)


def _of_another(whole: Part, members: tuple[Fact, ...], parts: list[Part], before: list[Part]) -> bool:
    """Whether the list breaks down an earlier figure: 编制120人，实有118人，其中行政编制40人，事业编制80人.

    A total carried over from the sentence ``before`` stood beside others there: 支出98万元，结余2万元。其中：甲60万元，乙38万元.
    """
    span = sharp_total([m.amount for m in members])
    if span.meets(whole.fact.amount.span):
        return False
    earlier = parts[: parts.index(whole)] if whole in parts else []
    if whole.carried:
        earlier = [*earlier, *(p for p in before if p.fact.place.block == whole.fact.place.block)]
    return any(
        p.fact.amount.dimension == whole.fact.amount.dimension and span.meets(p.fact.amount.span) for p in earlier
    )


def _until_full(total: Fact, members: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The members up to where they make the total: 在职81人，其中行政23人，事业58人；退休30人."""
    if len(members) > 1 and members[0].amount.value == total.amount.value:
        return members[:1]
    for count in range(2, len(members)):
        if sharp_total([m.amount for m in members[:count]]).meets(total.amount.span):
            return members[:count]
    return members


def _outermost(total: Fact, members: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The members without those that break down one of them, where only so they make the total: 收入8万元，其中本年6万元，主要是拨款5万元、其他1万元；结转2万元."""
    if sharp_total([m.amount for m in members]).meets(total.amount.span):
        return members
    kept, at = [], 0
    while at < len(members):
        head, at = members[at], at + 1
        kept.append(head)
        sums = {end: sharp_total([m.amount for m in members[at:end]]) for end in range(at + 1, len(members) + 1)}
        ends = [end for end, found in sums.items() if head.amount.value and found.meets(head.amount.span)]
        at = min(ends, key=lambda end: abs(sums[end].middle - head.amount.value), default=at)
    return tuple(kept) if sharp_total([m.amount for m in kept]).meets(total.amount.span) else members


def _listed(number: int, total: Part, parts: list[Part], listings: list[Listing]) -> tuple[Fact, ...]:
    """The direct members of a 其中 list, or none where nesting without brackets leaves it open who belongs where."""
    listing = listings[number]
    inside = [
        p for p in parts
        if number in p.lists and (p.of_changes, p.against) == (total.of_changes, total.against) and _alike(total.fact, p.fact)
    ]  # fmt: skip
    known = concepts()[total.fact.concept].members if total.fact.concept else ()
    direct = [p for p in inside if p.fact.concept in known]
    deeper = {d for p in direct for d in concepts()[p.fact.concept].members}
    if len(direct) > 1 and all(p in direct or p.fact.concept in deeper for p in inside):
        return tuple(p.fact for p in direct)
    inner = [o for o in listings[number + 1 :] if o.total is not None and number in o.total.lists]
    outer = [listings[i] for i in total.lists]
    if any(o.depth == listing.depth for o in (*inner, *outer)):
        return ()
    return tuple(p.fact for p in inside if p.lists[-1] == number)


def _by_concept(parts: list[Part]) -> Iterator[tuple[Fact, tuple[Fact, ...]]]:
    """Totals of the sentence of which every part that the concept prescribes stands in the same sentence."""
    items = [p.fact for p in parts if p.fact.concept and not p.of_changes]
    for total in items:
        needed = concepts()[total.concept].parts
        if len(needed) < 2:  # noqa: PLR2004 - one part is no breakdown
            continue
        members = [_first(items, concept, total) for concept in needed]
        if all(members):
            extra = [_first(items, concept, total) for concept in concepts()[total.concept].more]
            found = [m for m in (*members, *extra) if m is not None]
            yield total, tuple(sorted(found, key=lambda m: m.place.order))


def _first(items: list[Fact], concept: str, total: Fact) -> Fact | None:
    return next((f for f in items if f.concept == concept and _alike(total, f)), None)


def _alike(total: Fact, part: Fact) -> bool:
    return (
        total is not part and total.amount.dimension == part.amount.dimension
        and (total.context.year, total.context.stage, total.context.fund) == (part.context.year, part.context.stage, part.context.fund)
        and not ("收入" in total.label and "支出" in part.label)
    )  # fmt: skip
