"""分项之和与合计不符。

Totals and parts are typed one by one. Where a sentence gives a total with all its parts (as the concept prescribes)
they must agree; where it only lists some of them (其中) they may not exceed it. Tails of rounding stay silent, and so
does a total that is right in another unit: that is a slip of the unit, which has its own rule. Where a whole number among
the parts might have been rounded, but its neighbours say that it was not, it is a warning; so is a list over several paragraphs
that need not be complete.
"""

from collections.abc import Iterator
from decimal import Decimal

from jixiao.model.amount import in_finest, sharp_total, total, unit_slip
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule


@rule(
    "FG201",
    title="分项之和与合计不符",
    title_en="Parts do not add up to the total",
    message="分项之和为{expected}，合计写成了{found}",
    message_en="The parts add up to {expected}, the total says {found}",
    cite="arithmetic",
)
def parts_total_mismatch(report: Report) -> Iterator[Outcome]:
    for breakdown in report.relations.breakdowns:
        stated = breakdown.total.amount
        parts = [p.amount for p in breakdown.parts]
        sums = total(parts)
        if sharp_total(parts).meets(stated.span) or unit_slip(sums, stated):
            continue
        distant = any(p.place.block != breakdown.total.place.block for p in breakdown.parts)
        distant = any(p.place.block != breakdown.total.place.block for p in breakdown.parts)
        exact = sum((p.value for p in parts), Decimal(0))
        if not breakdown.complete and abs(exact) < abs(stated.value):
            continue
        yield finding(
            breakdown.total.place, *(p.place for p in breakdown.parts),
            expected=in_finest(abs(exact) if breakdown.of_changes else exact, [stated, *parts]), found=stated.text,
            severity="warning" if sums.meets(stated.span) or (distant and not breakdown.complete) else "",
        )  # fmt: skip
