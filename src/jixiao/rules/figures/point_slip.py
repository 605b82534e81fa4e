"""小数点错位。

The same figure with the same digits in two places, apart by a factor of 10, 100 or 1000: the decimal point was lost or shifted.
"""

from collections.abc import Iterator

from jixiao.model.fact import Fact
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._same import agree, by_print, in_tables, in_text, power_apart, same, same_digits
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
    for prints in by_print([*in_tables(report), *in_text(report)]):
        for alike in same_digits(prints):
            for mine in alike:
                yield from _slips(mine, [p for p in alike if same(p[0], mine[0])], prints)


def _slips(mine: list[Fact], twins: list[list[Fact]], prints: list[list[Fact]]) -> Iterator[Outcome]:
    """What one print says against its twins: believed is the side with more witnesses, and at a tie the table."""
    first = mine[0]
    against = [
        fact
        for other in twins
        if (power := power_apart(first.amount, other[0].amount)) and power not in _UNITS
        for fact in other
    ]
    if not against:
        return
    witnesses = (
        sum(len(other) for other in prints if same(other[0], first) and agree(first.amount, other[0].amount)) - 1
    )
    for fact in mine:
        in_table = fact.place.row is not None
        if witnesses >= len(against) + (not in_table) or (witnesses + 1 == len(against) and in_table):
            continue
        yield finding(
            fact.place,
            against[0].place,
            expected=against[0].amount.text,
            found=fact.amount.text,
            label=fact.label.strip("：") or "合计",
        )
