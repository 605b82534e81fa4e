"""比率超过100%。

A rate of passed, finished or satisfied among all cannot exceed the whole. Completion and growth rates can and are left alone.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.law import Law, pattern
from jixiao.model.document import Paragraph
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import indicators, squeezed, title
from jixiao.rules.registry import finding, rule

_WHOLE = Decimal(100)
_SENTENCE = re.compile(
    r"(?P<name>(?:合格|及时|办结|覆盖|达标|满意)[率度])(?:为|达到?|是|：)?\s?(?P<rate>1\d\d(?:\.\d+)?)%"
)


@rule(
    "IX121",
    title="比率超过100%",
    title_en="A rate above 100 %",
    message="“{item}”是部分占全部的比率，{found}超过了100%",
    message_en="{item} is a part of a whole; {found} is above 100 %",
    cite="arithmetic",
    severity="warning",
)
def rate_above_full(report: Report, law: Law) -> Iterator[Outcome]:
    seen: set[int] = set()
    for row in indicators(report):
        name = squeezed(row.name.text)
        if not (pattern("capped_rate").search(name) or pattern("satisfaction").search(name)):
            continue
        for field, amount in ((row.target, row.goal.low), (row.actual, row.actual.amount)):
            if amount is not None and amount.is_percent and _WHOLE < amount.value < law.number("rate.misread"):
                seen.add(field.place.block)
                yield finding(field.place, found=amount.text, item=title(row))
    for match, words, offset in report.document.find(_SENTENCE):
        if isinstance(words, Paragraph) and words.block not in seen and Decimal(match["rate"]) > _WHOLE:
            place = words.place(match.start("rate") - offset, match.end() - offset)
            yield finding(place, found=f"{match['rate']}%", item=match["name"])
