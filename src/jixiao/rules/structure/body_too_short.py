"""正文过短。

Chapters with a few words each (or headings only) do not report anything. The number of characters is our own choice.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._chapters import top_sections
from jixiao.rules.registry import finding, rule

_CHAPTERS = 5
_LEAST = 200  # characters in all chapters together; our own choice


@rule(
    "ST119",
    title="正文过短",
    title_en="The text is very short",
    message="{count}个章节的正文共{found}字，过于简单，应补充实际情况",
    message_en="the text under {count} chapters has {found} characters in all",
    cite="practice#thresholds",
    severity="info",
)
def body_too_short(report: Report) -> Iterator[Outcome]:
    if report.form.kind != "department" or report.blank_form:
        return
    chapters = [s for s in top_sections(report) if s.kind]
    if len(chapters) < _CHAPTERS:
        return
    length = sum(len("".join(s.text.split())) for s in chapters)
    if length < _LEAST:
        yield finding(chapters[0].place, found=str(length), count=len(chapters))
