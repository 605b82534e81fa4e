"""One offline page: the report as read on the left, the findings on the right, every number with what it takes part in."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from jixiao.model.audit import Audit
from jixiao.writers.html.links import Links
from jixiao.writers.html.panel import controls, findings, safe, summary
from jixiao.writers.html.source import Source
from jixiao.writers.layout import Chapter, Layout
from jixiao.writers.speech import say
from jixiao.writers.view import Look, shown

_WORDS = ("number", "place", "click", "no_findings_here", "finding", "theme")


def write(audits: Iterable[Audit], look: Look) -> Iterator[str]:
    """The page of one audit."""
    for audit in audits:
        yield from _page(audit, look.lang)


def _page(audit: Audit, lang: str) -> Iterator[str]:
    items, layout = shown(audit, lang), Layout(audit.report, lang)
    links = Links(audit, items, layout, lang)
    chapters: list[Chapter] = list(dict.fromkeys(layout.chapter(item.place) for item in items))
    style, script = _asset("page.css"), _asset("page.js")
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"
    title = safe(f"{say('title', lang)} · {audit.report.document.path}")
    yield f'<!DOCTYPE html>\n<html lang="{"en" if lang == "en" else "zh-CN"}">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n<meta name="referrer" content="no-referrer">\n'
    yield f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
    yield f'<style>{style}</style>\n</head>\n<body>\n<header id="top">{"".join(summary(audit, lang))}'
    yield f'<button id="theme" type="button" hidden>◐ {say("theme", lang)}</button></header>\n<main>\n'
    yield f'<article id="source" lang="zh-CN"><h2 class="pane">{say("source", lang)}</h2><p class="hint" hidden>{say("click", lang)}</p>\n'
    yield from (block + "\n" for block in Source(audit.report, links, items, lang).html())
    yield f'</article>\n<aside id="panel"><h2 class="pane">{say("findings", lang)}</h2>{controls(chapters, lang)}\n<ol id="findings">\n'
    yield from (item + "\n" for item in findings(items, layout, chapters, lang))
    yield f'</ol><p id="nothing" hidden>{say("no_findings_here", lang)}</p></aside>\n</main>\n'
    yield f'<section id="number" hidden role="dialog" aria-label="{say("number", lang)}"></section>\n'
    yield f'<script type="application/json" id="data">{_data(links, lang)}</script>\n<script>{script}</script>\n</body>\n</html>\n'


def _data(links: Links, lang: str) -> str:
    data = {**links.data(), "words": {key: say(key, lang) for key in _WORDS}}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


@cache
def _asset(name: str) -> str:
    return files("jixiao.writers.html").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
