"""What several rules of this family ask about an indicator."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from jixiao.model.appraisal import Appraisal, Indicator
from jixiao.model.finding import NotChecked
from jixiao.model.report import Report

NO_WHOLE_SHEET = NotChecked("没有读到完整的自评表", "no whole self-evaluation sheet was found")


def indicators(report: Report) -> Iterator[Indicator]:
    """Every indicator of every sheet, or of single sentences, in reading order."""
    for appraisal in report.appraisals:
        yield from appraisal.indicators


def whole(report: Report) -> Iterator[Appraisal]:
    """The sheets that were found whole."""
    return (appraisal for appraisal in report.appraisals if appraisal.complete and appraisal.indicators)


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """A text without blanks and closing marks: names are broken over lines in narrow cells."""
    return "".join(text.split()).strip("。；，;,：:")


def title(row: Indicator) -> str:
    """The indicator's name, shortened for a message."""
    name = squeezed(row.name.text) or squeezed(row.target.text)
    return name if len(name) <= 14 else name[:13] + "…"  # noqa: PLR2004 - what fits a message of 60 characters
