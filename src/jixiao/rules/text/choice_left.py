"""二选一未删。

「增加（减少）」 in a template asks the writer to strike one of the two. In the header of a table, or as the name of a
measure (增减（+、-）), both stay.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._prose import places
from jixiao.rules.registry import finding, rule

_PAIRS = (
    "增加|减少", "减少|增加", "增长|下降", "下降|增长", "增长|减少", "增长|降低", "上升|下降", "下降|上升", "提高|降低", "高于|低于", "低于|高于", "大于|小于",
    "小于|大于", "增|减", "减|增", "升|降", "多|少",
)  # fmt: skip
_BOTH = "|".join(
    rf"{a}(?:（(?:或者?)?(?:{b})）|/{b}|或{b}(?=\s*(?:[\d×X_]|的?主要?原因|万元|%)))"
    for a, b in (pair.split("|") for pair in _PAIRS)
)
_CHOICE = re.compile(
    rf"(?:较|比|与|同比|环比|决算数|决算|预算数)[^，。；\n\f]{{0,20}}?(?P<choice>{_BOTH})(?![率额数值情]|[/、（])"
)


@rule(
    "TX103",
    title="二选一未删",
    title_en="A choice of the template is left open",
    message="“{found}”应按实际情况只留一个",
    message_en="“{found}”: keep the one that applies",
    cite="practice#wording",
    severity="warning",
)
def choice_left(report: Report) -> Iterator[Outcome]:
    if report.blank_form:
        return
    for place, match, _ in places(report.document, _CHOICE, "choice"):
        yield finding(place, found=match["choice"])
