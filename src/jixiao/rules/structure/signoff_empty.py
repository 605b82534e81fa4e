"""签字栏未填写。

填表人, 填报日期, 联系电话 and 单位负责人签字 are to be filled in below each table. In a published copy a telephone number or a
signature alone may have been taken out on purpose, so that is a hint only.
"""

from collections.abc import Iterator

from jixiao.model.appraisal import SignOff
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_NAMES = {"preparer": "填表人", "date": "填报日期", "phone": "联系电话", "head": "单位负责人签字"}
_REMOVABLE = {"phone", "head"}


def _empty(signoff: SignOff) -> list[str]:
    entries = {role: getattr(signoff, role) for role in _NAMES}
    return [role for role, entry in entries.items() if entry is not None and not entry.text.strip("_年月日 　")]


@rule(
    "ST110",
    title="签字栏未填写",
    title_en="The sign-off line is not filled in",
    message="签字栏的{found}没有填写",
    message_en="empty in the sign-off line: {found}",
    cite="hn.yueyang-rules#cover",
    severity="warning",
)
def signoff_empty(report: Report) -> Iterator[Outcome]:
    if report.blank_form:
        return
    for signoff in report.signoffs:
        roles = _empty(signoff)
        if roles:
            severity = "info" if set(roles) <= _REMOVABLE else "warning"
            yield finding(signoff.place, found="、".join(_NAMES[role] for role in roles), severity=severity)
