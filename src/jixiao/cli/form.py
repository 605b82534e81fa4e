"""``jixiao form list`` and ``jixiao form show``: what each division prescribes for a report."""

from __future__ import annotations

from collections.abc import Iterator

import click

from jixiao import forms
from jixiao.cli import options
from jixiao.cli.command import Group, Verb
from jixiao.cli.emit import emit
from jixiao.cli.problem import CLEAN, Problem
from jixiao.writers.grid import grid
from jixiao.writers.paint import paint
from jixiao.writers.view import Look

_WORDS = {
    "zh": {"sections": "章节", "required": "必备", "tables": "表", "cover": "封面", "attachments": "附件", "signoff": "签字行",
           "weights": "分值", "rubric": "考核评分表", "unverified": "未核实"},
    "en": {"sections": "Chapters", "required": "required", "tables": "Tables", "cover": "Cover", "attachments": "Attachments",
           "signoff": "Sign-off", "weights": "Points", "rubric": "Rubric", "unverified": "not verified"},
}  # fmt: skip


def _list(*, lang: str | None) -> int:
    room = options.look(lang, no_color=True, to_file=False).columns
    rows = [(path, forms.load(path).title, forms.load(path).pack) for path in forms.all_forms()]
    emit((line + "\n" for line in grid(rows, room, indent=0)), None)
    return CLEAN


def _show(path: str, *, lang: str | None, no_color: bool) -> int:
    if path not in forms.all_forms():
        raise Problem(
            f"没有地址为“{path}”的报告格式。jixiao form list 列出全部格式。",
            f"There is no form “{path}”. jixiao form list lists them all.",
        )
    emit((line + "\n" for line in _page(forms.load(path), options.look(lang, no_color=no_color, to_file=False))), None)
    return CLEAN


def _page(form: forms.Form, look: Look) -> Iterator[str]:
    """The merged form; beside each heading the file that said it, and under it what of it was not verified."""
    style, words, room = paint(colour=look.colour), _WORDS[look.lang], look.columns

    def head(key: str, title: str = "") -> Iterator[str]:
        yield f"\n{style(title or words[key], 'bold')}  {style(form.sources.get(key, ''), 'dim')}"
        if key in form.unverified:
            yield from (style(line, "yellow") for line in grid([(words["unverified"], form.unverified[key])], room))

    yield style(form.title, "bold")
    yield f"{form.path}  ← {' ← '.join(form.chain[1:]) or '—'}"
    yield f"{form.since}–{form.until or ''}  {form.pack}"
    yield from head("sections")
    required = set(form.required)
    yield from grid(
        [
            (f"{'　' * (s.level - 1)}{s.title}", s.id, words["required"] if s.id in required else "")
            for s in form.sections
        ],
        room,
    )
    yield from head("tables")
    yield from grid([(table.title, "、".join((*table.columns, *table.rows))) for table in form.tables], room)
    for key, items in (
        ("cover", tuple(text for _, text in form.cover)), ("attachments", form.attachments), ("signoff", form.signoff),
        ("weights", tuple(f"{name} {points}" for name, points in form.weights.items())),
    ):  # fmt: skip
        if items:
            yield from head(key)
            yield f"  {'、'.join(items)}"
    if form.rubric:
        yield from head("rubric", form.rubric_title)
        yield from grid([(row.block, row.item, str(row.most)) for row in form.rubric], room)


command = Group(
    "form",
    [
        Verb("list", _list, [options.lang()], intro=("列出全部报告格式的地址、名称和规则包。", "Lists all forms."), examples=("jixiao form list",)),
        Verb(
            "show", _show, [click.Argument(["path"], metavar="格式"), options.lang(), options.no_color()],
            intro=("查看一种报告格式（连同上级的规定合并后的结果），每一部分注明出自哪个文件。", "Prints a form merged with its parents."),
            examples=("jixiao form show 430000-hunan/430600-yueyang/department",),
        ),
    ],
    intro=("查看各地规定的报告格式。", "Report forms by division."),
    examples=("jixiao form list", "jixiao form show cn/department"),
)  # fmt: skip
