"""Rows (行): the rows of a form's layout filled with a filing's figures and words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jixiao.compose.tables.drawing import Box, beside
from jixiao.compose.tables.indicators import indicator_rows
from jixiao.compose.tables.settings import Setting
from jixiao.forms import concepts
from jixiao.forms.layout import OTHERS, CellForm, RowForm
from jixiao.forms.tables import RubricItem
from jixiao.model.filing import GoalEntry, SpendingItem
from jixiao.model.manuscript import Runs

_DASH = "——"
_SUB = 2


@dataclass(slots=True)
class Numbering:
    """编号 of the rows of the base table: 1、2、… under each top row, 其中 before the first of the deepest."""

    count: int = 0
    before: int = 0
    indent: str = ""

    def label(self, words: str, depth: int) -> str:
        """The label as it is printed."""
        before, self.before = self.before, depth
        if depth == 0:
            self.count = 0
            return words
        if depth == 1:
            self.count += 1
            return f"　{self.count}、{words}"
        if before < _SUB:
            self.indent = "　" * (before + 1)
            return f"{self.indent}其中：{words}"
        return f"{self.indent}　　　{words}"


def rows(layout: Iterable[RowForm], setting: Setting, numbering: Numbering | None = None) -> list[list[Box]]:
    """The rows of a table, filled."""
    numbering = numbering or Numbering()
    made: list[list[Box]] = []
    for row in layout:
        made += _row(row, setting, numbering)
    return made


def _row(row: RowForm, setting: Setting, numbering: Numbering) -> list[list[Box]]:
    if row.kind == "cells":
        return [[cell(one, setting) for one in row.cells]]
    if row.kind == "side":
        return beside(cell(row.cells[0], setting), rows(row.rows, setting, numbering))
    if row.kind == "concept":
        return [_concept(row, setting, numbering)]
    if row.kind == "items":
        return _items(row, setting, numbering)
    return {"goals": _goals, "rubric": _rubric, "indicators": indicator_rows}[row.of](row, setting)


def cell(one: CellForm, setting: Setting) -> Box:
    """One cell of a layout, filled."""
    lead: Runs = (setting.words(one.words),) if one.words else ()
    if one.figure:
        figure = setting.figure(one.figure)
        if figure is None:
            return Box(lead, "value", one.span, one.down, one.align)
        percent = figure.unit == "%" and bool(figure.text)
        return Box((*lead, figure), "value", one.span, one.down, one.align, figure.id, percent)
    if one.text:
        origin = f"texts.{one.text}"
        return Box(
            setting.runs(setting.filing.texts.get(one.text, "").strip()), "value", one.span, one.down, one.align, origin
        )
    if one.field:
        words, origin = setting.field(one.field)
        return Box((words,) if words else (), "value", one.span, one.down, one.align, origin)
    return Box(lead, one.role, one.span, one.down, one.align)


def _concept(row: RowForm, setting: Setting, numbering: Numbering) -> list[Box]:
    label = Box(
        (numbering.label(setting.words(row.label), row.depth),), "label", setting.table.stage_spans[0], align="left"
    )
    return [label, *_stages(setting, row.of, row.dash)]


def _stages(setting: Setting, stem: str, dash: tuple[str, ...] = ()) -> Iterator[Box]:
    for stage, span in zip(setting.table.stages, setting.table.stage_spans[1:], strict=True):
        figure = setting.figure(f"{stem}.{stage}") if stem else None
        if figure is None or (stage in dash and not figure.text):
            yield Box((_DASH,) if stage in dash else (), "value" if stage in dash else "empty", span)
        else:
            yield Box((figure,), "value", span, origin=figure.id)


def _items(row: RowForm, setting: Setting, numbering: Numbering) -> list[list[Box]]:
    """A row for each item of these concepts; one blank row under the form's own label where there is none."""
    made = []
    for n, item in enumerate(setting.filing.items, 1):
        if _listed(item, row, setting):
            words = item.label or concepts()[item.concept].label if item.concept in concepts() else item.label
            label = numbering.label(words or "（未填名称）", row.depth)
            made.append([_label(label, setting, f"items.{n}.label"), *_stages(setting, f"items.{n}")])
    if not made and row.label:
        made.append([_label(numbering.label(setting.words(row.label), row.depth), setting), *_stages(setting, "")])
    return made


def _label(words: str, setting: Setting, origin: str = "") -> Box:
    return Box((words,), "label", setting.table.stage_spans[0], align="left", origin=origin)


def _listed(item: SpendingItem, row: RowForm, setting: Setting) -> bool:
    return item.concept in row.items or (OTHERS in row.items and item.concept not in setting.listed)


def _goals(row: RowForm, setting: Setting) -> list[list[Box]]:
    goals = setting.sheet.goals or (GoalEntry("", ""),)
    return [_goal(row, n, goal, setting) for n, goal in enumerate(goals, 1)]


def _goal(row: RowForm, n: int, goal: GoalEntry, setting: Setting) -> list[Box]:
    boxes = []
    for one in row.cells:
        text = goal.expected if one.field == "expected" else goal.achieved
        runs = setting.runs(text.strip())
        boxes.append(
            Box(
                runs,
                "value",
                one.span,
                align=one.align,
                origin=f"{setting.prefix}.goals.{n}.{one.field}",
                with_unit=True,
            )
        )
    return boxes


def _rubric(row: RowForm, setting: Setting) -> list[list[Box]]:
    blocks: dict[str, list[RubricItem]] = {}
    for item in setting.form.rubric:
        blocks.setdefault(item.block, []).append(item)
    made = []
    for block, items in blocks.items():
        for n, item in enumerate(items):
            values = {
                "item": f"{item.item}\n（{item.most}分）", "most": str(item.most), "criterion": item.criterion, "evidence": item.evidence,
                "score": "", "block": f"{block}\n（{sum(one.most for one in items)}分）",
            }  # fmt: skip
            boxes = []
            for one in row.cells:
                if one.field == "block" and n:
                    continue
                down = len(items) if one.field == "block" else 1
                words = values[one.field]
                role = "label" if one.field in ("block", "item") else "value" if words else "empty"
                boxes.append(Box((words,) if words else (), role, one.span, down, one.align))
            made.append(boxes)
    return made
