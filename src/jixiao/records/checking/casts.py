"""Casts (转换): what a cell of each type may look like, as expressions of DuckDB that give NULL for what it may not."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.records.checking import dates, numbers
from jixiao.records.checking.step import Step
from jixiao.records.checking.words import choice, flag
from jixiao.records.database import identifier, quoted
from jixiao.records.table import Column

_BLANK = " \t\r\n\u3000\u00a0\ufeff"
_NOTHING = ("NULL", "null", "\\N", "None", "NaN", "NaT", "—", "--", "－", "-", "/", "#N/A")
_SHORT = max(len(word.encode()) for word in _NOTHING)  # bytes
_TEMPORAL = ("day", "moment", "deadline")
_NUMBERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "DOUBLE", "FLOAT", "DECIMAL", "UTINYINT", "USMALLINT",
            "UINTEGER", "UBIGINT")  # fmt: skip
Said = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Cast:
    """How a column becomes its type: its text (t_name, NULL where the cell is empty), then step by step c_name."""

    text: str
    steps: tuple[Step, ...]
    can_fail: bool
    said: Said  # where it is not of its type


def cast(column: Column, heading: str, kind: str) -> Cast:
    """The cast of a column that stands under this heading as this type of DuckDB.

    Where the heading says 万元, amounts are in 万元.
    """
    source = identifier(heading)
    text, numeric = _text(source, kind), kind.split("(", maxsplit=1)[0] in _NUMBERS
    name, factor = column.name, _factor(column, heading)
    if column.type in _TEMPORAL and kind.startswith(("DATE", "TIMESTAMP")):
        steps = dates.typed(column.type, name, source, kind)
    elif column.type in _TEMPORAL:
        steps = dates.steps(column.type, name)
    elif column.type in ("money", "number") and numeric:
        steps = ((f"c_{name}", f"TRY_CAST({source} * {factor} AS {column.sql})"),)
    elif column.type in ("money", "number", "integer"):
        steps = numbers.steps(column.type, name, factor, column.values)
    else:
        steps = ((f"c_{name}", _worded(column)),)
    if column.type == "text":
        return Cast(text, steps, can_fail=False, said=("", "", "", ""))
    return Cast(text, steps, can_fail=True, said=_said(column))


def _worded(column: Column) -> str:
    text = f"t_{column.name}"
    if column.type == "flag":
        return flag(text)
    return choice(text, column.values) if column.type == "choice" else text


def _text(heading: str, kind: str) -> str:
    """The cell without blanks around it; NULL for the words that systems write where there is nothing."""
    if kind.startswith(("DATE", "TIMESTAMP", "BOOLEAN")) or kind.split("(", maxsplit=1)[0] in _NUMBERS:
        return f"CAST({heading} AS VARCHAR)"
    cell = f"CAST({heading} AS VARCHAR)"
    nothing = ", ".join(quoted(word) for word in ("", *_NOTHING))
    blank = ", ".join(quoted(one) for one in _BLANK)
    trimmed = f"TRIM({cell}, {quoted(_BLANK)})"
    # To trim is dear, and few cells have blanks around them; the words for nothing are short.
    plain = f"STRLEN({cell}) > {_SHORT} AND NOT (LEFT({cell}, 1) IN ({blank}) OR RIGHT({cell}, 1) IN ({blank}))"
    return f"CASE WHEN {plain} THEN {cell} WHEN {trimmed} NOT IN ({nothing}) THEN {trimmed} END"


def _factor(column: Column, heading: str) -> int:
    """元 of what a heading counts in."""
    if column.type != "money":
        return 1
    return 100_000_000 if "亿元" in heading else 10_000 if "万元" in heading else 1


_DATES: Said = (
    "不是可用的日期或时间（1950 至 2100 年）", "写成 2023-05-06 或 2023-05-06 10:00",
    "is no date or time between 1950 and 2100", "write 2023-05-06 or 2023-05-06 10:00",
)  # fmt: skip
_SAID: dict[str, Said] = {
    "day": _DATES,
    "moment": _DATES,
    "deadline": _DATES,
    "integer": ("不是整数", "写成阿拉伯数字，如 12", "is no whole number", "write digits, as 12"),
    "number": ("不是数", "写成阿拉伯数字，如 12.5", "is no number", "write digits, as 12.5"),
    "money": ("不是金额", "写成阿拉伯数字，单位元，如 1234.50", "is no amount", "write yuan in digits, as 1234.50"),
    "flag": ("不是“是”或“否”", "写 是 或 否", "is neither yes nor no", "write 是 or 否"),
}


def _said(column: Column) -> Said:
    if not column.values:
        return _SAID[column.type]
    keys = "、".join(column.values)
    return (
        f"不是“{column.title}”可选的值",
        f"写其中之一：{keys}",
        f"is no value of {column.name}",
        f"write one of {keys}",
    )
