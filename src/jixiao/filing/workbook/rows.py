"""Rows of 基础数据: the lines of the form's table and those that every form needs."""

from __future__ import annotations

from jixiao.filing.figures import columns_of, parts_of
from jixiao.forms import BaseLine, Form, base_lines, concepts
from jixiao.model.filing import COLUMNS

PROJECTS = "project_expenditure"
# Entered in every form, whether or not its base table prints them: sums and text need them.
_ALWAYS = (PROJECTS, "staff_cost", "public_cost", "net_assets")


def lines(form: Form) -> list[BaseLine]:
    """The lines of the sheet, without those in which items stand."""
    asked = [line for line in base_lines(form) if line.concept]
    there = {line.concept for line in asked}
    more = [name for name in _ALWAYS if name not in there]
    return asked + [BaseLine(name, concepts()[name].label, 0, columns_of(name, form) or COLUMNS) for name in more]


def summed(form: Form) -> dict[str, tuple[str, ...]]:
    """The rows that are sums of other rows (or of the items), with the concepts of these."""
    there = {line.concept for line in lines(form)}
    parts = {name: tuple(part for part in parts_of(name, form) if part in there) for name in there}
    return {name: found for name, found in parts.items() if found or name == PROJECTS}
