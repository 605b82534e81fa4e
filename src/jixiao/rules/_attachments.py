"""Attachments (附件): what a list of them names and what the file holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.model.appraisal import Field
from jixiao.model.document import Words
from jixiao.model.place import Place
from jixiao.model.report import Report
from jixiao.model.words import squeezed

_EXTRA = re.compile(r"^(?:附件|附表)?\d*[：:、.]?|20\d\d年?度?|《|》|（[^）]*）|部门|单位|情况")
_KINDS = {
    "base": re.compile(r"基础数据"),
    "rubric": re.compile(r"评分表|考核评分"),
    "projects": re.compile(r"项目(?:支出)?.{0,8}自评表|专项.{0,8}自评表"),
    "department": re.compile(r"整体.{0,8}自评表"),
}
_TITLES = {
    "base": "基础数据表",
    "rubric": "考核评分表",
    "projects": "项目支出绩效自评表",
    "department": "部门整体支出绩效自评表",
}


def is_there(report: Report, entry: Field) -> bool:
    """Whether the file holds what an entry of the list names, by its kind or by its title."""
    kind = kind_of(entry.text)
    if kind and kind in dict(held(report)):
        return True
    core = _core(entry.text)
    after: list[Words] = [p for p in report.document.paragraphs if p.block > entry.place.block]
    after += [c for t in report.document.tables for c in t.cells[:4]]
    return bool(core) and any(core in _core(w.plain) for w in after if w.plain)


def held(report: Report) -> Iterator[tuple[str, Place]]:
    """The kinds of tables that the file holds, each with the place of the first."""
    if report.base_tables:
        yield "base", report.base_tables[0].place
    if report.department:
        yield "department", report.department.place
    if report.projects:
        yield "projects", report.projects[0].place
    if report.rubric:
        yield "rubric", report.rubric.place


def kind_of(name: str) -> str:
    """Which table an entry names, or ""."""
    words = squeezed(name)
    return next((kind for kind, pattern in _KINDS.items() if pattern.search(words)), "")


def title_of(kind: str) -> str:
    """The usual title of a kind of table."""
    return _TITLES[kind]


def _core(text: str) -> str:
    return _EXTRA.sub("", squeezed(text))
