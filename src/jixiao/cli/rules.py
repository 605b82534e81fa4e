"""``jixiao rules``: the catalogue."""

from __future__ import annotations

import json

from jixiao import law
from jixiao.cli import options
from jixiao.cli.command import Verb
from jixiao.cli.emit import emit
from jixiao.cli.problem import CLEAN
from jixiao.model.finding import Rule
from jixiao.rules.registry import catalogue
from jixiao.writers.grid import grid
from jixiao.writers.paint import COLOURS, MARKS, paint
from jixiao.writers.speech import say

_FAMILIES = {
    "structure": ("完整性", "structure"), "figures": ("勾稽", "figures"), "indicators": ("指标设置", "indicators"), "scores": ("得分", "scores"),
    "text": ("文字", "text"), "publication": ("公开", "publication"), "reading": ("读取", "reading"),
}  # fmt: skip


def _run(*, kind: str, lang: str | None, no_color: bool) -> int:
    look = options.look(lang, no_color=no_color, to_file=False)
    rules = list(catalogue().values())
    if kind == "json":
        emit([json.dumps([_json(rule, look.lang) for rule in rules], ensure_ascii=False, indent=2) + "\n"], None)
        return CLEAN
    style = paint(colour=look.colour)
    lines = []
    for family, names in _FAMILIES.items():
        mine = [rule for rule in rules if rule.family == family]
        if mine:
            lines += [style(f"{names[look.lang == 'en']}（{len(mine)}）", "bold")]
        for rule in mine:
            title = rule.title_en if look.lang == "en" else rule.title
            mark = style(f"{MARKS[rule.severity]} {say(rule.severity, look.lang)}", COLOURS[rule.severity])
            [first, *rest] = grid([(rule.code, title)], look.columns - 10, indent=0)
            lines += [f"  {mark}  {first}", *(f"{'':10}{line}" for line in rest)]
    emit((line + "\n" for line in lines), None)
    return CLEAN


def _json(rule: Rule, lang: str) -> dict[str, object]:
    citation = law.load().citation(rule.cite)
    return {
        "code": rule.code, "name": rule.name, "family": rule.family, "severity": rule.severity,
        "title": rule.title_en if lang == "en" else rule.title, "citation": str(citation), "verified": citation.verified,
    }  # fmt: skip


command = Verb(
    "rules",
    _run,
    [
        options.text_or_json(),
        options.lang(),
        options.no_color(),
    ],
    intro=("列出全部审核规则：代码、级别、标题，按类别排列。", "Lists every rule: code, severity, title, by family."),
    examples=("jixiao rules", "jixiao rules --format json"),
)
