"""The right half and the top: the findings as a list that can be filtered, and the summary."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from html import escape

from jixiao import __version__
from jixiao.model.audit import Audit
from jixiao.model.document import Doubt
from jixiao.writers.layout import Chapter, Layout
from jixiao.writers.paint import MARKS
from jixiao.writers.speech import say
from jixiao.writers.summary import form_title, identity
from jixiao.writers.unclear import unsure
from jixiao.writers.view import Shown, plain_number
from jixiao.writers.width import tame


def safe(text: str) -> str:
    """Text of a report made harmless in HTML."""
    return escape(tame(text))


def summary(audit: Audit, lang: str) -> Iterator[str]:
    """Whose report it is, its scores, the counts, and by what the result was made."""
    report, sheet = audit.report, audit.scores.department
    unit, *rest = identity(report, lang)
    yield f'<p class="kind">{say("title", lang)}</p><h1>{safe(unit)}</h1><p class="sub">{safe("　".join(rest))}</p>'
    if sheet:
        differs = ' class="differs"' if sheet.stated is not None and sheet.stated != sheet.computed else ""
        yield (
            f'<dl class="scores"><div><dt>{say("stated", lang)}</dt><dd>{plain_number(sheet.stated)}</dd></div>'
            f"<div{differs}><dt>{say('computed', lang)}</dt><dd>{plain_number(sheet.computed)}</dd></div>"
            f"<div><dt>{say('grade', lang)}</dt><dd>{say(sheet.grade, lang) if sheet.grade else '—'}</dd></div></dl>"
        )
    counts = (f'<li class="{s}">{mark} {say(s + "s", lang, n=audit.count(s))}</li>' for s, mark in MARKS.items())
    yield f'<ul class="counts">{"".join(counts)}</ul>'
    for note in report.document.unread:
        text = note.message_en if lang == "en" else note.message
        yield f'<p class="note {"error" if note.fatal else "warning"}">{safe(text)}</p>'
    yield from _made_by(audit, lang)


def _made_by(audit: Audit, lang: str) -> Iterator[str]:
    form, unchecked = audit.report.form, len({u.code for u in audit.not_checked})
    rows = [
        (say("form", lang), f"{form_title(form.path, lang)}　{form.path}"),
        (say("reason", lang), form.reason),
        (say("pack", lang), f"{audit.scores.pack}（{audit.scores.pack_hash}）"),
        (say("engine", lang), f"jixiao {__version__}"),
        (say("input", lang), f"{audit.report.document.path}　sha256 {audit.report.document.sha256[:16]}"),
    ]
    body = "".join(f"<dt>{label}</dt><dd>{safe(text)}</dd>" for label, text in rows if text)
    checked = say("rules", lang, n=len(audit.rules) - unchecked)
    listed = "".join(
        f"<li><code>{u.code}</code> {safe(u.why.reason_en if lang == 'en' else u.why.reason)}</li>"
        for u in audit.not_checked
    )
    skipped = f"<h3>{say('not_checked_v', lang)}</h3><ul>{listed}</ul>" if listed else ""
    short = f"{checked} · {safe(form_title(form.path, lang))} · {safe(audit.scores.pack)}"
    yield f'<details class="made"><summary>{short}</summary><dl>{body}</dl>{skipped}</details>'


def controls(chapters: list[Chapter], lang: str) -> str:
    """The filters, shown only where the page's script runs."""
    boxes = "".join(
        f'<label class="{s}"><input type="checkbox" value="{s}" checked> {mark} {say(s, lang)}</label>'
        for s, mark in MARKS.items()
    )
    options = "".join(f'<option value="{n}">{safe(chapter.title)}</option>' for n, chapter in enumerate(chapters))
    return (
        f'<form id="filter" hidden>{boxes}<select aria-label="{say("chapter", lang)}"><option value="">{say("all", lang)}</option>'
        f'{options}</select><p class="keys">{say("keys", lang)}</p></form>'
    )


