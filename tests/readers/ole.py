"""Compound files (OLE) made by hand: the container of .doc and .xls."""

from __future__ import annotations

import struct

_SECTOR, _END, _FREE, _FAT = 512, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_LEAST = 4096  # smaller streams would stand in a container of their own


def ole(streams: dict[str, bytes]) -> bytes:
    """A container with these streams; short ones are filled up with zeros."""
    held = [(name, data.ljust(_LEAST, b"\0")) for name, data in streams.items()]
    chains, at = [], 0
    for _, data in held:
        count = -(-len(data) // _SECTOR)
        chains.append((at, count))
        at += count
    entries = (1 + len(held) + 3) // 4  # sectors of the directory
    tables = next(n for n in range(1, 100) if n * 128 >= at + entries + n)
    fat = []
    for first, count in (*chains, (at, entries)):
        fat += [*range(first + 1, first + count), _END]
    fat += [_FAT] * tables
    fat += [_FREE] * (tables * 128 - len(fat))
    directory = _entry("Root Entry", 5, child=1 if held else _FREE)
    for number, ((name, data), (first, _)) in enumerate(zip(held, chains, strict=True), 1):
        right = number + 1 if number < len(held) else _FREE
        directory += _entry(name, 2, right=right, first=first, size=len(data))
    directory = directory.ljust(entries * _SECTOR, b"\0")
    body = b"".join(data.ljust(-(-len(data) // _SECTOR) * _SECTOR, b"\0") for _, data in held)
    head = struct.pack("<8s16xHHHHH6x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIIII", 0, tables, at, 0, _LEAST, _END, 0, _END, 0, at + entries)[:40]
    difat = [at + entries + n for n in range(tables)]
    head = head[:76] + struct.pack("<109I", *difat, *[_FREE] * (109 - tables))
    return head + body + directory + struct.pack(f"<{len(fat)}I", *fat)


def _entry(name: str, kind: int, child: int = _FREE, right: int = _FREE, first: int = 0, size: int = 0) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    return (
        text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text), kind, 1, _FREE, right, child) + bytes(36)
        + struct.pack("<IQ", first, size)
    )  # fmt: skip
