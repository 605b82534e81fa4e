"""What can still be got out of a zip package that was cut off or damaged: its parts are found by their own headers."""

from __future__ import annotations

import struct
import zlib

_HEADER = struct.Struct("<4sHHHHHIIIHH")
_MAGIC = b"PK\x03\x04"
_STORED, _DEFLATED = 0, 8
Broken = struct.error


def parts(data: bytes, most: int) -> dict[str, int]:
    """Where the header of each part stands; at most ``most`` parts, the first of each name."""
    found: dict[str, int] = {}
    at = data.find(_MAGIC)
    while at >= 0 and len(found) < most:
        if len(data) >= at + _HEADER.size:
            length = _HEADER.unpack_from(data, at)[9]
            name = data[at + _HEADER.size : at + _HEADER.size + length]
            found.setdefault(name.decode("utf-8", "replace"), at)
        at = data.find(_MAGIC, at + 4)
    return found


def part(data: bytes, at: int, most: int) -> bytes:
    """The bytes of the part whose header stands at ``at``, as far as they can be inflated, at most ``most`` of them."""
    _, _, _, method, _, _, _, size, _, name, extra = _HEADER.unpack_from(data, at)
    start = at + _HEADER.size + name + extra
    if method == _STORED:
        return data[start : start + min(size, most)]
    if method != _DEFLATED:
        return b""
    inflater = zlib.decompressobj(-15)
    try:
        return inflater.decompress(data[start:], most)
    except zlib.error:
        return _until_error(data[start:], most)


def _until_error(data: bytes, most: int) -> bytes:
    """Inflate in small steps, keeping what came before the damage."""
    inflater, found, size = zlib.decompressobj(-15), [], 0
    for step in range(0, len(data), 64):
        try:
            piece = inflater.decompress(data[step : step + 64], most - size)
        except zlib.error:
            break
        found.append(piece)
        size += len(piece)
        if size >= most or inflater.eof:
            break
    return b"".join(found)
