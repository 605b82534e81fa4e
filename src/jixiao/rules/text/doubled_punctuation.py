"""标点重复。

Two full stops or commas in a row, or a comma beside a full stop, are left where words were deleted. Ellipses
(……, 。。。) and dashes are no doubles.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._prose import places
from jixiao.rules.registry import finding, rule

_DOUBLED = re.compile(r"(?P<kept>[，。；、])(?<![，。；、：].)(?P<more>[，。；、])(?![，。；、：])")
_RANK = "、，；。"  # of two different stops the stronger one stays


@rule(
    "TX108",
    title="标点重复",
    title_en="Doubled punctuation",
    message="标点“{found}”重复，应为“{expected}”",
    message_en="doubled punctuation “{found}”, should be “{expected}”",
    cite="practice#wording",
    severity="info",
)
def doubled_punctuation(report: Report) -> Iterator[Outcome]:
    for place, match, _ in places(report.document, _DOUBLED):
        stronger = max(match["kept"], match["more"], key=_RANK.index)
        yield finding(place, expected=stronger, found=match.group(), fix=stronger)
