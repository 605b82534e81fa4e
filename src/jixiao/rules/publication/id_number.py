"""公开稿中有身份证号码。

Lists of people who were paid aid or wages come with their identity numbers. Eighteen characters count as such a number
when the birth date in them is a date and the check digit fits; codes of units and accounts do not pass that.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.personal import covered, identities
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule


@rule(
    "PB102",
    title="公开稿中有身份证号码",
    title_en="An identity number in a report that is published",
    message="身份证号码属个人信息，公开前应删除或遮盖为{expected}",
    message_en="an identity number is personal: remove it or mask it as {expected}",
    cite="cn.pipl#25",
)
def id_number(report: Report) -> Iterator[Outcome]:
    for start, end in identities(report.document.plain):
        hidden = covered("identity", report.document.plain[start:end])
        yield finding(report.document.spot(start, end), expected=hidden, found=hidden)
