"""绑定数据: a filing from the data part of a file that we wrote, with every figure as it stands there now."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from jixiao.filing.data import from_data, to_data
from jixiao.filing.importing.notes import Note, note
from jixiao.forms import all_forms
from jixiao.model.document import Bound
from jixiao.model.figure import Figure
from jixiao.model.filing import Filing

_ROOTS = ("items", "projects", "department")


def filing_in(bound: Bound) -> Filing | None:
    """The filing that a file carries; None where there is none that can be taken."""
    try:
        data = json.loads(bound.data)
    except (ValueError, RecursionError):
        return None
    filing = from_data(data)[0] if isinstance(data, dict) else None
    return filing if filing is not None and filing.unit and filing.year and filing.form in all_forms() else None


def with_changes(filing: Filing, bound: Bound, figures: Mapping[str, Figure]) -> tuple[Filing, tuple[Note, ...]]:
    """The filing with what was changed in Word. ``figures`` are those that the filing itself makes."""
    data = to_data(filing)
    notes: list[Note] = []
    for name, text in bound.figures.items():
        figure = figures.get(name)
        if figure is None or figure.text == text:
            continue
        change = {"label": figure.name or name, "old": figure.text or "空", "new": text or "空"}
        taken = figure.formula is None and _put(
            data, name, text + (figure.unit if text and figure.unit == "万元" else "")
        )
        notes.append(note("changed_word" if taken else "changed_sum", address(name), **change))
    changed, mistakes, _ = from_data(data)
    notes += [note("wrong", one.address, message=one.message, message_en=one.message_en) for one in mistakes]
    return changed, tuple(notes)


def address(name: str) -> str:
    """The address of a figure's id in a filing."""
    return name if name.partition(".")[0] in _ROOTS else f"figures.{name}"


def _put(data: dict[str, Any], name: str, text: str) -> bool:
    """Enter a figure at its address; False where nothing is entered there."""
    root, *steps = name.split(".")
    if root not in _ROOTS:
        data.setdefault("figures", {})[name] = text
        return True
    *way, last = steps
    here: Any = data.get(root)
    for step in way:
        here = _step(here, step)
    if not isinstance(here, dict) or last not in (
        "last",
        "budget",
        "final",
        "initial",
        "adjusted",
        "executed",
        "weight",
        "target",
        "actual",
    ):
        return False
    here[last] = text
    return True


def _step(here: Any, step: str) -> Any:  # noqa: ANN401 - plain data
    if isinstance(here, dict):
        return here.get(step)
    if isinstance(here, list):
        if step.isdigit():
            return here[int(step) - 1] if 0 < int(step) <= len(here) else None
        return next((one for one in here if isinstance(one, dict) and one.get("fund") == step), None)
    return None
