"""Tables (表): the tables of a form, drawn from a filing."""

from __future__ import annotations

from jixiao.compose.tables.drawing import slots
from jixiao.compose.tables.rows import rows
from jixiao.compose.tables.settings import Setting
from jixiao.model.manuscript import Grid


def grid(setting: Setting, identity: str, title: str) -> Grid:
    """One table, filled."""
    return Grid(
        identity, title, setting.table.widths, slots(rows(setting.table.layout, setting)), setting.table.header
    )  # fmt: skip
