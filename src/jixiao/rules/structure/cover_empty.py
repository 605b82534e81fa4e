"""封面未填写。

部门名称（盖章） and the date of the cover are printed and left empty.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_LABEL = re.compile(r"\s*(?P<label>[^：:（(\s]+(?:（[^）]*）|\([^)]*\))?[^：:（(\s]*)")


@rule(
    "ST109",
    title="封面未填写",
    title_en="An entry of the cover is empty",
    message="封面的“{found}”没有填写",
    message_en="the cover's “{found}” is empty",
    cite="practice#wording",
    local={"430600": "hn.yueyang-rules#cover"},
    severity="warning",
)
def cover_empty(report: Report) -> Iterator[Outcome]:
    if report.blank_form:
        return
    for entry in report.cover:
        if entry:
            continue
        label = _LABEL.match(entry.place.quote)
        date = "月" in entry.place.quote and "日" in entry.place.quote
        yield finding(entry.place, found="日期" if date or label is None else label["label"])
