"""Tables that run over pages (跨页表格): parts put together, repeated heads dropped, parted cells made whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from jixiao.model.words import squeezed
from jixiao.readers.layout.cells import Sheet
from jixiao.readers.layout.lines import Line, joined

_SAME = 6.0  # points by which the sides of two parts may differ
_COLUMN = 4.0  # points by which a column's edge may differ between two parts
_HEADS = 5  # so many rows at most are repeated on each page


@dataclass(slots=True)
class Held:
    """A cell of a table in the making: its place from 0, its words, whether its last line is full."""

    row: int
    column: int
    rows: int
    columns: int
    text: str
    full: bool = False
    lines: list[Line] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The words without blanks."""
        return squeezed(self.text)


@dataclass(slots=True)
class Draft:
    """A table in the making: edges of its columns, its cells in order, its height in rows, where its pages begin."""

    xs: list[float]
    cells: list[Held]
    rows: int
    open_top: bool = False
    open_bottom: bool = False
    free: list[tuple[float, float]] | None = None  # as Grid.free
    pages: list[tuple[int, int]] = field(default_factory=list)  # (row from 0, page) ascending

    @staticmethod
    def of(sheet: Sheet, page: int) -> Draft:
        """The part of a table that stands on one page."""
        grid = sheet.grid
        cells = [
            Held(spot.row, spot.column, spot.rows, spot.columns, text, full, list(lines))
            for spot, text, full, lines in zip(grid.spots, sheet.texts, sheet.full, sheet.lines, strict=True)
        ]
        draft = Draft(list(grid.xs), cells, len(grid.ys) - 1, grid.open_top, grid.open_bottom, grid.free, [(0, page)])
        if not draft.free:
            draft.close()
        return draft

    def close(self) -> None:
        """Without what only the borders made: bands that no cell of its own with words stands in.

        Such a band is left where a cell that reaches over pages was cut, or ends a little before its neighbours.
        """
        for number in reversed(range(self.rows)):
            own = [one for one in self.cells if one.row == number and one.rows == 1]
            at_end = (number == 0 and self.open_top) or (number == self.rows - 1 and self.open_bottom)
            narrow = 2 * sum(one.columns for one in own) <= len(self.xs) - 1
            if self.rows > 1 and not any(one.words for one in own) and (at_end or narrow):
                self._drop(number)
                if at_end and number == 0:
                    self.open_top = False
                elif at_end:
                    self.open_bottom = False

    def _drop(self, number: int) -> None:
        self.cells = [
            replace(one, row=one.row - (one.row > number), rows=one.rows - (one.row <= number < one.row + one.rows))
            for one in self.cells if (one.row, one.rows) != (number, 1)
        ]  # fmt: skip
        self.rows -= 1

    def row(self, number: int) -> list[Held]:
        """The cells that cover a row."""
        return sorted((one for one in self.cells if one.row <= number < one.row + one.rows), key=lambda one: one.column)


def repeated(above: Draft, below: Draft) -> int:
    """How many of the first rows of the second part repeat those of the first."""
    count = 0
    for number in range(min(_HEADS, above.rows, below.rows - 1)):
        first, second = above.row(number), below.row(number)
        if not any(one.words for one in second) or [_likeness(one) for one in first] != [
            _likeness(one) for one in second
        ]:
            break
        count = number + 1
    while count and any(one.row < count < one.row + one.rows for one in below.cells):
        count -= 1
    return count


def _likeness(one: Held) -> tuple[int, int, str]:
    return one.row, one.rows, one.words


def fit(above: Draft, below: Draft) -> bool:
    """Whether two parts have the same sides; of two without lines, whether their words stand in the same columns."""
    if above.free or below.free:
        return _stand_alike(above.free or [], below.free or [])
    return abs(above.xs[0] - below.xs[0]) <= _SAME and abs(above.xs[-1] - below.xs[-1]) <= _SAME


def _stand_alike(above: list[tuple[float, float]], below: list[tuple[float, float]]) -> bool:
    """Whether columns without lines are the same: as many, each over its own and over no other."""
    return len(above) == len(below) and all(
        (max(a[0], b[0]) < min(a[1], b[1])) == (first == second)
        for first, a in enumerate(above) for second, b in enumerate(below)
    )  # fmt: skip


def _reach(above: Draft, below: Draft) -> list[tuple[float, float]] | None:
    if not above.free or not below.free:
        return None
    return [(min(a[0], b[0]), max(a[1], b[1])) for a, b in zip(above.free, below.free, strict=True)]


