"""工作簿 of the export: one sheet a table, names in the first row, their Chinese in the second; and a sheet that explains."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from jixiao.model.filing import Filing
from jixiao.model.manuscript import Manuscript
from jixiao.writers.report.exchange.rows import Row, Rows, Value
from jixiao.writers.report.exchange.tables import Table, notes, status, tables
from jixiao.writers.report.harmless import harmless
from jixiao.writers.report.refused import NotWritten
from jixiao.writers.report.xlsx.book import SETTINGS, made
from jixiao.writers.report.xlsx.cells import COMMANDS, LONGEST
from jixiao.writers.report.xlsx.looks import TITLE, Looks, height, pixels
from jixiao.writers.view import number

_EXPLAINED, _WIDTHS = "说明", (62.0, 40.0, 120.0)
_NARROW, _WIDE = 30.0, 70.0
_LONG = 14  # characters of a name that wants a wide column
_A4 = 9
_HEAD = 2  # rows: names, Chinese


def write(filing: Filing, manuscript: Manuscript, files: tuple[tuple[str, str], ...] = ()) -> bytes:
    """The export as bytes; raises NotWritten that lists every value which is longer than its column allows."""
    rows = Rows(filing, manuscript, files)
    filled = [(table, rows.of(table.rows)) for table in tables()]
    if wrong := [said for table, held in filled for said in _too_long(table, held)]:
        raise NotWritten(
            f"有{len(wrong)}项内容超出一体化字段的长度，不截断，请改短后再写："
            + "；".join(zh for zh, _ in wrong)
            + "。",
            f"{len(wrong)} values are too long and are not cut: " + "; ".join(en for _, en in wrong) + ".",
        )
    target = BytesIO()
    with Workbook(target, SETTINGS) as book:
        book.set_properties(
            {"title": f"{filing.year}年度{harmless(filing.unit)}一体化导出", "created": made(filing.date)}
        )
        looks = Looks(book)
        _explain(book.add_worksheet(_EXPLAINED), looks, draft=manuscript.draft)
        for table, held in filled:
            _table(book.add_worksheet(table.name), table, held, looks)
    return target.getvalue()


def _too_long(table: Table, rows: list[Row]) -> Iterator[tuple[str, str]]:
    for n, row in enumerate(rows, 1):
        for column in table.columns:
            value = row.get(column.source)
            at = f"{table.name} 第{n}行 {column.name}（{column.label}）"
            if isinstance(value, str) and len(value) > (column.length or LONGEST):
                most = column.length or LONGEST
                yield (
                    f"{at}有{len(value)}个字，最多{most}个",
                    f"{table.name} row {n} {column.name}: {len(value)} of {most}",
                )
            if isinstance(value, Decimal) and column.number and not _fits(value, *column.number):
                digits, decimals = column.number
                yield (
                    f"{at}为{value}，最多{digits - decimals}位整数、{decimals}位小数",
                    f"{table.name} row {n} {column.name}: {value} is no N({digits},{decimals})",
                )


def _fits(value: Decimal, digits: int, decimals: int) -> bool:
    exact = value == value.quantize(Decimal(1).scaleb(-decimals)) if abs(value) < Decimal(10) ** digits else False
    return exact and abs(value) < Decimal(10) ** (digits - decimals)


def _explain(sheet: Worksheet, looks: Looks, *, draft: bool) -> None:
    for column, width in enumerate(_WIDTHS):
        sheet.set_column_pixels(column, column, pixels(width))
    title = "一体化导出说明" + ("（草稿）" if draft else "")
    last = len(_WIDTHS) - 1
    sheet.merge_range(0, 0, 0, last, title, looks.look(font_name="黑体", font_size=TITLE, align="center"))
    for row, note in enumerate(notes(), 1):
        sheet.merge_range(row, 0, row, last, note, looks.look(align="left"))
        sheet.set_row(row, height(note, sum(_WIDTHS)))
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    top = len(notes()) + 2
    for column, head in enumerate(("表名", "含义", "字段名的依据")):
        sheet.write_string(top, column, head, looks.cell("head", "center"))
    for row, table in enumerate(tables(), top + 1):
        for column, text in enumerate((table.name, table.label, status())):
            sheet.write_string(row, column, text, looks.cell("value", "left"))


def _table(sheet: Worksheet, table: Table, rows: list[Row], looks: Looks) -> None:
    for n, column in enumerate(table.columns):
        longest = max((len(value) for row in rows if isinstance(value := row.get(column.source), str)), default=0)
        sheet.set_column_pixels(n, n, pixels(_WIDE if longest > _LONG else _NARROW))
        sheet.write_string(0, n, column.name, looks.cell("head", "center"))
        sheet.write_string(1, n, column.label, looks.cell("label", "center"))
        for line, row in enumerate(rows, _HEAD):
            _cell(sheet, line, n, row.get(column.source) if column.source else None, looks)
    sheet.freeze_panes(_HEAD, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def _cell(sheet: Worksheet, row: int, at: int, value: Value, looks: Looks) -> None:
    if value is None or value == "":
        sheet.write_blank(row, at, None, looks.cell("empty", "left"))
    elif isinstance(value, Decimal):
        sheet.write_number(row, at, number(value) or 0, looks.cell("value", "right"))
    else:
        words = harmless(value)
        sheet.write_string(row, at, words, looks.cell("value", "left", quoted=words.startswith(COMMANDS)))
