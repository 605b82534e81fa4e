"""公开稿中有个人手机号码。

The sign-off lines of the tables are for the copy that is handed in; what is published must not carry a person's mobile
number. Office lines (区号-号码, 12345) are public information and stay.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._personal import masked, name_beside
from jixiao.rules.registry import finding, rule

# Eleven digits as 3-4-4 with blanks or dashes between; not within a longer number, and no amount.
_MOBILE = re.compile(
    r"1(?:(?<![\d.,，A-Za-z*×]1)(?<!\d[-—]1)|(?<=\+861))[3-9]\d(?P<gap>[-\s]?)\d{4}(?P=gap)\d{4}"
    r"(?![\d.*×%]|\s?[万亿元件个次人户㎡平]|[-—]\d|[，,]\d{3}(?!\d))"
)
_OTHER = re.compile(r"(?:证|编|代|票|备案|账|帐|卡|文|单|序|流水|合同|批准|许可|统一)\S{0,6}[号码]\s*[：:]?\s*$")


@rule(
    "PB101",
    title="公开稿中有个人手机号码",
    title_en="A personal mobile number in a report that is published",
    message="手机号码{found}{whose}属个人信息，公开前应删除、改为办公电话或遮盖为{expected}",
    message_en="the mobile number {found} is personal: remove it, give an office line, or mask it as {expected}",
    cite="cn.pipl#25",
)
def mobile_number(report: Report) -> Iterator[Outcome]:
    for match, words, offset in report.document.find(_MOBILE):
        start = match.start() - offset
        if _OTHER.search(words.plain, max(0, start - 16), start):
            continue
        name = name_beside(words.plain, start)
        hidden = masked(match.group())
        yield finding(
            words.place(start, match.end() - offset),
            expected=hidden, found=hidden, whose=f"（{name['name'][0]}某）" if name else "",
        )  # fmt: skip
