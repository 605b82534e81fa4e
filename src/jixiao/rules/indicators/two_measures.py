"""一个指标里有两个度量。

「办件量及公开量」 is two figures in one row: one target and one actual cannot be held against both. 「及、和、与」 only counts where a measure stands
on both sides.
"""

import re
from collections.abc import Iterator

from jixiao.law import pattern
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import indicators, squeezed, title
from jixiao.rules.registry import finding, rule

_JOIN = re.compile(r"[及和与、]|以及|统计及|/")
_TAIL = re.compile(r"(?:统计|情况|统计数)$")


@rule(
    "IX109",
    title="一个指标里有两个度量",
    title_en="Two measures in one indicator",
    message="“{item}”含有{one}和{other}两个度量，应分设指标",
    message_en="{item} holds two measures, {one} and {other}: make two indicators",
    cite="practice#measurable",
    severity="info",
)
def two_measures(report: Report) -> Iterator[Outcome]:
    measure = pattern("measure_word")
    for row in indicators(report):
        name = squeezed(row.name.text)
        for match in _JOIN.finditer(name):
            one, other = _TAIL.sub("", name[: match.start()]), name[match.end() :]
            # 数量和质量 qualifies one measure; a measure has words of its own before it.
            if len(one) > 2 and len(other) > 2 and measure.search(one) and measure.search(other):  # noqa: PLR2004
                yield finding(
                    row.name.place, found=row.name.text.strip(), item=title(row), one=one[-8:], other=other[-8:]
                )
                break
