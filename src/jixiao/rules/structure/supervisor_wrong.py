"""主管部门填成财政局。

The 主管部门 of a project is the department that the unit belongs to. A unit whose own text says that it is a
department of the government (组成部门, 工作部门) is its own 主管部门; the finance bureau only manages the money.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_FINANCE = re.compile(r"财政[局厅部]$")
_DEPARTMENT = re.compile(
    r"(?:为|是|系|属于?)[^，。；\n\f]{0,16}?(?:政府|县委|区委|市委|省委)[^，。；\n\f]{0,6}?(?:组成部门|工作部门|直属机构|职能部门|办事机构|工作机关|直属事业单位)"
)


@rule(
    "ST112",
    title="主管部门填写不当",
    title_en="The supervising department is wrong",
    message="本单位是政府部门，主管部门应填{expected}，不是{found}",
    message_en="the unit is itself a department of the government: {expected}, not {found}",
    cite="practice#wording",
    severity="warning",
)
def supervisor_wrong(report: Report) -> Iterator[Outcome]:
    for sheet in report.projects:
        entry, unit = sheet.supervisor, sheet.implementer or report.unit
        if not entry or unit is None or not _FINANCE.search(entry.text) or "财政" in unit.text:
            continue
        said = next(report.document.places(_DEPARTMENT), None)
        if said is not None:
            yield finding(entry.place, unit.place, said, expected=unit.text, found=entry.text)
