"""What is looked at before PDFium sees a file: how many objects it has, and how much its streams inflate to."""

from __future__ import annotations

import re
import zlib

OBJECTS = 200_000
STREAM_BYTES = 75 << 20  # one stream, inflated
TOTAL_BYTES = 300 << 20  # all streams together: pictures of a scan are among them
_RATIO = 1040  # deflate cannot make more of a byte
_HEAD = 2048  # bytes before a stream in which its dictionary stands
_PIECE = 1 << 20
_OBJECT = re.compile(rb"\d\s+obj\b")
_SIZE = re.compile(rb"/Size\s+(\d{1,12})")
_COUNT = re.compile(rb"/N\s+(\d{1,12})")
_STREAM = re.compile(rb"\bstream\r?\n")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")


def too_much(data: bytes) -> bool:
    """Whether the file would fill the memory: more objects than any report has, or streams that inflate without end."""
    if sum(1 for _ in _OBJECT.finditer(data)) > OBJECTS or any(int(one[1]) > OBJECTS for one in _SIZE.finditer(data)):
        return True
    left = TOTAL_BYTES
    objects = 0
    for match in _STREAM.finditer(data):
        begin = data.rfind(b"obj", max(0, match.start() - _HEAD), match.start())
        head = data[max(begin, 0) : match.start()] if begin >= 0 else b""
        filters = len(_FLATE.findall(head))
        if b"/ObjStm" in head and (count := _COUNT.search(head)):
            objects += int(count[1])
        if not filters:
            continue
        end = data.find(b"endstream", match.end())
        packed = memoryview(data)[match.end() : end if end >= 0 else len(data)]
        left -= _inflated(packed, filters, min(left, STREAM_BYTES))
        if left < 0:
            return True
    return objects > OBJECTS


def _inflated(packed: memoryview, times: int, most: int) -> int:
    """How many bytes a stream inflates to (deflated once or several times); ``TOTAL_BYTES`` and more where too many."""
    if times == 1 and len(packed) * _RATIO < STREAM_BYTES >> 4:
        return len(packed)  # too short to matter: counted as it is
    found = 0
    decoder = zlib.decompressobj()
    rest: bytes | memoryview = packed
    inner = bytearray()
    try:
        while rest and not decoder.eof:
            piece = decoder.decompress(rest, _PIECE)
            found += len(piece)
            if times > 1:
                inner += piece
            if found > most:
                return TOTAL_BYTES + 1
            rest = decoder.unconsumed_tail
    except zlib.error:
        return found  # damaged or encrypted: PDFium stops there as well
    return found + (_inflated(memoryview(bytes(inner)), times - 1, most - found) if times > 1 else 0)
