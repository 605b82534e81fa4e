"""方向词与负号重复。

「下降-5%」 and 「负增长-5%」 say the direction twice, so that nobody knows which is meant; 「增长-3%」 is better said as 下降3%.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._prose import places
from jixiao.rules.registry import finding, rule

_SIGNED = re.compile(
    r"(?:(?P<down>负增长|下降|减少|降低|节约|压减|下降了|减少了)|(?P<up>增长|增加|上升|提高)(?:了|率?为)?)(?P<number>-\d[\d，,]*(?:\.\d+)?\s*(?:%|[万亿]?元|个百分点|人|个))"
)


@rule(
    "TX128",
    title="方向词与负号重复",
    title_en="A direction word with a minus sign",
    message="“{found}”方向重复，应为“{expected}”",
    message_en="“{found}” states the direction twice: “{expected}”",
    cite="practice#wording",
    severity="info",
)
def doubled_sign(report: Report) -> Iterator[Outcome]:
    for place, match, _ in places(report.document, _SIGNED):
        word = match["down"] or "下降"
        if match["up"]:
            word = {"增加": "减少", "增长": "下降", "上升": "下降", "提高": "降低"}[match["up"]]
        elif word == "负增长":
            word = "下降"
        yield finding(place, expected=word + match["number"].lstrip("-"), found=match.group())
