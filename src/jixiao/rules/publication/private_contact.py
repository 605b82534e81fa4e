"""公开稿中有私人邮箱、QQ、微信。

An office mail box (gov.cn, or any address of a unit's own domain) is public. A private mail box at a free
provider, a QQ or a WeChat number belongs to a person.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.personal import contacts, covered
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule


@rule(
    "PB104",
    title="公开稿中有私人联系方式",
    title_en="A private mail box or account in a report that is published",
    message="“{found}”像是私人邮箱或社交账号，公开前应改为单位的联系方式",
    message_en="“{found}” looks like a private address or account: give the unit's own before publishing",
    cite="cn.open-government#15",
    severity="info",
)
def private_contact(report: Report) -> Iterator[Outcome]:
    for start, end in contacts(report.document.plain):
        yield finding(report.document.spot(start, end), found=covered("contact", report.document.plain[start:end]))
