"""``jixiao rule CODE``: the page of one rule."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

import click

from jixiao import law
from jixiao.cli import options
from jixiao.cli.command import Verb
from jixiao.cli.emit import emit
from jixiao.cli.problem import CLEAN, Problem
from jixiao.model.finding import Rule
from jixiao.rules.registry import catalogue
from jixiao.writers.paint import COLOURS, MARKS, paint
from jixiao.writers.speech import say
from jixiao.writers.view import Look
from jixiao.writers.width import wrap

_HEADS = {
    "zh": ("说明", "问题的说法", "依据", "适用年度", "页面"),
    "en": ("About", "Messages", "Basis", "Years", "Page"),
}


def _run(code: str, *, lang: str | None, no_color: bool) -> int:
    rules = catalogue()
    rule = rules.get(code.upper()) or next((r for r in rules.values() if r.name == code.lower()), None)
    if rule is None:
        near = get_close_matches(code.upper(), rules, 3)
        hint = f"是不是 {'、'.join(near)}？" if near else ""
        english = f" Did you mean {', '.join(near)}?" if near else ""
        raise Problem(
            f"没有规则“{code}”。{hint}jixiao rules 列出全部规则。",
            f"There is no rule “{code}”.{english} jixiao rules lists them all.",
        )
    emit((line + "\n" for line in _page(rule, options.look(lang, no_color=no_color, to_file=False))), None)
    return CLEAN


def _page(rule: Rule, look: Look) -> Iterator[str]:
    style, english = paint(colour=look.colour), look.lang == "en"
    about, messages, basis, years, page = _HEADS[look.lang]
    yield style(f"{rule.code}  {rule.title_en if english else rule.title}", "bold")
    yield style(f"{MARKS[rule.severity]} {say(rule.severity, look.lang)}", COLOURS[rule.severity])
    yield from ("", style(about, "bold"))
    for paragraph in rule.doc.split("\n\n"):
        yield from (f"  {line}" for line in wrap(" ".join(paragraph.split("\n")), look.columns - 2))
    yield from ("", style(messages, "bold"))
    for zh, en in rule.messages.values():
        yield from (f"  {line}" for line in wrap(en if english else zh, look.columns - 2))
    citation = law.load().citation(rule.cite)
    status = "" if citation.verified else say("unverified", look.lang)
    yield from ("", style(basis, "bold"), *(f"  {line}" for line in wrap(f"{citation}{status}", look.columns - 2)))
    yield from ("", f"{style(years, 'bold')}  {rule.since}–{rule.until or ''}")
    yield f"{style(page, 'bold')}  docs/rules/{rule.code}.md"


command = Verb(
    "rule",
    _run,
    [click.Argument(["code"], metavar="代码"), options.lang(), options.no_color()],
    intro=(
        "查看一条规则：为什么有它、怎样说明问题、依据哪一条。",
        "Prints one rule: why it exists, what it says, what it rests on.",
    ),
    examples=("jixiao rule FG203", "jixiao rule share_mismatch"),
)
