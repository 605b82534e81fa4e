"""基本支出与项目支出之和不等于总额。

基本支出 and 项目支出 make the whole of a department's spending (预算法实施条例第五条). Where the form gives them without a stage
(「基本支出：221.67」) they may belong to any of the three totals; only if they fit none is it a fault.
"""

from collections.abc import Iterator

from jixiao.model.appraisal import Appraisal
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._funds import NAMES, STAGES, amount_field, natures, stage_sums
from jixiao.rules.figures._sums import added, differs
from jixiao.rules.registry import finding, rule


@rule(
    "FG103",
    title="基本支出与项目支出之和不等于总额",
    title_en="Basic and project expenditure do not add up to the total",
    message="{column}：基本支出与项目支出之和为{expected}，总额为{found}",
    message_en="{column}: basic and project expenditure add up to {expected}, the total is {found}",
    cite="arithmetic",
)
def fund_natures_mismatch(report: Report) -> Iterator[Outcome]:
    for sheet in report.appraisals:
        for name, total, parts, complete in stage_sums(sheet, natures(sheet)):
            amounts = [p.amount for p in parts if p.amount]
            if complete and total.amount is not None and total.amount.value and differs(total.amount, amounts):
                yield finding(
                    total.place,
                    *(p.place for p in parts),
                    expected=added(total.amount, amounts),
                    found=total.text,
                    column=NAMES[name],
                )
        yield from _alone(sheet)


def _alone(sheet: Appraisal) -> Iterator[Outcome]:
    """Figures without a stage."""
    lines = natures(sheet)
    parts = [f for line in lines if (f := amount_field(line, "sole")) and f.amount]
    totals = [f for name in STAGES if sheet.fund and (f := amount_field(sheet.fund, name)) and f.amount]
    amounts = [p.amount for p in parts if p.amount]
    if len(parts) != len(lines) or not parts or not totals:
        return
    if all(differs(t.amount, amounts) for t in totals if t.amount) and totals[-1].amount:
        yield finding(
            totals[-1].place,
            *(p.place for p in parts),
            expected=added(totals[-1].amount, amounts),
            found=totals[-1].text,
            column="资金总额",
        )
