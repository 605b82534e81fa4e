"""tar and tar.gz, read as a stream from beginning to end."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from zlib import error as zlib_error

from jixiao.batch.inputs import limits
from jixiao.batch.inputs.bundles.part import Part, Refused
from jixiao.batch.inputs.bundles.zips import most_of

_BROKEN = (tarfile.TarError, zlib_error, EOFError, OSError, ValueError, LookupError, OverflowError)
_ENCODINGS = ("utf-8", "gb18030")


def parts(path: str) -> Iterator[Part]:
    """Every entry that is no folder, in the order in which they were packed."""
    count = 0
    try:
        with tarfile.open(path, "r|*", encoding="utf-8", errors="surrogateescape") as package:
            for info in package:
                count += 1
                if count > limits.ENTRIES:
                    raise Refused("bundle_entries")
                if not info.isdir():
                    yield _part(package, info)
    except _BROKEN as error:
        raise Refused("bundle_damaged") from error


def _part(package: tarfile.TarFile, info: tarfile.TarInfo) -> Part:
    name = _name(info.name)
    if info.issym() or info.islnk():
        return Part(name, code="entry_link")
    if not info.isreg():
        return Part(name, code="entry_special")
    if info.size > most_of(name):
        return Part(name, code="entry_large")
    stream = package.extractfile(info)
    data = stream.read(most_of(name) + 1) if stream else b""
    return Part(name, data) if len(data) == info.size else Part(name, code="entry_damaged")


def _name(name: str) -> str:
    raw = name.encode("utf-8", "surrogateescape")
    for encoding in _ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")
