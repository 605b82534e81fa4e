"""叠字。

A word typed twice (的的, 进行进行) at a break between two edits. Only words that are never doubled in good prose are listed.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._data import any_of, data
from jixiao.rules._prose import places
from jixiao.rules.registry import finding, rule

_WORDS = any_of(word * 2 for word in data("wording")["never_doubled"])
_DOUBLED = re.compile(
    rf"的的(?!确|士|卡|当|放)(?<!打的的)|了了(?!解|然|之)(?<!目了了)|及及(?<![普涉]及及)|(?<=[位局委院校处科室社队])对对(?=[\u4e00-\u9fff]{{2}})|{_WORDS}"
)


@rule(
    "TX107",
    title="叠字",
    title_en="A word typed twice",
    message="“{found}”重复，应为“{expected}”",
    message_en="“{found}” is typed twice, should be “{expected}”",
    cite="practice#wording",
    severity="warning",
)
def doubled_word(report: Report) -> Iterator[Outcome]:
    for place, match, _ in places(report.document, _DOUBLED):
        doubled = match.group()
        once = doubled[: len(doubled) // 2]
        yield finding(place, expected=once, found=doubled, fix=once)
