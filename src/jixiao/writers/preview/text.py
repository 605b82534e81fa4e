"""A preview for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.model.preview import Preview
from jixiao.writers.grid import grid
from jixiao.writers.layout import Layout
from jixiao.writers.paint import COLOURS, MARKS, paint
from jixiao.writers.preview.words import (
    asked_in_order,
    asked_words,
    loss_row,
    mark_row,
    repair_row,
    summed,
    tell,
    where,
)
from jixiao.writers.speech import say
from jixiao.writers.summary import identity
from jixiao.writers.view import Look, plain_number
from jixiao.writers.width import columns, pad, tame, wrap


def lines(preview: Preview, name: str, look: Look) -> Iterator[str]:
    """Lines: what to mend first, the points of both scores, and what may be asked."""
    style = paint(colour=look.colour)
    yield style(tame(name), "bold", "under")
    yield style("  ".join(identity(preview.audit.report, look.lang)), "dim")
    yield from _mistakes(preview, look)
    yield from _repairs(preview, look)
    yield from _losses(preview, look)
    yield from _marks(preview, look)
    yield from _asked(preview, look)
    yield ""
    yield style("═" * look.columns, "dim")
    if preview.marks:
        yield from wrap(summed(preview, look.lang), look.columns)
    if preview.masked:
        yield from (style(line, "dim") for line in wrap(tell("masked", look.lang, n=preview.masked), look.columns))
    counts = (
        f"{mark} {say(f'{severity}s', look.lang, n=sum(a.finding.severity == severity for a in preview.asked))}"
        for severity, mark in MARKS.items()
    )
    yield "   ".join(counts)
    yield style(f"{say('pack', look.lang)}  {preview.audit.scores.pack}（{preview.audit.scores.pack_hash}）", "dim")


def _heading(key: str, look: Look, **values: object) -> Iterator[str]:
    style, title = paint(colour=look.colour), tell(key, look.lang, **values)
    rule = "─" * max(2, look.columns - 4 - columns(title))
    yield ""
    yield f"{style('── ', 'dim')}{style(title, 'bold')}{style(f' {rule}', 'dim')}"


def _mistakes(preview: Preview, look: Look) -> Iterator[str]:
    if preview.mistakes:
        style = paint(colour=look.colour)
        yield from _heading("mistakes", look, n=len(preview.mistakes))
        for one in preview.mistakes:
            if one.where or one.address:
                yield f"  {style(tame(one.where or one.address), 'bold')}"
            text = one.message_en if look.lang == "en" else one.message
            yield from (f"    {line}" for line in wrap(tame(text), look.columns - 4))


def _repairs(preview: Preview, look: Look) -> Iterator[str]:
    style = paint(colour=look.colour)
    yield from _heading("repairs", look)
    if not preview.repairs:
        yield f"  {tell('no_repairs', look.lang)}"
        return
    rows = [repair_row(repair, look.lang) for repair in preview.repairs]
    gains, works = (max(columns(row[n]) for row in rows) for n in (0, 1))
    for number, (row, repair) in enumerate(zip(rows, preview.repairs, strict=True), 1):
        lead = f"  {number:>2}  {style(pad(row[0], gains), 'green', 'bold')}  {pad(row[1], works)}  "
        room = 8 + gains + works + 2
        of = tell(f"of_{repair.of}", look.lang)
        said = wrap(tame(f"[{of}] {row[2]}"), look.columns - room)
        yield lead + said[0]
        yield from (" " * room + line for line in said[1:])
        place = f"{tell('head_where', look.lang)} {where(repair.spots, look.lang)}"
        yield from (" " * room + style(line, "dim") for line in wrap(tame(place), look.columns - room))
    yield from (style(f"  {line}", "dim") for line in wrap(tell("counting", look.lang), look.columns - 2))


def _losses(preview: Preview, look: Look) -> Iterator[str]:
    yield from _heading("losses", look)
    sheets = [sheet for sheet in preview.audit.scores.sheets if sheet.appraisal.complete]
    layout = Layout(preview.audit.report, look.lang)
    for sheet in sheets:
        grade = f"   {say('grade', look.lang)} {say(sheet.grade, look.lang)}" if sheet.grade else ""
        stated = f"{say('stated', look.lang)} {plain_number(sheet.stated)}"
        computed = f"{say('computed', look.lang)} {plain_number(sheet.computed)}"
        yield from (f"  {line}" for line in wrap(layout.sheet_title(sheet.appraisal), look.columns - 2))
        yield f"    {stated}   {computed}{grade}"
    if not preview.losses:
        yield f"  {tell('no_losses' if sheets else 'no_sheets', look.lang)}"
    for sheet_name in dict.fromkeys(loss.sheet for loss in preview.losses):
        yield f"  {paint(colour=look.colour)(tame(sheet_name), 'bold')}"
        yield from grid(
            [loss_row(one, look.lang) for one in preview.losses if one.sheet == sheet_name], look.columns, 4
        )


def _marks(preview: Preview, look: Look) -> Iterator[str]:
    yield from _heading("marks", look)
    if not preview.marks:
        yield f"  {tell('no_marks', look.lang)}"
        return
    rows: Sequence[Sequence[str]] = [mark_row(mark, look.lang) for mark in preview.marks]
    yield from grid(rows, look.columns)


def _asked(preview: Preview, look: Look) -> Iterator[str]:
    style = paint(colour=look.colour)
    yield from _heading("asked", look, n=len(preview.asked))
    if not preview.asked:
        yield f"  {tell('no_asked', look.lang)}"
    for one in asked_in_order(preview):
        finding, message, place = asked_words(preview, one, look.lang)
        colour = COLOURS[finding.severity]
        sign = f"{MARKS[finding.severity]} {say(finding.severity, look.lang)} {finding.code}"
        lead = columns(sign) + 4
        said = wrap(tame(message), look.columns - lead)
        yield f"  {style(sign, colour)}  {said[0]}"
        yield from (" " * lead + line for line in said[1:])
        if place:
            shown = f"{tell('head_where', look.lang)} {place}"
            yield from (" " * lead + style(line, "dim") for line in wrap(tame(shown), look.columns - lead))
