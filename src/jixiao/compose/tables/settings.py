"""Setting (上下文): what the rows of one table are filled from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from jixiao.compose.references import References
from jixiao.compose.wording import filled
from jixiao.forms import Form
from jixiao.forms.layout import RowForm
from jixiao.forms.tables import TableForm
from jixiao.model.figure import Figure
from jixiao.model.filing import Filing, SheetEntry
from jixiao.model.manuscript import Runs


@dataclass(frozen=True)
class Setting:
    """One table of a filing. ``prefix`` is the address of its sheet: department, projects.2."""

    filing: Filing
    form: Form
    figures: Mapping[str, Figure]
    references: References
    table: TableForm
    prefix: str = ""
    sheet: SheetEntry = SheetEntry()

    def figure(self, identity: str) -> Figure | None:
        """The figure that a layout names; a leading dot stands for the sheet."""
        return self.figures.get(f"{self.prefix}{identity}" if identity[:1] == "." else identity)

    def runs(self, text: str) -> Runs:
        """The unit's own words with the figures they refer to."""
        return self.references.runs(text, self.prefix)

    def words(self, text: str) -> str:
        """The form's words with year and unit filled in."""
        return filled(text, self.filing, self.form, self.sheet.name)

    def field(self, name: str) -> tuple[str, str]:
        """A field that is no figure, with its address."""
        if name in ("unit", "year"):
            return str(getattr(self.filing, name)), name
        return str(getattr(self.sheet, name)), f"{self.prefix}.{name}"

    @cached_property
    def listed(self) -> frozenset[str]:
        """The concepts of items that have rows of their own."""
        return frozenset(_items(self.table.layout))


def _items(layout: tuple[RowForm, ...]) -> list[str]:
    return [name for row in layout for name in (*row.items, *_items(row.rows))]
