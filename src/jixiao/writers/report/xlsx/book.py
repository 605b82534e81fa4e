"""工作簿: the sheets in their order, and what the file says of itself. The same manuscript gives the same bytes."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter.workbook import Workbook

from jixiao.model.manuscript import Manuscript
from jixiao.writers.report.harmless import harmless
from jixiao.writers.report.xlsx import charts, figures, sheets
from jixiao.writers.report.xlsx.looks import Looks
from jixiao.writers.report.xlsx.plan import CHARTS, DATA, plan

SETTINGS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_FIRST_DAY = datetime(1980, 1, 1, tzinfo=UTC)


def write(manuscript: Manuscript) -> bytes:
    """The tables, charts and figures of a manuscript as one workbook."""
    layout = plan(manuscript)
    target = BytesIO()
    with Workbook(target, SETTINGS) as book:
        _properties(book, manuscript)
        looks = Looks(book)
        for one in layout.sheets:
            sheets.draw(book.add_worksheet(one.name), one, layout, looks, draft=manuscript.draft)
        if manuscript.charts:
            charts.draw(book, book.add_worksheet(CHARTS), manuscript.charts, layout, looks, draft=manuscript.draft)
        figures.draw(book.add_worksheet(DATA), layout, looks, draft=manuscript.draft)
    return target.getvalue()


def _properties(book: Workbook, manuscript: Manuscript) -> None:
    given = manuscript.properties
    book.set_properties(
        {
            "title": harmless(given.get("title", manuscript.title)),
            "subject": harmless(given.get("subject", "")),
            "category": manuscript.category,
            "company": harmless(given.get("unit", "")),
            "created": made(given.get("made", "")),
        }
    )


def made(day: str) -> datetime:
    """The day of the data, so that the file does not depend on the day on which it is written."""
    try:
        return datetime.fromisoformat(day).replace(tzinfo=UTC)
    except ValueError:
        return _FIRST_DAY
