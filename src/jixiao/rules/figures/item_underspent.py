"""单项支出执行率低而没有说明。

Behind a total of 100 % a single item may be executed by half: 530 planned, 262.5 spent. The whole sheet hides it, so each row of
基础数据表 is looked at. An item that a sentence speaks of together with a reason is taken as explained.
"""

import re
from collections.abc import Iterator

from jixiao.law import Law
from jixiao.model.amount import written
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._sums import below, narrative, staged
from jixiao.rules.registry import finding, rule

_REASON = re.compile(r"原因|由于|因|未|结余|结转|调减|收回|压减|尚")
_NUMBER = re.compile(r"^(?:其中：)?\s*(?:（?\d{1,2}[)）]?[、.]?|[一二三四五六七八九十]+、)?\s*")


@rule(
    "FG111",
    title="单项支出执行率低而没有说明",
    title_en="An item far below its budget, unexplained",
    message="{label}：预算{budget}，决算{found}，执行率{rate}，应说明原因",
    message_en="{label}: {found} of {budget} spent, {rate}; the reason is missing",
    cite="product#yellow",
    severity="warning",
)
def item_underspent(report: Report, law: Law) -> Iterator[Outcome]:
    limit = law.number("execution.low")
    texts = list(narrative(report))
    for table in report.base_tables:
        for total in table.rows:
            if total.concept != "project_expenditure":
                continue
            for row in below(table, total, 1):
                spent, planned = staged(row, "final", report.year), staged(row, "budget", report.year)
                if spent is None or planned is None or planned.amount.value <= 0:
                    continue
                rate = spent.amount.value / planned.amount.value * 100
                name = _NUMBER.sub("", row.label.text).strip("：")
                if rate >= limit or any(name in text and _REASON.search(text) for text in texts):
                    continue
                yield finding(
                    spent.place,
                    planned.place,
                    found=spent.amount.text,
                    budget=planned.amount.text,
                    label=name,
                    rate=f"{written(rate, 1)}%",
                )
