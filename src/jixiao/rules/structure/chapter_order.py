"""章节顺序与规定不符。

The order of a division's form, judged only where most chapters were recognised.
"""

from collections.abc import Iterator

from jixiao.forms import load
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._chapters import top_sections
from jixiao.rules.registry import finding, rule

_LEAST = 4


@rule(
    "ST104",
    title="章节顺序与规定不符",
    title_en="Chapters in another order than the form's",
    message="“{found}”按规定应在“{expected}”之前",
    message_en="“{found}” comes before “{expected}” in the form",
    cite="practice#wording",
    severity="info",
    local={"430600": "hn.yueyang-rules#form"},
)
def chapter_order(report: Report) -> Iterator[Outcome]:
    form = load(report.form.path) if report.form.path else None
    if form is None or not form.required or not form.division:  # nationally no order is set
        return
    order = {kind: at for at, kind in enumerate(form.required)}
    chapters = [s for s in top_sections(report) if s.kind in order and s.kind != "other"]
    if len({s.kind for s in chapters}) < _LEAST:
        return
    furthest = chapters[0]
    for section in chapters[1:]:
        if order[section.kind] < order[furthest.kind]:
            yield finding(section.place, furthest.place, found=section.title, expected=furthest.title)
            return
        furthest = section
