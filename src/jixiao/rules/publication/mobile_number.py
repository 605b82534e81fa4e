"""公开稿中有个人手机号码。

The sign-off lines of the tables are for the copy that is handed in; what is published must not carry a person's mobile
number. Office lines (区号-号码, 12345) are public information and stay.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.personal import covered, mobiles, name_before
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule


@rule(
    "PB101",
    title="公开稿中有个人手机号码",
    title_en="A personal mobile number in a report that is published",
    message="手机号码{whose}属个人信息，公开前应删除、改为办公电话或遮盖为{expected}",
    message_en="a mobile number is personal: remove it, give an office line, or mask it as {expected}",
    cite="cn.pipl#25",
)
def mobile_number(report: Report) -> Iterator[Outcome]:
    text = report.document.plain
    for start, end in mobiles(text):
        name = name_before(text, start)
        hidden = covered("mobile", text[start:end])
        yield finding(
            report.document.spot(start, end),
            expected=hidden, found=hidden, whose=f"（{text[name[0]]}某）" if name else "",
        )  # fmt: skip
