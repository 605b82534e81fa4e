"""资金来源之和与年度资金总额不符。

In the money block of a 自评表 the total must be what its sources add up to: 当年财政拨款, 上年结转 and 其他资金, or 一般公共预算,
政府性基金 and so on. Where 上年结转 is already inside 财政拨款 the sum without it may be right, too. Lines that we do not know,
or the same kind twice, leave it open.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._funds import NAMES, amount_field, sources, stage_sums
from jixiao.rules.figures._sums import added, differs
from jixiao.rules.registry import finding, rule


@rule(
    "FG102",
    title="资金来源之和与年度资金总额不符",
    title_en="Sources of funds do not add up to the total",
    message="{column}：各来源之和为{expected}，年度资金总额写成了{found}",
    message_en="{column}: the sources add up to {expected}, the total says {found}",
    cite="arithmetic",
)
def fund_sources_mismatch(report: Report) -> Iterator[Outcome]:
    for sheet in report.appraisals:
        lines = sources(sheet)
        for name, total, parts, complete in stage_sums(sheet, lines):
            amounts = [p.amount for p in parts if p.amount]
            inner = [
                f.amount for line in lines if line.fund != "carried" and (f := amount_field(line, name)) and f.amount
            ]
            if (
                total.amount is None
                or not total.amount.value
                or not differs(total.amount, amounts)
                or (inner and not differs(total.amount, inner))
            ):
                continue
            yield finding(
                total.place, *(p.place for p in parts), expected=added(total.amount, amounts), found=total.text,
                severity="" if complete else "warning", column=NAMES[name],
            )  # fmt: skip
