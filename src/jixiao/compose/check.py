"""Check (成文前的检查): what in a filing cannot be printed as it was entered, beyond what reading it tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jixiao.compose.references import References
from jixiao.forms import Form
from jixiao.model.figure import Figure
from jixiao.model.filing import Filing, Mistake, SheetEntry


def check(filing: Filing, form: Form, figures: Mapping[str, Figure]) -> tuple[Mistake, ...]:
    """Every reference that names no figure, an empty one, or does not close, in the order of the filing."""
    references = References(filing, figures)
    found: list[Mistake] = []
    for key, text in filing.texts.items():
        found += references.wrong(text, f"texts.{key}")
    if form.kind == "department":
        found += _sheet("department", filing.department, references)
    for n, sheet in enumerate(filing.projects, 1):
        found += _sheet(f"projects.{n}", sheet, references)
    return tuple(found)


def _sheet(prefix: str, sheet: SheetEntry, references: References) -> Iterator[Mistake]:
    for n, goal in enumerate(sheet.goals, 1):
        for part in ("expected", "achieved"):
            yield from references.wrong(getattr(goal, part), f"{prefix}.goals.{n}.{part}", prefix)
    for n, entry in enumerate(sheet.indicators, 1):
        for part in ("target", "actual"):
            yield from references.wrong(getattr(entry, part), f"{prefix}.indicators.{n}.{part}", prefix)
