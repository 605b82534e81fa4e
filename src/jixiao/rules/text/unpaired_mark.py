"""括号、引号不成对。

A bracket or quotation mark that is never closed. Only whole paragraphs are judged: in a PDF a line may end
inside a bracket. 「1）」 opens no bracket.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._prose import body, is_finished
from jixiao.rules.registry import finding, rule

_NUMBER = re.compile(r"(?:^|(?<=[\s，。；：、]))[\d一二三四五六七八九十a-zA-Z]{1,2}）")
_PAIRS = ("（）", "《》", "“”", "【】", "〔〕")
_MARKS = re.compile(r"[（）《》“”【】〔〕]")


def _unpaired(text: str) -> int | None:
    """Where the first mark without its partner stands."""
    open_marks: list[tuple[str, int]] = []
    for match in _MARKS.finditer(text):
        mark = match.group()
        pair = next(pair for pair in _PAIRS if mark in pair)
        if mark == pair[0]:
            open_marks.append((pair, match.start()))
        else:
            at = next((i for i in range(len(open_marks) - 1, -1, -1) if open_marks[i][0] == pair), None)
            if at is None:
                return match.start()
            del open_marks[at]
    return open_marks[0][1] if open_marks else None


@rule(
    "TX109",
    title="括号、引号不成对",
    title_en="An unpaired bracket or quotation mark",
    message="“{found}”没有成对",
    message_en="“{found}” has no partner",
    cite="practice#wording",
    severity="info",
)
def unpaired_mark(report: Report) -> Iterator[Outcome]:
    if report.document.scanned:  # a bracket on a scan is easily lost
        return
    for paragraph in body(report.document):
        if not is_finished(paragraph):
            continue
        text = _NUMBER.sub(lambda number: " " * len(number.group()), paragraph.plain)
        at = _unpaired(text)
        if at is not None:
            yield finding(paragraph.place(at, at + 1), found=text[at])
