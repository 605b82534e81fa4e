"""A folder of pages: one offline page a report, and a first page that lists them all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePath

from jixiao.model.audit import Audit
from jixiao.writers.html import page
from jixiao.writers.html.frame import asset, head
from jixiao.writers.html.panel import safe
from jixiao.writers.paint import MARKS
from jixiao.writers.speech import say
from jixiao.writers.summary import identity
from jixiao.writers.view import Look, plain_number, shown

INDEX = "index.html"
_UNSAFE = re.compile(r"[^\w.（）《》-]+")
_NAME_MOST = 60
_COMMON_MOST = 20


@dataclass(frozen=True, slots=True)
class Row:
    """What the first page says of one report."""

    name: str  # of its page
    path: str
    unit: str
    year: int | None
    stated: Decimal | None
    computed: Decimal | None
    counts: dict[str, int]
    unread: str
    rules: dict[str, tuple[str, str, int]]  # code → severity, title, findings


def folder(audits: Iterable[Audit], look: Look) -> Iterator[tuple[str, Iterator[str]]]:
    """The pages by name, each in pieces, as the reports come; the first page comes last."""
    rows = []
    for number, audit in enumerate(audits, 1):
        row = _row(audit, number, look.lang)
        rows.append(row)
        yield row.name, page(audit, look.lang, INDEX)
    yield INDEX, _index(rows, look.lang)


def _row(audit: Audit, number: int, lang: str) -> Row:
    report, sheet = audit.report, audit.scores.department
    own = PurePath(report.document.path).stem
    stem = _UNSAFE.sub("_", own).strip("_.")[:_NAME_MOST]
    rules: dict[str, tuple[str, str, int]] = {}
    for item in shown(audit, lang):
        severity, title, times = rules.get(item.finding.code, (item.finding.severity, item.title, 0))
        rules[item.finding.code] = (severity, title, times + 1)
    note = next((n for n in report.document.unread if n.fatal), None)
    return Row(
        f"{number:03d}-{stem or 'report'}.html", report.document.path, identity(report, lang)[0] if report.unit else own, report.year,
        sheet.stated if sheet else None, sheet.computed if sheet else None,
        {severity: audit.count(severity) for severity in MARKS},
        "" if note is None else (note.message_en if lang == "en" else note.message), rules,
    )  # fmt: skip


def _index(rows: list[Row], lang: str) -> Iterator[str]:
    style, script = asset("page.css"), asset("index.js")
    yield head(f"{say('title', lang)} · {say('files', lang, n=len(rows))}", style, script, lang)
    yield f'<header id="top"><p class="kind">{say("title", lang)}</p><h1>{say("files", lang, n=len(rows))}</h1>'
    totals = {severity: sum(row.counts[severity] for row in rows) for severity in MARKS}
    counts = "".join(f'<li class="{s}">{mark} {say(s + "s", lang, n=totals[s])}</li>' for s, mark in MARKS.items())
    yield f'<ul class="counts">{counts}</ul>'
    unread = sum(1 for row in rows if row.unread)
    if unread:
        yield f'<p class="note error">{say("not_read", lang)}：{unread}</p>'
    yield f'<p class="made" id="hint" hidden>{say("sort", lang)}</p></header>\n<section class="index">\n'
    yield from _table(rows, lang)
    yield from _common(rows, lang)
    yield f"</section>\n<script>{script}</script>\n</body>\n</html>\n"


def _table(rows: list[Row], lang: str) -> Iterator[str]:
    heads = [
        *(say(key, lang) for key in ("unit", "evaluated", "stated", "computed")),
        *(f"{mark} {say(s, lang)}" for s, mark in MARKS.items()), say("file", lang),
    ]  # fmt: skip
    yield f'<div class="table"><table class="list"><thead><tr>{"".join(f"<th>{h}</th>" for h in heads)}</tr></thead><tbody>\n'
    for row in rows:
        differs = ' class="differs"' if None not in (row.stated, row.computed) and row.stated != row.computed else ""
        yield f'<tr><td><a href="{safe(row.name)}">{safe(row.unit)}</a></td><td>{row.year or "—"}</td>'
        if row.unread:
            yield f'<td colspan="5" class="error" data-v="">{say("not_read", lang)}：{safe(row.unread)}</td>'
        else:
            yield f"<td>{plain_number(row.stated)}</td><td{differs}>{plain_number(row.computed)}</td>"
            yield from (f'<td class="{s if n else "zero"} count">{n}</td>' for s, n in row.counts.items())
        yield f'<td class="file">{safe(row.path)}</td></tr>\n'
    yield "</tbody></table></div>\n"


def _common(rows: list[Row], lang: str) -> Iterator[str]:
    """The rules that most reports break."""
    reports, times = Counter[str](), Counter[str]()
    titles: dict[str, tuple[str, str]] = {}
    for row in rows:
        for code, (severity, title, number) in row.rules.items():
            reports[code] += 1
            times[code] += number
            titles.setdefault(code, (severity, title))
    if not reports:
        return
    heads = "".join(f"<th>{say(key, lang)}</th>" for key in ("rule", "finding", "in_reports", "times"))
    yield f'<h2>{say("common", lang)}</h2><div class="table"><table class="list"><thead><tr>{heads}</tr></thead><tbody>\n'
    for code in sorted(reports, key=lambda code: (-reports[code], -times[code], code))[:_COMMON_MOST]:
        severity, title = titles[code]
        yield f'<tr><td><code class="{severity}">{MARKS[severity]} {code}</code></td><td>{safe(title)}</td>'
        yield f"<td>{reports[code]}</td><td>{times[code]}</td></tr>\n"
    yield "</tbody></table></div>\n"
