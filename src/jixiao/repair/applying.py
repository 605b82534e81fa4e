"""Repairs put into a copy of the Word file as tracked changes, and read back to see that they arrived."""

from __future__ import annotations

from jixiao.model.document import Document
from jixiao.readers import read_bytes
from jixiao.readers.common.zipped import Refused
from jixiao.readers.docx.file import pieces
from jixiao.repair import calculation
from jixiao.repair.proposal import Repair
from jixiao.repair.words import key, repaired
from jixiao.writers.docx import Change, track
from jixiao.writers.docx.package import Package

_WHY = {"bound": calculation.BOUND, "held": calculation.HELD}


class NotApplied(Exception):  # noqa: N818 - an answer, not an error
    """The file cannot be written to; ``pair`` says why in Chinese and English."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.pair = (zh, en)


def apply(
    data: bytes, document: Document, repairs: tuple[Repair, ...]
) -> tuple[bytes, list[tuple[Repair, tuple[str, str]]]]:
    """The copy with the repairs, and those that could not be made there, each with the reason."""
    try:
        package = Package.of(data)
        name = package.body()
        xml = package.read(name) or b""
        parts = (package.read(package.related(name, kind) or "") or b"" for kind in ("styles", "numbering"))
        root, held = pieces(xml, *parts)
    except (ValueError, Refused) as error:
        raise NotApplied(
            "文件的正文已损坏，不能写入修订", "the body is damaged: no tracked changes can be put in"
        ) from error
    wanted = [(r, Change(held[key(r.place)], r.place.start, r.place.end, r.place.quote, r.text))
              for r in repairs if r.place.part == "body" and held.get(key(r.place))]  # fmt: skip
    copy, refused = track(package, name, root, [change for _, change in wanted])
    lost = [(wanted[number][0], _WHY[why]) for number, why in refused.items()]
    lost += [(r, calculation.HELD) for r in repairs if r.place.part != "body" or not held.get(key(r.place))]
    made = [r for r in repairs if all(r is not one for one, _ in lost)]
    _check(copy, repaired(document, made))
    return copy, lost


def _check(copy: bytes, wanted: Document) -> None:
    """Reading the copy gives the repaired words and nothing else."""
    read = read_bytes(copy, "report.docx")
    if [words.text for words in read.words] != [words.text for words in wanted.words]:
        raise NotApplied(
            "修订写入后读回的文字与预期不同，没有写出文件", "the copy reads otherwise than intended: not written"
        )
