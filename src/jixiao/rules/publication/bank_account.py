"""公开稿中有银行账号。

An account number (12 to 30 digits) directly after the words 账号, 卡号, 银行账户 … is what a payment list carries.
Numbers without these words are codes, unless they are of a bank card's length, begin as one and pass its check
digit.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._personal import masked
from jixiao.rules._prose import guarded
from jixiao.rules.registry import finding, rule

_NAMED = re.compile(
    r"(?:银行[账帐][号户]|[账帐]户(?:号码?)?(?=\s?：)|[账帐]\s?号|银行卡号?|社保卡号|一卡通号?|卡\s?号|开户[账帐]号|收款[账帐][号户])[^\d\n\f。；]{0,12}"
    r"(?P<number>\d(?:[\s-]?\d){11,29})(?!\d)"
)
_FIRST = re.compile(r"银行|账|帐|社保卡|一卡通|卡|开户|收款|62")
_CARD = re.compile(r"(?P<number>62(?<![\d.A-Za-z-]62)\d{2}(?:\s?\d{4}){3}(?:\s?\d{1,3})?)(?![\d.A-Za-z])")


def _is_card(number: str) -> bool:
    """Whether the digits pass the check of bank cards (Luhn)."""
    doubled = [int(d) * (1 + i % 2) for i, d in enumerate(reversed(number))]
    return sum(d - 9 * (d > 9) for d in doubled) % 10 == 0  # noqa: PLR2004 - the digits of a two-digit product are added


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
    seen = set()
    for pattern, certain in ((_NAMED, True), (_CARD, False)):
        for match, words, offset in guarded(report.document, _FIRST, pattern):
            number = re.sub(r"\D", "", match["number"])
            if match.start("number") in seen or not (certain or _is_card(number)):
                continue
            seen.add(match.start("number"))
            place = words.place(match.start("number") - offset, match.end("number") - offset)
            yield finding(place, expected=masked(number), found=masked(number))
