"""Indicators from records on the terminal: a row each, with its sums; the rows behind one as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.writers.grid import grid
from jixiao.writers.paint import paint
from jixiao.writers.records.view import Line, Listing, Sheet, Slice, fraction, shown, span
from jixiao.writers.records.words import tell
from jixiao.writers.view import Look
from jixiao.writers.width import columns, crop, pad, tame

_GAP = 2
_LEAST = 8  # columns of a name, however narrow the terminal
_FEWEST = 3  # columns that are always there: code, name, value


def sheet(found: Sheet, by: str, look: Look) -> Iterator[str]:
    """What was computed, then what could not be and why."""
    lang, style = look.lang, paint(colour=look.colour)
    yield style(f"{tell('title', lang)}  {found.period}  {span(found.start, found.end)}", "bold")
    yield summed(found, lang)
    known = [line for line in found.lines if line.proof.value is not None]
    if by:
        for line in known:
            yield ""
            yield style(f"{line.proof.code} {tame(line.title)}  {line.proof.text}", "bold")
            yield from _slices(line, by, look)
    elif known:
        yield ""
        yield from _rows([_head(lang), *(_row(line) for line in known)], look)
    yield from _unknown([line for line in found.lines if line.proof.value is None], look)


def listing(found: Listing, look: Look) -> Iterator[str]:
    """The indicator in two lines, then its rows."""
    lang, style, proof = look.lang, paint(colour=look.colour), found.proof
    yield style(f"{proof.code} {tame(found.title)}  {proof.text}  （{fraction(proof)}）", "bold")
    what = f"{tame(found.what)}：" if lang == "zh" and found.what else ""
    yield f"{found.period}  {span(proof.start, proof.end)}  {what}{counted(found, lang)}"
    if not found.rows:
        return
    yield ""
    rows = [list(found.columns), *([tame(shown(cell)) for cell in row] for row in found.rows)]
    if _taken([max(map(columns, column)) for column in zip(*rows, strict=True)]) <= look.columns:
        yield from _rows(rows, look, right=frozenset())
        return
    for number, row in enumerate(rows[1:], 1):  # too wide for a table: one below the other, nothing cut off
        named = zip(found.columns, row, strict=True)
        words = "；".join(f"{name} {cell}" for name, cell in named if cell)
        yield from grid([(f"{number}.", words)], look.columns)


def counted(found: Listing, lang: str) -> str:
    """How many rows there are and how many are shown."""
    if not found.total:
        return tell("none", lang)
    key = "first" if len(found.rows) < found.total else "all"
    return tell(key, lang, n=f"{len(found.rows):,}", m=f"{found.total:,}")


def summed(found: Sheet, lang: str) -> str:
    """How many indicators were computed."""
    many = len(found.lines)
    key = "summary_all" if found.known == many else "summary"
    return tell(key, lang, n=many, known=found.known, rest=many - found.known)


def _head(lang: str) -> list[str]:
    return [tell(key, lang) for key in ("code", "name", "value", "fraction", "rows")]


def _row(line: Line) -> list[str]:
    proof = line.proof
    return [proof.code, line.title, proof.text, fraction(proof), f"{proof.rows:,}"]


def _slices(line: Line, by: str, look: Look) -> Iterator[str]:
    parts: Sequence[Slice] = line.months if by == "month" else line.units
    if not parts:
        return
    lang = look.lang
    head = [tell("month", lang) if by == "month" else line.by or tell("org", lang), *_head(lang)[2:]]
    yield from _rows([head, *([p.name, p.text, fraction(p), f"{p.rows:,}"] for p in parts)], look, frozenset({1, 2, 3}))


def _unknown(lines: Sequence[Line], look: Look) -> Iterator[str]:
    if not lines:
        return
    yield ""
    yield paint(colour=look.colour)(tell("unknown", look.lang, n=len(lines)), "bold")
    reasons: dict[str, list[Line]] = {}
    for line in lines:
        reasons.setdefault(line.proof.reason, []).append(line)
    colon = "：" if look.lang == "zh" else ": "
    for reason, mine in reasons.items():
        named = "、".join(f"{one.proof.code} {one.title}" for one in mine)
        yield from grid([("·", f"{reason}{colon}{named}")], look.columns)


def _rows(rows: Sequence[Sequence[str]], look: Look, right: frozenset[int] = frozenset({2, 3, 4})) -> Iterator[str]:
    """Aligned columns, numbers to the right; names are cut off, a number never: its whole column gives way."""
    rows = [[tame(cell) for cell in row] for row in rows]
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    if right:
        while len(widths) > _FEWEST and _taken(_cut(widths, right, look.columns)) > look.columns:
            widths.pop()
    widths = _cut(widths, right, look.columns)
    style = paint(colour=look.colour)
    for number, row in enumerate(rows):
        cells = []
        for column, (cell, room) in enumerate(zip(row, widths, strict=False)):
            text = crop(cell, 0, 0, room)[0]
            cells.append(" " * (room - columns(text)) + text if column in right else pad(text, room))
        line = "  " + (" " * _GAP).join(cells).rstrip()
        yield line if number else style(line, "dim")


def _cut(widths: Sequence[int], right: frozenset[int], room: int) -> list[int]:
    """The widest names give way until the row fits, or until they are as short as may be."""
    widths = list(widths)
    names = [n for n in range(len(widths)) if n not in right]
    while _taken(widths) > room and max(widths[n] for n in names) > _LEAST:
        widths[max(names, key=lambda n: widths[n])] -= 1
    return widths


def _taken(widths: Sequence[int]) -> int:
    return sum(widths) + _GAP * len(widths)
