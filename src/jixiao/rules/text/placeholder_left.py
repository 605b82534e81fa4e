"""占位符未替换。

××局, XX万元, ____ and 〔20 〕 号 are the blanks of a template. A masked person or day (张××, 2023年××月, 138****1234,
20××年) hides something and is not missing; where a report covers names throughout, that is one hint, not fifty.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._prose import guarded
from jixiao.rules.registry import finding, rule

_BLANK = r"(?:[×Xx✕╳]{2,6}|[○〇□]{2,6}|\*{2,6}|_{2,30})"
_OFFICE = r"部门|单位|机关|[局委厅](?![长员\u4e00-\u9fff]?[×Xx*])(?!长|员)|(?:项目|工程|专项)(?:资金|经费|支出|建设|绩效)?|事业"
_AREA = r"[省市县区乡镇](?!长)|街道|学校|医院"
_BODY = rf"某某(?:单位|部门|[局委厅](?!长))|(?<![\dA-Za-z×*_]){_BLANK}(?:{_OFFICE})"
_MASK = (
    rf"(?<![\dA-Za-z×*_]){_BLANK}(?:{_AREA})|(?<=20)[×Xx*]{{2}}(?=年)"
    rf"|(?<=[王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高])[×*]{{1,2}}(?![\u4e00-\u9fff]{{0,2}}[局委厅])"
)
_NUMBER = (
    rf"(?<![\dA-Za-z×*_.]){_BLANK}\s?(?:[万亿千]?元|%|个百分点|人次|[个人项次辆台套家户件批](?![\u4e00-\u9fff]?×))"
)
_GAP = r"_{2,30}(?=等|方面)|？{1,4}\s?(?:[万亿]?元|%)"
_FILE = r"〔(?:20)?[\s×Xx_*]*〕\s*[\s×Xx_*]*号"
_PATTERN = re.compile(rf"(?P<body>{_BODY})|(?P<number>{_NUMBER}|{_GAP})|(?P<file>{_FILE})|(?P<mask>{_MASK})")
_FIRST = re.compile(r"[×Xx✕╳○〇□*_〔某？]")
_MANY = 12  # so many covered names are a choice of the publisher (or an empty template), not a slip


@rule(
    "TX101",
    title="占位符未替换",
    title_en="A placeholder of the template is left",
    message="“{found}”是表样的占位符，应填写实际内容",
    message_en="“{found}” is a placeholder of the template: fill in the real content",
    cite="practice#wording",
    severity="warning",
    variants={
        "many": (
            "全文有{found}处以“××”代替名称或数字，请确认是遮盖还是未填写",
            "{found} names or numbers are given as ××: masked, or not filled in?",
        )
    },
)
def placeholder_left(report: Report) -> Iterator[Outcome]:
    if report.blank_form:
        return
    found = [
        (words.place(match.start() - offset, match.end() - offset), match)
        for match, words, offset in guarded(report.document, _FIRST, _PATTERN)
    ]
    covered = any(match["mask"] for _, match in found)
    left = [(place, match) for place, match in found if not match["mask"]]
    if len(left) > _MANY:
        yield finding(*(place for place, _ in left[:_MANY]), found=str(len(left)), severity="info", variant="many")
        return
    for place, match in left:
        # Where places and people are covered, a covered office may be covered on purpose as well.
        yield finding(place, found=match.group(), severity="info" if covered and match["body"] else "")
