"""表格的数字连在一起，无法分开。

Text made from a PDF may lose the lines of a table: `194.9194.9100%` was 194.9, 194.9 and 100 %. Which digits belong together
cannot be told with certainty, so nothing is concluded from such figures; the user should give the Word file.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

# Three digits or more between two points: no date (2024.5.30) and no chapter (1.2.3); or two percentages without a gap.
_GLUED = re.compile(r"[.%](?:(?<=\d\.)\d{3,9}\.\d[\d.]{0,40}%?|(?<=\d%)\d{1,4}(?:\.\d{1,2})?%[\d.%]{0,40})")
_BEFORE = re.compile(r"[\d.]{1,12}$")
_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")  # of a computer


@rule(
    "RD104",
    title="表格的数字连在一起，无法分开",
    title_en="Figures of a table run into each other",
    message="“{found}”是几个单元格的数字连在一起，未作核对，请提供 Word 文件",
    message_en="“{found}” is several cells in one: not checked; give the Word file",
    cite="practice#wording",
    severity="info",
)
def glued_cells(report: Report) -> Iterator[Outcome]:
    for match, words, offset in report.document.find(_GLUED):
        start = match.start() - offset
        before = _BEFORE.search(words.plain, max(0, start - 12), start)
        place = words.place(before.start() if before else start, match.end() - offset)
        if _ADDRESS.fullmatch(place.quote) is None:
            yield finding(place, found=place.quote)
