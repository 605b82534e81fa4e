"""序号重复或跳号。

Two 「3、」 in one list, or 一、 三、 without 二、: something was added or deleted by hand. A list that begins again at
1, and numbers inside a line, are followed; only one skipped number counts as a gap. In a table each column counts for
itself: a two-sided table has 一、 二、 on either side.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.model.document import Cell, Paragraph, Words
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._numbers import STYLES, Number, inline_numbers, number_at, written
from jixiao.rules.registry import finding, rule

_LABEL = 8  # characters; a shorter line holds no second number
_FIGURE = re.compile(r"[\s\d，,.%-]*")


def _numbered(report: Report) -> Iterator[tuple[Words, Number, list[Number]]]:
    """Every line or cell with a number at its head, and the numbers that follow inside it."""
    for words, after in pairwise((*report.document.words, None)):
        if words is None or (isinstance(words, Cell) and len(words.plain) > 60):  # noqa: PLR2004 - it holds a list of its own
            continue
        number = number_at(words.plain)
        if number and not (isinstance(after, Paragraph) and _FIGURE.fullmatch(after.plain)):  # a table read as lines
            inner = inline_numbers(words.plain) if len(words.plain) > _LABEL else []
            yield words, number, [n for n in inner if n.start > number.end]


@rule(
    "ST105",
    title="序号重复或跳号",
    title_en="A list number is doubled or skipped",
    message="序号“{found}”重复，应为“{expected}”",
    message_en="the list number “{found}” is doubled, should be “{expected}”",
    cite="cn.gb-9704#levels",
    severity="warning",
    variants={
        "gap": (
            "序号从“{before}”跳到“{found}”，缺“{expected}”",
            "the list goes from “{before}” to “{found}”, without “{expected}”",
        )
    },
)
def numbering_broken(report: Report) -> Iterator[Outcome]:
    last: dict[tuple[tuple[int, int], str], tuple[int, Words]] = {}
    scanned = bool(report.document.scanned)  # a line of a scan may be lost
    for words, number, inside in _numbered(report):
        table = (words.block, words.column) if isinstance(words, Cell) else (0, 0)
        for style in STYLES[number.rank + 1 :]:
            last.pop((table, style), None)
        before = last.get((table, number.style))
        shown = (
            words.plain[number.start : number.end + 1]
            if number.style in ("han", "arabic")
            else words.plain[number.start : number.end]
        )
        if before and before[1] is not words:
            step = number.value - before[0]
            right = written(number.style, before[0] + 1, shown)
            if step == 0 and number.value > 1 and not _same(before[1], words):
                yield finding(words.place(number.start, number.start + len(shown)), expected=right, found=shown)
            elif step == 2 and number.style != "part" and not inside and not scanned:  # noqa: PLR2004 - one number is skipped
                place = words.place(number.start, number.start + len(shown))
                former = written(number.style, before[0], shown)
                yield finding(place, expected=right, found=shown, severity="info", variant="gap", before=former)
        last[table, number.style] = number.value, words
        for inner in inside:
            last[table, inner.style] = inner.value, words


def _same(one: Words, other: Words) -> bool:
    """Whether two lines say the same: a heading repeated on the next page is no second number."""
    return "".join(one.plain.split()) == "".join(other.plain.split())
