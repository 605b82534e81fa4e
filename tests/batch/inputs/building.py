"""Bundles as Windows, macOS, packers and hostile hands make them."""

from __future__ import annotations

import io
import struct
import tarfile
import zipfile
from collections.abc import Callable
from zlib import crc32

import py7zr

Files = dict[str, bytes]
Make = Callable[[Files], bytes]


def zipped(files: Files, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip with names in UTF-8 and its flag."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return held.getvalue()


class _Raw(zipfile.ZipInfo):
    """An entry whose name is written as given, with the flags given."""

    raw: bytes
    flags: int

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - zipfile's own hook
        return self.raw, self.flags


def raw_zip(files: dict[bytes, bytes], flags: int = 0) -> bytes:
    """A zip with names in any encoding: GBK as Windows writes it, or with a flag that lies."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for number, (name, data) in enumerate(files.items()):
            info = _Raw(f"{number}")
            info.raw, info.flags = name, flags
            package.writestr(info, data)
    return held.getvalue()


def linked_zip(name: str, target: str) -> bytes:
    """A zip with a symbolic link."""
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, 0o120777 << 16
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr(info, target)
    return held.getvalue()


def secret_zip(files: Files) -> bytes:
    """A zip whose entries claim to be encrypted, as those with a password do."""
    data = bytearray(zipped(files, zipfile.ZIP_STORED))
    for head, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = data.find(head)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(head, at + 4)
    return bytes(data)


def overlapping_zip(times: int) -> bytes:
    """A zip whose directory names the same entry again and again."""
    data = zipped({"a.txt": b"x" * 5000}, zipfile.ZIP_STORED)
    start, end = data.index(b"PK\1\2"), data.index(b"PK\5\6")
    entry = data[start:end]
    tail = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, times, times, len(entry) * times, start, 0)
    return data[:start] + entry * times + tail


def lying_zip(name: str, size: int) -> bytes:
    """A zip whose entry inflates to far more than its headers say."""
    data = bytearray(zipped({name: b"\0" * size}))
    small = struct.pack("<L", 10)
    local, central = data.index(b"PK\3\4"), data.index(b"PK\1\2")
    data[local + 22 : local + 26] = small
    data[central + 24 : central + 28] = small
    return bytes(data)


def seven(files: Files, password: str | None = None, *, names_too: bool = False) -> bytes:
    """A 7z, with a password where one is given."""
    held = io.BytesIO()
    with py7zr.SevenZipFile(held, "w", password=password, header_encryption=names_too) as package:
        for name, data in files.items():
            package.writestr(data, name)
    return held.getvalue()


def tar(files: Files, mode: str = "w:gz", link: tuple[str, str] | None = None) -> bytes:
    """A tar, packed or not, with a link where one is given."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode=mode) as package:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            package.addfile(info, io.BytesIO(data))
        if link:
            info = tarfile.TarInfo(link[0])
            info.type, info.linkname = tarfile.SYMTYPE, link[1]
            package.addfile(info)
    return held.getvalue()


def _number(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def _block(kind: int, flags: int, body: bytes, data: bytes = b"") -> bytes:
    inner = _number(kind) + _number(flags) + (_number(len(data)) if flags & 2 else b"") + body
    head = _number(len(inner)) + inner
    return struct.pack("<L", crc32(head)) + head + data


def rar(files: Files, *, wrong: str = "") -> bytes:
    """A rar (format 5, stored) as RAR's own description of it has it; the checksum of ``wrong`` is wrong."""
    held = b"Rar!\x1a\x07\x01\x00" + _block(1, 0, _number(0))
    for name, data in files.items():
        written = name.encode()
        check = crc32(data) ^ (1 if name == wrong else 0)
        fields = (
            _number(4) + _number(len(data)) + _number(0o100644) + struct.pack("<L", check) + _number(0) + _number(1)
        )
        held += _block(2, 2, fields + _number(len(written)) + written, data)
    return held + _block(5, 0, _number(0))
