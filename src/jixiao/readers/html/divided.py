"""Tables that are made of other elements (非表格元素的表格): by their looks, or by rows of equally many short pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

from jixiao.readers import limits
from jixiao.readers.html.look import Look
from jixiao.readers.html.nodes import attribute, children, collapsed
from jixiao.readers.html.tables import Spot

_ROWS = frozenset(("div", "li", "ul", "dl", "ol", "section"))
_CELLS = frozenset(("div", "span", "li", "dd", "dt", "p", "label", "b", "strong", "em", "i", "a"))
_BLOCK = "p, table, ul, ol, dl, h1, h2, h3, h4, br"
_TELLING = re.compile(r"(?i)(?:^|[-_ ])(?:tr|td|th|row|col|cell|line|table|tbody|thead|grid)s?\d*(?:$|[-_ ])")
_GROUPS = ("table-row-group", "table-header-group", "table-footer-group")
_COUNT = re.compile(r"repeat\(\s*(\d{1,2})\s*,")
_SPAN = re.compile(r"span\s+(\d{1,2})")
_FEW, _SEVERAL = 2, 3
_SHORT = 40  # characters: most cells are no longer
_DEEP = 4
_MOST_LINKS = 0.3  # of the rows: a list of news also has a title and a date in each

Row = list[LexborNode]


def spots_of(node: LexborNode, look: Look, skipped: frozenset[int]) -> list[Spot]:
    """The cells of an element that is shown as a table; none where it is not."""
    if node.tag not in _ROWS:
        return []
    display = look.of(node).get("display", "")
    if display in ("grid", "inline-grid"):
        return _grid(node, look, skipped)
    rows = _by_looks(node, look, skipped, 0) if display in ("table", *_GROUPS) else _by_rows(node, look, skipped)
    return [Spot(one, at, column, 1, 1) for at, row in enumerate(rows, 1) for column, one in enumerate(row, 1)]


def _inside(node: LexborNode, skipped: frozenset[int]) -> Row:
    return [one for one in children(node) if one.is_element_node and one.mem_id not in skipped and one.tag != "br"]


def _by_looks(node: LexborNode, look: Look, skipped: frozenset[int], depth: int) -> list[Row]:
    """Rows of what is displayed as a table."""
    found: list[Row] = []
    for one in _inside(node, skipped):
        display = look.of(one).get("display", "")
        if display == "table-row":
            found.append(_inside(one, skipped))
        elif display in _GROUPS and depth < _DEEP:
            found += _by_looks(one, look, skipped, depth + 1)
    return found if max(map(len, found), default=0) >= _FEW else []


def _grid(node: LexborNode, look: Look, skipped: frozenset[int]) -> list[Spot]:
    """Cells that flow into as many columns as the style says."""
    style = look.of(node).get("grid-template-columns", "")
    repeated = _COUNT.search(style)
    width = int(repeated[1]) if repeated else len(re.sub(r"\([^)]*\)", "()", style).split())
    cells = _inside(node, skipped)
    if not _FEW <= width <= limits.COLUMNS or any(one.css_first("p, table") is not None for one in cells):
        return []
    taken: set[tuple[int, int]] = set()
    found: list[Spot] = []
    row = column = 0
    for one in cells:
        values = look.of(one)
        wide, high = (min(_span(values.get(name, "")), width) for name in ("grid-column", "grid-row"))
        while (row, column) in taken or column + wide > width:
            row, column = (row, column + 1) if column + 1 < width else (row + 1, 0)
        taken |= {(row + down, column + over) for down in range(high) for over in range(wide)}
        found.append(Spot(one, row + 1, column + 1, high, wide))
    return found if row else []


def _span(text: str) -> int:
    match = _SPAN.search(text)
    return max(1, int(match[1])) if match else 1


def _by_rows(node: LexborNode, look: Look, skipped: frozenset[int]) -> list[Row]:
    """Rows of equally many short pieces, with nothing between them; a list of news is none."""
    rows = _rows(node, look, skipped, 0)
    width = len(rows[0]) if rows else 0
    if len(rows) < _FEW or width < _FEW:
        return []
    if sum(1 for row in rows if row[0].css_first("a") is not None or row[0].tag == "a") > len(rows) * _MOST_LINKS:
        return []
    texts = [[collapsed(one.text()) for one in row] for row in rows]
    lengths = sorted(len(text) for row in texts for text in row)
    if lengths[len(lengths) // 2] > _SHORT or not any(
        char.isdigit() for row in texts[1:] for text in row for char in text
    ):
        return []
    told = any(look.of(one).get("display", "") in ("flex", "inline-flex") for row in rows for one in _holders(row))
    told = told or any(_TELLING.search(attribute(one, "class")) for row in rows for one in (*_holders(row), *row))
    return rows if told or (width >= _SEVERAL and len(rows) >= _SEVERAL) else []


def _holders(row: Sequence[LexborNode]) -> Iterator[LexborNode]:
    parent = row[0].parent
    if parent is not None:
        yield parent


def _rows(node: LexborNode, look: Look, skipped: frozenset[int], depth: int) -> list[Row]:
    """The rows in an element, its own or those of its groups; none where anything else stands between them."""
    found: list[Row] = []
    for child in children(node):
        if child.tag == "-text":
            if collapsed(child.text_content or ""):
                return []
        elif child.is_element_node and child.mem_id not in skipped:
            row = _row(child, skipped)
            inner = [row] if row else _rows(child, look, skipped, depth + 1) if depth < 1 and child.tag in _ROWS else []
            if not inner or (found and len(inner[0]) != len(found[0])):
                return []
            found += inner
    return found


def _row(node: LexborNode, skipped: frozenset[int], *, outer: bool = True) -> Row:
    """The cells of an element that is a row: pieces without paragraphs or lists in them, and no words beside them.

    What holds pieces that are divided themselves is a group of rows.
    """
    if node.tag not in _ROWS:
        return []
    cells: Row = []
    for child in children(node):
        if child.tag == "-text":
            if collapsed(child.text_content or ""):
                return []
        elif child.is_element_node and child.mem_id not in skipped:
            if child.tag not in _CELLS or (outer and _row(child, skipped, outer=False)):
                return []
            cells.append(child)
    if outer and any(one.css_first(_BLOCK) is not None for one in cells):
        return []
    return cells if len(cells) >= _FEW else []
