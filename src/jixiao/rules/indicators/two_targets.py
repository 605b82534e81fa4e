"""一个指标值里有两个目标。

「≥30场，≥500人次」 sets two targets in one row; one result and one score cannot answer both. A range with two bounds is one target.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import indicators, squeezed, title
from jixiao.rules.registry import finding, rule

_LEAST, _MOST = re.compile(r"≥|>=|不(?:低|少|小)于"), re.compile(r"≤|<=|不(?:超过|高于|大于|多于)")


@rule(
    "IX108",
    title="一个指标值里有两个目标",
    title_en="Two targets in one indicator",
    message="“{item}”的指标值“{found}”有两个目标，应分设指标",
    message_en="The target {found} of {item} sets two: make two indicators",
    cite="practice#measurable",
    severity="info",
)
def two_targets(report: Report) -> Iterator[Outcome]:
    for row in indicators(report):
        text = squeezed(row.target.text)
        if len(_LEAST.findall(text)) > 1 or len(_MOST.findall(text)) > 1:
            yield finding(row.target.place, row.name.place, found=text[:16], item=title(row))
