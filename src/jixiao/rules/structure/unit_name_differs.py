"""单位名称前后不一。

The cover, the title and the department's sheet name the unit. A shorter name within the longer one is the same
unit; two names that share neither are a remnant of somebody else's report.
"""

import re
from collections.abc import Iterator

from jixiao.model.appraisal import Field
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.model.words import squeezed
from jixiao.rules._prose import body
from jixiao.rules.registry import finding, rule

_TITLE = re.compile(
    r"\s*(?:关于)?(?:20\d\d年?度?)?(?P<name>[\u4e00-\u9fff]{4,24}?(?:局|委|办公室|会|厅|中心|院|学校|中学|小学|幼儿园|政府|队|站|所|处|馆|部|社|办事处))"
    r"(?:20\d\d年?度?)?(?:部门|单位)?整体(?:支出)?绩效"
)
_TOP = 12  # lines in which the title stands
_PLACE = re.compile(r"^[\u4e00-\u9fff]{2,8}?[省市县区州旗](?=[\u4e00-\u9fff]{2})")


def _core(name: str) -> str:
    """A name without its division and without the words that only some spell out."""
    words = squeezed(name).strip("（）")
    while (shorter := _PLACE.sub("", words)) != words:
        words = shorter
    return re.sub(r"人民政府|机关|本级|（[^）]*）", "", words)


def _same(one: str, other: str) -> bool:
    a, b = _core(one), _core(other)
    return not a or not b or a in b or b in a or set(a) <= set(b) or set(b) <= set(a)


def _title(report: Report) -> Field | None:
    lines = [p for p, _ in zip(body(report.document), range(_TOP), strict=False)]
    for first, second in zip(lines, [*lines, None][1:], strict=True):
        for words in (first.plain, first.plain.rstrip() + (second.plain.strip() if second else "")):
            match = _TITLE.match(words)
            if match and match.end("name") <= len(first.plain):
                return Field(match["name"], first.place(match.start("name"), match.end("name")))
    return None


@rule(
    "ST115",
    title="单位名称前后不一",
    title_en="The unit is named differently",
    message="单位名称写作“{found}”，前面是“{expected}”",
    message_en="the unit is named “{found}” here and “{expected}” before",
    cite="practice#wording",
    severity="warning",
)
def unit_name_differs(report: Report) -> Iterator[Outcome]:
    sheet = report.department.name if report.department else None
    names = [name for name in (_title(report), sheet) if name]
    if len(names) == 2 and not _same(names[0].text, names[1].text):  # noqa: PLR2004 - title and sheet
        yield finding(names[1].place, names[0].place, expected=names[0].text, found=names[1].text)
