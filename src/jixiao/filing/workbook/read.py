"""Reading the workbook (读回填报工作簿): checked, told apart, taken, with every mistake at its cell."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from zipfile import BadZipFile

from jixiao import forms
from jixiao.filing.data import from_data
from jixiao.filing.result import Read, refused
from jixiao.filing.workbook import guard
from jixiao.filing.workbook.grid import Sheet, sheets
from jixiao.filing.workbook.plan import BASE, DEPARTMENT, HIDDEN, KINDS, TEXTS, VERSION
from jixiao.filing.workbook.stamp import MAGIC, Stamp
from jixiao.filing.workbook.take import Entries
from jixiao.model.filing import Mistake

_log = logging.getLogger(__name__)


def read(parts: Mapping[str, bytes], name: str) -> Read:
    """The filing in the parts of a package called ``name``; a foreign, old or changed workbook is refused with the reason."""
    if reason := guard.refusal(parts):
        return refused(reason[0], name, **reason[1])
    try:
        found = sheets(parts)
    except (BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError) as error:
        _log.info("reading %s as a workbook: %r", name, error)
        return refused("part_damaged", name)
    stamp = _stamp(found)
    if isinstance(stamp, Read):
        return Read(None, tuple(_named(one, name) for one in stamp.mistakes))
    return _taken(found, stamp, name)


def _named(mistake: Mistake, name: str) -> Mistake:
    return Mistake(mistake.address, name, mistake.value, mistake.message, mistake.message_en, mistake.rule)


def _stamp(found: list[Sheet]) -> Stamp | Read:
    """What the workbook was made for, or why it is refused."""
    hidden = next((sheet for sheet in found if sheet.title == HIDDEN), None)
    held = {row.key: row.text(2) for row in hidden.rows} if hidden else {}
    if held.get("kind") != MAGIC:
        return refused("workbook_foreign", "")
    if held.get("version") != str(VERSION):
        return refused("workbook_version", "", found=held.get("version", ""), wanted=str(VERSION))
    year = held.get("year", "")
    stamp = Stamp(held.get("form", ""), int(year) if year.isdigit() else 0, held.get("unit", ""))
    if held.get("fingerprint") != stamp.fingerprint:
        return refused("workbook_changed", "", found=f"{year} {stamp.unit}".strip())
    if stamp.form not in forms.all_forms():
        return refused("workbook_form", "", found=stamp.form)
    return stamp


def _taken(found: list[Sheet], stamp: Stamp, name: str) -> Read:
    entries = Entries(forms.load(stamp.form))
    projects = 1
    for sheet in found:
        if sheet.kind == "project":
            projects += entries.project(sheet, projects)
        elif sheet.kind in ("base", "department", "texts"):
            entries.take(sheet, "department" if sheet.kind == "department" else "")
        elif sheet.kind not in KINDS and sheet.title != HIDDEN and sheet.rows:
            entries.wrong("sheet_unknown", "", f"「{sheet.title}」", "", sheet=sheet.title)
    there = {sheet.kind for sheet in found}
    for kind, title in (("base", BASE), ("department", DEPARTMENT), ("texts", TEXTS)):
        if kind not in there and not (kind == "department" and entries.form.kind == "project"):
            entries.wrong("sheet_lost", "", f"「{title}」", "", sheet=title)
    if other := _another(entries, stamp, name):
        return other
    filing, mistakes, understood = from_data(entries.data(stamp), entries.where)
    asked = {one.address for one in entries.mistakes if one.address}
    kept = tuple(one for one in mistakes if not (one.rule == "missing" and one.address in asked))
    return Read(filing, (*entries.mistakes, *kept), understood, "xlsx", entries.places)


def _another(entries: Entries, stamp: Stamp, name: str) -> Read | None:
    """A workbook in which another year or unit was written over its own."""
    year = entries.texts.get("year", str(stamp.year)).removesuffix("年度").removesuffix("年").strip()
    unit = entries.texts.get("unit", stamp.unit).strip()
    if year != str(stamp.year):
        return refused("workbook_other_year", name, found=str(stamp.year), wanted=year)
    if stamp.unit and unit != stamp.unit:
        return refused("workbook_other_unit", name, found=stamp.unit, wanted=unit)
    return None
