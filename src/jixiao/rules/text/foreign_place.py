"""地名、级别与本单位不符。

「我县」 in the report of a district, or the same bureau of another county: text that was taken from another unit's
report. A county's 「我市」 speaks of its city and is right.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._prose import sentence
from jixiao.rules.registry import finding, rule

_DIVISION = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,10}?)(?P<level>[市县区旗])(?=[\u4e00-\u9fff]{2})")
_OURS = re.compile(r"[我](?P<level>[县区])(?![域位别间段划])|(?<=[在对为是向全使])我(?P<city>市)(?=$)")
_REGIONS = re.compile(
    r"自治区|新疆|西藏|宁夏|内蒙古|广西|开发区|新区|园区|管理区|示范区|度假区|景区|保税区|高新区|经开区"
)
_NAMED = re.compile(r"[据由向到和与及对在从的经受是照为]?(?P<name>[\u4e00-\u9fff]{2,3}[市县区旗])$")
_AWAY = re.compile(r"赴|学习|考察|对口|合作|先进|交流|支援|上级|联合|对接|周边|兄弟|帮扶|对比|相比|调入|划转|原")


@rule(
    "TX124",
    title="地名、级别与本单位不符",
    title_en="Another place or level than the unit's own",
    message="本单位属{expected}，文中写成“{found}”，请核对是否抄自他处",
    message_en="the unit belongs to {expected}, the text says “{found}”: copied?",
    cite="practice#wording",
    severity="warning",
)
def foreign_place(report: Report) -> Iterator[Outcome]:
    unit = report.unit.text if report.unit else ""
    levels = list(_DIVISION.finditer(unit))
    if not levels:
        return
    own = levels[-1]
    level, office = own["level"], unit[own.end() :]
    if level in "县区" and not _REGIONS.search(report.document.plain[:4000]):
        for match, words, offset in report.document.find(_OURS):
            if match["level"] and match["level"] != level:
                place = words.place(match.start() - offset, match.end() - offset)
                yield finding(place, expected=own.group(), found=match.group())
    if len(office) < 3:  # noqa: PLR2004 - 局, 办 alone name no office
        return
    for match, words, offset in report.document.find(re.compile(re.escape(office))):
        start = match.start() - offset
        named = _NAMED.search(words.plain, max(0, start - 5), start)
        if named is None:
            continue
        name, said = named["name"], sentence(words.plain, start, match.end() - offset)
        if name in unit or any(name.endswith(d.group()[-3:]) for d in levels) or _AWAY.search(said):
            continue
        yield finding(words.place(*named.span("name")), expected=own.group(), found=name + office)
