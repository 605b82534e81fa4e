"""公开稿中有身份证号码。

Lists of people who were paid aid or wages come with their identity numbers. Eighteen characters count as such a number
when the birth date in them is a date and the check digit fits; codes of units and accounts do not pass that.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._personal import masked
from jixiao.rules.registry import finding, rule

_ID = re.compile(
    r"[1-8](?<![\dA-Za-z].)\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])"
)
_OLD = re.compile(r"身份证(?:件)?(?:号码?)?\s*[：:]?\s*(?P<number>\d{15}|\d{17}[\dXx])(?![\dA-Za-z])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643
_CHECKS = "10X98765432"


def _fits(number: str) -> bool:
    """Whether the last character is the check digit of the seventeen before it."""
    return (
        number[17].upper()
        == _CHECKS[sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False)) % 11]
    )


@rule(
    "PB102",
    title="公开稿中有身份证号码",
    title_en="An identity number in a report that is published",
    message="身份证号码{found}属个人信息，公开前应删除或遮盖为{expected}",
    message_en="the identity number {found} is personal: remove it or mask it as {expected}",
    cite="cn.pipl#25",
)
def id_number(report: Report) -> Iterator[Outcome]:
    seen = set()
    for pattern, group, certain in ((_OLD, "number", True), (_ID, 0, False)):
        for match, words, offset in report.document.find(pattern):
            number = match.group(group)
            if match.start(group) in seen or not (certain or _fits(number)):
                continue
            seen.add(match.start(group))
            hidden = masked(number)
            yield finding(
                words.place(match.start(group) - offset, match.end(group) - offset), expected=hidden, found=hidden
            )
