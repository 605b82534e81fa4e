"""What was read held against what stands there: cell by cell at its place, digit by digit, doubt by doubt.

Differences are those of difflib, which are never fewer than the edit distance: nothing is flattered.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TypeVar

from jixiao.model.document import Cell, Document, Table

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3})")
_LEAST = 0.3  # tables and rows less alike than this have nothing to do with each other

Span = tuple[int, int]
T = TypeVar("T")


@dataclass(slots=True)
class Count:
    """What was counted so far."""

    digits: int = 0
    off: int = 0  # digits and points read wrongly, lost or made up
    marked: int = 0  # of these: in a figure that has a doubt
    cells: int = 0
    placed: int = 0  # cells at their row and column, covering as many
    figures: int = 0
    silent: int = (
        0  # figures in our cells that do not stand there in truth and have no doubt: what would accuse falsely
    )
    lost: int = 0  # figures of the truth that no cell at their place has
    doubts: int = 0
    needless: int = 0  # doubts on words that are right
    han: int = 0
    han_off: int = 0
    prose: int = 0
    prose_off: int = 0
    tables: int = 0
    unmatched: int = 0  # tables without their like
    wrong: list[tuple[Cell, str]] = field(default_factory=list)  # cells of the truth, and what was read


def compare(truth: Document, read: Document, count: Count) -> None:
    """Adds one file."""
    doubts = _doubts(read)
    count.doubts += len(read.doubts)
    count.tables += len(truth.tables)
    for ours, theirs in _pairs(truth.tables, read.tables, _alike):
        if theirs is None:
            count.unmatched += 1
        _table(ours, theirs, doubts, count)
    a, b = _prose(truth), _prose(read)
    count.prose += len(a)
    count.prose_off += sum(max(i1 - i0, j1 - j0) for i0, i1, j0, j1 in differences(a, b))
    known = "".join(_folded(one.text)[0] for one in truth.words)
    for doubt in read.doubts:  # outside cells it is not known where: right if such words stand anywhere in the truth
        if doubt.place.row is None and _folded(doubt.place.quote)[0] in known:
            count.needless += 1


def figures(text: str) -> list[str]:
    """The figures of a text without the commas of thousands."""
    return _NUMBER.findall(_THOUSANDS.sub("", _folded(text)[0]))


@lru_cache(maxsize=4096)
def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    """A text without blanks, every character in its plain width; with each, where it stood."""
    kept = []
    for at, char in enumerate(text):
        plain = unicodedata.normalize("NFKC", char)
        if not char.isspace():
            kept.append((plain if len(plain) == 1 else char, at))  # ㎡ has no digit
    return "".join(char for char, _ in kept), tuple(at for _, at in kept)


def _doubts(read: Document) -> dict[tuple[int, int | None, int | None], list[Span]]:
    found: dict[tuple[int, int | None, int | None], list[Span]] = {}
    for one in read.doubts:
        found.setdefault((one.place.block, one.place.row, one.place.column), []).append(
            (one.place.start, one.place.end)
        )
    return found


def _prose(document: Document) -> str:
    return "".join(char for one in document.paragraphs for char in one.text if _is_han(char))


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def differences(a: str, b: str) -> list[tuple[int, int, int, int]]:
    """Where two texts differ."""
    if a == b:
        return []
    return [one[1:] for one in SequenceMatcher(None, a, b, autojunk=False).get_opcodes() if one[0] != "equal"]


def _pairs(truth: Sequence[T], read: Sequence[T], alike: Callable[[T, T], float]) -> Iterator[tuple[T, T | None]]:
    """Each one of the truth with its like, in order, so that most is alike; those without one with None."""
    best = [[0.0] * (len(read) + 1) for _ in range(len(truth) + 1)]
    likeness = [[alike(one, other) for other in read] for one in truth]
    for i in range(len(truth) - 1, -1, -1):
        for j in range(len(read) - 1, -1, -1):
            both = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] >= _LEAST else 0.0
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(truth):
        if j < len(read) and likeness[i][j] >= _LEAST and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            yield truth[i], read[j]
            i, j = i + 1, j + 1
        elif j < len(read) and best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield truth[i], None
            i += 1


def _alike(one: Table, other: Table) -> float:
    a, b = ("".join(_folded(cell.text)[0] for cell in table.cells) for table in (one, other))
    return SequenceMatcher(None, a, b, autojunk=False).quick_ratio()


def _rows_alike(one: tuple[Cell | None, ...], other: tuple[Cell | None, ...]) -> float:
    if len(one) != len(other):
        a, b = ("".join(_folded(cell.text)[0] for cell in row if cell) for row in (one, other))
        return SequenceMatcher(None, a, b, autojunk=False).quick_ratio()
    both = [(_folded(mine.text)[0], _folded(his.text)[0]) for mine, his in zip(one, other, strict=True) if mine and his]
    words = [(a, b) for a, b in both if a or b]
    if not words:
        return 0.5
    return sum(1.0 if a == b else SequenceMatcher(None, a, b, autojunk=False).quick_ratio() for a, b in words) / len(
        words
    )


def _table(
    truth: Table, read: Table | None, doubts: dict[tuple[int, int | None, int | None], list[Span]], count: Count
) -> None:
    rows = dict[int, int]()
    if read is not None:
        mine, his = list(enumerate(truth.grid, 1)), list(enumerate(read.grid, 1))
        for one, other in _pairs(mine, his, lambda a, b: _rows_alike(a[1], b[1])):
            if other is not None:
                rows[one[0]] = other[0]
    met = set[int]()
    for cell in truth.cells:
        like = read.at(rows[cell.row], cell.column) if read is not None and cell.row in rows else None
        if like is not None and (id(like) in met or (like.row, like.column) != (rows[cell.row], cell.column)):
            like = None
        if like is not None:
            met.add(id(like))
        _cell(cell, like, doubts.get((like.block, like.row, like.column), []) if like else [], count)
        if like is not None and (like.row, like.rows, like.columns) == (rows[cell.row], cell.rows, cell.columns):
            count.placed += 1
    for cell in read.cells if read is not None else ():
        if id(cell) not in met:
            _made_up(cell, doubts.get((cell.block, cell.row, cell.column), []), count)


def _cell(truth: Cell, read: Cell | None, doubts: Sequence[Span], count: Count) -> None:
    a = _folded(truth.text)[0]
    b, stood = _folded(read.text) if read else ("", ())
    count.cells += 1
    mine, his = figures(truth.text), figures(read.text if read else "")
    count.digits += sum(map(str.isdigit, a))
    count.figures += len(mine)
    count.lost += len(mine) - _common(mine, his)
    count.han += sum(map(_is_han, a))
    changed = differences(a, b)
    for i0, i1, j0, j1 in differences(*("".join(filter(_is_han, text)) for text in (a, b))):
        count.han_off += max(i1 - i0, j1 - j0)
    for start, end in doubts:
        span = [at for at, where in enumerate(stood) if start <= where < end]
        touched = any(j0 <= at < max(j1, j0 + 1) or j1 == j0 == at + 1 for _, _, j0, j1 in changed for at in span)
        count.needless += bool(span) and not touched
    _digits(a, b, [any(s <= where < e for s, e in doubts) for where in stood], count)
    if a != b:
        count.wrong.append((truth, read.text if read else "-"))


def _digits(a: str, b: str, marked: Sequence[bool], count: Count) -> None:
    """Digits that are off, and whether what is there instead, or beside, is doubted."""
    mine, his = _kept(a), _kept(b)
    for i0, i1, j0, j1 in differences("".join(a[at] for at in mine), "".join(b[at] for at in his)):
        wrong = max(i1 - i0, j1 - j0)
        near = range(max(0, j0 - 1), min(len(his), j1 + 1)) if j0 == j1 else range(j0, j1)
        count.off += wrong
        count.marked += wrong * any(marked[his[at]] for at in near)
    truth = figures(a)
    for match in _NUMBER.finditer(b.replace(",", " ")) if figures(b) != truth else ():
        if match[0] in truth:
            truth.remove(match[0])
        elif not any(marked[match.start() : match.end()]):
            count.silent += 1


def _kept(text: str) -> list[int]:
    """Where digits stand, and points between digits."""
    return [
        at for at, char in enumerate(text)
        if char.isdigit() or (char == "." and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit())
    ]  # fmt: skip


def _made_up(cell: Cell, doubts: Sequence[Span], count: Count) -> None:
    """A cell that nothing in the truth stands for: its figures are all made up at that place."""
    text, stood = _folded(cell.text)
    marked = [any(start <= where < end for start, end in doubts) for where in stood]
    count.silent += sum(not any(marked[m.start() : m.end()]) for m in _NUMBER.finditer(text))


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    left = list(other)
    for text in one:
        if text in left:
            left.remove(text)
    return len(other) - len(left)


def found(truth: Document, texts: Sequence[str]) -> tuple[int, int]:
    """How many figures of the truth's cells stand anywhere among these texts, and how many there are."""
    wanted = [one for table in truth.tables for cell in table.cells for one in figures(cell.text)]
    return _common(wanted, [one for text in texts for one in figures(text)]), len(wanted)
