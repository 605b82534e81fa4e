"""A workbook from its bytes: its visible sheets in their order, each as paragraphs and tables."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field

from jixiao.model.document import Block, Unread
from jixiao.readers import limits
from jixiao.readers.common.flags import flags
from jixiao.readers.common.zipped import Package, Refused
from jixiao.readers.formats import Content
from jixiao.readers.notes import note
from jixiao.readers.xlsx.blocks import Room, blocks_of
from jixiao.readers.xlsx.cells import Budget, Cells, Entry
from jixiao.readers.xlsx.grid import page_of
from jixiao.readers.xlsx.sax import Handler, attribute, stream
from jixiao.readers.xlsx.strings import Strings
from jixiao.readers.xlsx.styles import Look, Styles

_WORKBOOK = "xl/workbook.xml"
_UNNAMED = re.compile(r"(?i)\s*(?:sheet|工作表|表|table)\s*\d*\s*(?:\(\d+\))?\s*")
_OURS = ("数据", "图")  # the sheets behind the tables in a workbook that we wrote
TO_FILL_IN = "_jixiao"  # the hidden sheet of a workbook that jixiao new made: data to be entered, no report
_BLANK = Entry("", framed=False)
_PROPERTIES = {"creator": "author", "title": "title", "lastModifiedBy": "editor", "category": "category"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as its workbook lists it."""

    name: str
    relation: str
    hidden: bool


