"""“全部拨付”与金额不符。

The text says that all the money was paid, used or in place, and beside it names what was paid and what there
was: less than all of it.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.model.amount import Amount, amount_in
from jixiao.model.document import Words
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_PROMISE = re.compile(
    r"(?:资金|经费|款项|拨款|补助|预算)[^，。；\n\f\d未没不尚待]{0,6}?(?:已经?|均|都|已?全部|全额|足额|及时){0,3}(?:全部|全额|足额|100%)(?:予以|已"
    r"|到)?(?:拨付|支付|到位|支出|执行|使用|兑付|发放)(?:到位|完毕|完成)?|各项资金均?已(?:到位|拨付|支付)"
)
_NUMBER = r"(?P<{0}>\d[\d，,]*(?:\.\d+)?)\s*(?P<{0}_unit>[万亿]?元)"
_PAID = re.compile(
    r"(?:实际|累计|实|已|共)?(?:拨付|支付|到位|支出|使用|执行|完成支付)(?:资金|数|金额|额)?(?:为|了|共计?)?\s*"
    + _NUMBER.format("paid")
)
_WHOLE = re.compile(
    r"(?:项目|合同|预算|计划|应(?:拨|付|支付)|批复|下达|安排|总)(?:资金)?(?:总额|总投资|总金额|总预算|金额|资金|预算|经费)?(?:数|额)?(?:为|共计?)?\s*"
    + _NUMBER.format("whole")
)
_REACH = 160  # characters around the promise in which its figures stand


def _amount(match: re.Match[str], name: str) -> Amount:
    digits = match[name].replace("，", "").replace(",", "")
    return Amount(
        Decimal(digits), match[f"{name}_unit"], len(digits.partition(".")[2]), match[name] + match[f"{name}_unit"]
    )


@rule(
    "TX116",
    title="“全部拨付”与金额不符",
    title_en="A promise that the figures contradict",
    message="“{found}”与金额不符：总额{whole}，实际{paid}，尚差{expected}",
    message_en="“{found}”, yet {paid} of {whole} were paid: {expected} short",
    cite="arithmetic",
    severity="warning",
)
def promise_contradicted(report: Report) -> Iterator[Outcome]:
    for promise, words, offset in report.document.find(_PROMISE):
        start, end = promise.start() - offset, promise.end() - offset
        reach = max(0, start - _REACH), min(len(words.plain), end + _REACH)
        paid, whole = (
            pattern.search(words.plain, end, reach[1]) or pattern.search(words.plain, *reach)
            for pattern in (_PAID, _WHOLE)
        )
        if paid is None or whole is None or paid.start("paid") == whole.start("whole"):
            continue
        yield from _judge(words, (start, end), paid, whole)


def _judge(words: Words, promise: tuple[int, int], paid: re.Match[str], whole: re.Match[str]) -> Iterator[Outcome]:
    part, total = _amount(paid, "paid"), _amount(whole, "whole")
    if part.span.high >= total.span.low or part.value * 2 < total.value:  # less than half is another pair of figures
        return
    short = amount_in(total.value - part.value, total.unit, max(part.decimals, total.decimals))
    yield finding(
        words.place(*promise), words.place(paid.start("paid"), paid.end("paid_unit")),
        words.place(whole.start("whole"), whole.end("whole_unit")),
        expected=short.text, found=words.plain[slice(*promise)], whole=total.text, paid=part.text,
    )  # fmt: skip
