"""清点: the reports of a batch before any of them is read: how large they are, and by which key their results are kept."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

from jixiao.batch.item import Item
from jixiao.readers.limits import SCAN_BYTES

_BASE = 32 << 10  # what a report costs before its first byte is read, in bytes of reading; our own choice
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Entry:
    """A report with its weight: what it costs beside the others, as far as its size tells."""

    item: Item
    weight: int


@dataclass(frozen=True, slots=True)
class Known:
    """What a report holds: the key of its result, and its files with their hashes.

    ``lasting`` is False where the files could not be opened: another time they may be.
    """

    key: bytes
    held: tuple[tuple[str, str], ...] = ()
    lasting: bool = True


def entries(items: Iterable[Item]) -> list[Entry]:
    """The reports of a batch, the large ones first, so that no long one is left to be waited for at the end."""
    found = [Entry(one, _BASE + sum(_size(path) for _, path in one.files if path)) for one in map(_absolute, items)]
    found.sort(key=lambda entry: (-entry.weight, entry.item.name))
    return found


def _absolute(item: Item) -> Item:
    """The item with paths that hold wherever a worker stands; addresses of far contents are left as they are."""
    if item.identity or item.held:
        return item
    return replace(item, files=tuple((name, str(Path(path).absolute())) for name, path in item.files))


def known(item: Item, job: str) -> Known:
    """The key of a report under a job: the same contents, endings and unit have the same result but for their names.

    The ending counts, for a file whose ending belies its contents is told so; of several files the names count, for the
    report tells which of them says what.
    """
    names = [name for name, _ in item.files]
    endings = "/".join(names if len(names) > 1 else (PurePosixPath(name).suffix.lower() for name in names))
    if item.unread is not None:
        return Known(_key(job, item.unit, "unread", item.unread.code, item.unread.message))
    if item.identity:
        return Known(_key(job, item.unit, endings, "identity", item.identity))
    try:
        held = item.held or tuple((name, _hash(Path(path))) for name, path in item.files)
    except (OSError, ValueError):
        return Known(_key(job, item.unit, "unopened", item.name), lasting=False)
    return Known(_key(job, item.unit, endings, *(digest for _, digest in held)), held)


def key_as_it_was(item: Item, job: str) -> bytes:
    """The key of a result that an earlier batch came to and this one has taken over: under its name, for nobody else."""
    return _key(job, "earlier", item.name)


def _key(*parts: str) -> bytes:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except (OSError, ValueError):
        return 0


def _hash(path: Path) -> str:
    """The hash of the bytes that a reader would take: of larger files none, but their size and time instead."""
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        raise OSError(path)  # a pipe or a device would be waited for without end
    if about.st_size > SCAN_BYTES:
        return f"{about.st_size}:{about.st_mtime_ns}"
    found = sha256()
    with path.open("rb", buffering=0) as file:
        while piece := file.read(_PIECE):
            found.update(piece)
    return found.hexdigest()
