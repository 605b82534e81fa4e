"""样式: fonts, borders, alignment and page set-up, each look made once."""

from __future__ import annotations

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

TEXT, TITLE = 10.5, 16.0  # 五号, 三号
LINE = 1.45  # the height of a line in heights of its letters
_FONT, _HEAD_FONT = "宋体", "黑体"
_MM = 96 / 25.4  # pixels of a millimetre
_POINT_MM = 25.4 / 72
_PADDING, _INDENTED = 1.6, 4.2  # mm that a cell keeps free on its left and right together
_PORTRAIT = 172.0  # mm: what A4 upright holds without shrinking
_LEAST = 20.0
_MOST = 409.0  # points: no row may be higher


class Looks:
    """The looks of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def look(self, **properties: Any) -> Format:  # noqa: ANN401 - XlsxWriter's own words
        """A look by XlsxWriter's properties, over the plain one."""
        full = {"font_name": _FONT, "font_size": TEXT, "valign": "vcenter", "text_wrap": True, **properties}
        key = tuple(sorted(full.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(full)
        return self._made[key]

    def cell(self, role: str, align: str, number: str = "General", *, quoted: bool = False) -> Format:
        """A cell of a table."""
        more: dict[str, Any] = {"bold": True} if role == "head" else {}
        if quoted:
            more["quote_prefix"] = True
        if align != "center":
            more["indent"] = 1
        return self.look(border=1, align=align, num_format=number, **more)

    def line(self, style: str) -> Format:
        """A line above or below a table."""
        if style == "caption":
            return self.look(font_name=_HEAD_FONT, font_size=TITLE, align="center")
        return self.look(align="left")


def pixels(width: float) -> int:
    """The width of a column of so many millimetres."""
    return round(width * _MM)


def height(text: str, width: float, size: float = TEXT, align: str = "left") -> float:
    """The height in points of a row that shows a text in a cell of so many millimetres."""
    room = max(width - (_PADDING if align == "center" else _INDENTED), size * _POINT_MM)
    lines = sum(-(-_wide(line, size) // room) or 1 for line in text.split("\n"))
    return min(_MOST, max(_LEAST, lines * size * LINE + size / 2))


def _wide(line: str, size: float) -> float:
    return sum(0.5 if ord(char) < 0x2E80 and not 0x2000 <= ord(char) < 0x2800 else 1.0 for char in line) * (  # noqa: PLR2004
        size * _POINT_MM
    )


def page(sheet: Worksheet, width: float, *, draft: bool) -> None:
    """A4, lying where the table is wide, as wide as the page, page numbers below and 草稿 above a draft."""
    sheet.set_paper(9)
    if width > _PORTRAIT:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.set_margins(left=0.7, right=0.7, top=0.8, bottom=0.8)
    sheet.set_footer('&C&"宋体,常规"&10第 &P 页　共 &N 页')
    if draft:
        sheet.set_header('&C&"黑体,常规"&22&KC00000草　稿')
