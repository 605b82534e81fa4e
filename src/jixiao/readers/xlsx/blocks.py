"""段落与表格: the rows of a sheet become paragraphs (titles, units, notes, signatures) and tables.

A row is words where nothing frames it while the table of the sheet is framed, or where one cell goes over the whole width
above or below the table. On a sheet without any frame a row with a single cell is words above the first row of several
cells, below the last one, and between two empty rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.model.document import Block, Cell, Table, cell, paragraph
from jixiao.readers import limits
from jixiao.readers.xlsx.grid import Page, Spot

_SEVERAL = 3  # cells without a frame and without a colon: a row of a table that was left without lines
_GAP = "　　"


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    spots: tuple[Spot, ...]  # those that begin here
    framed: bool
    crossed: bool  # a cell from above goes on, or one that begins here goes on below

    @property
    def filled(self) -> list[Spot]:
        return [spot for spot in self.spots if spot.text.strip()]


class Room:
    """How many positions of tables may still be made; ``full`` once there are none left."""

    def __init__(self) -> None:
        self.left = limits.SHEET_CELLS
        self.tables = limits.TABLES
        self.full = ""


def blocks_of(page: Page, first: int, room: Room, name: str = "") -> Iterator[Block]:
    """The blocks of a sheet, numbered from ``first``; a table without any words above it gets the sheet's name."""
    block = first
    rows = _rows(page)
    words = _which_are_words(rows, page)
    if name and words and not words[0]:
        yield paragraph(block, name)
        block += 1
    table: list[_Row] = []
    for row, is_words in zip(rows, words, strict=True):
        apart = bool(table) and row.number > table[-1].number + 1 and not row.crossed and not table[-1].crossed
        if table and (is_words or (apart and _gap(table[-1].number, row.number, page))):
            yield from _table(table, block, room)
            block, table = block + 1, []
        if not is_words:
            table.append(row)
        elif row.filled:
            text = _GAP.join(spot.text.strip() for spot in row.filled)
            yield paragraph(block, text, lines=((0, row.number),))
            block += 1
    if table:
        yield from _table(table, block, room)


def _rows(page: Page) -> list[_Row]:
    begin: dict[int, list[Spot]] = {}
    for spot in page.spots:
        begin.setdefault(spot.row, []).append(spot)
    found, reach, framed_to = [], 0, 0
    for number in page.rows:
        spots = tuple(begin.get(number, ()))
        framed = any(spot.framed for spot in spots) or number <= framed_to
        crossed = number <= reach or any(spot.bottom > number for spot in spots)
        found.append(_Row(number, spots, framed, crossed))
        reach = max([reach, *(spot.bottom for spot in spots)])
        framed_to = max([framed_to, *(spot.bottom for spot in spots if spot.framed)])
    return found


def _gap(above: int, below: int, page: Page) -> bool:
    """Whether rows that are to be seen and hold nothing lie between; hidden ones do not count."""
    return any(number not in page.unseen for number in range(above + 1, below))


def _which_are_words(rows: list[_Row], page: Page) -> list[bool]:
    framed = any(row.framed for row in rows)
    whole = (page.columns[0], page.columns[-1]) if page.columns else (0, 0)
    is_table = [_surely_table(row, framed_sheet=framed) for row in rows]
    first = next((i for i, sure in enumerate(is_table) if sure), len(rows))
    last = max((i for i, sure in enumerate(is_table) if sure), default=-1)
    found = []
    for i, row in enumerate(rows):
        outside = i < first or i > last
        found.append(
            not is_table[i]
            and (outside or not row.framed)
            and _reads_as_words(row, outside=outside, whole=whole, framed_sheet=framed, alone=_alone(rows, i))
        )
    return found


def _surely_table(row: _Row, *, framed_sheet: bool) -> bool:
    """Whether a row has several cells side by side, and the frame that the sheet's tables have."""
    if row.crossed and len(row.spots) != 1:
        return True
    if framed_sheet:
        return row.framed and len(row.spots) > 1
    return len(row.filled) > 1 and not _labelled(row)


def _reads_as_words(row: _Row, *, outside: bool, whole: tuple[int, int], framed_sheet: bool, alone: bool) -> bool:
    filled = row.filled
    if framed_sheet and not row.framed:
        return len(filled) < _SEVERAL or _labelled(row)
    if len(filled) != 1:
        return _labelled(row) and outside
    over_all = (filled[0].column, filled[0].right) == whole
    return (outside and (not row.framed or over_all)) or (not framed_sheet and (alone or over_all))


def _labelled(row: _Row) -> bool:
    """填表人：…  填报日期：… in cells of its own, 单位：万元 at the right end."""
    return bool(row.filled) and all("：" in spot.text.replace(":", "：") for spot in row.filled)


def _alone(rows: list[_Row], i: int) -> bool:
    before = i == 0 or rows[i - 1].number < rows[i].number - 1
    after = i + 1 == len(rows) or rows[i + 1].number > rows[i].number + 1
    return before and after


def _table(rows: list[_Row], block: int, room: Room) -> Iterator[Table]:
    """The table of some rows, without the empty ones that only prolong it."""
    ends = [i for i, row in enumerate(rows) if row.filled]
    if not ends:
        return
    reach = max(spot.bottom for row in rows[: ends[-1] + 1] for spot in row.spots)
    rows = [row for i, row in enumerate(rows) if i <= ends[-1] or row.number <= reach]
    spots = [spot for row in rows for spot in row.spots]
    used = sorted({edge for spot in spots for edge in (spot.column, spot.right)})
    across = {column: n for n, column in enumerate(used, 1)}
    down = {row.number: n for n, row in enumerate(rows, 1)}
    wide = min(len(used), limits.COLUMNS)
    high = min(len(rows), room.left // wide)
    if room.tables <= 0 or high < len(rows) or wide < len(used):
        room.full = "tables" if room.tables <= 0 else "sheet_cells"
    if room.tables <= 0 or not high:
        return
    room.left -= wide * high
    room.tables -= 1
    made = [
        _cell(spot, block, down, across, wide, high)
        for spot in spots
        if across[spot.column] <= wide and down[spot.row] <= high
    ]
    yield Table.of(block, _filled_up(made, rows[:high], block, wide))


def _cell(spot: Spot, block: int, down: dict[int, int], across: dict[int, int], wide: int, high: int) -> Cell:
    row, column = down[spot.row], across[spot.column]
    bottom = min(down.get(spot.bottom, high), high)
    right = min(across[spot.right], wide)
    return cell(
        block, row, column, spot.text, rows=max(1, bottom - row + 1), columns=right - column + 1, lines=((0, spot.row),),
    )  # fmt: skip


def _filled_up(made: list[Cell], rows: list[_Row], block: int, wide: int) -> list[Cell]:
    """The cells in reading order, an empty one where there is none: as a table of Word has them."""
    taken = {
        (r, c)
        for one in made
        for r in range(one.row, one.row + one.rows)
        for c in range(one.column, one.column + one.columns)
    }
    empty = [
        cell(block, r, c, "", lines=((0, row.number),))
        for r, row in enumerate(rows, 1) for c in range(1, wide + 1) if (r, c) not in taken
    ]  # fmt: skip
    return sorted((*made, *empty), key=lambda one: (one.row, one.column))
