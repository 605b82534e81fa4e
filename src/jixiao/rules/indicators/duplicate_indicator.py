"""同一张表里指标重复。"""

from collections.abc import Iterator

from jixiao.model.appraisal import Indicator
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import squeezed, title, whole
from jixiao.rules.registry import finding, rule


@rule(
    "IX120",
    title="指标重复",
    title_en="Indicator repeated in one table",
    message="“{item}”在同一张表中重复，指标值都是{found}",
    message_en="{item} stands twice in one table with the target {found}",
    cite="practice#measurable",
    severity="warning",
)
def duplicate_indicator(report: Report) -> Iterator[Outcome]:
    for appraisal in whole(report):
        first: dict[tuple[str, str], Indicator] = {}
        for row in appraisal.indicators:
            name = squeezed(row.name.text)
            if len(name) < 4 or not row.target:  # noqa: PLR2004 - 成本, 数量 are no names
                continue
            other = first.setdefault((name, squeezed(row.target.text)), row)
            if other is not row and row.name.place != other.name.place:
                # The same name for two tasks of other classes or results may well be meant.
                same = row.kind2 == other.kind2 and squeezed(row.actual.text) == squeezed(other.actual.text)
                yield finding(
                    row.name.place, other.name.place, found=squeezed(row.target.text)[:12], item=title(row),
                    severity="" if same else "info",
                )  # fmt: skip
