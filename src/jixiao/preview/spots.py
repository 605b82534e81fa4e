"""Where to mend (在哪里改): from a place in the report to what the user enters: an address, a cell of the workbook, a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jixiao.compose.document import pieces
from jixiao.compose.whereabouts import Whereabouts
from jixiao.model.figure import Figure
from jixiao.model.manuscript import Grid, Line, Manuscript, Run
from jixiao.model.place import Place
from jixiao.model.preview import Spot
from jixiao.model.report import Report
from jixiao.writers.layout import Layout

_HEADS = ("figures", "items", "texts", "department", "projects", "signoff", "unit", "year", "date", "form")
_MOST = 3  # a figure that was worked out of more entries is named by where it is printed (our choice)


class OfFiling:
    """Places of a composed report, traced back to the entries of the filing."""

    def __init__(self, manuscript: Manuscript, places: Mapping[str, str], texts: Mapping[str, str]) -> None:
        self._manuscript, self._places, self._texts = manuscript, places, texts
        self._at, self._where = pieces(manuscript), Whereabouts(manuscript)

    def __call__(self, place: Place) -> Iterator[Spot]:
        """What to change for something that stands at a place."""
        piece = self._manuscript.pieces[self._at[place.block - 1]]
        names = list(dict.fromkeys(self._entries(self._names(piece, place))))
        if 0 < len(names) <= _MOST:
            yield from (Spot(name, self._found(name, place), place.quote) for name in names)
        else:
            where = self._where.at(place, self._at)
            yield Spot("", (where, where), place.quote)

    def text(self, section: str) -> Spot:
        """The unit's own paragraphs of a chapter."""
        address = f"texts.{section}"
        where = self._places.get(address, address)
        return Spot(address, (where, where))

    def _names(self, piece: object, place: Place) -> Iterator[str]:
        """Ids of figures, or addresses, of what stands at a place."""
        if isinstance(piece, Grid):
            slot = next((s for s in piece.slots if (s.row, s.column) == (place.row, place.column)), None)
            if slot is not None and slot.origin:
                yield slot.origin
            elif slot is not None:
                yield from (run.id for run in slot.runs if isinstance(run, Figure))
        elif isinstance(piece, Line):
            inside = list(_inside(piece.runs, len(piece.number), place))
            yield from (figure.id for figure in inside)
            if not inside and piece.origin:
                yield piece.origin
            elif not inside and piece.section:
                yield f"texts.{self._told(place.quote) or piece.section}"

    def _told(self, quote: str) -> str:
        """The unit's own words within a composed sentence: the reason of a change."""
        return next((name for name, text in self._texts.items() if quote and quote in text), "")

    def _entries(self, names: Iterable[str]) -> Iterator[str]:
        for name in names:
            figure = self._manuscript.figures.get(name)
            if figure is None or figure.formula is None or self._address(name) in self._places:
                yield self._address(name)
            else:
                yield from self._entries(figure.formula.arguments)

    @staticmethod
    def _address(name: str) -> str:
        return name if name.partition(".")[0] in _HEADS else f"figures.{name}"

    def _found(self, address: str, place: Place) -> tuple[str, str]:
        """As the reading of the data says it; else the nearest entry around it; else where it is printed."""
        known, name = address, address
        while known and known not in self._places:
            known = known.rpartition(".")[0]
        if known == address:
            return self._places[known], self._places[known]
        printed = self._where.at(place, self._at)
        # an entry of its own is near; a whole part of the data (texts, department) is not
        near = f"{self._places[known]} {name[len(known) + 1 :]}" if "." in known else name
        return f"{near}（{printed}）", f"{near} ({printed})"


class OfReport:
    """Places of a finished report, as its reader finds them."""

    def __init__(self, report: Report) -> None:
        self._report, self._layouts = report, (Layout(report), Layout(report, "en"))

    def __call__(self, place: Place) -> Iterator[Spot]:
        """The place itself."""
        zh, en = (
            layout.where(place) if place.row else f"{layout.chapter(place).title} {layout.where(place)}"
            for layout in self._layouts
        )  # fmt: skip
        yield Spot("", (zh, en), place.quote)

    def text(self, section: str) -> Spot:
        """A chapter of the report."""
        found = self._report.section(section)
        return next(self(found.place)) if found is not None else Spot("", ("报告正文", "the text of the report"))


Spots = OfFiling | OfReport


def _inside(runs: tuple[Run, ...], at: int, place: Place) -> Iterator[Figure]:
    for run in runs:
        end = at + len(run if isinstance(run, str) else run.words)
        if isinstance(run, Figure) and at < place.end and place.start < end:
            yield run
        at = end
