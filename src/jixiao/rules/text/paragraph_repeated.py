"""段落重复。

The same long paragraph twice in one report: pasted twice, or copied into a chapter where it does not belong.
Standing notes below tables repeat and are left out.
"""

from collections.abc import Iterator

from jixiao.model.document import Paragraph
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._prose import body, is_finished, is_note
from jixiao.rules.registry import finding, rule

_SHORTEST = 60  # characters; shorter sentences of a form do come twice


@rule(
    "TX125",
    title="段落重复",
    title_en="A paragraph stands twice",
    message="这一段与前面第{line}段文字相同，应删去或改写",
    message_en="this paragraph repeats paragraph {line} word for word",
    cite="practice#wording",
    severity="warning",
)
def paragraph_repeated(report: Report) -> Iterator[Outcome]:
    seen: dict[str, Paragraph] = {}
    for paragraph in body(report.document):
        if len(paragraph.plain) < _SHORTEST or not is_finished(paragraph) or is_note(paragraph):
            continue
        key = "".join(paragraph.plain.split()).lstrip("0123456789一二三四五六七八九十（）、.")
        first = seen.setdefault(key, paragraph)
        if first is not paragraph:
            yield finding(paragraph.place(), first.place(), line=first.block)
