"""单位写了两遍。

「12万元元」「5万万元」「98%%」: the unit of the form was left beside the one that was typed.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_DOUBLED = re.compile(
    r"\d(?P<unit>万元元|亿元元|元元|万万元|亿亿元|元万元|%%|个个百分点|人人次|百分点百分点)(?![\u4e00-\u9fff]?素)"
)
_RIGHT = {"万元元": "万元", "亿元元": "亿元", "元元": "元", "万万元": "万元", "亿亿元": "亿元", "元万元": "万元", "%%": "%", "个个百分点": "个百分点",
          "人人次": "人次", "百分点百分点": "百分点"}  # fmt: skip


@rule(
    "TX129",
    title="单位写了两遍",
    title_en="The unit is written twice",
    message="“{found}”应为“{expected}”",
    message_en="“{found}” should read “{expected}”",
    cite="practice#wording",
    severity="warning",
)
def doubled_unit(report: Report) -> Iterator[Outcome]:
    for match, words, offset in report.document.find(_DOUBLED):
        unit = match["unit"]
        place = words.place(match.start("unit") - offset, match.end("unit") - offset)
        yield finding(place, expected=_RIGHT[unit], found=unit, fix=_RIGHT[unit] if unit != "元万元" else None)
