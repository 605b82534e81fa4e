"""Tables of figures (基础数据表, 收支表): labelled rows under columns that say year and stage, or what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from jixiao.extract.funds import unit_in
from jixiao.extract.lines import Line, field_of, placed
from jixiao.forms import concept_of, concepts
from jixiao.model.appraisal import Field
from jixiao.model.document import Cell, Paragraph, Table
from jixiao.model.fact import Context, Fact
from jixiao.model.report import BaseRow, BaseTable

_YEAR = re.compile(r"(?<!\d)(20\d\d)年?")
_NOT_A_STAGE = (
    "率",
    "增减",
    "增长",
    "差",
    "比",
    "%",
    "变动",
    "科目",
    "项目",
    "表",
    "调整数",
    "原因",
    "说明",
    "情况",
    "单位",
)
_STAGES = (
    ("final", ("决算", "执行数", "实际支出", "实际数", "执行情况", "实际执行", "完成数", "支出数")),
    ("initial", ("年初预算", "年初数", "年初批复")),
    ("adjusted", ("调整预算", "全年预算", "调整后预算", "变动后预算")),
    ("budget", ("预算",)),
)
_ALL = frozenset({"合计", "总计", "小计", "合 计"})
_LONGEST_HEAD = 24
_LONGEST_TITLE = 60
_FUNDS = (
    ("政府性基金", "gov_fund"),
    ("国有资本", "state_capital"),
    ("一般公共预算", "general"),
    ("财政拨款", "fiscal"),
)
_THREE_PUBLIC = frozenset({"three_public", "abroad", "vehicles", "vehicle_purchase", "vehicle_running", "reception"})
_TABLE_NUMBER = re.compile(r"(?:公开|附)?\d*表$|说明")
_NUMBERED = re.compile(r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]|[①-⑨])")
_DIMENSION_UNITS = {"percent": "%", "people": "人", "area": "㎡", "count": ""}
_TOP = frozenset({"three_public", "project_expenditure", "public_cost", "procurement", "basic_adjustment",
                  "basic_expenditure", "staff_cost",
                  "total_expenditure", "total_income", "operation_cost", "fixed_assets"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A head cell that says the year and the stage of its figures; ``shift`` is the year against the report's."""

    at: int
    year: int | None
    shift: int
    stage: str


@lru_cache(maxsize=1024)
def stage_of(text: str) -> tuple[int | None, int, str] | None:
    """Year, shift and stage of a squeezed head cell: 「2022年决算数」 → (2022, 0, final); None where it says none."""
    if not text or len(text) > _LONGEST_HEAD or any(mark in text for mark in _NOT_A_STAGE):
        return None
    stage = next((name for name, marks in _STAGES if any(mark in text for mark in marks)), None)
    if stage is None:
        return None
    year = _YEAR.search(text)
    shift = -1 if "上年" in text or "上一年" in text or "去年" in text else 0
    return (int(year[1]) if year else None), shift, stage


def figure_tables(
    table: Table, rows: Sequence[Line], captions: Sequence[Paragraph], year: int | None
) -> list[BaseTable]:
    """The blocks of a table of figures, each under its own head row; [] where the table is none."""
    title = caption_title(["".join(c.plain.split()) for c in captions])
    caption_unit = unit_in(*("".join(c.plain.split()) for c in captions[-3:] if "单位" in c.plain))
    found: list[BaseTable] = []
    start = 0
    while start < len(rows):
        head = rows[start]
        if "单位：" in "".join(head.texts[i] for i in head.filled):
            caption_unit = unit_in(*head.texts) or caption_unit
        columns = _stage_columns(head) or _concept_columns(head)
        if not columns:
            start += 1
            continue
        end = start + 1
        while end < len(rows) and not (_stage_columns(rows[end]) or _concept_columns(rows[end])):
            end += 1
        unit = unit_in(*(head.texts[i] for i in head.filled if not _column_concept(head.texts[i]))) or caption_unit
        found += _blocks(table, head, rows[start + 1 : end], columns, unit, year, title)
        start = end
    return [block for block in found if block.rows]


def caption_title(captions: Sequence[str]) -> str:
    """The title among the squeezed lines above a table; 公开03表 is its number, no title."""
    return next(
        (
            text
            for text in reversed(captions)
            if "表" in text and len(text) <= _LONGEST_TITLE and not _TABLE_NUMBER.match(text)
        ),
        "",
    )


def fund_of(title: str, concept: str) -> str:
    """The fund that a table is about, by its title; 三公经费 is of the general budget by definition and needs no word for it."""
    if concept in _THREE_PUBLIC:
        return ""
    return next((fund for word, fund in _FUNDS if word in title), "")


def _stage_columns(line: Line) -> list[Column | tuple[int, str]]:
    stages = [(i, found) for i, text in enumerate(line.texts) if line.own[i] and (found := stage_of(text))]
    if not stages or stages[0][0] == 0 or sum(bool(_column_concept(t)) for t in line.texts) > 1:
        return []
    return [Column(i, *found) for i, found in stages]


def _concept_columns(line: Line) -> list[Column | tuple[int, str]]:
    """Columns that are headed by what they count: 编制数, 实际在职人数, 控制率. At least two, and no figure in the row."""
    if any(text[:1].isdigit() and text.replace(".", "").isdigit() for text in line.texts):
        return []
    found = [(i, name) for i in line.filled if i and (name := _column_concept(line.texts[i]))]
    return list(found) if len(found) >= 2 else []  # noqa: PLR2004


