"""The pieces of a manuscript as HTML, so that our own reader finds the same paragraphs and tables in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from jixiao.model.chart import Chart
from jixiao.model.figure import Figure
from jixiao.model.manuscript import Break, Grid, Line, Manuscript, Piece, Run, Slot
from jixiao.writers.report.harmless import harmless
from jixiao.writers.report.svg import draw
from jixiao.writers.report.workings import words

_TAGS = {"heading1": "h1", "heading2": "h2", "heading3": "h3", "heading4": "h4"}
# Class names that no reader takes for the frame of a page.
_CLASSES = {"title": "name", "cover": "front", "date": "dated"}
_LISTED = {"heading1": 1, "heading2": 2}  # in the contents, and how deep
_ALIGNS = {"left": "l", "right": "r"}


class Body:
    """Writes the pieces in order and remembers what the page needs beside them."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self._listed: list[tuple[int, str, str]] = []  # depth, id, words
        self.used: dict[str, Figure] = {}  # the figures that are printed, as they come
        self._numbers: dict[str, int] = {}
        self._mark = ""  # 附件1, until its caption comes
        self.style = ""

    def html(self) -> Iterator[str]:
        """Section after section; each begins a page when printed."""
        for landscape, pieces in _sections(self._manuscript.pieces):
            styles = {one.style if isinstance(one, Line) else "" for one in pieces}
            kind = (
                "sheet wide"
                if landscape
                else "sheet cover"
                if "cover" in styles and styles <= {"cover", "title"}
                else "sheet"
            )
            yield f'<section class="{kind}">\n'
            for piece, following in pairwise((*pieces, None)):
                if isinstance(piece, Line) and piece.style == "caption" and isinstance(following, Grid):
                    continue  # the table carries it
                yield from self._piece(piece, pieces)
            yield "</section>\n"

    def contents(self) -> str:
        """The entries of the table of contents."""
        return "".join(f'<li class="d{depth}"><a href="#{at}">{text}</a></li>' for depth, at, text in self._listed)

    def _piece(self, piece: Piece | None, pieces: Sequence[Piece]) -> Iterator[str]:
        if isinstance(piece, Chart):
            yield f'<figure class="chart">{draw(piece)}</figure>\n'
        elif isinstance(piece, Grid):
            at = next(n for n, one in enumerate(pieces) if one is piece)
            before = pieces[at - 1] if at else None
            yield from self._grid(piece, before if isinstance(before, Line) and before.style == "caption" else None)
        elif isinstance(piece, Line) and piece.text.strip():
            yield self._line(piece)

    # --- lines ---

    def _line(self, line: Line) -> str:
        tag = _TAGS.get(line.style, "p")
        own = f' class="{_CLASSES.get(line.style, line.style)}"' if tag == "p" else ""
        at = ""
        if line.style == "annex":
            self._mark = harmless(line.text) + "　"
        if line.style in _LISTED:
            at = f' id="{self._list(_LISTED[line.style], line.text)}"'
        elif line.style == "caption":
            at = f' id="{self._list(1, self._mark + line.text)}"'
        return f"<{tag}{own}{at}>{_safe(line.number)}{self._runs(line.runs, with_unit=True)}</{tag}>\n"

    def _list(self, depth: int, text: str) -> str:
        at = f"s{len(self._listed) + 1}"
        self._listed.append((depth, at, escape(" ".join(harmless(text).split()))))
        return at

    def _runs(self, runs: Sequence[Run], *, with_unit: bool) -> str:
        return "".join(
            self._figure(run, with_unit=with_unit) if isinstance(run, Figure) else _safe(run) for run in runs
        )

    def _figure(self, figure: Figure, *, with_unit: bool) -> str:
        text = _safe(figure.words if with_unit else figure.text)
        if not text:
            return ""
        self.used.setdefault(figure.id, figure)
        number = self._numbers.setdefault(figure.id, len(self._numbers))
        value = figure.text if figure.value is None else format(figure.value, "f")
        told = f"{figure.name}：{words(figure, self._manuscript.figures)}"
        return f'<data value="{_safe(value)}" data-f="{number}" title="{_safe(told)}">{text}</data>'

    # --- tables ---

    def _grid(self, grid: Grid, caption: Line | None) -> Iterator[str]:
        words_of = caption.text if caption else grid.title
        at = self._list(1, self._mark + words_of)
        self._mark = ""
        total = sum(grid.widths) or 1
        self.style += "".join(
            f"#{at} col:nth-child({n}){{width:{width / total * 100:.2f}%}}" for n, width in enumerate(grid.widths, 1)
        )
        label = "" if caption else f' aria-label="{_safe(grid.title)}"'
        yield f'<div class="grid" tabindex="0"><table id="{at}"{label}>'
        if caption:
            yield f"<caption>{_safe(caption.number)}{self._runs(caption.runs, with_unit=True)}</caption>"
        yield f"<colgroup>{'<col>' * len(grid.widths)}</colgroup>"
        rows: dict[int, list[Slot]] = {n: [] for n in range(1, grid.height + 1)}
        for slot in grid.slots:
            rows[slot.row].append(slot)
        header = _header(grid)
        yield "<thead>" if header else "<tbody>"
        for number, slots in rows.items():
            cells = "".join(self._cell(slot, header) for slot in sorted(slots, key=lambda s: s.column))
            yield f"<tr>{cells}</tr>"
            if number == header:
                yield "</thead><tbody>"
        yield "</tbody></table></div>\n"

    def _cell(self, slot: Slot, header: int) -> str:
        scope = (
            "col"
            if slot.role == "head" or slot.row <= header
            else "row"
            if slot.role == "label" and slot.text.strip()
            else ""
        )
        if scope and (slot.rows if scope == "row" else slot.columns) > 1:
            scope += "group"
        tag = f'th scope="{scope}"' if scope else "td"
        spans = (f' rowspan="{slot.rows}"' if slot.rows > 1 else "") + (
            f' colspan="{slot.columns}"' if slot.columns > 1 else ""
        )
        side = f' class="{_ALIGNS[slot.align]}"' if slot.align in _ALIGNS else ""
        return f"<{tag}{spans}{side}>{self._runs(slot.runs, with_unit=slot.with_unit)}</{tag[:2]}>"


def _sections(pieces: Sequence[Piece]) -> Iterator[tuple[bool, list[Piece]]]:
    landscape, here = False, list[Piece]()
    for piece in (*pieces, Break()):
        if not isinstance(piece, Break):
            here.append(piece)
            continue
        if here:
            yield landscape, here
        landscape, here = piece.landscape, []


def _header(grid: Grid) -> int:
    """The rows of the head; none where a cell reaches out of them."""
    inside = all(s.row + s.rows - 1 <= grid.header for s in grid.slots if s.row <= grid.header)
    return grid.header if inside and 0 < grid.header < grid.height else 0


def _safe(text: str) -> str:
    return escape(harmless(text)).replace("\n", "<br>")
