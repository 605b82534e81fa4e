"""约数与精确数并用。

「约12.35万元整」「近30人左右」: either the figure is exact or it is not.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_LOOSE = re.compile(
    r"(?:大约|约|近|将近|接近)\s?\d[\d，,]*(?:\.\d+)?\s?(?:[万亿]?元整|(?:[万亿千百]?(?:元|人次|人|个|户|件|次|%|亩|公里|平方米))?(?:左右"
    r"|上下|以上|余))|(?:超过|逾)\s?\d[\d，,]*(?:\.\d+)?\s?[万亿千百]?(?:元|人次|人|个|户|件|次|%)?(?:左右|上下)"
)


@rule(
    "TX130",
    title="约数与精确数并用",
    title_en="About, and exactly",
    message="“{found}”约数用语重复或矛盾，应只留一个",
    message_en="“{found}” says about twice, or about and exactly",
    cite="practice#wording",
    severity="info",
)
def loose_and_exact(report: Report) -> Iterator[Outcome]:
    for place in report.document.places(_LOOSE):
        yield finding(place, found=place.quote)
