"""文件有一部分没有读出来。

What was not read was not audited. The user must know which part that was before the result is trusted, and how to mend it.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_LOST = re.compile("\ufffd+")
_HARMLESS = ("suffix", "macros", "sealed", "repeated", "signed")  # nothing of the text was lost


@rule(
    "RD101",
    title="文件有一部分没有读出来",
    title_en="A part of the file could not be read",
    message="{why}",
    message_en="{why_en}",
    cite="practice#wording",
    severity="warning",
)
def part_unread(report: Report) -> Iterator[Outcome]:
    for note in report.document.unread:
        places = list(report.document.places(_LOST)) if note.code == "decoding" else []
        severity = "info" if note.code in _HARMLESS else ""
        yield finding(*places, severity=severity, why=note.message, why_en=note.message_en)
