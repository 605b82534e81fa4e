"""Hostile pictures: few bytes that claim to be very many points."""

from __future__ import annotations

import struct
import zlib

from tests.hostile.made import hostile


def png(width: int, height: int, data: bytes, depth: int = 8) -> bytes:
    """A PNG that claims a size."""
    pieces = [(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, 0)), (b"IDAT", data), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in pieces
    )


@hostile("50000-by-50000.png", reads=False)
def _():
    row = b"\0" * 6251
    maker = zlib.compressobj(9)
    return png(50_000, 50_000, b"".join(maker.compress(row * 500) for _ in range(100)) + maker.flush(), 1)


@hostile("2-billion-by-2-billion.png", reads=False)
def _():
    return png(0x7FFFFFFF, 0x7FFFFFFF, zlib.compress(b"\0" * 1000))


@hostile("text-of-a-gigabyte.png", reads=False)
def _():
    text = b"Comment\0\0" + zlib.compress(b" " * 200_000_000, 9)
    chunk = struct.pack(">I", len(text)) + b"zTXt" + text + struct.pack(">I", zlib.crc32(b"zTXt" + text))
    whole = png(100, 100, zlib.compress(b"\0" * 10_100))
    return whole[:33] + chunk + whole[33:]


@hostile("65500-by-65500.jpg", reads=False)
def _():
    head = b"\xff\xd8\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xdb\0\x43\0" + b"\1" * 64
    frame = b"\xff\xc0\0\x0b\x08" + struct.pack(">HH", 65_500, 65_500) + b"\1\1\x11\0"
    tables = b"\xff\xc4\0\x14\0\1" + b"\0" * 15 + b"\0\xff\xc4\0\x14\x10\1" + b"\0" * 15 + b"\0"
    return head + frame + tables + b"\xff\xda\0\x08\1\1\0\0\x3f\0" + b"\0" * 5000 + b"\xff\xd9"


@hostile("scans-without-end.jpg", reads=False)
def _():
    head = (
        b"\xff\xd8\xff\xdb\0\x43\0"
        + b"\1" * 64
        + b"\xff\xc2\0\x0b\x08"
        + struct.pack(">HH", 8000, 8000)
        + b"\1\1\x11\0"
    )
    tables = b"\xff\xc4\0\x14\0\1" + b"\0" * 15 + b"\0"
    return head + tables + (b"\xff\xda\0\x08\1\1\0\0\0\0" + b"\0" * 20) * 5000 + b"\xff\xd9"


@hostile("pages-in-a-ring.tif", reads=False)
def _():
    entries = [
        (256, 4, 1, 50_000),
        (257, 4, 1, 50_000),
        (258, 3, 1, 8),
        (259, 3, 1, 1),
        (262, 3, 1, 1),
        (273, 4, 1, 8),
        (278, 4, 1, 50_000),
        (279, 4, 1, 100),
    ]
    body = (
        struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *one) for one in entries) + struct.pack("<I", 8)
    )
    return b"II*\0" + struct.pack("<I", 8) + body


@hostile("60000-by-60000.bmp", reads=False)
def _():
    return (
        b"BM"
        + struct.pack("<IHHIIiiHHIIiiII", 1000, 0, 0, 54, 40, 60_000, 60_000, 1, 24, 0, 0, 0, 0, 0, 0)
        + b"\0" * 900
    )


@hostile("65535-by-65535.gif", reads=False)
def _():
    return (
        b"GIF89a"
        + struct.pack("<HHBBB", 65_535, 65_535, 0, 0, 0)
        + b","
        + struct.pack("<HHHHB", 0, 0, 65_535, 65_535, 0)
        + b"\2\2\x44\1\0;"
    )


@hostile("16383-by-16383.webp", reads=False)
def _():
    return (
        b"RIFF"
        + struct.pack("<I", 100)
        + b"WEBPVP8X"
        + struct.pack("<I", 10)
        + b"\x10\0\0\0"
        + b"\xfe\x3f\0" * 2
        + b"\0" * 70
    )
