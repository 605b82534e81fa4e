"""html: one offline page of the report. A figure that is touched shows everywhere it stands and how it was worked out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from importlib.resources import files

from jixiao.model.figure import Figure
from jixiao.model.manuscript import Manuscript
from jixiao.writers.html.frame import head
from jixiao.writers.report.harmless import harmless
from jixiao.writers.report.html.body import Body
from jixiao.writers.report.workings import words

_MAKER = "jixiao"
_PANEL = (
    '<aside id="panel" hidden aria-live="polite" aria-label="这个数的由来">'
    '<button type="button" class="away" aria-label="关闭">×</button>'
    '<p class="which"></p><p class="much"></p><p class="how"></p><ul class="parts"></ul>'
    '<p class="where"><button type="button" data-step="-1">上一处</button><span></span>'
    '<button type="button" data-step="1">下一处</button></p></aside>'
)


def write(manuscript: Manuscript) -> str:
    """The manuscript as one page."""
    return "".join(_page(manuscript))


def _page(manuscript: Manuscript) -> Iterator[str]:
    body = Body(manuscript)
    shown = "".join(body.html())
    script = _asset("page.js")
    start = head(escape(harmless(manuscript.title)), _asset("page.css") + body.style, script, "zh")
    yield start.replace("</head>", f'<meta name="generator" content="{_MAKER}">{_meta(manuscript)}</head>', 1)
    yield f'<nav aria-label="目录"><p class="hint" hidden>点一个数，看它从哪里来、还写在哪里。</p><ol>{body.contents()}</ol></nav>\n'
    draft = ' class="draft"' if manuscript.draft else ""
    yield f"<main{draft}>\n{shown}</main>\n{_PANEL}\n"
    yield _json("figures", _figures(manuscript, body.used))
    if manuscript.data:
        yield _json("filing", json.loads(manuscript.data))
    yield f"<script>{script}</script>\n</body>\n</html>\n"


def _meta(manuscript: Manuscript) -> str:
    names = {"author": "unit", "description": "subject", "date": "made"}
    values = {name: manuscript.properties.get(key, "") for name, key in names.items()}
    values["category"] = manuscript.category
    return "".join(f'<meta name="{name}" content="{escape(harmless(v))}">' for name, v in values.items() if v)


def _figures(manuscript: Manuscript, used: Mapping[str, Figure]) -> list[list[object]]:
    """What the script tells of each figure: name, words, how it was worked out, and of which others of this list."""
    known = {**manuscript.figures, **used}
    order = list(used)  # the place in it is the number by which the page calls a figure
    for one in order:  # grows by what the formulas take
        formula = known[one].formula
        order += [part for part in (formula.arguments if formula else ()) if part in known and part not in order]
    places = {one: n for n, one in enumerate(order)}
    told: list[list[object]] = []
    for figure in map(known.__getitem__, order):
        parts = [places[one] for one in (figure.formula.arguments if figure.formula else ()) if one in places]
        told.append([figure.name, figure.words if figure.text else "—", words(figure, known), parts])
    return told


def _json(name: str, data: object) -> str:
    """Data inside the page; no character of it can end the script or begin a tag."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return f'<script type="application/json" id="{name}">{text}</script>\n'.encode("utf-8", "replace").decode()


@cache
def _asset(name: str) -> str:
    return files("jixiao.writers.report.html").joinpath(name).read_text(encoding="utf-8")
