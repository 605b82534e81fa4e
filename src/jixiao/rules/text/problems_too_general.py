"""问题过于笼统。

「有待完善」「需要加强」 without a fact, a figure or a cause could stand in any report. The rubric gives its lowest band for it.
"""

from collections.abc import Iterator

from jixiao.law import pattern
from jixiao.model.finding import Outcome
from jixiao.model.items import Item, items
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_LONGEST = 45  # characters; whoever writes more has said something
_LEAST = 2


def _is_general(item: Item) -> bool:
    text = "".join(item.text.split()).rstrip("。；")
    return (
        len(text) <= _LONGEST
        and not any(char.isdigit() for char in text)
        and not pattern("causes", "problems").search(text)
        and pattern("general_patterns", "problems").search(text) is not None
    )


@rule(
    "TX112",
    title="问题过于笼统",
    title_en="Problems too general",
    message="{count}个问题都很笼统（如“{found}”），应写明事实、数据和原因",
    message_en="all {count} problems are general phrases (“{found}”)",
    cite="practice#wording",
    local={"430600": "hn.yueyang-rules#rubric_problems"},
    severity="info",
)
def problems_too_general(report: Report) -> Iterator[Outcome]:
    problems = items(report, "problems")
    if len(problems) >= _LEAST and all(map(_is_general, problems)):
        phrase = pattern("general_patterns", "problems").search("".join(problems[0].text.split()))
        yield finding(*(item.place for item in problems), count=len(problems), found=phrase[0] if phrase else "")
