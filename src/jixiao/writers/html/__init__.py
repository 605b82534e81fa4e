"""One offline page: the report as read on the left, the findings on the right, every number with what it takes part in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from jixiao.model.audit import Audit
from jixiao.writers.html.frame import asset, head
from jixiao.writers.html.links import Links
from jixiao.writers.html.panel import controls, findings, safe, summary, unclear
from jixiao.writers.html.source import Source
from jixiao.writers.layout import Chapter, Layout
from jixiao.writers.speech import say
from jixiao.writers.view import Look, shown

_WORDS = ("number", "place", "click", "no_findings_here", "finding", "theme")


def write(audits: Iterable[Audit], look: Look) -> Iterator[str]:
    """The page of one audit."""
    for audit in audits:
        yield from page(audit, look.lang)


def page(audit: Audit, lang: str, index: str = "") -> Iterator[str]:
    """The page in pieces; ``index`` is the page of all reports, where there is one."""
    items, layout = shown(audit, lang), Layout(audit.report, lang)
    links = Links(audit, items, layout, lang)
    chapters: list[Chapter] = list(dict.fromkeys(layout.chapter(item.place) for item in items))
    style, script = asset("page.css"), asset("page.js")
    yield head(safe(f"{say('title', lang)} · {audit.report.document.path}"), style, script, lang)
    back = f'<a class="back" href="{index}">← {say("index", lang)}</a>' if index else ""
    yield f'<header id="top">{back}{"".join(summary(audit, lang))}'
    yield f'<button id="theme" type="button" hidden>◐ {say("theme", lang)}</button></header>\n<main>\n'
    yield f'<article id="source" lang="zh-CN"><h2 class="pane">{say("source", lang)}</h2><p class="hint" hidden>{say("click", lang)}</p>\n'
    yield from (block + "\n" for block in Source(audit.report, links, items, lang).html())
    yield f'</article>\n<aside id="panel"><h2 class="pane">{say("findings", lang)}</h2>{controls(chapters, lang)}\n<ol id="findings">\n'
    yield from (item + "\n" for item in findings(items, layout, chapters, lang))
    yield f'</ol><p id="nothing" hidden>{say("no_findings_here", lang)}</p>'
    yield from unclear(audit, layout, lang)
    yield "</aside>\n</main>\n"
    yield f'<section id="number" hidden role="dialog" aria-label="{say("number", lang)}"></section>\n'
    yield f'<script type="application/json" id="data">{_data(links, lang)}</script>\n<script>{script}</script>\n</body>\n</html>\n'


def _data(links: Links, lang: str) -> str:
    data = {**links.data(), "words": {key: say(key, lang) for key in _WORDS}}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
