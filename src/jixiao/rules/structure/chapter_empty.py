"""章节没有内容。

A heading with nothing under it. A chapter that does not concern the unit is answered with 无; leaving it empty
is no answer. Entries of a table of contents and the last line of a file that was cut off are no empty chapters.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._chapters import has_content, is_last, top_sections
from jixiao.rules._data import data
from jixiao.rules.registry import finding, rule

_LEAST = 3  # chapters with words, so that a table of contents alone is not taken for the report


@rule(
    "ST102",
    title="章节没有内容",
    title_en="A chapter is empty",
    message="“{found}”下没有内容，应填写{expected}",
    message_en="nothing stands under “{found}”",
    cite="cn.caiyu-2020-10#content",
    severity="warning",
    local={"430600": "hn.yueyang-rules#rubric_completeness"},
)
def chapter_empty(report: Report) -> Iterator[Outcome]:
    chapters = top_sections(report)
    if report.blank_form or sum(bool(s.text.strip()) for s in chapters) < _LEAST:
        return
    known = data("chapters")
    for section in chapters:
        if not section.kind or has_content(report, section) or is_last(report, section):
            continue
        right = known["names"].get(section.kind) or "（没有的写“无”）"
        yield finding(section.place, expected=right, found=section.title)
