"""序号样式混用。

A list that begins with （一） and goes on with （2）, or with 1、 and goes on with 二、. Official documents nest
一、（一）1.（1） and keep one style in one list.
"""

from collections import Counter
from collections.abc import Iterator

from jixiao.model.document import Paragraph
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._numbers import Number, number_at, written
from jixiao.rules._prose import body
from jixiao.rules.registry import finding, rule

_PAIRS = {"han": "arabic", "arabic": "han", "han_bracket": "arabic_bracket", "arabic_bracket": "han_bracket"}
_Line = tuple[Paragraph, Number]


@rule(
    "ST106",
    title="序号样式混用",
    title_en="Mixed styles of numbers in one list",
    message="序号“{found}”与同级的其他序号样式不同，应为“{expected}”",
    message_en="the number “{found}” differs in style from its list, should be “{expected}”",
    cite="cn.gb-9704#levels",
    severity="info",
)
def numbering_mixed(report: Report) -> Iterator[Outcome]:
    lines = [(p, number) for p in body(report.document) if (number := number_at(p.plain))]
    styles = Counter(number.style for _, number in lines)
    open_lists: dict[str, _Line] = {}
    chapters = next((at for at, (_, number) in enumerate(lines) if number.style == "han"), None)
    if chapters and lines[chapters][1].value == 2 and (lines[0][1].style, lines[0][1].value) == ("arabic", 1):  # noqa: PLR2004
        yield _outcome(lines[0], "han")  # 1、 … 二、: the first chapter is the odd one
    for paragraph, number in lines:
        for style in [s for s in open_lists if Number(s, 0, 0, 0).rank > number.rank and s != _PAIRS.get(number.style)]:
            del open_lists[style]
        other = open_lists.get(_PAIRS.get(number.style, ""))
        if other and number.style not in open_lists and number.value == other[1].value + 1 and number.value > 1:
            # Of the two the one in the rarer style is the odd one.
            odd, like = (
                (other, number) if styles[other[1].style] < styles[number.style] else ((paragraph, number), other[1])
            )
            yield _outcome(odd, like.style)
            open_lists.pop(_PAIRS[number.style])
        open_lists[number.style] = paragraph, number


def _outcome(odd: _Line, style: str) -> Outcome:
    paragraph, number = odd
    start, end = number.start, number.end
    if number.style.endswith("bracket"):
        start, end = start - 1, end + 1
    else:
        end += 1
    return finding(
        paragraph.place(start, end), expected=written(style, number.value, "、"), found=paragraph.plain[start:end]
    )