class _Workbook(Handler):
    """The sheets as the workbook lists them, and from which day it counts."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self.from_1904 = False
        self.is_workbook = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        self.is_workbook = self.is_workbook or name == "workbook"
        if name == "sheet":
            hidden = attribute(attributes, "state") in ("hidden", "veryHidden")
            self.sheets.append(Sheet(attribute(attributes, "name"), attribute(attributes, "id"), hidden))
        elif name == "workbookPr":
            self.from_1904 = attribute(attributes, "date1904") in ("1", "true")


class _Relations(Handler):
    """Where each sheet stands in the package."""

    def __init__(self) -> None:
        self.targets: dict[str, str] = {}

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attribute(attributes, "Type").endswith("/worksheet"):
            target = attribute(attributes, "Target")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
            self.targets[attribute(attributes, "Id")] = path


class _Core(Handler):
    """Author and title."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._name = ""

    def begin(self, name: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        self._name = _PROPERTIES.get(name, "")

    def finish(self, name: str) -> None:  # noqa: ARG002
        self._name = ""

    def words(self, text: str) -> None:
        if self._name:
            self.found[self._name] = self.found.get(self._name, "") + text


@dataclass
class Out:
    """What is found, sheet by sheet."""

    blocks: list[Block] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    room: Room = field(default_factory=Room)
    lost: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def warn(self, found: Unread) -> None:
        """Notes what was not read, once."""
        if found not in self.unread:
            self.unread.append(found)


def read(data: bytes) -> Content:
    """The content of a .xlsx."""
    out = Out()
    try:
        package = Package(data)
        workbook = _Workbook()
        if _WORKBOOK not in package.names:
            return Content(unread=(note("no_sheet", fatal=True),))
        whole = stream(package.part(_WORKBOOK), workbook)
        if not workbook.is_workbook or not (workbook.sheets or whole):
            return Content(unread=(note("no_sheet", fatal=True),))
        if any(sheet.hidden and sheet.name == TO_FILL_IN for sheet in workbook.sheets):
            return Content(unread=(note("to_fill_in", fatal=True),))
        return _content(package, workbook, out)
    except Refused as refused:
        return Content(unread=(note(refused.code, fatal=True, part="工作簿"),))


def _content(package: Package, workbook: _Workbook, out: Out) -> Content:
    strings, styles, relations = Strings(), Styles(), _Relations()
    _optional(package, "xl/_rels/workbook.xml.rels", "工作表目录", relations, out)
    _optional(package, "xl/styles.xml", "样式", styles, out)
    _optional(package, "xl/sharedStrings.xml", "文字", strings, out)
    _visible(package, workbook, relations, (strings.found, styles.looks), out)
    finished(out, workbook.sheets)
    if package.damaged:
        out.warn(note("cut"))
    for one in flags(package):
        out.warn(one)
    core = _Core()
    _optional(package, "docProps/core.xml", "属性", core, Out())
    return Content(tuple(out.blocks), tuple(out.unread), core.found)


def finished(out: Out, sheets: list[Sheet]) -> None:
    """Notes what of all sheets was not read."""
    hidden = [sheet.name for sheet in sheets if sheet.hidden]
    if hidden:
        out.warn(note("sheets_hidden", names="、".join(f"「{name}」" for name in hidden)))
    if out.room.full:
        out.warn(note(out.room.full, limit=limits.TABLES if out.room.full == "tables" else limits.SHEET_CELLS))
    if out.lost:
        out.warn(note("formulas", count=len(out.lost), first=out.lost[0]))
    if out.wrong:
        out.warn(note("cell_errors", count=len(out.wrong), first=out.wrong[0]))


def _optional(package: Package, name: str, part: str, handler: Handler, out: Out) -> None:
    """A part that reading can do without; a damaged one is noted. A DTD or a bomb in it refuses the whole file."""
    if name in package.names and not stream(package.part(name), handler):
        out.warn(note("part_damaged", part=part))


def _visible(
    package: Package, workbook: _Workbook, relations: _Relations, held: tuple[list[str], list[Look]], out: Out
) -> None:
    budget = Budget()
    read: list[tuple[Sheet, Cells]] = []
    visible = [sheet for sheet in workbook.sheets if not sheet.hidden]
    if len(visible) > limits.SHEETS:
        out.warn(note("sheets", limit=limits.SHEETS))
    for number, sheet in enumerate(visible[: limits.SHEETS], 1):
        path = relations.targets.get(sheet.relation) or f"xl/worksheets/sheet{number}.xml"
        if path not in package.names:
            if sheet.relation not in relations.targets and relations.targets:
                continue  # a sheet that is a chart
            out.warn(note("part_lost", part=sheet.name))
            continue
        cells = Cells(held[0], held[1], budget, workbook.from_1904)
        if not stream(package.part(path), cells):
            out.warn(note("part_damaged", part=sheet.name))
        read.append((sheet, cells))
    put(read, out)


def _is_list(sheet: Sheet, cells: Cells) -> bool:
    """Whether a sheet is the list of figures that a workbook of ours ends with: it repeats what the tables say."""
    return sheet.name == _OURS[0] and [cells.found.get((3, column), _BLANK).text for column in (1, 6)] == [
        "编号",
        "所在的格",
    ]


def put(read: list[tuple[Sheet, Cells]], out: Out) -> None:
    """The blocks of the sheets of a workbook, one after the other."""
    ours = any(_is_list(sheet, cells) for sheet, cells in read)
    for sheet, cells in read:
        if not (ours and sheet.name in _OURS):
            _put(sheet, cells, out)


def _put(sheet: Sheet, cells: Cells, out: Out) -> None:
    page = page_of(cells)
    if cells.limit:
        out.warn(note(cells.limit, sheet=sheet.name, limit=_limit(cells.limit)))
    if not page.spots:
        return
    if page.hides:
        out.warn(note("rows_hidden", sheet=sheet.name))
    out.lost += [f"「{sheet.name}」!{at}" for at in cells.lost]
    out.wrong += [f"「{sheet.name}」!{at}" for at in cells.wrong]
    name = "" if _UNNAMED.fullmatch(sheet.name) else sheet.name.strip()
    out.blocks += blocks_of(page, len(out.blocks) + 1, out.room, name)


def _limit(name: str) -> int:
    return {"sheet_rows": limits.SHEET_ROWS, "sheet_far": limits.SHEET_COLUMNS, "sheet_cells": limits.SHEET_CELLS,
            "sheet_merges": limits.SHEET_MERGES, "sheet_text": limits.SHEET_TEXT}[name]  # fmt: skip
