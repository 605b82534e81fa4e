"""同一项目两个金额。

One item, same year and stage, is given two amounts in one paragraph, and a rate or difference is stated upon the
second. One of them was left from a draft.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule


@rule(
    "FG313",
    title="同一项目两个金额",
    title_en="One item, two amounts",
    message="{label}先写{expected}，后写{found}，前后不一",
    message_en="{label} is first {expected}, then {found}",
    cite="arithmetic",
    severity="warning",
)
def restated_amount(report: Report) -> Iterator[Outcome]:
    for pair in report.relations.restated:
        yield finding(
            pair.second.place, pair.first.place,
            expected=pair.first.amount.text, found=pair.second.amount.text, label=pair.first.label or "同一项",
        )  # fmt: skip
