"""库: kept records in packs that only grow, each written by one process, with a sorted index beside it."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from jixiao.batch.keep.columns import Damaged
from jixiao.batch.keep.frames import Frame, frames, spot
from jixiao.batch.keep.packs import PACK, Pack, lock, prefix, write_index
from jixiao.batch.keep.states import write_state

_LARGEST = 1 << 30  # bytes of a pack, after which another one is begun
_SYNC = 256  # records after which the disk is waited for


class Shelf:
    """The records of a folder, for reading (书架)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._packs: dict[str, Pack] = {}
        self.look()

    def look(self) -> None:
        """Takes note of packs that were written since."""
        for path in sorted((self.folder / "packs").glob(f"*{PACK}")):
            known = self._packs.get(path.name)
            if known is None or known.grew():
                self._packs[path.name] = Pack(path)

    def all(self, key: bytes) -> Iterator[Frame]:
        """Every record of a key that is whole, whatever made it."""
        for pack in self._packs.values():
            yield from pack.all(key)

    def get(self, key: bytes, made: frozenset[bytes]) -> Frame | None:
        """A record of a key that was made by one of these."""
        return next((one for one in self.all(key) if one.made in made), None)

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The packs, by name."""
        return tuple(self._packs.values())


class Store(Shelf):
    """The same for writing. What one process adds goes to a pack of its own; nothing that is there is touched."""

    def __init__(self, folder: str | Path) -> None:
        folder = Path(folder)
        (folder / "packs").mkdir(parents=True, exist_ok=True)
        write_state(folder)
        super().__init__(folder)
        self._file: BinaryIO | None = None
        self._spots: list[tuple[int, int]] = []
        self._added: set[bytes] = set()
        self._size = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, new: bytes, digest: str) -> int:
        """Adds what a worker made of the file with this digest, and says how many records that were new.

        A worker may have been in the hands of a file: what is damaged, or about another file, is left out.
        """
        added = 0
        try:
            for one in frames(new):
                if one.key.startswith(spot(digest)) and not self._has(one):
                    self._write(one)
                    added += 1
        except Damaged:
            return added
        return added

    def copy(self, one: Frame) -> None:
        """Adds a record of another pack, which will be taken away."""
        self._write(one)

    def close(self) -> None:
        """Finishes the pack."""
        if self._file is not None:
            os.fsync(self._file.fileno())
            path = Path(self._file.name)
            self._file.close()
            self._file = None
            write_index(path, self._spots)
            self._spots, self._added = [], set()
            self.look()

    def _has(self, one: Frame) -> bool:
        return one.key + one.made in self._added or any(known.made == one.made for known in self.all(one.key))

    def _write(self, one: Frame) -> None:
        if self._file is None:
            path = self.folder / "packs" / f"{secrets.token_hex(8)}{PACK}"
            self._file, self._size = path.open("xb", buffering=0), 0
            lock(self._file)
        packed = one.packed()
        written = self._file.write(packed)
        if written != len(packed):  # the disk is full: the next record must not stand behind half of one
            self._file.truncate(self._size)
            self._file.seek(self._size)
            raise OSError(28, os.strerror(28))
        self._spots.append((prefix(one.key), self._size))
        self._size += len(packed)
        self._added.add(one.key + one.made)
        if self._size >= _LARGEST:
            self.close()
        elif len(self._spots) % _SYNC == 0:
            os.fsync(self._file.fileno())
