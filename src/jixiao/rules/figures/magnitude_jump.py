"""数值与上年相差悬殊。

A figure ten times last year's, or a tenth of it, is often a slip of the decimal point or of the unit. It may be right, so it is a
question only.
"""

from collections.abc import Iterator

from jixiao.law import Law
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._sums import staged, tables
from jixiao.rules.registry import finding, rule

_SMALL = 100_000  # 元: below this a tenfold change is nothing strange; our choice


@rule(
    "FG503",
    title="数值与上年相差悬殊",
    title_en="A figure out of line with the year before",
    message="{label}：本年{found}，上年{before}，相差{factor}倍以上，请核对小数点和单位",
    message_en="{label}: {found} this year, {before} last year, more than {factor} times apart; check point and unit",
    cite="practice#thresholds",
    severity="info",
)
def magnitude_jump(report: Report, law: Law) -> Iterator[Outcome]:
    factor = law.number("magnitude.factor")
    if report.year is None:
        return
    for table in tables(report):
        for row in table.rows:
            now, then = staged(row, "final", report.year), staged(row, "final", report.year - 1)
            if now is None or then is None or now.amount.value <= 0 or then.amount.value <= 0:
                continue
            large, small = max(now.amount.value, then.amount.value), min(now.amount.value, then.amount.value)
            if large >= small * factor and (not now.amount.is_money or large >= _SMALL):
                yield finding(
                    now.place,
                    then.place,
                    found=now.amount.text,
                    before=then.amount.text,
                    label=row.label.text.strip("："),
                    factor=f"{factor:f}",
                )
