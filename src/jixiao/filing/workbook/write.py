"""Writing the workbook (生成填报工作簿): empty, filled, or with what carries over from last year."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import xlsxwriter

from jixiao import forms
from jixiao.filing.workbook import appraisal, base, helping, texts
from jixiao.filing.workbook.plan import DEPARTMENT, HIDDEN, PROJECT
from jixiao.filing.workbook.stamp import Stamp
from jixiao.forms import Form, concepts
from jixiao.model.filing import Filing, SheetEntry

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_RATES = ("percent", "points")


def write(
    form: str, year: int, unit: str = "", projects: int = 1, filing: Filing | None = None, last: Filing | None = None
) -> bytes:
    """A workbook for a form, a year and a unit ("" where any may fill it in), as bytes that depend on nothing else.

    ``filing`` is what it is filled with; its projects have a sheet each, even where they are more than ``projects``.
    ``last`` is last year's filing, shown beside this year's cells.
    """
    followed = forms.load(form)
    stamp = Stamp(form, year, unit)
    filled = filing or Filing(form, unit, year)
    out = BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    book.set_properties({"title": f"{year}年度{followed.title}填报工作簿", "created": datetime(year, 1, 1, tzinfo=UTC)})
    book.set_calc_mode("auto")
    _sheets(book, followed, stamp, filled, projects, last)
    book.close()
    return out.getvalue()


def _sheets(
    book: xlsxwriter.Workbook, form: Form, stamp: Stamp, filing: Filing, projects: int, last: Filing | None
) -> None:
    helping.write(book, form, filing)
    cells = base.write(book, form, stamp.unit, filing, last)
    if cells:  # a project's own report has no department's sheet
        before_unit = last.department if last else None
        appraisal.write(book, DEPARTMENT, form, filing.year, filing.department, before_unit, _money(filing, cells))
    before = {sheet.name: sheet for sheet in last.projects} if last else {}
    for at in range(max(projects, len(filing.projects))):
        entry = filing.projects[at] if at < len(filing.projects) else SheetEntry()
        appraisal.write(
            book, f"{PROJECT}{at + 1}", form, filing.year, entry, before.get(entry.name) if entry.name else None
        )
    texts.write(book, form, filing)
    _hidden(book, stamp)


def _money(filing: Filing, cells: dict[str, str]) -> appraisal.Money:
    def total(*names: str) -> str:
        parts = ",".join(cells[name] for name in names)
        return f'=IF(COUNT({parts})=0,"",ROUND(SUM({parts}),6))'

    return appraisal.Money(
        filing.figures.get("year_funds.initial"),
        filing.figures.get("year_funds.adjusted"),
        total("staff_cost", "public_cost", "project_expenditure"),
        total("staff_cost", "public_cost"),
        total("project_expenditure"),
    )


def _hidden(book: xlsxwriter.Workbook, stamp: Stamp) -> None:
    """What the workbook was made for, and the names of the drop-down list of figures."""
    sheet = book.add_worksheet(HIDDEN)
    for row, (name, value) in enumerate(stamp.rows):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, value)
    names = [one.label for one in concepts().values() if one.dimension not in _RATES]
    for row, name in enumerate(names):
        sheet.write_string(row, 3, name)
    book.define_name("names", f"={HIDDEN}!$D$1:$D${len(names)}")
    sheet.protect()
    sheet.very_hidden()
