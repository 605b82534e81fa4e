"""docs/rules/: one page a rule, made of the rule itself and its Markdown twin, and a table of them all."""

from __future__ import annotations

import re
from pathlib import Path

from jixiao import law
from jixiao.model.finding import Rule
from jixiao.rules.registry import FAMILIES, catalogue
from scripts.pages.words import basis, table, years

ROOT = Path(__file__).parents[2]
TITLES = {
    "structure": "完整性 structure", "figures": "勾稽 figures", "indicators": "指标设置 indicators", "scores": "得分 scores",
    "text": "文字 text", "publication": "公开 publication", "reading": "读取 reading",
}  # fmt: skip
SEVERITY = {"error": "错误 error", "warning": "预警 warning", "info": "提示 info"}
_ENGLISH = """{} rules. 错误 error: against a provision or plain arithmetic; 预警 warning: to be explained; 提示 info: a
suggestion. 未核实: the text of the provision was not at hand.
"""
_BLOCK = re.compile(r"^```(report|findings)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def pages() -> dict[str, str]:
    """The pages by their path under docs/."""
    rules = list(catalogue().values())
    return {"rules/index.md": _index(rules), "rules/codes.txt": _codes(rules)} | {_path(r): _page(r) for r in rules}


def _path(rule: Rule) -> str:
    return f"rules/{rule.code}.md"


def _index(rules: list[Rule]) -> str:
    parts = [
        "# 规则 Rules\n",
        f"共 {len(rules)} 条。级别：错误＝违反规定或算术不成立；预警＝应予说明；提示＝建议。“未核实”指条文没有读到原文。\n",
        _ENGLISH.format(len(rules)),
    ]
    for family in FAMILIES:
        mine = [rule for rule in rules if rule.family == family]
        rows = [
            (f"[{r.code}]({Path(_path(r)).name})", r.title, r.title_en, SEVERITY[r.severity], basis(r.cite))
            for r in mine
        ]
        parts += [f"## {TITLES[family]}\n", table(("代码", "标题", "title", "级别", "依据"), rows)]
    return "\n".join(parts)


def _codes(rules: list[Rule]) -> str:
    """Every code ever given: what the file lists already, and what is new. Nothing is taken out."""
    file = ROOT / "docs/rules/codes.txt"
    listed = dict(line.split() for line in file.read_text("utf-8").splitlines()) if file.exists() else {}
    for rule in rules:
        name = listed.setdefault(rule.code, f"{rule.family}/{rule.name}")
        if name != f"{rule.family}/{rule.name}":
            raise SystemExit(f"{rule.code} was given to {name} before; take another code for {rule.family}/{rule.name}")
    return "".join(f"{code} {name}\n" for code, name in sorted(listed.items()))


def _page(rule: Rule) -> str:
    module = f"src/jixiao/rules/{rule.family}/{rule.name}.py"
    twin = f"tests/rules/{rule.family}/{rule.name}.md"
    citation = law.load().citation(rule.cite)
    rows = [
        ("类别 family", TITLES[rule.family]),
        ("级别 severity", SEVERITY[rule.severity]),
        ("依据 basis", basis(rule.cite)),
        *([("内容 content", citation.text)] if citation.text else []),
        ("适用年度 years", years(rule.since, rule.until)),
        *((f"提示语 message{f' ({key})' if key else ''}", f"{zh}<br>{en}") for key, (zh, en) in rule.messages.items()),
        ("代码 code", f"[{module}](../../{module})"),
        ("样例 examples", f"[{twin}](../../{twin})"),
    ]
    file = ROOT / twin
    why = _examples(file.read_text("utf-8").split("\n", 1)[1]) if file.exists() else ""
    return f"# {rule.code} {rule.title}\n\n{rule.title_en}\n\n{table(('', ''), rows)}\n{_doc(rule)}{why.strip()}\n"


def _doc(rule: Rule) -> str:
    """What the module says beyond its first line, which is the title."""
    _, _, rest = rule.doc.partition("\n")
    return f"{rest.strip()}\n\n" if rest.strip() else ""


def _examples(text: str) -> str:
    return _BLOCK.sub(lambda m: f"```text\n{m[2]}```" if m[1] == "report" else f"应指出：\n\n```text\n{m[2]}```", text)