@lru_cache(maxsize=1024)
def _column_concept(text: str) -> str:
    """The concept of a head cell, of the kind that is no money or a building's."""
    if len(text) > _LONGEST_HEAD:
        return ""
    name = concept_of(_YEAR.sub("", text))
    known = concepts().get(name)
    return name if known and (known.dimension != "money" or name.startswith("building")) else ""


def _blocks(
    table: Table,
    head: Line,
    rows: Sequence[Line],
    columns: list[Column | tuple[int, str]],
    unit: str,
    year: int | None,
    title: str,
) -> list[BaseTable]:
    sides = _sides(head, rows, columns)
    result = []
    for label_at, mine in sides:
        side = _side(head, rows, label_at) if len(sides) > 1 else ""
        body = _rows(head, rows, label_at, mine, unit, year, title)
        heads = tuple(field_of(head.cells[c.at if isinstance(c, Column) else c[0]]) for c in mine)
        result.append(BaseTable(table, head.cells[label_at].place(), tuple(body), heads, side, title))
    return result


def _sides(
    head: Line, rows: Sequence[Line], columns: list[Column | tuple[int, str]]
) -> list[tuple[int, list[Column | tuple[int, str]]]]:
    """Each run of figure columns with the column that labels it."""
    groups: list[tuple[int, list[Column | tuple[int, str]]]] = []
    previous = -1
    for column in columns:
        at = column.at if isinstance(column, Column) else column[0]
        if (groups and at == previous + 1) or (groups and not _wordy(head, rows, previous + 1, at)):
            groups[-1][1].append(column)
        else:
            groups.append((_label_column(head, rows, previous + 1, at), [column]))
        previous = at
    return groups


def _wordy(head: Line, rows: Sequence[Line], first: int, last: int) -> bool:
    """Whether a column between two figure columns holds labels."""
    return any(concept_of(text) for i in range(first, last) for text in _under(head, rows, i))


def _label_column(head: Line, rows: Sequence[Line], first: int, last: int) -> int:
    """Of the columns before a run of figures, the one with the most words in it."""
    size = [sum(len(text) for text in _under(head, rows, i) if not text.isdigit()) for i in range(first, last)]
    return first + max(range(len(size)), key=lambda i: size[i]) if size else first


def _under(head: Line, rows: Sequence[Line], at: int) -> Iterator[str]:
    """The texts under a head cell."""
    for line in rows:
        i = placed(line, head, at)
        if i is not None and line.texts[i]:
            yield line.texts[i]


def _side(head: Line, rows: Sequence[Line], at: int) -> str:
    words = head.texts[at] + "".join(_under(head, rows, at))
    income, spending = words.count("收入"), words.count("支出")
    return "income" if income > spending else "expenditure" if spending else ""


def _rows(
    head: Line,
    rows: Sequence[Line],
    label_at: int,
    columns: list[Column | tuple[int, str]],
    unit: str,
    year: int | None,
    title: str,
) -> list[BaseRow]:
    result: list[BaseRow] = []
    indented = any(_indent(line, label_at, head) > 0 for line in rows)
    depth = 0
    for line in rows:
        at = placed(line, head, label_at)
        if at is None or at >= len(line.cells):
            continue
        label = field_of(line.cells[at])
        concept = concept_of(line.texts[at]) or ("three_public" if "三公" in title and line.texts[at] in _ALL else "")
        depth = _depth(line.cells[at], label.text, concept, depth, indented=indented) if line.texts[at] else depth
        cells, facts = [], []
        for column in columns:
            i = placed(line, head, column.at if isinstance(column, Column) else column[0])
            entry = (
                field_of(line.cells[i], _unit(column, concept, unit))
                if i is not None and i > at and line.own[i]
                else None
            )
            cells.append(entry or Field("", label.place))
            facts.append(_fact(entry, column, concept, label.text, year, title))
        if (label and line.own[at]) or any(facts):
            result.append(BaseRow(concept, label, depth, tuple(cells), tuple(facts)))
    return result


def _unit(column: Column | tuple[int, str], concept: str, unit: str) -> str:
    name = concept if isinstance(column, Column) else column[1]
    known = concepts().get(name)
    return unit if known is None or known.dimension == "money" else _DIMENSION_UNITS.get(known.dimension, "")


def _fact(
    entry: Field | None, column: Column | tuple[int, str], concept: str, label: str, year: int | None, title: str
) -> Fact | None:
    if entry is None or entry.amount is None:
        return None
    if isinstance(column, Column):
        when = column.year if column.year is not None else (year + column.shift if year is not None else None)
        return Fact(concept, Context(when, column.stage, fund_of(title, concept)), entry.amount, entry.place, label)
    return Fact(column[1], Context(year), entry.amount, entry.place, label)


def _indent(line: Line, at: int, head: Line) -> int:
    i = placed(line, head, at)
    plain = line.cells[i].plain if i is not None and i < len(line.cells) else ""
    return len(plain) - len(plain.lstrip(" "))


def _depth(cell: Cell, label: str, concept: str, before: int, *, indented: bool) -> int:
    """0 an item, 1 a numbered sub-item, 2 其中 and what follows it."""
    if label.startswith("其中"):
        return 2
    if _NUMBERED.match(label) or label.startswith("…"):
        return 1
    if before == 2 and concept not in _TOP and (not indented or cell.plain[:1] == " "):  # noqa: PLR2004
        return 2
    return 0
