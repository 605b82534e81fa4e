"""增减方向与数值相反。

A word such as 增加, 下降, 大于 or 持平 is held against the two figures of the same sentence. Figures whose printed decimals
leave it open which is larger stay silent.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.relation import Change
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_MOVED = {1: "增加", -1: "减少", 0: "持平"}
_COMPARED = {1: "大于", -1: "小于", 0: "等于"}


def _nothing(change: Change) -> bool:
    """增加0万元 beside two equal figures: clumsy, not wrong."""
    figures = [f.amount.value for f in (change.difference, change.rate) if f is not None]
    return bool(figures) and not any(figures)


@rule(
    "FG303",
    title="增减方向与数值相反",
    title_en="Direction word against the figures",
    message="{current}与{base}相比应为“{expected}”，写成了“{found}”",
    message_en="{current} against {base}: the word should be “{expected}”, not “{found}”",
    cite="arithmetic",
)
def change_direction_wrong(report: Report) -> Iterator[Outcome]:
    for change in report.relations.changes:
        now, before = change.current, change.base
        if now is None or before is None or change.direction is None or now.amount.dimension != before.amount.dimension:
            continue
        gap = now.amount.value - before.amount.value
        actual = (gap > 0) - (gap < 0)
        if actual == change.direction or (change.direction == 0 and (now.amount.span - before.amount.span).has_zero):
            continue
        if actual == 0 and _nothing(change):
            continue
        words = _COMPARED if change.compared else _MOVED
        yield finding(
            change.place, now.place, before.place,
            expected=words[actual], found=change.word, current=now.amount.text, base=before.amount.text,
        )  # fmt: skip
