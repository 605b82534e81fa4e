"""The year and the kind of statement (年度、预算或决算) that a text is about, also where only a few sentences are at hand."""

from __future__ import annotations

import re

from jixiao.model.report import Report

_KINDS = (
    ("budget", re.compile(r"(20\d{2})\s*年?度?[^，。；：\n\f\d]{0,24}?预算(?:编制)?(?:公开|说明|情况说明|及“?三公)")),
    (
        "final",
        re.compile(
            r"(20\d{2})\s*年?度?[^，。；：\n\f\d]{0,24}?(?:决算(?:公开|说明|情况说明|报告)|自评报告|自评表|绩效自评|整体支出绩效|年度报告)"
        ),
    ),
    ("final", re.compile(r"（(20\d{2})\s*年?度?(?:报告|自评报告|决算)）")),
)


def period_of(report: Report) -> tuple[int | None, str]:
    """The year, and ``budget`` for a statement of the budget, ``final`` for accounts and self-evaluations, or ""."""
    plain = report.document.plain
    found = [(match.start(), int(match[1]), kind) for kind, pattern in _KINDS if (match := pattern.search(plain))]
    kind = min(found)[2] if found else ""
    if report.form.path:
        kind = "final"
    year = report.year or (min(found)[1] if found else None)
    return year, kind
