"""单元格: what one cell holds: a number, a formula with the value it gives, or words that never become a formula."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jixiao.model.figure import Figure
from jixiao.model.manuscript import Slot
from jixiao.writers.report.harmless import harmless
from jixiao.writers.report.refused import NotWritten
from jixiao.writers.report.workings import decimals, is_quotient
from jixiao.writers.report.xlsx.formulas import formula_of
from jixiao.writers.report.xlsx.plan import Plan, alone
from jixiao.writers.view import number

LONGEST = 32_767  # characters that a cell may hold
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?")
COMMANDS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_FIXED = re.compile(
    r"[\u4e00-\u9fff：、（）≥≤＞＜>< \u3000\n]{0,60}"
)  # words that may stand inside a formula: nothing in them could be one
_OWN = {"General": "General;-General"}  # LibreOffice would give a formula without a format that of the cells it takes
_BREAK, _BROKEN = "\n", '"&CHAR(10)&"'
_DIGITS = 11  # more are not shown in full by the general format

Styled = Callable[[str, bool], Format]  # number format and whether the text looks like a command → look


class Cells:
    """Writes the cells of one sheet."""

    def __init__(self, sheet: Worksheet, name: str, plan: Plan) -> None:
        self._sheet, self._name, self._plan = sheet, name, plan

    def slot(self, slot: Slot, top: int, look: Styled) -> None:
        """A cell of a table."""
        row, column = top + slot.row - 1, slot.column - 1
        one = alone(slot)
        if one is not None and (one.value is not None or is_quotient(one)):
            self.figure(one, row, column, look, with_unit=slot.with_unit)
        elif joined := self._joined(slot):
            self._sheet.write_formula(row, column, joined, look("General", False), harmless(slot.text))  # noqa: FBT003
        elif slot.role == "value" and _NUMBER.fullmatch(slot.text):
            self._sheet.write_number(row, column, number(Decimal(slot.text)), look(shown_as(slot.text), False))  # noqa: FBT003
        else:
            self.words(slot.text, row, column, look)

    def figure(self, one: Figure, row: int, column: int, look: Styled, *, with_unit: bool = False) -> None:
        """A figure that is a number: worked out, entered, or taken from the cell in which it is."""
        form = shown_as(one.text, one.unit if with_unit else "")
        if self._plan.homes[one.id] != (self._name, row, column):
            formula = "=" + self._plan.at(one.id, self._name)
        else:
            formula = formula_of(one, self._plan.figures, lambda other: self._plan.at(other, self._name))
        given = number(one.value)
        style = look(_OWN.get(form, form) if formula else form, False)  # noqa: FBT003
        if formula and one.text:
            self._sheet.write_formula(row, column, formula, style, one.text if given is None else given)
        elif given is None:
            self.words(one.text, row, column, look)
        else:
            self._sheet.write_number(row, column, given, style)

    def words(self, text: str, row: int, column: int, look: Styled) -> None:
        """Words, as words."""
        shown = harmless(text)
        if len(shown) > LONGEST:
            raise NotWritten(
                f"表格「{self._name}」第{row + 1}行有{len(shown)}个字，Excel 的一格最多{LONGEST}个字。请把这段文字改短。",
                f"Row {row + 1} of sheet {self._name} has {len(shown)} characters; a cell holds {LONGEST}. Shorten it.",
            )
        if shown:
            self._sheet.write_string(row, column, shown, look("General", shown.startswith(COMMANDS)))
        else:
            self._sheet.write_blank(row, column, None, look("General", False))  # noqa: FBT003

    def _joined(self, slot: Slot) -> str:
        """「≤1179.7万元」 as a formula over the cell of its figure; "" where anything but fixed words stands with it."""
        numbers = [run for run in slot.runs if isinstance(run, Figure)]
        if len(slot.runs) == 1 or len(numbers) != 1 or numbers[0].value is None:
            return ""
        pieces = []
        for run in slot.runs:
            if isinstance(run, str) and not _FIXED.fullmatch(run):
                return ""
            pieces += _literal(run) if isinstance(run, str) else self._printed(run, with_unit=slot.with_unit)
        return "=" + "&".join(piece for piece in pieces if piece != '""')

    def _printed(self, one: Figure, *, with_unit: bool) -> list[str]:
        at, form = self._plan.at(one.id, self._name), shown_as(one.text)
        printed = at if form == "General" else f'TEXT({at},"{form}")'
        return [printed, f'"{one.unit}"'] if with_unit else [printed]


def _literal(words: str) -> list[str]:
    return [f'"{words.replace(_BREAK, _BROKEN)}"']


def shown_as(text: str, unit: str = "") -> str:
    """The number format that shows a number as it is printed, and one that is changed later with all its decimals."""
    places, digits = decimals(text), sum(char.isdigit() for char in text)
    plain = "," not in text and not (places and text.endswith("0")) and digits <= _DIGITS
    form = "General" if plain else ("#,##0" if "," in text else "0") + "." * bool(places) + "0" * places
    return f'{form}"{unit}"' if unit else form
