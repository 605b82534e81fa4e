"""zip, as Windows, macOS and hostile hands write it: names in GBK or UTF-8 whatever the flag says, sizes never believed."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from stat import S_IFMT, S_ISLNK, S_ISREG
from typing import Any
from zlib import crc32
from zlib import error as zlib_error

from jixiao.batch.inputs import limits
from jixiao.batch.inputs.bundles.part import Part, Refused

_UTF8, _SECRET = 0x800, 0x1
_METHODS = (
    zipfile.ZIP_STORED,
    zipfile.ZIP_DEFLATED,
    zipfile.ZIP_BZIP2,
)  # LZMA inflates a gigabyte before it can be stopped
_CHUNK = 1 << 20
_BROKEN = (
    zipfile.BadZipFile,
    zlib_error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    LookupError,
    struct.error,
    OverflowError,
)
_CENTRAL, _CENTRAL_SIZE = b"PK\1\2", 46
_TAIL = (1 << 16) + 22  # bytes in which the end of a zip stands
_UNICODE_PATH = 0x7075  # the extra field in which some packers put the name in UTF-8


def parts(path: str) -> Iterator[Part]:
    """Every entry that is a file, in the order of the directory."""
    with open(path, "rb") as file:  # noqa: PTH123 - the child has no pathlib at hand before its walls are up
        package = _opened(file)
        infos = package.infolist()
        _check(infos, os.fstat(file.fileno()).st_size)
        names = _names(infos)
        for info, name in zip(infos, names, strict=True):
            if not name.endswith(("/", "\\")):
                yield _part(package, info, name)


def _opened(file: io.BufferedReader) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except UnicodeDecodeError:  # names in GBK that claim to be UTF-8
        return _opened_unflagged(file)
    except _BROKEN as error:
        raise Refused("bundle_damaged") from error


def _opened_unflagged(file: io.BufferedReader) -> zipfile.ZipFile:
    """The same zip with the claim taken back, in its directory and before its entries."""
    overlay = _Unflagged(file)
    try:
        package = zipfile.ZipFile(io.BufferedReader(overlay))
    except _BROKEN as error:
        raise Refused("bundle_damaged") from error
    overlay.claims = sorted(
        info.header_offset + 7 for info in package.infolist()
    )  # APPNOTE 4.3.7: the upper half of flags
    return package


class _Unflagged(io.RawIOBase):
    """A zip as it stands, but for the flags of the names in its directory, which is the end of it, and at ``claims``."""

    def __init__(self, file: io.BufferedReader) -> None:
        size = file.seek(0, io.SEEK_END)
        file.seek(max(0, size - _TAIL))
        tail = file.read()
        end = tail.rfind(b"PK\5\6")
        length = int.from_bytes(tail[end + 12 : end + 16], "little")  # APPNOTE 4.3.16: size of the directory
        self._start = max(0, size - len(tail) + end - length)
        file.seek(self._start)
        self._directory = bytearray(file.read())
        at = self._directory.find(_CENTRAL)
        while 0 <= at < len(self._directory) - _CENTRAL_SIZE:
            self._directory[at + 9] &= ~(_UTF8 >> 8)  # 4.3.12: flags stand at 8 and 9
            at = self._directory.find(_CENTRAL, at + _CENTRAL_SIZE)
        self._file, self._at, self._size = file, 0, size
        self.claims: list[int] = []

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def seekable(self) -> bool:
        """A zip is read from its end."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Goes to a place."""
        self._at = max(0, offset + (0, self._at, self._size)[whence])
        return self._at

    def readinto(self, into: Any) -> int:  # noqa: ANN401 - io's own signature
        """Fills a buffer from here on."""
        if self._at >= self._start:
            piece = bytes(self._directory[self._at - self._start :][: len(into)])
        else:
            self._file.seek(self._at)
            piece = self._file.read(min(len(into), self._start - self._at))
        into[: len(piece)] = piece
        first = bisect_left(self.claims, self._at)
        for claim in self.claims[first : bisect_left(self.claims, self._at + len(piece))]:
            into[claim - self._at] &= ~(_UTF8 >> 8)
        self._at += len(piece)
        return len(piece)


def _check(infos: Sequence[zipfile.ZipInfo], size: int) -> None:
    """Entries that share bytes inflate the same bytes again and again; no packer makes such."""
    if len(infos) > limits.ENTRIES:
        raise Refused("bundle_entries")
    reach = 0
    for info in sorted(infos, key=lambda one: one.header_offset):
        if info.header_offset < reach:
            raise Refused("bundle_overlap")
        reach = info.header_offset + 30 + info.compress_size
        if info.header_offset < 0 or reach > size:
            raise Refused("bundle_damaged")


def _names(infos: Sequence[zipfile.ZipInfo]) -> list[str]:
    """The names in the one encoding that fits all of them: UTF-8 (macOS never sets the flag), GBK, else as they come."""
    raw = [b"" if info.flag_bits & _UTF8 else info.orig_filename.encode("cp437", "replace") for info in infos]
    encoding = next((one for one in ("utf-8", "gb18030", "big5") if all(_fits(name, one) for name in raw)), "cp437")
    return [
        _unicode_path(info, name) or (name.decode(encoding, "replace") if name else info.orig_filename)
        for info, name in zip(infos, raw, strict=True)
    ]


def _fits(name: bytes, encoding: str) -> bool:
    try:
        name.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _unicode_path(info: zipfile.ZipInfo, raw: bytes) -> str:
    """The name in the extra field for it, where its checksum says that it belongs to this one."""
    extra = info.extra
    while raw and len(extra) >= 4:  # noqa: PLR2004 - id and length
        kind, length = struct.unpack_from("<HH", extra)
        field, extra = extra[4 : 4 + length], extra[4 + length :]
        if kind == _UNICODE_PATH and len(field) > 5 and field[1:5] == crc32(raw).to_bytes(4, "little"):  # noqa: PLR2004
            return field[5:].decode("utf-8", "replace")
    return ""


def _part(package: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> Part:
    mode = info.external_attr >> 16
    if S_ISLNK(mode):
        return Part(name, code="entry_link")
    if S_IFMT(mode) and not S_ISREG(mode):
        return Part(name, code="entry_special")
    if info.flag_bits & _SECRET:
        return Part(name, code="entry_encrypted")
    if info.compress_type not in _METHODS:
        return Part(name, code="entry_method")
    try:
        return _inflated(package, info, name)
    except _BROKEN:
        return Part(name, code="entry_damaged")


def _inflated(package: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> Part:
    chunks: list[bytes] = []
    size = 0
    with package.open(info) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if code := too_much(size, info.compress_size, name):
                return Part(name, code=code)
            chunks.append(chunk)
    return Part(name, b"".join(chunks))


def too_much(size: int, stored: int, name: str) -> str:
    """The code for which an entry is not inflated any further, "" for none."""
    if size > limits.RATIO_FROM and size > limits.RATIO * stored:
        return "entry_bomb"
    return "entry_large" if size > most_of(name) else ""


def most_of(name: str) -> int:
    """How many bytes an entry may have: a bundle more than a file, for it goes to no reader."""
    return (
        limits.NESTED_BYTES
        if name.lower().endswith((".zip", ".7z", ".rar", ".tgz", ".tar", ".gz"))
        else limits.ENTRY_BYTES
    )
