"""Shifts (错位): labels and heads that were pasted over, rows that stand one column or one row off."""

from __future__ import annotations

from jixiao.filing import choices
from jixiao.filing.kinds import classes
from jixiao.filing.mistakes import mistake
from jixiao.filing.workbook.grid import Row
from jixiao.filing.workbook.plan import BLOCKS, HEADS, column_letter
from jixiao.filing.workbook.rows import lines
from jixiao.forms import Form
from jixiao.model.filing import Mistake
from jixiao.model.words import squeezed

_LABEL = 2
_EMPTY = "（空）"


def changed_heads(title: str, row: Row, block: str) -> list[Mistake]:
    """Head cells that do not say what stands under them; those of the years are not looked at."""
    if block == "figures":
        return []
    return [
        _said("label_changed", title, row, BLOCKS[block][name], wanted)
        for name, wanted in HEADS[block].items()
        if squeezed(row.text(BLOCKS[block][name])) != squeezed(wanted)
    ]


def changed_label(title: str, row: Row, block: str, name: str, form: Form) -> Mistake | None:
    """A row of money or people whose label is not its own."""
    known = {line.concept: line.label for line in lines(form)} if block in ("figure", "figures") else {}
    if block == "fund":
        known = choices.FUNDS
    wanted, found = known.get(name, ""), squeezed(row.text(_LABEL))
    if not wanted or found == squeezed(wanted):
        return None
    if found in map(squeezed, known.values()):
        return _said("shifted", title, row, _LABEL, wanted)
    return _said("label_changed", title, row, _LABEL, wanted)


def shifted(title: str, row: Row, form: Form) -> Mistake | None:
    """An indicator whose classes stand one column off."""
    firsts = {squeezed(one.label) for one in classes(form)}
    seconds = {squeezed(label) for one in classes(form) for _, label in one.parts}
    first, second = (squeezed(row.text(BLOCKS["indicator"][name])) for name in ("kind1", "kind2"))
    if second in firsts and second not in seconds:
        return _said("shifted", title, row, BLOCKS["indicator"]["kind2"], HEADS["indicator"]["kind1"])
    if first in seconds and second not in seconds:
        return _said("shifted", title, row, BLOCKS["indicator"]["kind1"], HEADS["indicator"]["kind2"])
    return None


def _said(rule: str, title: str, row: Row, column: int, wanted: str) -> Mistake:
    found = row.text(column).strip() or _EMPTY
    where = f"「{title}」!{column_letter(column)}{row.number}"
    return mistake(rule, "", where, row.text(column), wanted=wanted, found=found)
