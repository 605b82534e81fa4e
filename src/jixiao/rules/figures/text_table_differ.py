"""文字与表格的同一数据不一致。

The same figure (concept, year, stage, fund, scope) stands in the text and in a table. Where the text agrees with any table the
matter is settled. A slip of the unit or of the decimal point is named by its own rule.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._same import agree, in_tables, in_text, power_apart, same
from jixiao.rules.registry import finding, rule


@rule(
    "FG401",
    title="文字与表格的同一数据不一致",
    title_en="Text and table give different figures",
    message="{label}：文字为{found}，表中为{expected}",
    message_en="{label}: {found} in the text, {expected} in the table",
    cite="arithmetic",
    severity="warning",
)
def text_table_differ(report: Report) -> Iterator[Outcome]:
    cells = list(in_tables(report))
    told = list(in_text(report))
    for fact in told:
        twins = [cell for cell in cells if same(fact, cell)]
        if not twins or any(agree(fact.amount, cell.amount) or power_apart(fact.amount, cell.amount) for cell in twins):
            continue
        others = any(
            same(fact, other) and any(agree(other.amount, cell.amount) for cell in twins)
            for other in told
            if other is not fact
        )
        yield finding(
            fact.place, *(cell.place for cell in twins), found=fact.amount.text,
            expected=_with_unit(twins[0].amount.text, twins[0].amount.unit),
            severity="info" if others else "", label=fact.label,
        )  # fmt: skip


def _with_unit(text: str, unit: str) -> str:
    return text if text.endswith(unit) else text + unit
