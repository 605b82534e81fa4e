"""签字栏未填写。

填表人, 填报日期, 联系电话 and 单位负责人签字 are to be filled in below each table. In a published copy a telephone number or a
signature alone may have been taken out on purpose, so that is a hint only.
"""

import re
from collections.abc import Iterator

from jixiao.model.appraisal import Field, SignOff
from jixiao.model.finding import Outcome
from jixiao.model.place import Place
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_NAMES = {"preparer": "填表人", "date": "填报日期", "phone": "联系电话", "head": "单位负责人签字"}
_LABEL = re.compile(r"[^\s：:]+[：:]?\s*$")
_REMOVABLE = {"phone", "head"}


def _empty(signoff: SignOff) -> list[str]:
    entries = {role: getattr(signoff, role) for role in _NAMES}
    return [role for role, entry in entries.items() if entry is not None and not entry.text.strip("_年月日 　")]


def _label(report: Report, signoff: SignOff, entry: Field) -> Place:
    """The label before an empty entry: the whole line may hold a telephone number, which is not for quoting."""
    # By its number, not by its position: a report of several files leaves out the blocks that a file says again.
    block = next((one for one in report.document.paragraphs if one.block == entry.place.block), None)
    if block is not None:
        match = _LABEL.search(block.plain, 0, entry.place.start)
        if match:
            return block.place(match.start(), match.start() + len(match.group().rstrip()))
    return signoff.place


@rule(
    "ST110",
    title="签字栏未填写",
    title_en="The sign-off line is not filled in",
    message="签字栏的{found}没有填写",
    message_en="empty in the sign-off line: {found}",
    cite="practice#wording",
    local={"430600": "hn.yueyang-rules#cover"},
    severity="warning",
)
def signoff_empty(report: Report) -> Iterator[Outcome]:
    if report.blank_form:
        return
    for signoff in report.signoffs:
        roles = _empty(signoff)
        if roles:
            severity = "info" if set(roles) <= _REMOVABLE else "warning"
            places = (_label(report, signoff, getattr(signoff, role)) for role in roles)
            yield finding(*places, found="、".join(_NAMES[role] for role in roles), severity=severity)
