"""CSV: one finding a row, opened by Excel as it is (UTF-8 with its mark), and never read as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from jixiao.model.audit import Audit
from jixiao.writers.layout import Layout
from jixiao.writers.speech import say
from jixiao.writers.unclear import Unsure, unsure
from jixiao.writers.view import Look, Shown, shown

_HEAD = {
    "zh": ("文件", "代码", "级别", "标题", "说明", "应为", "现为", "位置", "行", "原文", "依据", "依据已核实"),
    "en": ("file", "code", "severity", "title", "message", "expected", "found", "place", "line", "quote", "basis", "verified"),
}  # fmt: skip
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_BYTE_ORDER_MARK = "\ufeff"


def write(audits: Iterable[Audit], look: Look) -> Iterator[str]:
    """A head row, then a row a finding."""
    yield _BYTE_ORDER_MARK + _row(_HEAD[look.lang])
    for audit in audits:
        layout = Layout(audit.report, look.lang)
        for item in shown(audit, look.lang):
            yield _row(_cells(audit, item, layout, look.lang))
        for one in unsure(audit, look.lang):
            yield _row(_unsure_cells(audit, one, layout, look.lang))


def guarded(text: str) -> str:
    """The text such that no spreadsheet takes it for a formula: one that begins like one is put behind a '."""
    text = text.replace("\0", "")
    return "'" + text if text.lstrip(" ").startswith(_FORMULA) else text


def _cells(audit: Audit, item: Shown, layout: Layout, lang: str) -> tuple[str, ...]:
    finding, place = item.finding, item.place
    return (
        audit.report.document.path,
        finding.code,
        say(finding.severity, lang),
        item.title,
        item.message,
        finding.expected or "",
        finding.found or "",
        layout.where(place) if place else "",
        str(place.line) if place and place.line else "",
        place.quote if place else "",
        str(item.basis),
        "" if not item.basis.verified else "✓",
    )


def _unsure_cells(audit: Audit, one: Unsure, layout: Layout, lang: str) -> tuple[str, ...]:
    """What is not readable has no right value, only what was read."""
    cells = _cells(audit, one.item, layout, lang)
    where = layout.where(one.place)
    return (*cells[:2], say("unclear", lang), cells[3], one.sentence, "", one.read, where, "", one.read, *cells[10:])


def _row(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow([guarded(cell) for cell in cells])
    return buffer.getvalue()
