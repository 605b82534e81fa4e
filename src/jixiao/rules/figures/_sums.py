"""What the rules on tables share: whether parts make a total, and how the right figure is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.forms import concepts
from jixiao.model.amount import Amount, in_finest, sharp_total, unit_slip
from jixiao.model.fact import Fact
from jixiao.model.report import BaseRow, BaseTable, Report


def differs(total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether printed parts cannot make a printed total; a slip of the unit is another matter."""
    sums = sharp_total(list(parts))
    return not sums.meets(total.span) and unit_slip(sums, total) is None


def added(total: Amount, parts: Sequence[Amount]) -> str:
    """The sum of the parts, written as the total should be."""
    return in_finest(sum((p.value for p in parts), Decimal(0)), [total, *parts])


def minus(one: Amount, other: Amount) -> str:
    """The difference of two amounts without its sign, as fine as the finer of them."""
    return in_finest(abs(one.value - other.value), [one, other])


def tables(report: Report) -> tuple[BaseTable, ...]:
    """基础数据表 and all other tables of figures."""
    return (*report.base_tables, *report.ledgers)


def groups(table: BaseTable) -> Iterator[tuple[BaseRow, list[BaseRow]]]:
    """Rows with the rows that make them up completely: by concept (三公经费), and the numbered items of 项目支出."""
    rows = {row.concept: row for row in table.rows if row.concept}
    for row in table.rows:
        known = concepts().get(row.concept)
        if known and len(known.parts) > 1 and all(part in rows for part in known.parts):
            yield row, [rows[part] for part in (*known.parts, *known.more) if part in rows]
        elif row.concept == "project_expenditure" and (items := below(table, row, 1)):
            yield row, items


def below(table: BaseTable, row: BaseRow, depth: int) -> list[BaseRow]:
    """The rows of a depth under a row, down to the next row of its own depth."""
    at = next(i for i, other in enumerate(table.rows) if other is row)
    found: list[BaseRow] = []
    for other in table.rows[at + 1 :]:
        if other.depth <= row.depth:
            break
        if other.depth == depth:
            found.append(other)
    return found


def column(row: BaseRow, at: int) -> Fact | None:
    """The figure of a row in a column of the table."""
    return row.columns[at] if at < len(row.columns) else None


def staged(row: BaseRow, stage: str, year: int | None) -> Fact | None:
    """The figure of a row for a stage and a year."""
    return next((f for f in row.columns if f is not None and f.context.stage == stage and f.context.year == year), None)


def narrative(report: Report) -> Iterator[str]:
    """The paragraphs that are sentences."""
    return (p.plain for p in report.document.paragraphs if len(p.plain) > 15)  # noqa: PLR2004 - shorter ones are titles
