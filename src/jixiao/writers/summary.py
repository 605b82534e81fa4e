"""The first and the last lines of an audit: whose report it is; scores, counts, and by what the result was made."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jixiao.forms import load as load_form
from jixiao.model.audit import Audit
from jixiao.model.report import Report
from jixiao.writers.paint import COLOURS, MARKS, paint
from jixiao.writers.speech import say
from jixiao.writers.view import Look, plain_number
from jixiao.writers.width import columns, pad, tame, wrap


def opening(audit: Audit, look: Look) -> Iterator[str]:
    """The path, and under it the unit, the year and the form."""
    style, report = paint(colour=look.colour), audit.report
    yield style(tame(report.document.path), "bold", "under")
    if report.document.readable:
        yield from (style(line, "dim") for line in wrap("  ".join(identity(report, look.lang)), look.columns))
    for note in report.document.unread:
        text = note.message_en if look.lang == "en" else note.message
        for line in wrap(f"{MARKS['error' if note.fatal else 'warning']} {tame(text)} [{note.code}]", look.columns):
            yield style(line, COLOURS["error" if note.fatal else "warning"])


def identity(report: Report, lang: str) -> list[str]:
    """Unit, year and form of a report as it calls them."""
    unit = tame(report.unit.text).strip() if report.unit and report.unit.text.strip() else say("no_unit", lang)
    year = [say("year", lang, n=report.year)] if report.year else []
    return [unit, *year, form_title(report.form.path, lang)]


@cache
def form_title(path: str, lang: str) -> str:
    """The name of a form: 湖南省岳阳市部门整体支出绩效自评报告."""
    return load_form(path).title if path else f"{say('form', lang)}{say('no_form', lang)}"


def summary(audit: Audit, look: Look) -> Iterator[str]:
    """Scores, findings by severity, rules checked and not, and the form and pack that were used."""
    style = paint(colour=look.colour)
    yield ""
    yield style("═" * look.columns, "dim")
    if not audit.report.document.readable:
        yield say("unreadable", look.lang)
        return
    yield from _scores(audit, look)
    yield from _counts(audit, look)
    yield from _made_by(audit, look)
    if look.verbose and audit.not_checked:
        yield ""
        yield style(say("not_checked_v", look.lang), "bold")
        for unchecked in audit.not_checked:
            rule = audit.rule(unchecked.code)
            title = rule.title_en if look.lang == "en" else rule.title
            why = unchecked.why.reason_en if look.lang == "en" else unchecked.why.reason
            for n, line in enumerate(wrap(f"{title}：{why}", look.columns - 9)):
                yield f"  {'     ' if n else unchecked.code}  {line}"


def _scores(audit: Audit, look: Look) -> Iterator[str]:
    sheet = audit.scores.department
    if sheet is None:
        return
    style = paint(colour=look.colour)
    differs = sheet.stated is not None and sheet.computed is not None and sheet.stated != sheet.computed
    computed = style(plain_number(sheet.computed), *(("red", "bold") if differs else ("bold",)))
    grade = f"   {say('grade', look.lang)} {style(say(sheet.grade, look.lang), 'bold')}" if sheet.grade else ""
    yield (
        f"{say('stated', look.lang)} {style(plain_number(sheet.stated), 'bold')}   {say('computed', look.lang)} {computed}{grade}"
    )


def _counts(audit: Audit, look: Look) -> Iterator[str]:
    style, counts = paint(colour=look.colour), []
    for severity, mark in MARKS.items():
        number = audit.count(severity)
        text = f"{mark} {say(severity + 's', look.lang, n=number)}"
        counts.append(style(text, COLOURS[severity], "bold") if number else style(text, "dim"))
    if audit.unclear:
        counts.append(style(f"? {say('unclear_count', look.lang, n=len(audit.unclear))}", "bold"))
    line = "   ".join(counts) if audit.findings or audit.unclear else style(say("clean", look.lang), "green", "bold")
    yield line
    unchecked = len({u.code for u in audit.not_checked})
    checked = say("rules", look.lang, n=len(audit.rules) - unchecked)
    yield from wrap(
        checked + (say("not_checked", look.lang, n=unchecked) if unchecked and not look.verbose else ""), look.columns
    )


def _made_by(audit: Audit, look: Look) -> Iterator[str]:
    style, form = paint(colour=look.colour), audit.report.form
    rows = [
        (
            say("form", look.lang),
            f"{form_title(form.path, look.lang)}（{form.path}）" if form.path else say("no_form", look.lang),
        )
    ]
    if form.reason:
        rows.append(("", form.reason))
    rows.append((say("pack", look.lang), f"{audit.scores.pack}（{audit.scores.pack_hash}）"))
    room = max(columns(label) for label, _ in rows)
    for label, text in rows:
        for n, line in enumerate(wrap(tame(text), look.columns - room - 2)):
            yield style(f"{pad('' if n else label, room)}  {line}", "dim")
