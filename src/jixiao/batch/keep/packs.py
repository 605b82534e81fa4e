"""包: one file of records one behind the other, and its index: sorted beginnings of keys, and where their records begin."""

from __future__ import annotations

import mmap
import os
import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from jixiao.batch.keep.columns import Damaged
from jixiao.batch.keep.frames import HEAD, Frame, frame, head

PACK, INDEX = ".pack", ".index"
_INDEX = struct.Struct("<8sQQ")  # magic, bytes of the pack, records
_MAGIC = b"JXKI1" + sys.byteorder[:3].encode()
_PREFIX = slice(12, 20)  # half of it from the file, half from what is kept of it


def prefix(key: bytes) -> int:
    """The part of a key that the index has."""
    return int.from_bytes(key[_PREFIX], "big")


class Pack:
    """A pack for reading. Where its index is missing (a writer that was killed, or is still at work) its records are walked."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path.open("rb", buffering=0)
        self._size = os.fstat(self._file.fileno()).st_size
        self._prefixes, self._starts = self._index() or self._walk()

    def grew(self) -> bool:
        """Whether more was written since."""
        return os.fstat(self._file.fileno()).st_size != self._size

    def all(self, key: bytes) -> Iterator[Frame]:
        """The records of a key that are whole."""
        wanted = prefix(key)
        at = bisect_left(self._prefixes, wanted)
        while at < len(self._prefixes) and self._prefixes[at] == wanted:
            found = self.at(self._starts[at])
            if found is not None and found.key == key:
                yield found
            at += 1

    def at(self, start: int) -> Frame | None:
        """The record that begins at a byte, None where it is damaged."""
        try:
            _, _, length = head(self._read(start, HEAD))
            return frame(self._read(start, HEAD + length))
        except Damaged:
            return None

    def starts(self) -> list[int]:
        """Where the records begin, in the order of the file."""
        return sorted(self._starts)

    def _read(self, start: int, length: int) -> bytes:
        self._file.seek(start)
        return self._file.read(length)

    def _index(self) -> tuple[Sequence[int], Sequence[int]] | None:
        try:
            with self.path.with_suffix(INDEX).open("rb") as stream:
                held = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError):
            return None
        if len(held) < _INDEX.size:
            return None
        magic, size, count = _INDEX.unpack_from(held)
        if magic != _MAGIC or size != self._size or len(held) != _INDEX.size + 16 * count:
            return None
        numbers = memoryview(held)[_INDEX.size :].cast("Q")
        return numbers[:count], numbers[count:]

    def _walk(self) -> tuple[Sequence[int], Sequence[int]]:
        spots = []
        at = 0
        while at + HEAD <= self._size:
            try:
                key, _, length = head(self._read(at, HEAD))
            except Damaged:
                break
            if at + HEAD + length > self._size:
                break
            spots.append((prefix(key), at))
            at += HEAD + length
        spots.sort()
        return [one for one, _ in spots], [start for _, start in spots]


def write_index(pack: Path, spots: list[tuple[int, int]]) -> None:
    """The index of a finished pack, all of it or none."""
    spots.sort()
    columns = array("Q", [one for one, _ in spots]), array("Q", [start for _, start in spots])
    new = pack.with_suffix(".new")
    with new.open("wb") as stream:
        stream.write(_INDEX.pack(_MAGIC, pack.stat().st_size, len(spots)))
        for column in columns:
            column.tofile(stream)
        stream.flush()
        os.fsync(stream.fileno())
    new.replace(pack.with_suffix(INDEX))


def lock(file: BinaryIO) -> bool:
    """Says to others that a pack is being written; False where somebody else does."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock  # noqa: PLC0415 - not on Windows, where a pack is closed before it is cleaned
    except ImportError:
        return True
    try:
        flock(file.fileno(), LOCK_EX | LOCK_NB)
    except OSError:
        return False
    return True
