"""数字漏填。

The sentences of a template are taken over and a number is forgotten: 「占 %」, 「减少 万元」. Headers of tables (增长%,
支出（万元）) have no number either and are no sentences.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._prose import is_running
from jixiao.rules.registry import finding, rule

_LEADS = r"增加|减少|下降|增长|上升|提高|降低|节约|压减"
_UNIT = re.compile(r"%|万元|亿元|人次|批次|人|名|辆|台|个|项|次")
_END = re.compile(r"\s*(?:[，。；、）]|$|[\f\n])")
_MISSING = {
    "%": (
        rf"(?:占(?:[^\d，。；：、\n\f%（）／/]{{0,14}}?)|{_LEADS}|达到?了?|完成(?:了?(?:年初|全年|调整|本年)?预算)?的|(?<!单位)为)\s*%$"
        rf"|[\u4e00-\u9fff]{{0,5}}[率度]\s{{1,8}}%$"
    ),
    "元": rf"(?:(?:{_LEADS}了?|(?<!单位)为|共?计|安排)\s*|(?:支出|收入|预算|决算|预算数|决算数|金额|总额|结余|经费|资金|费)\s+)[万亿]元$",
    "": r"(?:共有|现有|实有|编制|在职|退休|保有量)[^\d，。；、：\n\f]{0,6}\s{1,8}[人名辆台个]$|[\u4e00-\u9fff]{1,6}\s{2,8}(?:人次|批次|[人名辆台个项次])$",
}
_PATTERNS = {end: re.compile(pattern) for end, pattern in _MISSING.items()}
_DIGITS = frozenset("0123456789")
_REACH = 28  # characters before the unit in which the words that lead to it stand


@rule(
    "TX102",
    title="数字漏填",
    title_en="A number is missing in a sentence",
    message="“{found}”缺少数字，应补填",
    message_en="“{found}” lacks its number",
    cite="practice#wording",
    severity="warning",
)
def number_missing(report: Report) -> Iterator[Outcome]:
    if report.blank_form:
        return
    plain = report.document.plain
    for unit, words, offset in report.document.find(_UNIT):
        if plain[unit.start() - 1 : unit.start()] in _DIGITS or not (
            is_running(words) and _END.match(plain, unit.end())
        ):
            continue
        pattern = _PATTERNS.get(unit.group()[-1], _PATTERNS[""])
        match = pattern.search(plain, max(offset, unit.start() - _REACH), unit.end())
        if match:
            yield finding(
                words.place(match.start() - offset, match.end() - offset), found=" ".join(match.group().split())
            )
