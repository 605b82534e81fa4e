"""Check (成文前的检查): what in a filing cannot be printed as it was entered, beyond what reading it tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from jixiao.compose.references import References
from jixiao.forms import Form, base_lines
from jixiao.model.figure import Figure
from jixiao.model.filing import Filing, Mistake, SheetEntry


def check(filing: Filing, form: Form, figures: Mapping[str, Figure]) -> tuple[Mistake, ...]:
    """Every reference that names no figure, an empty one, or does not close, in the order of the filing; totals below their parts."""
    references = References(filing, figures)
    found: list[Mistake] = []
    for key, text in filing.texts.items():
        found += references.wrong(text, f"texts.{key}")
    if form.kind == "department":
        found += _sheet("department", filing.department, references)
    for n, sheet in enumerate(filing.projects, 1):
        found += _sheet(f"projects.{n}", sheet, references)
    found += _totals(filing, form, figures)
    return tuple(found)


def _sheet(prefix: str, sheet: SheetEntry, references: References) -> Iterator[Mistake]:
    for n, goal in enumerate(sheet.goals, 1):
        for part in ("expected", "achieved"):
            yield from references.wrong(getattr(goal, part), f"{prefix}.goals.{n}.{part}", prefix)
    for n, entry in enumerate(sheet.indicators, 1):
        for part in ("target", "actual"):
            yield from references.wrong(getattr(entry, part), f"{prefix}.indicators.{n}.{part}", prefix)


def _totals(filing: Filing, form: Form, figures: Mapping[str, Figure]) -> Iterator[Mistake]:
    """A total that was entered itself and is less than what was entered under it."""
    for line in base_lines(form):
        for column in line.columns if line.open else ():
            stated = figures.get(f"{line.concept}.{column}")
            if stated is None or f"{line.concept}.{column}" not in filing.figures or stated.value is None:
                continue
            values = [figures[f"{part}.{column}"].value for part in line.parts if f"{part}.{column}" in figures]
            parts = sum((value for value in values if value is not None), Decimal(0))
            if parts > stated.value:
                yield Mistake(
                    f"figures.{stated.id}", f"figures.{stated.id}", stated.words,
                    f"{stated.name}填了{stated.words}，少于它的各项之和{parts}万元；请核对，或删去它，由各项算出",
                    f"{stated.name} is entered as {stated.words}, less than its parts, {parts}万元; check it or leave it out",
                    "total_below_parts",
                )  # fmt: skip