def together(above: Draft, below: Draft) -> Draft:
    """One table of two parts."""
    xs = above.xs if above.free else _edges([*above.xs, *below.xs])
    first, second = _placed(above, xs), _placed(below, xs)
    dropped = repeated(above, below)
    second = [replace(one, row=one.row - dropped) for one in second if one.row >= dropped]
    height = below.rows - dropped
    whole = Draft(xs, first, above.rows, above.open_top, free=_reach(above, below), pages=above.pages)
    if height:
        if not dropped and not above.free and (above.open_bottom or below.open_top or _is_split(whole, second)):
            second, height = _row_made_whole(whole, second, height)
        if height:
            whole.pages += [(whole.rows + row, page) for row, page in below.pages]
        _append(whole, second, height)
    whole.open_bottom = below.open_bottom
    return whole


def _edges(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _COLUMN:
            found.append(value)
    return found


def _placed(part: Draft, xs: list[float]) -> list[Held]:
    """The cells of a part in the columns of the whole."""
    at = [min(range(len(xs)), key=lambda n: abs(xs[n] - x)) for x in part.xs]
    if part.free:
        at = list(range(len(xs)))
    return [
        replace(one, column=at[one.column], columns=at[one.column + one.columns] - at[one.column]) for one in part.cells
    ]


def _is_split(above: Draft, below: list[Held]) -> bool:
    """Whether the first row below is the rest of the last row above: only cells that were full go on in it."""
    last = {(one.column, one.columns): one for one in above.row(above.rows - 1)}
    first = [one for one in below if one.row == 0]
    going = [one for one in first if one.words]
    if not going or len(going) == len(first):
        return False
    return all(
        (before := last.get((one.column, one.columns))) is not None and before.full and before.words for one in going
    ) and any(one.words for one in last.values() if one.row == above.rows - 1)


def _row_made_whole(above: Draft, below: list[Held], height: int) -> tuple[list[Held], int]:
    """The last row above takes the words of the first row below; what is left of the second part."""
    last = {(one.column, one.columns): one for one in above.row(above.rows - 1)}
    first = [one for one in below if one.row == 0]
    if any((one.column, one.columns) not in last for one in first if one.rows == 1):
        return below, height
    for one in first:
        before = last.get((one.column, one.columns))
        if before is not None:
            _go_on(before, one)
    rest = []
    for one in below:
        before = last.get((one.column, one.columns)) if one.row == 0 else None
        if before is None:
            rest.append(replace(one, row=max(0, one.row - 1), rows=one.rows - (one.row == 0)))
        elif one.rows > 1:  # reaches further down than the row that was cut
            before.rows += one.rows - 1
    return [one for one in rest if one.rows > 0], height - 1


def _go_on(before: Held, one: Held) -> None:
    if one.words:
        if before.words:
            before.text = joined(before.text, one.text) if before.full else f"{before.text}\n{one.text}"
        else:
            before.text = one.text
        before.full = one.full
        before.lines += one.lines


def _append(whole: Draft, below: list[Held], height: int) -> None:
    """The second part under the first; a cell that was cut at the page's end is whole again."""
    last = {(one.column, one.columns): one for one in whole.cells if one.row + one.rows == whole.rows}
    first = sorted((one for one in below if one.row == 0), key=lambda one: one.column)
    gone = set()
    for one in _rest(last, first) if not whole.free else ():
        before = last[one.column, one.columns]
        before.rows += one.rows
        if one.words:
            before.text, before.full, before.lines = one.text, one.full, one.lines
        gone.add(id(one))
    whole.cells += [replace(one, row=one.row + whole.rows) for one in below if id(one) not in gone]
    whole.rows += height


def _rest(last: dict[tuple[int, int], Held], first: list[Held]) -> Iterator[Held]:
    """The cells of the first row below that are the rest of cells above: those that lead a row, in one of two parts without words.

    Names of levels stand in the middle of their cells, so that a page's end leaves them on either side of it.
    """
    words_above = max((one.column for one in last.values() if one.words and one.rows == 1), default=-1)
    has_words = any(one.words for one in first)
    for one in first:
        before = last.get((one.column, one.columns))
        if before is None or (one.words and before.words):
            return
        if one.words:
            if before.column >= words_above:
                return
        elif not (before.words or before.rows > 1) or not (has_words or one.rows > 1):
            return
        yield one
