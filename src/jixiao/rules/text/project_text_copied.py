"""项目文字抄自另一项目。

Two projects with the same goal, word for word, or the same account of what was done: one of the two was not
written for its project.
"""

from collections.abc import Iterator

from jixiao.model.appraisal import Field
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.model.words import squeezed
from jixiao.rules.registry import finding, rule

_SHORTEST = 15


@rule(
    "TX126",
    title="项目文字抄自另一项目",
    title_en="One project's words are another's",
    message="与项目“{other}”的文字相同，应写本项目自己的目标和完成情况",
    message_en="the same words as for the project “{other}”",
    cite="cn.caiyu-2021-101#elements",
    severity="warning",
)
def project_text_copied(report: Report) -> Iterator[Outcome]:
    seen: dict[tuple[str, str], tuple[Field, str]] = {}
    for sheet in report.projects:
        name = sheet.name.text if sheet.name else ""
        for goal in sheet.goals:
            for part, field in (("expected", goal.expected), ("achieved", goal.achieved)):
                words = squeezed(field.text)
                if len(words) < _SHORTEST:
                    continue
                first, other = seen.setdefault((part, words), (field, name))
                if first is not field and name and other and squeezed(other) != squeezed(name):
                    yield finding(field.place, first.place, other=other)
