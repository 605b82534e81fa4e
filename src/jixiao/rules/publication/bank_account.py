"""公开稿中有银行账号。

An account number (12 to 30 digits) directly after the words 账号, 卡号, 银行账户 … is what a payment list carries.
Numbers without these words are codes, unless they are of a bank card's length, begin as one and pass its check
digit.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.personal import accounts, covered
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule


@rule(
    "PB103",
    title="公开稿中有银行账号",
    title_en="A bank account number in a report that is published",
    message="银行账号{found}不应公开，公开前应删除或遮盖",
    message_en="the account number {found} must not be published: remove or mask it",
    cite="cn.open-government#15",
    severity="warning",
)
def bank_account(report: Report) -> Iterator[Outcome]:
    for start, end in accounts(report.document.plain):
        hidden = covered("account", report.document.plain[start:end])
        yield finding(report.document.spot(start, end), expected=hidden, found=hidden)
