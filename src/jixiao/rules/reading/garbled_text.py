"""文字中有乱码。

Bytes read in the wrong encoding leave the same debris everywhere: 锟斤拷, Latin letters with accents in rows, entities of
a web page, or signs of a symbol font that no other font has (a lost ≥ before a target turns its meaning round).
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_DEBRIS = re.compile(
    "(?P<bytes>锟斤拷|烫烫烫|屯屯屯|ï¿½|â€[œ™\u009d]|[ÃÂ][\u0080-\u00bf]|[À-ÖØ-öø-ÿ]{4,}|[\u0080-\u009f]{2,})"
    # A sign of a symbol font beside a figure; before other words it is a bullet.
    r"|[\ue000-\uf8ff](?=\s?[\d.])|(?<=[\d%])[\ue000-\uf8ff]"
    r"|&(?:nbsp|lt|gt|amp|quot|[lr]dquo|middot|#\d{2,5})(?:;|；)"
)

_ANY = re.compile("[锟烫屯À-ÿ\u0080-\u009f\ue000-\uf8ff&]")  # most texts have none of these


@rule(
    "RD103",
    title="文字中有乱码",
    title_en="Garbled characters",
    message="“{found}”是乱码或无法显示的符号，请改正后重新导出",
    message_en="“{found}” is garbled or cannot be shown; correct it and export the file again",
    cite="practice#wording",
    severity="info",
)
def garbled_text(report: Report) -> Iterator[Outcome]:
    if _ANY.search(report.document.plain) is None:
        return
    seen = None
    for match, words, offset in report.document.find(_DEBRIS):
        if words is not seen:  # one finding a paragraph or cell is enough
            seen = words
            place = words.place(match.start() - offset, match.end() - offset)
            yield finding(place, found=place.quote, severity="warning" if match["bytes"] else "")
