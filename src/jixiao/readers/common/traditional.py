"""Traditional characters (繁体): the plain text becomes simplified, character for character, the text stays as written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from opencc import OpenCC

from jixiao.model.document import Block, Paragraph, Table
from jixiao.model.words import plain


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def simplified(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with their plain text in simplified characters."""
    return tuple(_paragraph(block) if isinstance(block, Paragraph) else _table(block) for block in blocks)


def _plain(text: str) -> str:
    converted: str = _converter().convert(text)
    return plain(converted) if len(converted) == len(text) else plain(text)


def _paragraph(block: Paragraph) -> Paragraph:
    return replace(block, plain=_plain(block.text))


def _table(block: Table) -> Table:
    cells = [replace(one, plain=_plain(one.text)) for one in block.cells]
    return Table.of(block.block, cells, part=block.part, inside=block.inside)
