"""金额单位写错（元、万元、亿元）。

「支出合计1107.5元」 whose parts are 221.67万元 and 885.83万元 is 1107.5万元. Found by the parts in the same sentence, or by the same
figure with the same digits elsewhere in the report; the place with fewer witnesses is taken for the wrong one.
"""

from collections.abc import Iterator

from jixiao.model.amount import Amount, sharp_total
from jixiao.model.amount import unit_slip as slipped
from jixiao.model.fact import Fact
from jixiao.model.finding import Outcome
from jixiao.model.place import Place
from jixiao.model.report import Report
from jixiao.rules.figures._same import power_apart, same_digits
from jixiao.rules.figures._units import against_rates, money_by_print
from jixiao.rules.registry import finding, rule

_UNITS = frozenset({4, -4, 8, -8})


@rule(
    "FG501",
    title="金额单位写错",
    title_en="The unit of an amount is wrong",
    message="{label}应为{expected}，单位写错，写成了{found}",
    message_en="{label} is {expected}; the unit is wrong in {found}",
    cite="arithmetic",
)
def unit_slip(report: Report) -> Iterator[Outcome]:
    done: set[Place] = set()
    for breakdown in report.relations.breakdowns:
        stated, parts = breakdown.total.amount, [p.amount for p in breakdown.parts]
        units = {p.unit for p in parts}
        if len(parts) > 1 and len(units) == 1 and stated.unit not in units and slipped(sharp_total(parts), stated):
            yield _found(breakdown.total, parts[0], [p.place for p in breakdown.parts])
            done.add(breakdown.total.place)
    for odd, right, rate in against_rates(report):
        if odd.place not in done:
            done.add(odd.place)
            yield _found(odd, right.amount, [right.place, rate.place])
    for facts in money_by_print(report):
        count = sum(map(len, facts.values()))
        for alike in same_digits(facts.values()):
            for mine in alike:
                yield from _against_others(mine, alike, count, done)


def _against_others(mine: list[Fact], alike: list[list[Fact]], count: int, done: set[Place]) -> Iterator[Outcome]:
    """A print against those with the same digits in another unit: the side with fewer of the ``count`` witnesses is wrong."""
    first = mine[0].amount
    against = [
        fact
        for other in alike
        if abs(power_apart(first, other[0].amount)) in _UNITS and other[0].amount.unit != first.unit
        for fact in other
    ]
    agreeing = count - len(against)
    if not against or agreeing > len(against) or (agreeing == len(against) and not _odd(first, against[0].amount)):
        return
    for fact in mine:
        if fact.place not in done:
            done.add(fact.place)
            yield _found(fact, against[0].amount, [f.place for f in against])


def _odd(mine: Amount, other: Amount) -> bool:
    """With one witness on each side: few digits in the small unit are odd, many in the large one."""
    small = mine.value < other.value
    return small == (mine.number < 100_000)  # noqa: PLR2004 - 元: below this no total of a unit; our choice


def _found(fact: Fact, right: Amount, places: list[Place]) -> Outcome:
    printed = fact.amount.text
    expected = printed.removesuffix(fact.amount.unit) + right.unit
    return finding(
        fact.place, *places, expected=expected, found=printed if printed.endswith(fact.amount.unit) else printed + fact.amount.unit,
        fix=expected if printed.endswith(fact.amount.unit) else None, label=fact.label.strip("：") or "金额",
    )  # fmt: skip
