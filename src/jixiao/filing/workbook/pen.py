"""Pen (书写): one sheet of the workbook, written row by row in the house's formats."""

from __future__ import annotations

from typing import Any

from jixiao.filing.workbook.plan import column_letter
from jixiao.model.amount import Amount

_FONT = {"font_name": "宋体", "font_size": 10.5, "valign": "vcenter"}
_BORDER = {"border": 1, "border_color": "#A6A6A6"}
STYLES: dict[str, dict[str, Any]] = {
    "title": {"font_name": "黑体", "font_size": 16, "bold": True, "valign": "vcenter"},
    "section": {"font_name": "黑体", "font_size": 12, "valign": "vcenter", "font_color": "#1F3864"},
    "note": {"font_size": 9, "font_color": "#595959", "text_wrap": True, "valign": "top"},
    "hint": {"font_size": 9, "font_color": "#595959", "text_wrap": True},
    "body": {"text_wrap": True, "valign": "top"},
    "head": {**_BORDER, "bold": True, "bg_color": "#D9E2F3", "align": "center", "text_wrap": True},
    "label": {**_BORDER, "bg_color": "#F2F2F2", "text_wrap": True},
    "unit": {**_BORDER, "bg_color": "#F2F2F2", "align": "center", "font_color": "#595959"},
    "entry": {**_BORDER, "bg_color": "#FFFBE0", "locked": False},
    "words": {**_BORDER, "bg_color": "#FFFBE0", "locked": False, "num_format": "@", "text_wrap": True, "valign": "top"},
    "word": {**_BORDER, "bg_color": "#FFFBE0", "locked": False, "num_format": "@", "text_wrap": True},
    "pick": {**_BORDER, "bg_color": "#FFFBE0", "locked": False, "text_wrap": True, "align": "center"},
    "sum": {**_BORDER, "bg_color": "#E7EFE4", "font_color": "#375623"},
    "open": {**_BORDER, "bg_color": "#F3F7DC", "font_color": "#375623", "locked": False},
    "rate": {**_BORDER, "bg_color": "#E7EFE4", "font_color": "#375623", "num_format": "0.00%", "align": "right"},
    "last": {**_BORDER, "bg_color": "#F2F2F2", "font_color": "#7F7F7F", "text_wrap": True, "align": "center"},
    "never": {**_BORDER, "bg_color": "#D9D9D9", "align": "center", "font_color": "#7F7F7F"},
    "wrong": {"bg_color": "#F8CBAD", "font_color": "#9C0006"},
    "right": {"bg_color": "#C6EFCE", "font_color": "#375623"},
    "hidden": {"font_color": "#FFFFFF"},
}
_PROTECTION = {
    "format_columns": True, "format_rows": True, "format_cells": True, "insert_rows": True, "delete_rows": True,
    "select_locked_cells": True, "select_unlocked_cells": True,
}  # fmt: skip
_A4 = 9
_MARGIN = 0.5


class Pen:
    """Writes one sheet. Rows and columns count from 1; ``row`` is the row that is being written."""

    def __init__(self, book: Any, name: str, kind: str, widths: tuple[float, ...]) -> None:  # noqa: ANN401 - XlsxWriter has no types
        self.book, self.name = book, name
        self.sheet = book.add_worksheet(name)
        self.row = 1
        self.sheet.set_column(0, 0, 3, None, {"hidden": True})
        for at, width in enumerate(widths, 1):
            self.sheet.set_column(at, at, width)
        self.key(kind)
        self.sheet.hide_gridlines(2)
        self.sheet.set_landscape()
        self.sheet.set_paper(_A4)
        self.sheet.set_margins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_footer("&C第 &P 页，共 &N 页&R&A")
        self.sheet.protect("", _PROTECTION)

    def style(self, name: str, **more: Any) -> Any:  # noqa: ANN401 - a format of XlsxWriter
        """A format, made once for all sheets of the book."""
        made: dict[str, Any] = self.book.__dict__.setdefault("_jixiao_formats", {})
        key = repr((name, sorted(more.items())))
        if key not in made:
            made[key] = self.book.add_format({**_FONT, **STYLES[name], **more})
        return made[key]

    def key(self, name: str) -> None:
        """Names the row for those who read it."""
        self.sheet.write_string(self.row - 1, 0, name, self.style("hidden"))

    def down(self, rows: int = 1, height: float | None = None) -> None:
        """Goes on to the next row."""
        if height:
            self.sheet.set_row(self.row - 1, height)
        self.row += rows

    def text(self, column: int, words: str, style: str, to: int = 0, **more: Any) -> None:  # noqa: ANN401 - properties of a format
        """Words, never taken for a formula, a link or a number; ``to`` merges up to a column."""
        made = self.style(style, **more)
        if to > column:
            self.sheet.merge_range(self.row - 1, column - 1, self.row - 1, to - 1, "", made)
        if words:
            self.sheet.write_string(self.row - 1, column - 1, words, made)
        else:
            self.sheet.write_blank(self.row - 1, column - 1, None, made)

    def amount(self, column: int, amount: Amount | None, unit: str) -> None:
        """A number where its unit stands beside it; in another unit as words."""
        if amount is None:
            self.text(column, "", "entry")
        elif amount.unit != unit:
            self.text(column, amount.text, "entry")
        else:
            number = float(amount.number)
            kept = f"{amount.number:f}" == f"{number:.15g}"
            more = {} if kept else {"num_format": "0." + "0" * amount.decimals}
            self.sheet.write_number(self.row - 1, column - 1, number, self.style("entry", **more))

    def formula(self, column: int, formula: str, style: str = "sum") -> None:
        """A formula that nobody overwrites by mistake."""
        self.sheet.write_formula(self.row - 1, column - 1, formula, self.style(style), "")

    def choose(self, column: int, words: tuple[str, ...], rows: int = 1, title: str = "", message: str = "") -> None:
        """A drop-down list; another word is warned of, not refused: what is pasted is looked at when it is read."""
        self.check(
            column, rows, {"validate": "list", "source": list(words), "error_type": "warning", "error_title": "不在列表中",
                           "error_message": "请从下拉列表里选；仍要这样填请按“是”。", "input_title": title, "input_message": message},
        )  # fmt: skip

    def tell(self, column: int, title: str, message: str, rows: int = 1) -> None:
        """Words that appear when a cell is chosen."""
        self.check(column, rows, {"validate": "any", "input_title": title, "input_message": message})

    def check(self, column: int, rows: int, options: dict[str, Any]) -> None:
        """A validation from this row on."""
        self.sheet.data_validation(self.row - 1, column - 1, self.row + rows - 2, column - 1, options)

    def at(self, column: int, row: int = 0) -> str:
        """D7."""
        return f"{column_letter(column)}{row or self.row}"
