"""原因、用途漏填。

「主要原因是。」 and 「主要用于。」: the sentence of the template was kept and nothing was written after it. A colon at the end
of a paragraph announces a list and is fine.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._prose import guarded, is_running
from jixiao.rules.registry import finding, rule

_EMPTY = re.compile(
    r"(?:(?:主要)?原因(?:：|为|是|系|在于|主要是|如下)|主要(?:是|用于|为|包括|有|由于|因为|是由于|是因为)|(?<![适专使运引可启采])用于|是由于)"
    r"\s*[：]?\s*(?:[.…×_Xx*]{2,}\s*)?[。；](?![”’])"
)
_FIRST = re.compile("原因|主要|用于|是由于")


@rule(
    "TX104",
    title="原因或用途漏填",
    title_en="A reason or purpose is announced and not given",
    message="“{found}”后面没有内容，应补充说明",
    message_en="nothing follows “{found}”",
    cite="practice#wording",
    severity="warning",
)
def reason_missing(report: Report) -> Iterator[Outcome]:
    if report.blank_form:
        return
    for match, words, offset in guarded(report.document, _FIRST, _EMPTY):
        if is_running(words):
            yield finding(words.place(match.start() - offset, match.end() - offset), found=match.group())
