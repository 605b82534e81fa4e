"""Mistakes in entered data as a terminal shows them: all at once, what is said of several places said once."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.filing import Mistake
from jixiao.writers.paint import paint
from jixiao.writers.view import Look
from jixiao.writers.width import wrap

_A_RUN = 2  # so many cells are named one by one


def listed(mistakes: tuple[Mistake, ...], look: Look) -> Iterator[str]:
    """The lines: where, what was entered, and how to mend it."""
    style = paint(colour=look.colour)
    for group in _groups(mistakes):
        value = f"　“{group[0].value}”" if group[0].value and len(group) == 1 else ""
        places = _places([one.where or one.address for one in group])
        for at, line in enumerate(wrap(places, look.columns - 4)):
            last = f"{value}  {style(group[0].rule, 'dim')}" if at == 0 else ""
            yield f"  {style(line, 'bold')}{last}"
        for line in wrap(group[0].message_en if look.lang == "en" else group[0].message, look.columns - 4):
            yield f"    {line}"


def _groups(mistakes: tuple[Mistake, ...]) -> list[list[Mistake]]:
    """Mistakes of which the same is said are shown once, with all their places."""
    groups: dict[tuple[str, str], list[Mistake]] = {}
    for one in mistakes:
        groups.setdefault((one.rule, one.message), []).append(one)
    return list(groups.values())


def _places(places: list[str]) -> str:
    """「部门自评表」!G23至G37、G40；「项目1」!G20."""
    said: dict[str, list[str]] = {}
    for place in places:
        sheet, mark, cell = place.rpartition("!")
        said.setdefault(sheet + mark, []).append(cell)
    return "；".join(sheet + "、".join(_runs(cells)) for sheet, cells in said.items())


def _runs(cells: list[str]) -> list[str]:
    """Cells one below the other as a run: G23至G37."""
    runs: list[list[str]] = []
    for cell in cells:
        if runs and _below(runs[-1][-1]) == cell:
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return [f"{run[0]}至{run[-1]}" if len(run) > _A_RUN else "、".join(run) for run in runs]


def _below(cell: str) -> str:
    column = cell.rstrip("0123456789")
    row = cell[len(column) :]
    return f"{column}{int(row) + 1}" if row and column.isascii() else ""
