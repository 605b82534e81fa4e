"""The journal (进度记录) of a results folder: what is done, appended as it is done, so that nothing is done twice."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from jixiao.batch.result import VERDICTS, Verdict

NAME = "journal.bin"
_HEADING = b"jixiao journal 1 "
_RECORD = struct.Struct(">32sBII")  # key, verdict, length and checksum of the packed line
_END = bytes(32)  # in place of a key: the run was finished
_SYNC = 256  # records after which the disk is waited for


class Busy(Exception):  # noqa: N818 - said to the user in the command line's words
    """Another run is writing to this folder."""


class Journal:
    """Results by the key of their contents.

    Each record goes to the system in one write, so that a process that is killed loses none it had; a record that is cut
    off or damaged (power failure) ends what is read back, and is written over.
    """

    def __init__(self, folder: Path, job: str, *, resume: bool) -> None:
        self._held: dict[bytes, tuple[Verdict, int, int]] = {}
        self._unsynced = 0
        self.finished = False
        self._path = path = folder / NAME
        self._file: BinaryIO = path.open("r+b" if path.exists() else "w+b", buffering=0)
        try:
            _lock(self._file)
            heading = _HEADING + job.encode() + b"\n"
            self.other_job = resume and self._other(heading)
            if resume and not self.other_job:
                self._read(len(heading))
            if not self._held:
                self._file.truncate(0)
                self._append(heading)
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.fsync(self._file.fileno())
        self._file.close()

    def __len__(self) -> int:
        return len(self._held)

    def verdict(self, key: bytes) -> Verdict | None:
        """What became of these contents, None where they are not done."""
        found = self._held.get(key)
        return found[0] if found else None

    def add(self, key: bytes, verdict: Verdict, packed: bytes) -> None:
        """Notes a result; a later one of the same key takes its place."""
        at = self._append(_record(key, VERDICTS.index(verdict), packed))
        self._held[key] = (verdict, at + _RECORD.size, len(packed))
        self._unsynced += 1
        if self._unsynced >= _SYNC:
            os.fsync(self._file.fileno())
            self._unsynced = 0

    @contextmanager
    def reading(self) -> Iterator[Callable[[bytes], bytes]]:
        """Gives the packed line of each key that is done, through a file of its own: several processes may read."""
        with self._path.open("rb") as file:

            def packed(key: bytes) -> bytes:
                _, at, length = self._held[key]
                file.seek(at)
                return file.read(length)

            yield packed

    def finish(self) -> None:
        """Notes that everything was done and written."""
        self._append(_record(_END, 0, b""))

    def _append(self, data: bytes) -> int:
        at = self._file.seek(0, os.SEEK_END)
        written = self._file.write(data)
        if written != len(data):  # the disk is full: the next record must not stand behind half of one
            self._file.truncate(at)
            raise OSError(28, os.strerror(28))
        return at

    def _other(self, heading: bytes) -> bool:
        self._file.seek(0)
        first = self._file.read(len(heading))
        return bool(first) and first != heading

    def _read(self, at: int) -> None:
        with open(self._file.fileno(), "rb", closefd=False) as stream:
            stream.seek(at)
            while (head := stream.read(_RECORD.size)) and len(head) == _RECORD.size:
                key, verdict, length, checksum = _RECORD.unpack(head)
                packed = stream.read(length)
                if len(packed) != length or _checksum(key, verdict, packed) != checksum or verdict >= len(VERDICTS):
                    break
                self.finished = key == _END
                if key != _END:
                    self._held[key] = (VERDICTS[verdict], at + _RECORD.size, length)
                at += _RECORD.size + length
        self._file.truncate(at)


def unfinished(folder: Path) -> int:
    """How many reports a run that was broken off had done; 0 where the last run was finished or there was none."""
    path = folder / NAME
    if not path.is_file():
        return 0
    done = 0
    with path.open("rb") as file:
        size = path.stat().st_size
        file.readline(len(_HEADING) + 80)
        while len(head := file.read(_RECORD.size)) == _RECORD.size:
            key, _, length, _ = _RECORD.unpack(head)
            if file.tell() + length > size:
                break
            done = 0 if key == _END else done + 1
            file.seek(length, os.SEEK_CUR)
    return done


def _record(key: bytes, verdict: int, packed: bytes) -> bytes:
    return _RECORD.pack(key, verdict, len(packed), _checksum(key, verdict, packed)) + packed


def _checksum(key: bytes, verdict: int, packed: bytes) -> int:
    return zlib.crc32(packed, zlib.crc32(key + bytes([verdict])))


def _lock(file: BinaryIO) -> None:
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock  # noqa: PLC0415 - not on Windows, where a second writer is not noticed
    except ImportError:
        return
    try:
        flock(file.fileno(), LOCK_EX | LOCK_NB)
    except OSError as error:
        raise Busy from error
