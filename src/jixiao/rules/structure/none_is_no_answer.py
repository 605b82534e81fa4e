"""问题、措施等部分只写“无”。

无 is the right answer for 政府性基金, 国有资本经营 and 社会保险基金. Problems, measures, performance and the use of results are
what the report is written for.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._data import data
from jixiao.rules.registry import finding, rule


@rule(
    "ST103",
    title="应说明的部分只写“无”",
    title_en="“None” where an answer is due",
    message="“{section}”只写了“{found}”，应写明{expected}",
    message_en="“{section}” says only “{found}”",
    cite="cn.caiyu-2020-10#content",
    severity="warning",
)
def none_is_no_answer(report: Report) -> Iterator[Outcome]:
    known = data("chapters")
    for section in report.sections:
        if section.kind not in known["never_none"]:
            continue
        words = "".join(section.text.split()).strip("。；，（）")
        if words in known["none"]:
            first = next(p for p in section.body if p.plain.strip())
            at = first.plain.find(words) if words in first.plain else 0
            place = first.place(at, at + len(words))
            yield finding(
                place, section.place, found=words, expected=known["names"][section.kind], section=section.title
            )
