"""docs/forms/: one page a report form, merged with its parents, and one with every concept and its wordings."""

from __future__ import annotations

from jixiao import forms
from jixiao.forms import Form
from scripts.pages.words import table, years

_KINDS = {"department": "部门整体支出", "project": "项目支出", "final_accounts": "部门决算"}


def pages() -> dict[str, str]:
    """The pages by their path under docs/."""
    loaded = [forms.load(path) for path in forms.all_forms()]
    return {"forms/index.md": _index(loaded), "forms/concepts.md": _concepts()} | {_path(f): _page(f) for f in loaded}


def _path(form: Form) -> str:
    return f"forms/{form.path.replace('/', '-')}.md"


def _index(loaded: list[Form]) -> str:
    rows = [
        (
            f"[{f.path}]({_path(f).partition('/')[2]})",
            f.title,
            _KINDS.get(f.kind, f.kind),
            f.pack,
            years(f.since, f.until),
        )
        for f in loaded
    ]
    return (
        "# 报告格式 Forms\n\n某地某年对自评报告的规定：章节、表、栏目、分值。下级写 `extends` 继承上级。`--form` 选用，"
        "不选则按报告自己的用语识别。概念和它们的各种写法见[概念](concepts.md)。\n\nWhat a division prescribes for a report. "
        "A form extends its parent's; `--form` names one, else it is recognised by the report's own words.\n\n"
        + table(("格式 form", "名称", "种类", "规则包", "年度"), rows)
    )  # fmt: skip


def _page(form: Form) -> str:
    facts = [
        ("种类 kind", _KINDS.get(form.kind, form.kind)),
        ("规则包 pack", f"[{form.pack}](../law/{form.pack}.md)"),
        ("年度 years", years(form.since, form.until)),
        ("继承 extends", " ← ".join(form.chain)),
        ("识别用语 recognised by", "、".join(form.words)),
        ("封面 cover", "、".join(text for _, text in form.cover)),
        ("附件 attachments", "、".join(form.attachments)),
        ("签字行 sign-off", "、".join(form.signoff)),
        ("权重 weights", "，".join(f"{name} {points}" for name, points in form.weights.items())),
    ]
    required = set(form.required)
    sections = [
        (s.title, s.id, "是" if s.id in required else "", "、".join(w for w in s.wordings if w != s.title))
        for s in form.sections
    ]
    tables = [(t.title, t.id, "、".join(t.columns), "、".join(t.rows)) for t in form.tables]
    parts = [
        f"# {form.path}\n\n{form.title}\n", table(("", ""), [fact for fact in facts if fact[1]]),
        "## 章节 Sections\n", table(("标题", "id", "必有", "其他写法"), sections),
        "## 表 Tables\n", table(("表", "id", "栏", "行"), tables),
    ]  # fmt: skip
    if form.rubric:
        rows = [(item.block, item.item, item.most) for item in form.rubric]
        parts += [f"## {form.rubric_title}\n", table(("部分", "项目", "满分"), rows)]
    origins = [(key, f"`{file}`", form.unverified.get(key, "")) for key, file in form.sources.items()]
    return "\n".join([*parts, "## 出处 Sources\n", table(("栏目", "文件", "未核实 not verified"), origins)])


def _concepts() -> str:
    rows = [
        (c.label, c.label_en, f"`{c.id}`", "、".join(c.aliases), "＋".join(c.parts))
        for c in forms.concepts().values()
    ]  # fmt: skip
    head = ("概念", "concept", "id", "其他写法", "构成")
    return f"# 概念 Concepts\n\n报告里的数字说的是什么，以及它们在各地报告里的写法。\n\n{table(head, rows)}"
