"""增减额与两个数的差不符。

The difference of two printed figures is recomputed; where the two figures and the difference were printed with
different decimals, their play is added up. Where a figure was only found in another paragraph it is a warning.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._spans import readings
from jixiao.rules.registry import finding, rule


@rule(
    "FG301",
    title="增减额与两个数的差不符",
    title_en="Stated change differs from the two figures",
    message="{current}与{base}相差{expected}，写成了{found}",
    message_en="{current} and {base} differ by {expected}, stated as {found}",
    cite="arithmetic",
)
def change_amount_mismatch(report: Report) -> Iterator[Outcome]:
    for change in report.relations.changes:
        now, before, stated = change.current, change.base, change.difference
        if now is None or before is None or stated is None:
            continue
        if not now.amount.dimension == before.amount.dimension == stated.amount.dimension:
            continue
        gap = now.amount.value - before.amount.value
        wanted = stated.amount.span if gap >= 0 else stated.amount.span.negative
        if any((high - low).meets(wanted) for high, low in readings(report, [now.amount, before.amount])):
            continue
        right = stated.amount.written(abs(gap))
        distant = any(f.place.block != stated.place.block for f in (now, before))
        yield finding(
            stated.place, now.place, before.place,
            expected=right, found=stated.amount.text, fix=right, current=now.amount.text, base=before.amount.text,
            severity="warning" if distant else "",
        )  # fmt: skip
