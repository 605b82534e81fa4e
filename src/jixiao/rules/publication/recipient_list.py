"""公开稿附有个人名单。

A table with a column of names beside a column of identity numbers, telephone numbers or accounts is a pay or aid list.
Such a list is proof for the file, it is not part of what is published.
"""

import re
from collections.abc import Iterator

from jixiao.model.document import Cell, Table
from jixiao.model.finding import Outcome
from jixiao.model.personal import NAME_COLUMN
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_PRIVATE = re.compile(r"身份证|银行|[账帐]号|卡号|一卡通|电话|手机|住址|联系方式")
_PERSON = re.compile(r"\s*[\u4e00-\u9fff]{2,4}\s*")
_LEAST = 2  # one row is the unit's own contact; a list begins with two people


def _columns(table: Table) -> tuple[Cell, Cell] | None:
    """The header cells of the names and of the private column, where one of the first rows has both."""
    for row in range(1, min(3, len(table.grid)) + 1):
        cells = table.row(row)
        names = next((c for c in cells if NAME_COLUMN.fullmatch(c.plain)), None)
        private = next((c for c in cells if len(c.plain) <= 12 and _PRIVATE.search(c.plain)), None)  # noqa: PLR2004 - a label
        if names and private:
            return names, private
    return None


@rule(
    "PB107",
    title="公开稿附有个人名单",
    title_en="A list of private persons in a report that is published",
    message="名单列有{count}人的姓名和“{label}”，公开前应删除或遮盖",
    message_en="the list names {count} people with their “{label}”: remove or mask it before publishing",
    cite="cn.pipl#25",
    severity="warning",
)
def recipient_list(report: Report) -> Iterator[Outcome]:
    for table in report.document.tables:
        columns = _columns(table)
        if columns is None:
            continue
        names, private = columns
        rows = range(names.row + 1, len(table.grid) + 1)
        pairs = [(table.at(row, names.column), table.at(row, private.column)) for row in rows]
        people = [
            name
            for name, number in pairs
            if name and number and _PERSON.fullmatch(name.plain) and re.search(r"\d{4}", number.plain)
        ]
        if len(people) >= _LEAST:
            yield finding(names.place(), count=len(people), label=private.plain.strip())
