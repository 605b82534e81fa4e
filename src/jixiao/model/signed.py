"""Signed (签字页): the lines of the typed file that a scan of the signed page shows filled in; the signed ones stand for them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from jixiao.model.document import Document, Paragraph

_LABEL = re.compile(
    r"((?:[填制]表|填[报写]|经办|复核|审核|审批|联系|编制|撰写)人|(?:单位|部门|项目|财务|主要|科室)?负责人|(?:分管|单位|主管)领导"
    r"|(?:填[报表写]|签字|报告|编制)?(?:日期|时间)|(?:联系|办公)?电话|联系方式|(?:填报|评价|自评)?单位)"
    r"((?:[（(]?(?:签字|签名|签章|盖章|公章)[）)]?)?)："
)
_Labels = tuple[str, ...]


def superseded(pieces: Sequence[Document]) -> frozenset[int]:
    """The blocks of typed files in whose place a scanned line stands: the same labels, and more of them filled in.

    Where a line stands there several times, as under each table, they are told apart by their order, and only where the
    scans show all of them.
    """
    typed, signed = defaultdict[_Labels, list[Paragraph]](list), defaultdict[_Labels, list[Paragraph]](list)
    for piece in pieces:
        for line, labels in _lines(piece):
            (signed if piece.scanned else typed)[labels].append(line)
    return frozenset(
        empty.block
        for labels, lines in typed.items()
        if len(lines) == len(signed[labels])
        for empty, filled in zip(lines, signed[labels], strict=True)
        if _completes(_values(filled), _values(empty))
    )


def _lines(document: Document) -> Iterator[tuple[Paragraph, _Labels]]:
    for line in document.paragraphs:
        labels = tuple(map("".join, _LABEL.findall(_bare(line))))
        if labels:
            yield line, labels


def _values(line: Paragraph) -> list[str]:
    return _LABEL.split(_bare(line))[3::3]


def _completes(filled: list[str], empty: list[str]) -> bool:
    """Whether nothing of the one is lost in the other, and something is added."""
    return filled != empty and all(not old or old == new for new, old in zip(filled, empty, strict=True))


def _bare(line: Paragraph) -> str:
    return "".join(line.plain.split())
