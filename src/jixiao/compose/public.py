"""The public edition (公开版): the same manuscript with personal numbers and names covered, and nothing carried along unseen."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from jixiao.compose.document import document, pieces
from jixiao.compose.whereabouts import Whereabouts
from jixiao.model.chart import Chart
from jixiao.model.figure import Figure
from jixiao.model.filing import Filing
from jixiao.model.manuscript import Grid, Line, Manuscript, Piece, Run, Runs, Slot
from jixiao.model.masked import Masked
from jixiao.model.personal import covered, mobiles, personal, personal_in
from jixiao.model.words import plain

_PROPERTIES = ("title", "subject", "unit", "year", "form", "made")
_LIKE_A_WORD = 2  # a name of two characters may also be a word, so outside the signatures it must stand alone
_HAN = r"[\u4e00-\u9fff]"
_BEFORE = rf"(?:(?<!{_HAN})|(?<=由)|(?<=[任系办责]人))"  # what may stand beside it: 由李甲汇总, 责任人李甲, 李甲同志
_AFTER = rf"(?:(?!{_HAN})|(?=同志|负责|汇总|整理|填报|经办|电话|手机|联系))"
# What the second look takes for personal, with no regard to labels, check digits and what was masked before.
_SUSPECT = re.compile(
    r"(?<![\dA-Za-z.])1[3-9]\d(?:[- ]?\d){8}(?![\d.%]|\s?[万亿元件个次人户㎡])"
    r"|(?<![\d.])1(?P<gap>[- 　.])[3-9](?:(?P=gap)\d){9}(?!\d)"
    r"|(?<!\d)[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{5}[\dXx](?![\dXx])"
    r"|[\w.-]+@[\w-]+\.[a-z]{2,}",
    re.IGNORECASE,
)
Span = tuple[str, int, int]  # kind, start, end
Secrets = Mapping[str, str]  # words that are personal wherever they stand, and their kind


class NotPublic(ValueError):  # noqa: N818 - an answer for the user, not a fault of the program
    """不能公开: something that looks personal remains; the message names the places, never the words."""

    def __init__(self, message: str, message_en: str) -> None:
        super().__init__(message)
        self.message, self.message_en = message, message_en


def public(manuscript: Manuscript, filing: Filing) -> tuple[Manuscript, tuple[Masked, ...]]:
    """The public edition and the list of what was masked in it; raises NotPublic where something personal remains."""
    secrets = dict(_secrets(filing))
    where = Whereabouts(manuscript)
    spans = _found(manuscript, secrets)
    mask = _Mask(secrets, where)
    made = tuple(mask.piece(number, piece, spans[number]) for number, piece in enumerate(manuscript.pieces))
    figures = {name: mask.figure(figure) for name, figure in manuscript.figures.items()}
    known = {key: mask.words(manuscript.properties[key]) for key in _PROPERTIES if key in manuscript.properties}
    edition = replace(
        manuscript, title=mask.words(manuscript.title), pieces=tuple(_with(piece, figures) for piece in made),
        figures=figures, data="", edition="public", properties=known,
    )  # fmt: skip
    _look_again(edition, secrets)
    return edition, tuple(dict.fromkeys(mask.log))


def _secrets(filing: Filing) -> Iterator[tuple[str, str]]:
    """The names of those who sign, and their mobile numbers; an office line is public."""
    own = (sheet.signoff for sheet in (filing.department, *filing.projects))
    for signature in (filing.signoff, *(one for one in own if one is not None)):
        yield from ((name, "name") for name in (signature.preparer.strip(), signature.head.strip()) if len(name) > 1)
        yield from ((signature.phone[start:end], "mobile") for start, end in mobiles(plain(signature.phone)))


def _found(manuscript: Manuscript, secrets: Secrets) -> dict[int, dict[tuple[int, int], list[Span]]]:
    """The spans to cover, by the number of the piece and the cell (0, 0 of a paragraph)."""
    read, at = document(manuscript), pieces(manuscript)
    found: dict[int, dict[tuple[int, int], list[Span]]] = defaultdict(lambda: defaultdict(list))
    for words, item in personal_in(read):
        place = words.place()
        found[at[place.block - 1]][place.row or 0, place.column or 0].append((item.kind, item.start, item.end))
    for words in read.words:
        place = words.place()
        found[at[place.block - 1]][place.row or 0, place.column or 0] += _known(words.text, secrets)
    return found


def _known(text: str, secrets: Secrets) -> Iterator[Span]:
    for words, kind in secrets.items():
        alone = kind == "name" and len(words) <= _LIKE_A_WORD
        edge = (_BEFORE, _AFTER) if alone else ("", "")
        for match in re.finditer(edge[0] + re.escape(words) + edge[1], text):
            yield kind, match.start(), match.end()


class _Mask:
    """Covers words, runs and figures, and keeps the log."""

    def __init__(self, secrets: Secrets, where: Whereabouts) -> None:
        self._secrets, self._where = secrets, where
        self.log: list[Masked] = []
        self._figures: dict[str, Figure] = {}

    def piece(self, number: int, piece: Piece, spans: Mapping[tuple[int, int], list[Span]]) -> Piece:
        """A piece with the spans in it covered."""
        if isinstance(piece, Line):
            if not spans.get((0, 0)):
                return piece
            self._note(self._where.of(number), piece.text, spans[0, 0])
            return replace(piece, runs=self._runs(piece.runs, len(piece.number), spans[0, 0], with_unit=True))
        if isinstance(piece, Grid):
            slots = (self._slot(number, slot, spans.get((slot.row, slot.column), [])) for slot in piece.slots)
            return replace(piece, title=self.words(piece.title), slots=tuple(slots))
        if isinstance(piece, Chart):
            named = tuple(map(self.words, piece.categories))
            return replace(piece, title=self.words(piece.title), categories=named, alt=self.words(piece.alt))
        return piece

    def words(self, text: str) -> str:
        """Plain words with everything personal in them covered."""
        known = [(item.kind, item.start, item.end) for item in personal(plain(text))] + list(
            _known(text, self._secrets)
        )
        return _covered(text, known)

    def figure(self, figure: Figure) -> Figure:
        """A figure as the public edition has it: as it was masked where it is printed, or by its own words."""
        known = self._figures.get(figure.id, figure)
        text, name = self.words(known.text), self.words(known.name)
        if (text, name) == (figure.text, figure.name):
            return figure
        return replace(known, text=text, name=name, value=figure.value if text == figure.text else None)

    def _slot(self, number: int, slot: Slot, spans: list[Span]) -> Slot:
        if not spans:
            return slot
        self._note(self._where.of(number, slot.row, slot.column), slot.text, spans)
        return replace(slot, runs=self._runs(slot.runs, 0, spans, with_unit=slot.with_unit))

    def _runs(self, runs: Runs, at: int, spans: list[Span], *, with_unit: bool) -> Runs:
        """The runs with the spans of their joined text covered; ``at`` is where the first run begins."""
        printed = [run if isinstance(run, str) else run.words if with_unit else run.text for run in runs]
        text = _covered(" " * at + "".join(printed), spans)
        made: list[Run] = []
        for run, words in zip(runs, printed, strict=True):
            shown, at = text[at : at + len(words)], at + len(words)
            if isinstance(run, Figure) and shown != words:
                self._figures[run.id] = replace(run, text=shown[: len(run.text)], value=None)
            made.append(run if isinstance(run, Figure) else shown)
        return tuple(made)

    def _note(self, where: str, text: str, spans: list[Span]) -> None:
        done = _covered(text, spans)
        self.log += [
            Masked(where, kind, done[start:end]) for kind, start, end in sorted(set(spans), key=lambda s: s[1])
        ]


def _covered(text: str, spans: list[Span]) -> str:
    for kind, start, end in dict.fromkeys(spans):
        if "*" not in text[start:end]:  # a span that another has covered already
            text = text[:start] + covered(kind, text[start:end]) + text[end:]
    return text


def _with(piece: Piece, figures: Mapping[str, Figure]) -> Piece:
    """A piece in which every figure is the one of the edition."""
    if isinstance(piece, Line):
        return replace(piece, runs=_bound(piece.runs, figures))
    if isinstance(piece, Grid):
        return replace(piece, slots=tuple(replace(slot, runs=_bound(slot.runs, figures)) for slot in piece.slots))
    if isinstance(piece, Chart):
        series = (
            replace(one, figures=tuple(figures.get(f.id, f) if f is not None else None for f in one.figures))
            for one in piece.series
        )
        return replace(piece, series=tuple(series))
    return piece


def _bound(runs: Runs, figures: Mapping[str, Figure]) -> Runs:
    return tuple(run if isinstance(run, str) else figures.get(run.id, run) for run in runs)


def _look_again(edition: Manuscript, secrets: Secrets) -> None:
    """A second look that shares nothing with the first but the manuscript: by plain shapes, over every text there is."""
    where, at, read = Whereabouts(edition), pieces(edition), document(edition)
    left = [where.at(words.place(), at) for words, _ in personal_in(read)]
    left += [where.at(words.place(), at) for words in read.words if _suspect(words.text, secrets)]
    left += [f"数据“{figure.name}”" for figure in edition.figures.values() if _suspect(figure.text, secrets)]
    left += [f"图“{chart.title}”" for chart in edition.charts if _suspect(chart.alt, secrets)]
    left += [f"文件属性 {key}" for key, value in edition.properties.items() if _suspect(value, secrets)]
    if left:
        places = "、".join(dict.fromkeys(left))
        raise NotPublic(
            f"{places} 还有像个人信息的内容（号码、姓名或邮箱），请在填报数据中删除或改写后再生成公开版。",
            f"Something personal may remain in {places}; remove or reword it in the data.",
        )


def _suspect(text: str, secrets: Secrets) -> bool:
    return _SUSPECT.search(plain(text)) is not None or next(_known(text, secrets), None) is not None
