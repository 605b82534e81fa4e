"""The terminal: findings by chapter and table, a caret under the words, the right value, the basis; then the summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.model.audit import Audit
from jixiao.model.place import Place
from jixiao.writers.layout import Layout
from jixiao.writers.paint import COLOURS, MARKS, paint
from jixiao.writers.speech import say
from jixiao.writers.summary import opening, summary
from jixiao.writers.unclear import unsure
from jixiao.writers.view import Look, Shown, shown
from jixiao.writers.width import columns, crop, tame, wrap

_SEE_MOST = 6  # further places that are listed before 等n处
_QUOTE_MOST = 16


def write(audits: Iterable[Audit], look: Look) -> Iterator[str]:
    """Each audit as it comes, then a line over all where there are several."""
    counts, files, unread = dict.fromkeys(MARKS, 0), 0, 0
    for audit in audits:
        yield ("\n" if files else "") + "\n".join(_report(audit, look)) + "\n"
        files += 1
        unread += not audit.report.document.readable
        for severity in counts:
            counts[severity] += audit.count(severity)
    if files > 1:
        tally = "  ".join(say(f"{severity}s", look.lang, n=n) for severity, n in counts.items())
        missing = f"  {say('not_read', look.lang)} {unread}" if unread else ""
        yield f"\n{say('files', look.lang, n=files)}  {tally}{missing}\n"


def _report(audit: Audit, look: Look) -> Iterator[str]:
    yield from opening(audit, look)
    layout, last = Layout(audit.report, look.lang), None
    for item in shown(audit, look.lang):
        chapter = layout.chapter(item.place)
        if chapter != last:
            yield from _heading(chapter.title, look)
            last = chapter
        yield ""
        yield from _finding(item, layout, look)
    yield from _unclear(audit, layout, look)
    yield from summary(audit, look)


def _unclear(audit: Audit, layout: Layout, look: Look) -> Iterator[str]:
    """Where the scan could not be read for sure: what would be wrong if it were so."""
    if not audit.unclear:
        return
    style = paint(colour=look.colour)
    yield from _heading(say("unclear_head", look.lang), look)
    for one in unsure(audit, look.lang):
        yield ""
        yield f"  {style('? ' + say('unclear', look.lang), 'bold')} {one.item.finding.code}  {layout.where(one.place)}"
        for line in wrap(tame(one.sentence), look.columns - 4):
            yield f"    {line}"
        for line in wrap(tame(f"{say('if_so', look.lang)}：{one.item.message}"), look.columns - 4):
            yield "    " + style(line, "dim")


def _heading(title: str, look: Look) -> Iterator[str]:
    style = paint(colour=look.colour)
    lines = wrap(title, look.columns - 6)
    yield ""
    for line in lines[:-1]:
        yield style(f"── {line}", "bold")
    rule = "─" * max(2, look.columns - 4 - columns(lines[-1]))
    yield style("── ", "dim") + style(lines[-1], "bold") + style(f" {rule}", "dim")


def _finding(item: Shown, layout: Layout, look: Look) -> Iterator[str]:
    style = paint(colour=look.colour)
    finding, colour = item.finding, COLOURS[item.finding.severity]
    where = layout.where(item.place) if item.place else ""
    sign = f"{MARKS[finding.severity]} {say(finding.severity, look.lang)}"
    lead = columns(f"  {sign} {finding.code}  ")
    title, *more = wrap(item.title, look.columns - lead)
    gap = look.columns - lead - columns(title) - columns(where)
    fits = bool(where) and gap > 1 and not more
    head = f"  {style(sign, colour, 'bold')} {style(finding.code, colour)}  {style(title, 'bold')}"
    yield head + " " * gap + style(where, "dim") if fits else head
    yield from (" " * lead + style(line, "bold") for line in more)
    if where and not fits:
        yield " " * max(4, look.columns - columns(where)) + style(where, "dim")
    for line in wrap(tame(item.message), look.columns - 4):
        yield f"    {line}"
    if item.place:
        yield from _words(item.place, colour, layout, look)
    yield from _right_value(item, look)
    yield from _see_also(item, layout, look)


def _words(place: Place, colour: str, layout: Layout, look: Look) -> Iterator[str]:
    """The words as they stand in the report with a caret line exactly under the bad ones."""
    style = paint(colour=look.colour)
    text, start, end = layout.context(place)
    if not text.strip():
        return
    part, begin, wide = crop(text, start, end, look.columns - 8)
    yield (style("    │ ", "dim") + part).rstrip()
    yield style("    │ ", "dim") + " " * begin + style("^" * wide, colour, "bold")


def _right_value(item: Shown, look: Look) -> Iterator[str]:
    style = paint(colour=look.colour)
    pieces = []
    if item.finding.expected:
        pieces.append(f"{say('expected', look.lang)} {style(tame(item.finding.expected), 'green', 'bold')}")
    basis = str(item.basis) + ("" if item.basis.verified else say("unverified", look.lang))
    lines = wrap(f"{say('basis', look.lang)} {basis}", look.columns - 4)
    short = len(lines) == 1 and pieces
    if short and columns(item.finding.expected or "") + columns(lines[0]) + 14 < look.columns:
        yield f"    {pieces[0]}   {style(lines[0], 'dim')}"
        return
    for line in pieces:
        yield f"    {line}"
    for line in lines:
        yield "    " + style(line, "dim")


def _see_also(item: Shown, layout: Layout, look: Look) -> Iterator[str]:
    """The other figures of the relation: 参见 第12行「1107.5元」、…."""
    further = item.finding.places[1:]
    if not further:
        return
    style = paint(colour=look.colour)
    named = [f"{layout.short(place)}{_quoted(place, look.lang)}" for place in further[:_SEE_MOST]]
    more = f"… ({len(further)})" if len(further) > _SEE_MOST else ""
    between = ", " if look.lang == "en" else "、"
    for line in wrap(f"{say('see', look.lang)} {between.join(dict.fromkeys(named))}{more}", look.columns - 4):
        yield "    " + style(line, "dim")


def _quoted(place: Place, lang: str) -> str:
    quote = tame(place.quote).strip()
    if not quote:
        return f"({say('empty', lang)})"
    return f"「{quote if len(quote) <= _QUOTE_MOST else quote[: _QUOTE_MOST - 1] + '…'}」"
