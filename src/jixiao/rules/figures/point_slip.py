"""小数点错位。

The same figure with the same digits in two places, apart by a factor of 10, 100 or 1000: the decimal point was lost or shifted.
"""

from collections.abc import Iterator

from jixiao.model.fact import Fact
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._same import agree, in_tables, in_text, power_apart, same
from jixiao.rules.registry import finding, rule

_UNITS = (4, -4, 8, -8)  # slips of the unit, which have their own rule


@rule(
    "FG502",
    title="小数点错位",
    title_en="A decimal point out of place",
    message="{label}：此处{found}，另一处{expected}，数字相同而小数点不同",
    message_en="{label}: {found} here, {expected} elsewhere; same digits, another decimal point",
    cite="arithmetic",
)
def point_slip(report: Report) -> Iterator[Outcome]:
    facts: list[Fact] = [*in_tables(report), *in_text(report)]
    for fact in facts:
        twins = [other for other in facts if other is not fact and same(other, fact)]
        against = [
            other for other in twins if (power := power_apart(fact.amount, other.amount)) and power not in _UNITS
        ]
        witnesses = sum(agree(fact.amount, other.amount) for other in twins)
        if not against or witnesses >= len(against) + (fact.place.row is None):
            continue
        if witnesses + 1 == len(against) and fact.place.row is not None:  # one against one: the table is believed
            continue
        yield finding(
            fact.place,
            against[0].place,
            expected=against[0].amount.text,
            found=fact.amount.text,
            label=fact.label.strip("：") or "合计",
        )
