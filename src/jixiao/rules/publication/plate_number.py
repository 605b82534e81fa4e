"""公开稿中有车牌号码。

Reports on official cars sometimes list the plates. The number of cars is to be published, their plates are not
asked for.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•\s.]?(?=[A-HJ-NP-Z]{0,5}\d)[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])"
)


@rule(
    "PB106",
    title="公开稿中有车牌号码",
    title_en="A number plate in a report that is published",
    message="车牌号码{found}一般不必公开，可只写车辆数量",
    message_en="the number plate {found} need not be published: the count of cars is enough",
    cite="practice#wording",
    severity="info",
)
def plate_number(report: Report) -> Iterator[Outcome]:
    for match, words, offset in report.document.find(_PLATE):
        plate = match.group()
        yield finding(words.place(match.start() - offset, match.end() - offset), found=f"{plate[:2]}***{plate[-2:]}")
