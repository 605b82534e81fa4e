"""docs/law/: one page a rule pack with its numbers, and one with every document that is cited."""

from __future__ import annotations

from jixiao import law
from jixiao.law import Law
from jixiao.model.law import Citation, Norm
from scripts.pages.words import basis, table, years

_SOURCES = {
    "V": "读到原文", "3P": "转载或摘要", "CODE": "在用的业务系统", "SEED": "一份公开的报告", "MEM": "凭记忆，未核实",
    "DERIVED": "本工具推算或自定", "": "",
}  # fmt: skip


def pages() -> dict[str, str]:
    """The pages by their path under docs/."""
    packs = [law.load(name) for name in law.packs()]
    return {"law/index.md": _index(packs), "law/citations.md": _citations(packs[0])} | {
        f"law/{pack.pack}.md": _pack(pack) for pack in packs
    }


def _index(packs: list[Law]) -> str:
    rows = [(f"[{p.pack}]({p.pack}.md)", p.title, " ← ".join(p.lineage)) for p in packs]
    return (
        "# 依据 Law\n\n规则包是某地某时的一组数字和约定，每一个都写明依据和是否核实；`--pack` 选用。所引文件见"
        "[依据目录](citations.md)。\n\nA rule pack holds the numbers and conventions of a place and a time, each with its "
        "basis and whether its text was read; `--pack` chooses one.\n\n" + table(("规则包 pack", "名称", "继承"), rows)
    )


def _pack(pack: Law) -> str:
    numbers = [(n.id, f"{n.value}{n.unit}", basis(n.cite, verified=n.verified), years(n.since, n.until))
               for n in pack.numbers.values()]  # fmt: skip
    texts = [(c.id, c.value, basis(c.cite, verified=c.verified), years(c.since, c.until)) for c in pack.texts.values()]
    parts = [
        f"# {pack.pack} {pack.title}\n",
        f"继承 {' ← '.join(pack.lineage)}；内容指纹 `{pack.pack_hash}`。\n",
        "## 数字 Numbers\n", table(("参数", "值", "依据", "年度"), numbers),
        "## 约定 Conventions\n", table(("约定", "取", "依据", "年度"), texts),
        "## 分档表 Tables\n", *(_norm(norm) for norm in pack.tables.values()),
    ]  # fmt: skip
    return "\n".join(parts)


def _norm(norm: Norm) -> str:
    columns = list(dict.fromkeys(key for row in norm.rows for key in row))
    rows = [[row.get(column, "") for column in columns] for row in norm.rows]
    return f"### {norm.id}\n\n{basis(norm.cite, verified=norm.verified)}\n\n{table(columns, rows)}"


def _citations(pack: Law) -> str:
    documents: dict[str, list[Citation]] = {}
    for citation in pack.citations.values():
        documents.setdefault(citation.id.partition("#")[0], []).append(citation)
    return "# 依据目录 Citations\n\n" + "\n".join(_document(entries) for entries in documents.values())


def _document(entries: list[Citation]) -> str:
    first = entries[0]
    facts = "，".join(part for part in (first.issuer, years(first.since, first.until), first.note) if part)
    articles = [
        (f"`{c.id}`", c.article, c.text, _SOURCES[c.source.split(" ")[0]], "是" if c.verified else "否")
        for c in entries if "#" in c.id
    ]  # fmt: skip
    rows = table(("id", "条", "内容（我们的转述）", "来源", "核实"), articles) if articles else ""
    return f"## {str(first).removesuffix(first.article)}\n\n`{first.id}` {facts}\n\n{rows}"
