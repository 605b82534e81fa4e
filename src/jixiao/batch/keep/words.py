"""词句: the words of a kept document, of which only those are read that somebody looks at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import overload

from jixiao.model.document import Block, Paragraph, Words


class KeptWords(Sequence[Words]):
    """Every paragraph and cell with text, in reading order, as ``Document.words`` would be.

    ``counts`` are how many of them each block holds. To look at one reads its table, not the others.
    """

    def __init__(self, counts: Sequence[int], blocks: Callable[[], tuple[Block, ...]]) -> None:
        self._ends = list(accumulate(counts))
        self._blocks = blocks
        self._held: dict[int, tuple[Words, ...]] = {}

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __iter__(self) -> Iterator[Words]:
        for at in range(len(self._ends)):
            yield from self._of(at)

    @overload
    def __getitem__(self, index: int) -> Words: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Words, ...]: ...
    def __getitem__(self, index: int | slice) -> Words | tuple[Words, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        index = range(len(self))[index]
        at = bisect_right(self._ends, index)
        return self._of(at)[index - (self._ends[at - 1] if at else 0)]

    def _of(self, at: int) -> tuple[Words, ...]:
        held = self._held.get(at)
        if held is None:
            block = self._blocks()[at]
            found = (block,) if isinstance(block, Paragraph) else block.cells
            held = self._held[at] = tuple(one for one in found if one.plain)
        return held
