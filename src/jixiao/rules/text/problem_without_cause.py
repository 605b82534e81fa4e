"""问题没有分析原因。

The chapter 存在的问题及原因分析 names problems and gives no cause. A chapter whose heading does not promise causes is not
held to it.
"""

from collections.abc import Iterator

from jixiao.law import pattern
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._data import data
from jixiao.rules.registry import finding, rule

_SHORTEST = 12


@rule(
    "TX111",
    title="问题没有分析原因",
    title_en="Problems without causes",
    message="“{found}”只列问题，没有分析原因",
    message_en="“{found}” lists problems without their causes",
    cite="cn.caiyu-2020-10#content",
    local={"430600": "hn.yueyang-rules#rubric_problems"},
    severity="warning",
)
def problem_without_cause(report: Report) -> Iterator[Outcome]:
    section = report.section("problems")
    if section is None or "原因" not in section.title or report.blank_form:
        return
    text = section.text
    if len(text.strip()) < _SHORTEST or text.strip("。 \n") in data("chapters")["none"]:
        return
    if not pattern("causes", "problems").search(text):
        yield finding(section.place, found=section.title)
