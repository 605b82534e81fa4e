"""The tables of a form and what belongs to them: from YAML to frozen nouns, checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jixiao.forms.layout import ClassForm, LayoutError, RowForm, rows_of

COLUMNS = ("last", "budget", "final")
_PARTS = ("id", "title", "columns", "widths", "landscape", "header", "stages", "stage_spans", "rows", "notes", "signed")
_SIGNS = ("preparer", "date", "phone", "head")
_STYLES = ("title", "cover")
_LEAST_WIDTH = 5


@dataclass(frozen=True, slots=True)
class TableForm:
    """表 of a form: id, title, the roles of its indicator columns or the concepts of its rows, and its layout.

    ``widths`` in mm; ``stages`` are the columns of figures (last, budget, final), ``stage_spans`` how many columns of the
    grid the label and each stage take; ``signed`` puts the sign-off line under it.
    """

    id: str
    title: str
    columns: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    widths: tuple[float, ...] = ()
    landscape: bool = False
    header: int = 0
    stages: tuple[str, ...] = ()
    stage_spans: tuple[int, ...] = ()
    layout: tuple[RowForm, ...] = ()
    notes: tuple[str, ...] = ()
    signed: bool = False


@dataclass(frozen=True, slots=True)
class RubricItem:
    """考核评分表 item: block, name, most points, what the points are given for, and the evidence asked for."""

    block: str
    item: str
    most: int
    criterion: str = ""
    evidence: str = ""


def table_of(data: object) -> TableForm:
    """A table of a form."""
    if not isinstance(data, dict) or "id" not in data or "title" not in data:
        raise LayoutError("tables 的每一项都要有 id 和 title")
    where = f"表 {data['id']}"
    if unknown := sorted(set(map(str, data)) - set(_PARTS)):
        raise LayoutError(f"{where}：不认识 {'、'.join(unknown)}，可用 {'、'.join(_PARTS)}")
    try:
        widths, stages = tuple(map(float, data.get("widths", ()))), tuple(map(str, data.get("stages", ())))
    except (TypeError, ValueError) as no_number:
        raise LayoutError(f"{where}：widths 应是毫米数的列表") from no_number
    if any(width < _LEAST_WIDTH for width in widths):
        raise LayoutError(f"{where}：栏宽（毫米）不应小于{_LEAST_WIDTH}")
    if wrong := [stage for stage in stages if stage not in COLUMNS]:
        raise LayoutError(f"{where}：stages 中没有 {'、'.join(wrong)}，可用 {'、'.join(COLUMNS)}")
    spans = tuple(int(n) for n in data.get("stage_spans", (1,) * (len(stages) + 1) if stages else ()))
    if stages and len(spans) != len(stages) + 1:
        raise LayoutError(f"{where}：stage_spans 应有{len(stages) + 1}个数：标签栏，再各期一个")
    layout = rows_of(where, data["rows"], len(widths), spans) if data.get("rows") else ()
    if layout and not widths:
        raise LayoutError(f"{where}：有 rows 就要有 widths")
    return TableForm(
        str(data["id"]), str(data["title"]), tuple(data.get("columns", ())), tuple(dict.fromkeys(_concepts(layout))), widths,
        bool(data.get("landscape")), int(data.get("header", 0)), stages, spans, layout, tuple(map(str, data.get("notes", ()))),
        bool(data.get("signed")),
    )  # fmt: skip


def _concepts(rows: tuple[RowForm, ...]) -> Iterator[str]:
    """The concepts that a table prints outside its sheet's own figures."""
    for row in rows:
        if row.kind == "concept":
            yield row.of
        elif row.kind == "cells":
            names = (cell.figure.partition(".")[0] for cell in row.cells if cell.figure[:1] not in ("", "."))
            yield from (name for name in names if name != "fund")
        yield from _concepts(row.rows)


def rubric_item(data: dict[str, Any]) -> RubricItem:
    """An item of the bureau's sheet."""
    try:
        return RubricItem(
            data["block"], data["item"], int(data["most"]), str(data.get("criterion", "")).strip(), str(data.get("evidence", ""))
        )  # fmt: skip
    except (KeyError, TypeError, ValueError) as missing:
        raise LayoutError("rubric 的每一项都要有 block、item 和 most（整数）") from missing


def line_of(data: object) -> tuple[str, str]:
    """A line of the cover or heading: its style and words."""
    if isinstance(data, dict) and len(data) == 1:
        style, words = next(iter(data.items()))
        if style in _STYLES:
            return str(style), str(words)
    raise LayoutError(f"封面和标题的每一行应写作 {' 或 '.join(f'{style}: 文字' for style in _STYLES)}")


def signoff_labels(data: object) -> dict[str, str]:
    """The labels of the sign-off line by role."""
    labels = {str(k): str(v) for k, v in data.items()} if isinstance(data, dict) else {}
    if not isinstance(data, dict) or set(labels) - set(_SIGNS):
        raise LayoutError(f"signoff 应写作“角色: 印出的字样”，角色有 {'、'.join(_SIGNS)}")
    return labels


def class_of(data: object) -> ClassForm:
    """A class of indicators."""
    if not isinstance(data, dict) or not {"kind", "label", "parts"} <= set(data) or not isinstance(data["parts"], dict):
        raise LayoutError("classes 的每一项都要有 kind、label 和 parts")
    return ClassForm(data["kind"], data["label"], tuple((str(k), str(v)) for k, v in data["parts"].items()))
