"""百分数漏写百分号。

「预算执行率98.5，」: a rate without its sign. Rates given as a share of one (0.98) and scores (98分) are something else.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._prose import places
from jixiao.rules.registry import finding, rule

_RATE = re.compile(
    r"(?:执行率|完成率|控制率|办结率|合格率|及时率|达标率|覆盖率|增长率|到位率|支付率)(?:为|达到?|是|均为)?\s*(?P<number>[1-9]\d{0,2}(?:\.\d{1,2})?)(?=[，。；])"
)


@rule(
    "TX127",
    title="百分数漏写百分号",
    title_en="A rate without its percent sign",
    message="“{found}”应为“{expected}”",
    message_en="“{found}” should read “{expected}”",
    cite="practice#wording",
    severity="info",
)
def percent_missing(report: Report) -> Iterator[Outcome]:
    for place, match, _ in places(report.document, _RATE, "number"):
        yield finding(place, expected=f"{match['number']}%", found=match["number"], fix=f"{match['number']}%")