def findings(items: list[Shown], layout: Layout, chapters: list[Chapter], lang: str) -> Iterator[str]:
    """Each finding with its title, sentence, right value, basis, and links to the words."""
    if not items:
        yield f'<li class="clean">{say("clean", lang)}</li>'
    last = None
    for number, item in enumerate(items, 1):
        chapter = layout.chapter(item.place)
        index = chapters.index(chapter)
        if chapter != last:
            yield f'<li class="chapter" data-c="{index}"><h3>{safe(chapter.title)}</h3></li>'
            last = chapter
        yield _finding(number, item, index, layout, lang)


def unclear(audit: Audit, layout: Layout, lang: str) -> Iterator[str]:
    """What could not be read for sure, each with its picture, and the doubtful words that no finding rests on."""
    if not audit.report.document.doubts:
        return
    told = set()
    yield f'<section class="unclear"><h3>{say("unclear_head", lang)}</h3>'
    for one in unsure(audit, lang):
        told |= {doubt.place for doubt in one.doubts}
        pictures = "".join(_picture(doubt, layout) for doubt in one.doubts)
        where = f'<a href="#b{one.place.block}">{safe(layout.where(one.place))}</a>'
        yield (
            f'<div class="unsure"><h4>? <code>{one.item.finding.code}</code> {safe(one.item.title)}</h4>{where}{pictures}'
            f"<p>{safe(one.sentence)}</p><p>{say('if_so', lang)}：{safe(one.item.message)}</p></div>\n"
        )
    others = [doubt for doubt in audit.report.document.doubts if doubt.place not in told]
    if others:
        yield f"<details><summary>{say('other_doubts', lang)} {len(others)}</summary>"
        yield from (
            f'<p><a href="#b{doubt.place.block}">{safe(layout.where(doubt.place))}</a>{_picture(doubt, layout)}'
            f"「{safe(doubt.place.quote)}」</p>\n"
            for doubt in others
        )
        yield "</details>"
    yield "</section>"


def _picture(doubt: Doubt, layout: Layout) -> str:
    if not doubt.picture:
        return ""
    data = b64encode(doubt.picture).decode("ascii")
    return f'<img src="data:image/png;base64,{data}" alt="{safe(layout.where(doubt.place))}">'


def _finding(number: int, item: Shown, chapter: int, layout: Layout, lang: str) -> str:
    finding, place = item.finding, item.place
    sign = f'<span class="sign">{MARKS[finding.severity]} {say(finding.severity, lang)}</span>'
    where = f'<a class="where" href="#p{number}">{safe(layout.where(place))}</a>' if place else ""
    lines = [f'<p class="message">{safe(item.message)}</p>']
    if place and place.quote.strip():
        lines.append(f"<blockquote>{safe(place.quote)}</blockquote>")
    if finding.expected:
        lines.append(f'<p class="expected">{say("expected", lang)} <b>{safe(finding.expected)}</b></p>')
    further = finding.places[1:]
    if further:
        links = "、".join(
            f'<a href="#b{p.block}">{safe(layout.short(p))}</a>' + (f"「{safe(p.quote[:24])}」" if p.quote else "")
            for p in further
        )
        lines.append(f'<p class="see">{say("see", lang)} {links}</p>')
    status = "" if item.basis.verified else f' <span class="unverified">{say("unverified", lang)}</span>'
    lines.append(f'<p class="basis">{say("basis", lang)} {safe(str(item.basis))}{status}</p>')
    head = f'<h4>{sign} <code>{finding.code}</code> {safe(item.title)}<span class="no">{number}</span></h4>'
    data = f'data-s="{finding.severity}" data-c="{chapter}" data-i="{number}"'
    body = f"{head}{where}{''.join(lines)}"
    return f'<li class="finding {finding.severity}" id="f{number}" tabindex="-1" {data}>{body}</li>'
