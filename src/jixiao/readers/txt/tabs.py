"""Tables of tabs: one cell a line behind a tab with an empty line after each row (Word, Tika), or a row a line."""

from __future__ import annotations

import re
from collections.abc import Callable

from jixiao.model.document import Block
from jixiao.readers.txt.grid import Draft, table
from jixiao.readers.txt.lines import Line

_POINTS = re.compile(r"[（(]?\d+(?:\.\d+)?分?[）)]?[ \u3000]*")
_AFTER = re.compile(
    r"[ \u3000]*(?:说明|备?注|填[表报]人|填报单位|填报日期|附[件表]|单位负责人|联系[人电]|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+[部章节条]"
    r"|20\d\d年.{0,30}[表书告]|.{2,40}(?:自评表|评分表|基础数据表|情况表|报告|一览表|明细表)[ \u3000]*$)"
)
_SENTENCE = re.compile(r"[。；！？]\s*$")
_PAGE = re.compile(r"[ \u3000]*\d{1,3}[ \u3000]*")
_CONTENTS = re.compile(r"[\s\u3000]*目[\s\u3000]*录[\s\u3000]*")
_LEADER = re.compile(r"(?:\.{3,}|…{1,}|·{3,})[ \u3000]*$")
_LONG = 40
_SHORT = 20


def table_at(lines: list[Line], index: int) -> tuple[Callable[[int], Block] | None, int] | None:
    """The table that begins at ``index`` and where it ends; without a table where these tabs make none."""
    text = lines[index].text
    if text.startswith("\t") and "\t" not in text[1:].rstrip("\t"):
        rows, end = _stacked(lines, index)
    elif "\t" in text.strip("\t"):
        rows, end = _flat(lines, index)
    else:
        return None
    if not _is_table(rows) or _is_contents(lines, index, rows):
        return None, end
    return (lambda block: table(block, rows)), end


def _is_table(rows: list[list[Draft]]) -> bool:
    """Rows of several cells; indented sentences, a sign-off line or a table of contents are none."""
    several = [row for row in rows if len(row) > 1]
    if not several:
        return False
    cells = [draft for row in rows for draft in row]
    if all(len(draft.text) > _LONG or _SENTENCE.search(draft.text) for draft in cells if draft.text.strip()):
        return False
    if len(rows) == 1:
        return len(several[0]) > 2 and all(len(draft.text) <= _LONG for draft in cells)  # noqa: PLR2004
    return True


def _is_contents(lines: list[Line], index: int, rows: list[list[Draft]]) -> bool:
    """Whether the rows are a table of contents (目录): titles and the numbers of their pages."""
    if not all(len(row) == 2 and _PAGE.fullmatch(row[1].text) for row in rows):  # noqa: PLR2004 - title and page
        return False
    above = [line.text for line in lines[max(0, index - 4) : index]]
    return any(_CONTENTS.fullmatch(text) for text in above) or all(_LEADER.search(row[0].text) for row in rows)


def _flat(lines: list[Line], index: int) -> tuple[list[list[Draft]], int]:
    """Rows of one line each, cells between tabs."""
    rows: list[list[Draft]] = []
    while index < len(lines) and "\t" in lines[index].text.strip("\t"):
        line = lines[index]
        rows.append([Draft([word], [line.number]) for word in line.text.rstrip("\t").split("\t")])
        index += 1
    return (rows if len(rows) > 1 else []), index


def _stacked(lines: list[Line], index: int) -> tuple[list[list[Draft]], int]:
    """Cells of one line or more each, the first behind a tab; an empty line ends the row, two or more may end the table."""
    rows: list[list[Draft]] = [[]]
    end = index
    while index < len(lines):
        line = lines[index]
        if line.text.startswith("\t"):
            rows[-1].append(Draft([line.text[1:]], [line.number]))
        elif line.text.strip(" ") == "":
            index = _after_gap(lines, index, rows)
            if index < 0:
                break
            end = index
            continue
        else:
            rows[-1][-1].add(line.text, line.number)
        index += 1
        end = index
    return [row for row in rows if row], end


def _after_gap(lines: list[Line], index: int, rows: list[list[Draft]]) -> int:
    """What stands behind empty lines: a further row, more of the cell, or (-1) the end of the table."""
    start = index
    while index < len(lines) and lines[index].text.strip(" ") == "":
        index += 1
    if index == len(lines):
        return -1
    if lines[index].text.startswith("\t"):
        rows.append([])
        return index
    if not _goes_on(lines, index, index - start):
        return -1
    for line in lines[start:index]:
        rows[-1][-1].add(line.text, line.number)
    return index


def _goes_on(lines: list[Line], index: int, gap: int) -> bool:
    """Whether the lines from ``index``, ``gap`` empty lines below a cell, are still words of that cell."""
    end = index
    while end < len(lines) and lines[end].text.strip(" ") and not lines[end].text.startswith("\t"):
        end += 1
    words = [line.text for line in lines[index:end]]
    followed = end < len(lines) and lines[end].text.startswith("\t")
    if any(_AFTER.match(text) for text in words):
        return False
    if gap > 1:
        return followed and all(_POINTS.fullmatch(text) or not text.strip() for text in words)
    return followed or (all(len(text) <= _SHORT for text in words) and _more(lines, end))


def _more(lines: list[Line], index: int) -> bool:
    """Whether, one empty line further, the table goes on."""
    return index + 1 < len(lines) and lines[index + 1].text.startswith("\t")
