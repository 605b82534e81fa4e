"""公开稿中有私人邮箱、QQ、微信。

An office mail box (gov.cn, or any address of a unit's own domain) is public. A private mail box at a free
provider, a QQ or a WeChat number belongs to a person.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_CONTACT = re.compile(
    r"(?P<mail>(?<![\w.])[\w.-]{2,40}@(?:qq|163|126|139|sina|sohu|gmail|hotmail|outlook|foxmail|yeah|189"
    r"|wo|aliyun|21cn|icloud)\.(?:com|cn|net)(?:\.cn)?)"
    r"|(?:QQ(?:号码?)?|微信号?)\s*[：:]\s*(?P<account>[A-Za-z][\w-]{5,19}|[1-9]\d{4,11})(?![\w@.])",
    re.ASCII | re.IGNORECASE,
)


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
    if not any(sign in report.document.plain for sign in ("@", "QQ", "qq", "微信")):
        return
    for match, words, offset in report.document.find(_CONTACT):
        group = "mail" if match["mail"] else "account"
        words_found = match[group]
        hidden = f"{words_found[:2]}***" + (words_found[words_found.index("@") :] if group == "mail" else "")
        yield finding(words.place(match.start(group) - offset, match.end(group) - offset), found=hidden)
