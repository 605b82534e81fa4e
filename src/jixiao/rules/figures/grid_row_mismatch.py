"""横表中一行的分栏之和与合计栏不符。

In a table with one column a kind (本年支出合计 | 基本支出 | 项目支出 …) each row must add up across: 合计 is 基本支出 plus 项目支出 and
what else has a column; 三公经费 is its three kinds, 公务用车 is 购置 plus 运行.
"""

from collections.abc import Iterator

from jixiao.forms import concepts
from jixiao.model.fact import Fact
from jixiao.model.finding import Outcome
from jixiao.model.report import BaseRow, Report
from jixiao.rules.figures._sums import added, differs, tables
from jixiao.rules.registry import finding, rule


@rule(
    "FG107",
    title="横表中一行的分栏之和与合计栏不符",
    title_en="Columns of a row do not add up",
    message="{label}一行：分栏之和为{expected}，合计栏为{found}",
    message_en="Row {label}: the columns add up to {expected}, the total column says {found}",
    cite="arithmetic",
)
def grid_row_mismatch(report: Report) -> Iterator[Outcome]:
    for table in tables(report):
        for row in table.rows:
            for stage in dict.fromkeys(f.context.stage for f in row.columns if f is not None):
                facts = _by_concept(row, stage)
                for total in facts.values():
                    known = concepts()[total.concept]
                    if len(known.parts) < 2 or not set(known.parts) <= set(facts):  # noqa: PLR2004
                        continue
                    parts = [facts[name] for name in (*known.parts, *known.more) if name in facts]
                    amounts = [p.amount for p in parts]
                    if differs(total.amount, amounts):
                        yield finding(
                            total.place, *(p.place for p in parts), expected=added(total.amount, amounts), found=total.amount.text,
                            label=row.label.text or "合计",
                        )  # fmt: skip


def _by_concept(row: BaseRow, stage: str) -> dict[str, Fact]:
    """The facts of a row in one stage by concept; a concept that has several columns is left out."""
    found: dict[str, Fact] = {}
    twice: set[str] = set()
    for fact in row.columns:
        if fact is not None and fact.context.stage == stage and fact.concept:
            if fact.concept in found:
                twice.add(fact.concept)
            found[fact.concept] = fact
    return {name: fact for name, fact in found.items() if name not in twice}
