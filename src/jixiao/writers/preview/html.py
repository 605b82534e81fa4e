"""A preview as one page that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from jixiao.model.preview import Asked, Preview
from jixiao.writers.html.frame import asset, head
from jixiao.writers.paint import MARKS
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


def page(preview: Preview, name: str, lang: str = "zh") -> Iterator[str]:
    """The page, piece by piece."""
    title = tell("title", lang)
    yield head(f"{escape(title)} · {escape(name)}", asset("page.css") + asset("preview.css"), "", lang)
    yield f'<main class="preview">\n<h1>{escape(title)}</h1>\n<p>{escape("　".join(identity(preview.audit.report, lang)))}</p>\n'
    if preview.marks:
        yield f'<p class="sum">{escape(summed(preview, lang))}</p>\n'
    if preview.mistakes:
        rows = [(m.where or m.address, m.message_en if lang == "en" else m.message) for m in preview.mistakes]
        yield _table(tell("mistakes", lang, n=len(rows)), ("head_where", "head_what"), rows, lang)
    repairs = [(*repair_row(one, lang), where(one.spots, lang)) for one in preview.repairs]
    yield _table(
        tell("repairs", lang), ("head_gain", "head_cost", "head_what", "head_where"), repairs, lang, "no_repairs"
    )
    yield f"<p><small>{escape(tell('counting', lang))}</small></p>\n"
    losses = [(loss.sheet, *loss_row(loss, lang)) for loss in preview.losses]
    yield _table(
        tell("losses", lang), ("head_sheet", "head_item", "head_points", "head_why"), losses, lang, "no_losses"
    )
    marks = [mark_row(one, lang) for one in preview.marks]
    yield _table(tell("marks", lang), ("head_item", "head_points", "head_why"), marks, lang, "no_marks")
    asked = [_asked(preview, one, lang) for one in asked_in_order(preview)]
    title = tell("asked", lang, n=len(asked))
    yield _table(title, ("head_level", "head_asked", "head_where"), asked, lang, "no_asked")
    yield _foot(preview, lang)


def _asked(preview: Preview, one: Asked, lang: str) -> tuple[str, str, str]:
    finding, message, place = asked_words(preview, one, lang)
    return f"{MARKS[finding.severity]} {say(finding.severity, lang)} {finding.code}", message, place


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], lang: str, none: str = "no_asked") -> str:
    if not rows:
        return f"<h2>{escape(title)}</h2>\n<p>{escape(tell(none, lang))}</p>\n"
    head_cells = "".join(f'<th scope="col">{escape(tell(key, lang))}</th>' for key in heads)
    body = "\n".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<h2>{escape(title)}</h2>\n<table>\n<thead><tr>{head_cells}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n"


def _foot(preview: Preview, lang: str) -> str:
    masked = f"<p><small>{escape(tell('masked', lang, n=preview.masked))}</small></p>\n" if preview.masked else ""
    scores = preview.audit.scores
    made = f"{say('pack', lang)} {scores.pack}（{scores.pack_hash}）"
    return f"{masked}<footer><small>{escape(made)}</small></footer>\n</main>\n</body>\n</html>\n"
