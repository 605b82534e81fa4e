"""What is looked at before PDFium sees a file: how many objects it has, and how much its streams inflate to."""

from __future__ import annotations

import re
import zlib

OBJECTS = 200_000
STREAM_BYTES = 75 << 20  # one stream, inflated
CONTENT_BYTES = 12 << 20  # one stream that draws: PDFium needs some twenty times as much to hold what it draws
TOTAL_BYTES = 300 << 20  # all streams together: pictures of a scan are among them
_RATIO = 1040  # deflate cannot make more of a byte
_NESTED = 8  # forms within forms
_REACH = 3  # steps from a form over its resources to the forms that it draws
_HEAD = 8192  # bytes before a stream in which its dictionary stands
_PIECE = 1 << 20
_OBJECT = re.compile(rb"obj\b")  # a fixed word first: what stands before it is looked at only where it stands
_NUMBER = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+\Z")
_NUMBERS = 40  # bytes before the word in which its two numbers stand
_REFERENCE = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+R\b")
_SIZE = re.compile(rb"/Size\s+(\d{1,12})")
_COUNT = re.compile(rb"/N\s+(\d{1,12})")
_STREAM = re.compile(rb"\bstream\r?\n")
_DRAWS_NOTHING = re.compile(
    rb"/(?:Image|Length[123]|ObjStm|XRef|Metadata|EmbeddedFile|CMapName|Type1C|CIDFontType0C|OpenType|N)\b"
)
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")


def too_much(data: bytes) -> bool:
    """Whether the file would fill the memory: more objects than any report has, or streams that inflate without end."""
    if data.count(b" obj") > 2 * OBJECTS:
        return True
    places = _places(data)
    if len(places) > OBJECTS or any(int(one[1]) > OBJECTS for one in _SIZE.finditer(data)):
        return True
    if b"/Form" in data and _is_endless(data, places):
        return True
    left = TOTAL_BYTES
    objects = 0
    for match in _STREAM.finditer(data):
        begin = data.rfind(b"obj", max(0, match.start() - _HEAD), match.start())
        head = data[max(begin, 0) : match.start()] if begin >= 0 else b""
        filters = len(_FLATE.findall(head))
        if b"/ObjStm" in head and (count := _COUNT.search(head)):
            objects += int(count[1])
        end = data.find(b"endstream", match.end())
        packed = memoryview(data)[match.end() : end if end >= 0 else len(data)]
        most = STREAM_BYTES if _DRAWS_NOTHING.search(head) else CONTENT_BYTES
        size = _inflated(packed, filters, min(left, most)) if filters else len(packed)
        if size > most:
            return True
        if filters:
            left -= size
        if left < 0:
            return True
    return objects > OBJECTS


def _places(data: bytes) -> dict[int, int]:
    """Where each object begins, by its number."""
    found = {}
    for one in _OBJECT.finditer(data):
        number = _NUMBER.search(data[max(0, one.start() - _NUMBERS) : one.start()])
        if number:
            found[int(number[1])] = one.end()
    return found


def _is_endless(data: bytes, places: dict[int, int]) -> bool:
    """Whether a form draws itself, or forms are nested deeper than any program nests them: each level doubles the work."""
    heads = {number: _head(data, at) for number, at in places.items()}
    forms = {number for number, head in heads.items() if b"/Form" in head and b"/BBox" in head}
    draws = {number: _drawn(number, heads, forms) for number in forms}
    level = forms
    for _ in range(_NESTED):
        level = {inner for number in level for inner in draws[number]}
        if not level:
            return False
    return True


def _head(data: bytes, at: int) -> bytes:
    """The dictionary of an object."""
    head = data[at : at + _HEAD]
    ends = [end for word in (b"stream", b"endobj") if (end := head.find(word)) >= 0]
    return head[: min(ends)] if ends else head


def _drawn(number: int, heads: dict[int, bytes], forms: set[int]) -> set[int]:
    """The forms that a form draws, named in its resources or in what these refer to."""
    found: set[int] = set()
    seen: set[int] = set()
    level = {number}
    for _ in range(_REACH):
        level = {int(one[1]) for at in level for one in _REFERENCE.finditer(heads.get(at, b""))} - seen
        seen |= level
        found |= level & forms
        level -= forms
    return found


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
