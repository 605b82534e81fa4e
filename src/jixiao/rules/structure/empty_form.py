"""空白表样。

A template that nobody filled in. It is said once, and no arithmetic is raised on it.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule


@rule(
    "ST117",
    title="空白表样",
    title_en="An empty form",
    message="这是一份没有填写的表样，未作数字核对",
    message_en="this is a form that nobody filled in: no figures were checked",
    cite="practice#wording",
    severity="info",
)
def empty_form(report: Report) -> Iterator[Outcome]:
    if report.blank_form:
        places = [sheet.place for sheet in report.appraisals] + [table.place for table in report.base_tables]
        yield finding(*places[:1])
