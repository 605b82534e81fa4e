"""在职人数超过编制数而没有说明。

控制率 above 100 % means more staff than posts. It may be right (posts of subordinate units, staff on contract), but it must be said;
a report whose text speaks of 超编, 编外 or the posts of its units has said it.
"""

import re
from collections.abc import Iterator

from jixiao.law import Law
from jixiao.model.amount import written
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._sums import narrative, tables
from jixiao.rules.registry import finding, rule

_EXPLAINED = re.compile(
    r"超编|编外|借调|挂编|(?:人员|核定|事业|行政)编制[^。]{0,20}(?:不足|紧张|偏少|未)|(?:在职|实有)[^。]{0,30}(?:超|多于)[^。]{0,10}编制"
)


@rule(
    "FG112",
    title="在职人数超过编制数而没有说明",
    title_en="More staff than posts, unexplained",
    message="在职{found}，编制{posts}，控制率{rate}，超编{over}，应说明",
    message_en="{found} staff on {posts} posts ({rate}), {over} over, unexplained",
    cite="hn.base-table#staff",
    severity="warning",
)
def over_establishment(report: Report, law: Law) -> Iterator[Outcome]:
    limit = law.number("control.most")
    if any(_EXPLAINED.search(text) for text in narrative(report)):
        return
    for table in tables(report):
        for row in table.rows:
            facts = {f.concept: f for f in row.columns if f is not None}
            posts, staff = facts.get("establishment"), facts.get("staff")
            if posts is None or staff is None or posts.amount.value <= 0:
                continue
            rate = staff.amount.value / posts.amount.value * 100
            if rate > limit:
                places = [f.place for f in (facts.get("staff_rate"), posts) if f is not None]
                yield finding(
                    staff.place, *places, found=staff.amount.text, posts=posts.amount.text, rate=f"{written(rate, 0)}%",
                    over=f"{staff.amount.value - posts.amount.value:f}人",
                )  # fmt: skip
