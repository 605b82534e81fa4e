"""增减幅度与金额不符。

The rate is the change divided by the figure of the base (last year or budget). The common slip is to divide by this
year's figure; it is named when that is what happened. Rounded and cut off are both right; 1.2倍 is 120 %. Where a figure was only
found in another paragraph it is a warning.
"""

from collections.abc import Iterator

from jixiao.model.amount import in_percent
from jixiao.model.finding import Outcome
from jixiao.model.relation import Change
from jixiao.model.report import Report
from jixiao.rules.figures._spans import moved_and_base
from jixiao.rules.registry import finding, rule


def _story(change: Change) -> str:
    parts = (
        change.current and change.current.amount.text,
        change.base and f"基数{change.base.amount.text}",
        change.difference and f"{change.word}{change.difference.amount.text}",
    )
    return "，".join(p for p in parts if p)


@rule(
    "FG302",
    title="增减幅度与金额不符",
    title_en="Stated rate of change differs from the amounts",
    message="{change}，幅度应为{expected}，写成了{found}",
    message_en="{change}: the rate is {expected}, stated as {found}",
    cite="arithmetic",
    variants={
        "wrong_base": (
            "{change}，幅度应为{expected}，写成了{found}（除以了本年数）",
            "{change}: the rate is {expected}, stated as {found} (divided by this year's figure)",
        ),
    },
)
def change_rate_mismatch(report: Report) -> Iterator[Outcome]:
    for change in report.relations.changes:
        known = list(moved_and_base(report, change)) if change.rate is not None else []
        if change.rate is None or not known:
            continue
        stated = in_percent(change.rate.amount)
        exact = [gap.over(base) for gap, base in known]
        if any(e is None or stated.agrees(e) or stated.agrees(e.negative) for e in exact):
            continue
        gap, base = known[0]
        middle = abs(gap.middle / base.middle * 100)
        right = change.rate.amount.written(middle if change.rate.amount.is_percent else middle / 100)
        wrong_base = (
            change.current is not None
            and (r := gap.over(change.current.amount.span)) is not None
            and (stated.agrees(r) or stated.agrees(r.negative))
        )
        others = [f.place for f in (change.difference, change.current, change.base) if f is not None]
        yield finding(
            change.rate.place, *others, expected=right, found=change.rate.amount.text, fix=right,
            variant="wrong_base" if wrong_base else "", change=_story(change),
            severity="warning" if any(p.block != change.rate.place.block for p in others) else "",
        )  # fmt: skip
