"""控制率与编制数、在职人数不符。

控制率 is 在职人数 ÷ 编制数 in per cent. That it may be above 100 % is another matter.
"""

from collections.abc import Iterator

from jixiao.model.amount import ratio, written
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._sums import tables
from jixiao.rules.registry import finding, rule


@rule(
    "FG106",
    title="控制率与编制数、在职人数不符",
    title_en="The staff control rate differs from its figures",
    message="控制率应为{expected}（在职{staff}÷编制{posts}），写成了{found}",
    message_en="The control rate is {expected} (staff {staff} / posts {posts}), stated as {found}",
    cite="cn.caiyu-2013-53#staff",
)
def staff_rate_mismatch(report: Report) -> Iterator[Outcome]:
    for table in tables(report):
        for row in table.rows:
            facts = {f.concept: f for f in row.columns if f is not None}
            if not {"establishment", "staff", "staff_rate"} <= set(facts):
                continue
            posts, staff, rate = facts["establishment"], facts["staff"], facts["staff_rate"]
            exact = ratio(staff.amount, posts.amount)
            if exact is None or rate.amount.agrees(exact):
                continue
            as_ratio = (
                "%" not in rate.amount.text
                and exact.low <= (rate.amount.span.high * 100)
                and (rate.amount.span.low * 100) <= exact.high
            )
            if as_ratio:
                continue
            right = written(staff.amount.value / posts.amount.value * 100, rate.amount.decimals) + "%"
            yield finding(
                rate.place,
                staff.place,
                posts.place,
                expected=right,
                found=rate.amount.text,
                staff=staff.amount.text,
                posts=posts.amount.text,
            )
