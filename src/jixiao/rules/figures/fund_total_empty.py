"""资金总额为零或空而分项有数。

「年度资金总额0，其中财政拨款90万元，执行率0，得分0」: the total row was not filled in, and rate and score follow it. The sum of the
parts is what should stand there.
"""

from collections.abc import Iterator
from decimal import Decimal

from jixiao.model.amount import in_finest
from jixiao.model.appraisal import Appraisal, Field
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._funds import NAMES, STAGES, amount_field, natures, sources
from jixiao.rules.registry import finding, rule


@rule(
    "FG104",
    title="资金总额为零或空而分项有数",
    title_en="The total of funds is zero or empty, its parts are not",
    message="{column}的年度资金总额应为{expected}（分项之和），现为{found}",
    message_en="The total of {column} should be {expected} (the sum of its parts), it is {found}",
    cite="arithmetic",
)
def fund_total_empty(report: Report) -> Iterator[Outcome]:
    for sheet in report.appraisals:
        for name in (*STAGES, "sole"):
            total: Field | None = getattr(sheet.fund, name) if sheet.fund else None
            if total is None or (total.amount.value if total.amount else total.text):
                continue
            parts = _parts(sheet, name)
            if parts:
                amounts = [p.amount for p in parts if p.amount]
                whole = in_finest(sum((a.value for a in amounts), Decimal(0)), amounts) if amounts else ""
                yield finding(
                    total.place, *(p.place for p in parts), expected=whole, found=total.text or "空", column=NAMES[name],
                )  # fmt: skip


def _parts(sheet: Appraisal, name: str) -> list[Field]:
    """The filled parts other than zero, by source or else by nature."""
    for lines in (sources(sheet), natures(sheet)):
        found = [f for line in lines if (f := amount_field(line, name)) and f.amount and f.amount.value]
        if found:
            return found
    return []
