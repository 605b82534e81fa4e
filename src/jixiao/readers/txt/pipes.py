"""Tables drawn with pipes, as in Markdown (``| 项目 | 金额 |``), or with lines (``│ 项目 │ 金额 │``). A cell may hold ``<br>``."""

from __future__ import annotations

import re
from collections.abc import Callable

from jixiao.model.document import Block, Table, cell
from jixiao.readers.txt.lines import Line

_ROW = re.compile(r"[ \t\u3000]*(?:[|│┃┆║].*[|│┃┆║]|[+┌├└┬┴┼╔╠╚┏┣┗][-+=─━═┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋]+)[ \t\u3000]*")
_RULER = re.compile(r"[|:\- \t=+─━═┌┐└┘├┤┬┴┼│┃║╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋\u3000]+")
_DRAWN = str.maketrans("│┃┆║", "||||")
_EDGE = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)


def table_at(lines: list[Line], index: int) -> tuple[Callable[[int], Block], int] | None:
    """The table whose first row is at ``index``; one row alone is no table, unless a ruler follows it."""
    end = index
    while end < len(lines) and _ROW.fullmatch(lines[end].text):
        end += 1
    rows = [line for line in lines[index:end] if not _is_ruler(line.text)]
    if end <= index + 1 or not rows:
        return None
    return (lambda block: _table(block, rows)), end


def _is_ruler(text: str) -> bool:
    """Whether a line only separates rows: ``|---|---|``, ``├───┼───┤``. A row of empty cells is none."""
    return _RULER.fullmatch(text) is not None and any(mark in text for mark in "-=─━═")


def _table(block: int, rows: list[Line]) -> Table:
    cells = []
    for number, line in enumerate(rows, 1):
        words = _EDGE.split(line.text.translate(_DRAWN).strip(" \t\u3000"))[1:-1]
        for column, word in enumerate(words, 1):
            text = _BREAK.sub("\n", word.strip().replace("\\|", "|"))
            cells.append(cell(block, number, column, text, lines=((0, line.number),)))
    return Table.of(block, cells)
