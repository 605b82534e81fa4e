"""项目自评表与基础数据表的同名项目金额不一致。

A project that has a row of its own in 基础数据表 and a 自评表 must have spent the same in both.
"""

from collections.abc import Iterator

from jixiao.forms.vocabulary import bare
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._funds import amount_field
from jixiao.rules.figures._same import agree, power_apart
from jixiao.rules.figures._sums import below, staged
from jixiao.rules.registry import finding, rule


@rule(
    "FG403",
    title="项目自评表与基础数据表的同名项目金额不一致",
    title_en="A project's sheet and its row in the base table differ",
    message="{label}：自评表执行{found}，基础数据表决算{expected}",
    message_en="{label}: {found} in its sheet, {expected} in the base table",
    cite="arithmetic",
    severity="warning",
)
def project_row_differs(report: Report) -> Iterator[Outcome]:
    rows = {
        bare("".join(row.label.text.split())): row
        for table in report.base_tables for total in table.rows if total.concept == "project_expenditure" for row in below(table, total, 1)
    }  # fmt: skip
    for sheet in report.projects:
        row = rows.get("".join(sheet.name.text.split())) if sheet.name else None
        done = amount_field(sheet.fund, "executed") if sheet.fund else None
        spent = staged(row, "final", report.year) if row else None
        if row is None or done is None or done.amount is None or spent is None or agree(done.amount, spent.amount):
            continue
        if power_apart(done.amount, spent.amount):
            continue
        yield finding(
            done.place,
            spent.place,
            expected=spent.amount.text,
            found=done.text,
            label=sheet.name.text if sheet.name else "",
        )
