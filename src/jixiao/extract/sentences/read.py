"""From a document's running text to its relations and narrative facts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from jixiao.extract.sentences.reader import Reader
from jixiao.extract.sentences.settle import settle
from jixiao.model.document import Document
from jixiao.model.fact import Fact
from jixiao.model.relation import Relations
from jixiao.model.report import Section

# Fund that the figures under a chapter are about, by the chapter's kind.
_FUND_OF = {
    "general_budget": "general",
    "gov_fund": "gov_fund",
    "state_capital": "state_capital",
    "social_fund": "social",
}
_WORTH_READING = re.compile(r"\d|持平|增加|减少|增长|下降|大于|小于")
_YEAR = re.compile(r"(20\d{2})\s?年(?!\s?\d{1,2}\s?月)")
_CRITERION = re.compile(
    r"得\d+(?:\.\d+)?分.*?(?:扣|否则|得\d)|扣\d+(?:\.\d+)?分"
)  # how points are given, not what is so
_SENTENCE_CELL = 24  # characters: a shorter cell is a field of a form, not a sentence (our choice)


def _year_of(document: Document) -> int | None:
    """The year that a text without a title is about: the latest of those that it names about as often as any."""
    named = Counter(int(match[1]) for match, _, _ in document.find(_YEAR))
    most = max(named.values(), default=0)
    return max((year for year, times in named.items() if times * 2 >= most), default=None)


def relations_of(
    document: Document, sections: Iterable[Section], year: int | None, facts: tuple[Fact, ...] = ()
) -> tuple[Relations, tuple[Fact, ...]]:
    """What the sentences claim, and every figure of theirs that names a concept we know.

    ``facts`` are those of the tables: a share or rate whose base the text only names is held against them.
    """
    funds = {p.block: _FUND_OF[s.kind] for s in sections if s.kind in _FUND_OF for p in s.body}
    reader = Reader(year or _year_of(document))
    block, colon = 0, False
    for words in document.words:
        plain = words.plain
        if (
            (hasattr(words, "row") and len(plain) < _SENTENCE_CELL)
            or not _WORTH_READING.search(plain)
            or _CRITERION.search(plain)
        ):
            colon = colon and not plain.strip()
            continue
        reader.read(words, funds.get(words.block, ""), go_on=colon and words.block == block + 1)
        block, colon = words.block, plain.rstrip().endswith(("：", "，", "、", "其中"))
    return settle(reader, facts), tuple(reader.facts)
