"""What could not be read for sure (看不清), as every writer shows it: the words read, the sentence, the picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.model.audit import Audit
from jixiao.model.document import Doubt
from jixiao.model.place import Place
from jixiao.writers.speech import say
from jixiao.writers.view import Shown, shown_of


@dataclass(frozen=True, slots=True)
class Unsure:
    """A finding that was withheld, with the doubtful words it rests on."""

    item: Shown
    doubts: tuple[Doubt, ...]
    misread: bool
    sentence: str

    @property
    def place(self) -> Place:
        """Where the doubtful words stand."""
        return self.doubts[0].place

    @property
    def read(self) -> str:
        """The words as they were read."""
        return "、".join(dict.fromkeys(doubt.place.quote.strip() for doubt in self.doubts))

    @property
    def confidence(self) -> float:
        """How sure the reading is, from 0 to 1."""
        return min(doubt.confidence for doubt in self.doubts)


def unsure(audit: Audit, lang: str = "zh") -> Iterator[Unsure]:
    """What was withheld, in reading order."""
    items = shown_of(audit, [one.finding for one in audit.unclear], lang)
    for one, item in zip(audit.unclear, items, strict=True):
        read = "、".join(dict.fromkeys(doubt.place.quote.strip() for doubt in one.doubts))
        sentence = say("misread" if one.misread else "unclear_words", lang, read=read)
        yield Unsure(item, one.doubts, one.misread, sentence)
