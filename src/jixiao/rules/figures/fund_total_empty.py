"""资金总额为零或空而分项有数。

A cell of the total row was not filled in, and rate and score follow it. The sum of the parts is what should stand there. A whole
row of zeros is another rule's.
"""

from collections.abc import Iterator
from decimal import Decimal

from jixiao.model.amount import Amount, in_finest
from jixiao.model.appraisal import Appraisal, Field, FundLine
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
        if sheet.fund and _all_zero(sheet.fund) and any(_figures(line) for line in sources(sheet)):
            continue  # a whole row of zeros is a matter of the score
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


def _figures(line: FundLine) -> list[Amount]:
    fields = (line.initial, line.adjusted, line.executed, line.sole)
    return [f.amount for f in fields if f is not None and f.amount is not None]


def _all_zero(line: FundLine) -> bool:
    amounts = _figures(line)
    return bool(amounts) and not any(a.value for a in amounts)


def _parts(sheet: Appraisal, name: str) -> list[Field]:
    """The filled parts other than zero, by source or else by nature."""
    for lines in (sources(sheet), natures(sheet)):
        found = [f for line in lines if (f := amount_field(line, name)) and f.amount and f.amount.value]
        if found:
            return found
    return []
