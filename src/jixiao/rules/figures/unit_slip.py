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
from jixiao.rules.figures._same import power_apart
from jixiao.rules.figures._units import against_rates
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
    facts = [f for f in report.facts if f.concept and f.amount.is_money and f.context.stage]
    for fact in facts:
        twins = [
            f
            for f in facts
            if f.concept == fact.concept
            and f.context.year == fact.context.year
            and f.context.stage == fact.context.stage
        ]
        against = [
            f for f in twins if abs(power_apart(fact.amount, f.amount)) in _UNITS and f.amount.unit != fact.amount.unit
        ]
        if not against or fact.place in done or len(twins) - len(against) > len(against):
            continue
        if len(twins) - len(against) == len(against) and not _odd(fact.amount, against[0].amount):
            continue
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
