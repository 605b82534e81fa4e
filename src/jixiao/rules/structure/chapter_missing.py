"""缺少章节。

A division's form lists the chapters; the bureau takes points for each that is missing. A chapter under an
unusual heading counts as there when one of its words stands in any heading. A report of which less than half
was recognised is not judged.
"""

from collections.abc import Iterator

from jixiao.forms import load
from jixiao.model.finding import NotChecked, Outcome
from jixiao.model.report import Report
from jixiao.rules._chapters import headings, top_sections
from jixiao.rules._data import data
from jixiao.rules.registry import finding, rule


@rule(
    "ST101",
    title="缺少章节",
    title_en="A required chapter is missing",
    message="没有找到“{expected}”部分，应按报告格式补上",
    message_en="the chapter “{expected}” was not found",
    cite="cn.caiyu-2020-10#content",
    severity="warning",
    local={"430600": "hn.yueyang-rules#rubric_completeness"},
)
def chapter_missing(report: Report) -> Iterator[Outcome]:
    form = load(report.form.path) if report.form.path else None
    if form is None or not form.required:
        yield NotChecked("没有适用的报告格式规定必备章节", "no form that fits says which chapters are required")
        return
    there = {section.kind for section in top_sections(report)}
    if 2 * len(there & set(form.required)) < len(form.required):
        yield NotChecked(
            "识别出的章节不足一半，可能只是报告的一部分",
            "less than half of the chapters were recognised: perhaps a part of a report",
        )
        return
    titles = {section.id: section.title for section in form.sections}
    heads = headings(report)
    for kind in form.required:
        if kind not in there and not any(word in heads for word in data("chapters")["words"].get(kind, ())):
            yield finding(expected=titles[kind])
