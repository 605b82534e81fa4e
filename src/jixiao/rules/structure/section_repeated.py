"""章节重复。

The same chapter twice, each with words under it: a part of the template or of last year's report was pasted in again.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report, Section
from jixiao.rules._chapters import top_sections
from jixiao.rules.registry import finding, rule


@rule(
    "ST118",
    title="章节重复",
    title_en="A chapter stands twice",
    message="“{found}”出现了两次，应合并或删去一处",
    message_en="the chapter “{found}” stands twice",
    cite="practice#wording",
    severity="warning",
)
def section_repeated(report: Report) -> Iterator[Outcome]:
    if not report.form.path:  # 决算说明 repeats its headings part by part
        return
    seen: dict[tuple[str, str], Section] = {}
    for section in top_sections(report):
        if not section.kind or not section.text.strip():
            continue
        key = section.kind, "".join(section.title.split())
        first = seen.setdefault(key, section)
        if first is not section:
            yield finding(section.place, first.place, found=section.title)
