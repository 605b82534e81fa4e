"""Layout (版式): how a form is printed, as data: rows of cells that name words, figures and fields. No logic stands in it.

A row in YAML is a list of cells, or one of

- ``{side: 年度总体目标, rows: […]}``: a label on the left of some rows, merged downwards over all of them;
- ``{each: goals|indicators|rubric, fields: […]}``: these cells once for each of them;
- ``{concept: reception, label: 公务接待, depth: 1}``: a label and one figure a stage of the table;
- ``{items: [business_work_cost], label: 业务工作经费, depth: 1}``: such a row for each item of these concepts; ``items: others``
  for those that no other row takes.

A cell is a string (a head), or ``{head|label|figure|field|text: …, span: 2, down: 2, align: left}``. A figure that begins with
a dot is one of the sheet's own (``.execution.rate``). Words may name {year}, {last_year}, {unit}, {date}.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from jixiao.forms.concepts import concepts

EACH = {
    "goals": ("expected", "achieved"),
    "indicators": ("level1", "level2", "level3", "target", "actual", "weight", "score", "note", "serial", "criterion"),
    "rubric": ("block", "item", "most", "criterion", "evidence", "score"),
}
FIELDS = ("unit", "name", "supervisor", "implementer", "year")
ALIGN = ("left", "center", "right")
_CELL = frozenset({"head", "label", "figure", "field", "text", "span", "down", "align"})
_ROW = {
    "side": frozenset({"side", "rows", "span"}),
    "each": frozenset({"each", "fields"}),
    "concept": frozenset({"concept", "label", "depth", "dash"}),
    "items": frozenset({"items", "label", "depth"}),
}
OTHERS = "others"
_DEEPEST = 2


class LayoutError(ValueError):
    """A layout is not as it must be; the message says where and what is wrong."""


@dataclass(frozen=True, slots=True)
class CellForm:
    """格 of a layout. ``role``: head, label, value or empty; ``words`` before the figure or field, if any."""

    role: str
    words: str = ""
    figure: str = ""
    field: str = ""
    text: str = ""
    span: int = 1
    down: int = 1
    align: str = "center"


@dataclass(frozen=True, slots=True)
class RowForm:
    """行 of a layout. ``kind``: cells, side, each, concept, items."""

    kind: str
    cells: tuple[CellForm, ...] = ()  # for cells and each; for side the one label
    rows: tuple[RowForm, ...] = ()  # for side
    of: str = ""  # goals, indicators, rubric; the concept
    items: tuple[str, ...] = ()
    label: str = ""
    depth: int = 0
    dash: tuple[str, ...] = ()  # stages in which nothing is ever entered: 「——」


@dataclass(frozen=True, slots=True)
class ClassForm:
    """指标类别: a class of the first level and its classes of the second: kind and label of each, in order."""

    kind: str
    label: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BaseLine:
    """基础数据表的一行, as one fills it in.

    ``columns``: of last, budget and final those that the form has; ("",) for one entry without a column (编制数).
    ``parts``: the concepts whose sum it is, () where it is entered itself. ``items``: the concepts of the items that are
    listed here; the row is no concept of its own then. ``unit``: 万元, 人, ㎡, % … ``open``: the parts are only some of it
    (其中), so it may be entered itself where there is more.
    """

    concept: str
    label: str
    depth: int
    columns: tuple[str, ...]
    parts: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    unit: str = "万元"
    open: bool = False


def rows_of(where: str, data: object, width: int, stages: tuple[int, ...]) -> tuple[RowForm, ...]:
    """The rows of a table of ``width`` columns, checked; ``stages`` are the spans of the label and of each stage."""
    if not isinstance(data, list):
        raise LayoutError(f"{where}：rows 应是各行的列表")
    made = tuple(_row(f"{where} 第{n}行", item) for n, item in enumerate(data, 1))
    _fits(where, made, width, stages)
    return made


def _row(where: str, data: object) -> RowForm:
    if isinstance(data, list):
        return RowForm("cells", tuple(_cell(where, cell) for cell in data))
    if not isinstance(data, dict):
        raise LayoutError(f"{where}：一行应是格的列表，或含 {'、'.join(_ROW)} 之一")
    kind = next((name for name in _ROW if name in data), None)
    if kind is None:
        raise LayoutError(f"{where}：应含 {'、'.join(_ROW)} 之一")
    _known(where, data, _ROW[kind])
    return {"side": _side, "each": _each, "concept": _concept, "items": _items}[kind](where, data)


def _side(where: str, data: dict[str, Any]) -> RowForm:
    rows = data.get("rows")
    if not isinstance(rows, list) or not rows:
        raise LayoutError(f"{where}：side 要有 rows")
    inner = tuple(_row(f"{where}之{n}", item) for n, item in enumerate(rows, 1))
    return RowForm("side", (CellForm("head", str(data["side"]), span=_number(where, data, "span", 1)),), inner)


def _each(where: str, data: dict[str, Any]) -> RowForm:
    of = data["each"]
    if of not in EACH:
        raise LayoutError(f"{where}：each 只能是 {'、'.join(EACH)}")
    cells = []
    for item in data.get("fields") or ():
        cell = {"field": item} if isinstance(item, str) else item
        made = _cell(where, cell, EACH[of])
        cells.append(made)
    if not cells:
        raise LayoutError(f"{where}：each 要有 fields")
    return RowForm("each", tuple(cells), of=of)


def _concept(where: str, data: dict[str, Any]) -> RowForm:
    name = data["concept"]
    if name not in concepts():
        raise LayoutError(f"{where}：concepts.yaml 中没有概念 {name}")
    label = str(data.get("label") or concepts()[name].label)
    dash = tuple(map(str, data.get("dash", ())))
    return RowForm("concept", of=name, label=label, depth=_number(where, data, "depth", 0), dash=dash)


def _items(where: str, data: dict[str, Any]) -> RowForm:
    wanted = data["items"]
    names = (OTHERS,) if wanted == OTHERS else tuple(wanted) if isinstance(wanted, list) else ()
    if not names or any(name != OTHERS and name not in concepts() for name in names):
        raise LayoutError(f"{where}：items 应是概念的列表，或 {OTHERS}")
    return RowForm("items", items=names, label=str(data.get("label", "")), depth=_number(where, data, "depth", 0))


def _cell(where: str, data: object, fields: tuple[str, ...] = FIELDS) -> CellForm:
    if data is None or isinstance(data, str | int):
        words = "" if data is None else str(data)
        return CellForm("head" if words else "empty", words)
    if not isinstance(data, dict):
        raise LayoutError(f"{where}：一格应是文字，或“名称: 内容”")
    _known(where, data, _CELL)
    field = str(data.get("field", ""))
    if field and field not in fields:
        raise LayoutError(f"{where}：没有字段 {field}，可用 {'、'.join(fields)}")
    filled = "value" if any(key in data for key in ("figure", "field", "text")) else ""
    role = filled or ("label" if data.get("label") else "head" if data.get("head") else "empty")
    align = data.get("align", "left" if role == "label" or data.get("label") else "center")
    if align not in ALIGN:
        raise LayoutError(f"{where}：align 只能是 {'、'.join(ALIGN)}")
    words = str(data.get("head") or data.get("label") or "")
    span, down = _number(where, data, "span", 1), _number(where, data, "down", 1)
    return CellForm(
        role, words, str(data.get("figure", "")), field, str(data.get("text", "")), max(span, 1), max(down, 1), align
    )


def _known(where: str, data: dict[str, Any], known: frozenset[str]) -> None:
    if unknown := sorted(set(map(str, data)) - known):
        raise LayoutError(f"{where}：不认识 {'、'.join(unknown)}，可用 {'、'.join(sorted(known))}")


def _number(where: str, data: dict[str, Any], key: str, default: int) -> int:
    value = data.get(key, default)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise LayoutError(f"{where}：{key} 应是整数，现为 {value}")
    return value


def _fits(where: str, rows: Iterable[RowForm], width: int, stages: tuple[int, ...]) -> None:
    """Every row fills the table exactly, with what hangs down from the rows above and what stands on its left."""
    hanging: dict[int, int] = {}  # rows still to come → columns taken in them
    for at, (row, left, name) in enumerate(_flat(where, rows, 0)):
        free = width - left - hanging.pop(at, 0)
        wide = sum(c.span for c in row.cells) if row.kind in ("cells", "each") else sum(stages)
        if row.kind in ("concept", "items") and len(stages) <= 1:
            raise LayoutError(f"{name}：用 concept、items 的表要写 stages 和 stage_spans")
        if wide != free:
            raise LayoutError(f"{name}：各格共{wide}栏，应为{free}栏（全表{width}栏）")
        if row.depth > _DEEPEST:
            raise LayoutError(f"{name}：depth 最大为{_DEEPEST}")
        for cell in row.cells:
            for later in range(1, cell.down):
                hanging[at + later] = hanging.get(at + later, 0) + cell.span
    if hanging:
        raise LayoutError(f"{where}：有格向下伸出了表")


def _flat(where: str, rows: Iterable[RowForm], left: int) -> Iterator[tuple[RowForm, int, str]]:
    for n, row in enumerate(rows, 1):
        name = f"{where} 第{n}行" if left == 0 else f"{where}之{n}"
        if row.kind == "side":
            yield from _flat(name, row.rows, left + row.cells[0].span)
        else:
            yield row, left, name
