"""Cells (单元格): what stands in a cell as the words that a person sees."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal

_SIGNIFICANT = 15  # digits that Excel keeps
_FIXED = re.compile(r"(?:#,##)?0\.(0+)(?:_\))?%?(?:;.*)?")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


@dataclass(frozen=True, slots=True)
class Held:
    """内容 of one cell: ``text`` as seen, and ``trouble``, an id of mistakes.yaml, where it is none that can be taken.

    ``formula`` is set where the cell works its value out.
    """

    text: str = ""
    trouble: str = ""
    formula: bool = False


def held(value: object, kind: str, number_format: str, formula: bool) -> Held:  # noqa: FBT001 - three facts of one cell
    """The words of a cell's value; ``kind`` is openpyxl's data type."""
    if kind == "e":
        return Held(str(value), "cell_error", formula)
    if value is None:
        return Held("", "cell_formula" if formula else "", formula)
    if isinstance(value, bool):
        return Held("TRUE" if value else "FALSE", "cell_true", formula)
    if isinstance(value, dt.datetime | dt.date):
        return Held(value.strftime("%Y-%m-%d"), "", formula)
    if isinstance(value, int | float):
        return Held(_number(value, number_format), "", formula)
    text = str(value)
    return Held(text, "cell_error" if formula and text.startswith("#") else "", formula)


def _number(value: float, number_format: str) -> str:
    """1 in the format 0% is 100%; 1107.5 in 0.00 is 1107.50; what floating point added is taken off."""
    if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124 - nan
        return str(value)
    number = Decimal(f"{value:.{_SIGNIFICANT}g}")
    bare = _QUOTED.sub("", number_format or "")
    percent = "%" in bare
    if percent:
        number *= 100
    number = number.normalize()
    if number.as_tuple().exponent > 0:  # type: ignore[operator]
        number = number.quantize(Decimal(1))
    fixed = _FIXED.fullmatch(bare)
    if fixed and not percent and -number.as_tuple().exponent < len(fixed[1]):  # type: ignore[operator]
        number = number.quantize(Decimal(1).scaleb(-len(fixed[1])))
    return f"{number:f}" + ("%" if percent else "")
