"""原因与增减方向相反。

An increase explained only by things that became less, or the other way round. Stays silent where the reason names
both, speaks of the year before, or where the figure is a balance, a rate or an asset, for which more spending means
less.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_INVERSE = frozenset(
    {
        "carry_over",
        "carry_in",
        "carry_out",
        "net_assets",
        "fixed_assets",
        "total_assets",
        "execution_rate",
        "satisfaction",
    }
)
_BALANCE = re.compile(r"结转|结余|净值|资产|率|余额|时间|时限|成本")
_UNDECIDED = re.compile(
    r"上年|去年|上一年|上期|基数|不减|未减|没有减少|减少.{0,6}(?:加|影响|收入)|抵|冲|大于|以前年度|一次性"
)
_MORE = re.compile(r"增加|增长|上升|上涨|新增|追加|调增|提高|增多|扩大|增支|新进|调入|增资|调标")
_LESS = re.compile(r"减少|下降|降低|压减|压缩|缩减|节约|核减|取消|调出|减支|缩小|控制")


@rule(
    "FG307",
    title="原因与增减方向相反",
    title_en="The reason contradicts the direction",
    message="写的是“{word}”，原因却是“{found}”",
    message_en="The text says “{word}”, the reason given is “{found}”",
    cite="practice",
    severity="warning",
)
def reason_against_direction(report: Report) -> Iterator[Outcome]:
    for change in report.relations.changes:
        if not change.reason or change.reason_place is None or not change.direction or change.concept in _INVERSE:
            continue
        if _UNDECIDED.search(change.reason) or _BALANCE.search(change.label):
            continue
        more, less = _MORE.search(change.reason), _LESS.search(change.reason)
        if (change.direction > 0 and less and not more) or (change.direction < 0 and more and not less):
            yield finding(change.reason_place, change.place, found=change.reason, word=change.word)
