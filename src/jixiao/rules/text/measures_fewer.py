"""措施少于问题。

Each problem needs its measure. Counted only where both chapters number their items.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.items import items
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule


@rule(
    "TX115",
    title="措施少于问题",
    title_en="Fewer measures than problems",
    message="列了{problems}个问题，只有{measures}条措施，请逐条对应",
    message_en="{problems} problems and only {measures} measures",
    cite="practice#wording",
    local={"430600": "hn.yueyang-rules#rubric_advice"},
    severity="info",
)
def measures_fewer(report: Report) -> Iterator[Outcome]:
    problems, measures = items(report, "problems"), items(report, "measures")
    if len(problems) >= 2 <= len(measures) < len(problems):  # noqa: PLR2004 - a list has two items
        yield finding(measures[0].place, problems[0].place, problems=len(problems), measures=len(measures))
