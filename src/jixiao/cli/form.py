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
from jixiao.writers.paint import Paint, paint


def _list() -> int:
    rows = [(path, forms.load(path).title, forms.load(path).pack) for path in forms.all_forms()]
    emit((line + "\n" for line in grid(rows, options.look(None, no_color=True, to_file=False).columns, indent=0)), None)
    return CLEAN


def _show(path: str, *, no_color: bool) -> int:
    if path not in forms.all_forms():
        raise Problem(
            f"没有地址为“{path}”的报告格式。jixiao form list 列出全部格式。",
            f"There is no form “{path}”. jixiao form list lists them all.",
        )
    look = options.look(None, no_color=no_color, to_file=False)
    emit((line + "\n" for line in _page(forms.load(path), look.columns, paint(colour=look.colour))), None)
    return CLEAN


def _page(form: forms.Form, room: int, style: Paint) -> Iterator[str]:
    """The merged form; beside each heading the file that said it."""

    def head(title: str, key: str) -> str:
        return f"\n{style(title, 'bold')}  {style(form.sources.get(key, ''), 'dim')}"

    yield style(form.title, "bold")
    yield f"{form.path}  ← {' ← '.join(form.chain[1:]) or '—'}"
    yield f"{form.since}–{form.until or ''}  {form.pack}"
    yield head("章节", "sections")
    required = set(form.required)
    yield from grid(
        [(f"{'　' * (s.level - 1)}{s.title}", s.id, "必备" if s.id in required else "") for s in form.sections], room
    )
    yield head("表", "tables")
    yield from grid([(table.title, "、".join((*table.columns, *table.rows))) for table in form.tables], room)
    for title, key, items in (
        ("封面", "cover", form.cover), ("附件", "attachments", form.attachments), ("签字行", "signoff", form.signoff),
        ("分值", "weights", tuple(f"{name} {points}" for name, points in form.weights.items())),
    ):  # fmt: skip
        if items:
            yield head(title, key)
            yield f"  {'、'.join(items)}"
    if form.rubric:
        yield head(form.rubric_title or "考核评分表", "rubric")
        yield from grid([(row.block, row.item, str(row.most)) for row in form.rubric], room)


command = Group(
    "form",
    [
        Verb("list", _list, [], intro=("列出全部报告格式的地址、名称和规则包。", "Lists all forms."), examples=("jixiao form list",)),
        Verb(
            "show", _show, [click.Argument(["path"], metavar="格式"), options.no_color()],
            intro=("查看一种报告格式（连同上级的规定合并后的结果），每一部分注明出自哪个文件。", "Prints a form merged with its parents."),
            examples=("jixiao form show 430000-hunan/430600-yueyang/department",),
        ),
    ],
    intro=("查看各地规定的报告格式。", "Report forms by division."),
    examples=("jixiao form list", "jixiao form show cn/department"),
)  # fmt: skip
