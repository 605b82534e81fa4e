"""Word 97–2003 files made by hand: text with the modifiers of its paragraphs and runs, lists, styles, headers."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from tests.readers.ole import ole

TEXT_AT = 2048


@dataclass(frozen=True)
class P:
    """A paragraph: its words, its mark, its modifiers, its style."""

    text: str
    modifiers: bytes = b""
    mark: str = "\r"
    style: int = 0


def sprm(code: int, operand: int | bytes, size: int = 1) -> bytes:
    return struct.pack("<H", code) + (operand if isinstance(operand, bytes) else operand.to_bytes(size, "little"))


IN_TABLE, ROW_END = sprm(0x2416, 1), sprm(0x2417, 1)


def cell(text: str) -> P:
    return P(text, IN_TABLE, "\x07")


def row_end(edges: list[int], flags: dict[int, int] | None = None) -> P:
    """The end of a row: where its cells begin and end, in twips, and how they are merged."""
    count = len(edges) - 1
    cells = b"".join(struct.pack("<H18x", (flags or {}).get(n, 0)) for n in range(count))
    operand = struct.pack(f"<B{count + 1}h", count, *edges) + cells
    return P("", IN_TABLE + ROW_END + sprm(0xD608, struct.pack("<H", len(operand) + 1) + operand), "\x07")


def inner(text: str, modifiers: bytes = sprm(0x244B, 1)) -> P:
    """A cell of a table within a cell."""
    return P(text, IN_TABLE + sprm(0x6649, 2, 4) + modifiers)


def inner_end(edges: list[int]) -> P:
    held = row_end(edges).modifiers.removeprefix(IN_TABLE + ROW_END)
    return P("", IN_TABLE + sprm(0x6649, 2, 4) + sprm(0x244C, 1) + held)


def doc(*paragraphs: P, runs: dict[tuple[int, int], bytes] | None = None, headers: tuple[P, ...] = (), notes: tuple[P, ...] = (),
        styles: bytes = b"", lists: tuple[bytes, bytes, bytes] = (b"", b"", b""), flags: int = 0x0200, version: int = 0x00C1,
        more: dict[str, bytes] | None = None, data: bytes = b"") -> bytes:  # fmt: skip
    """A .doc whose body are these paragraphs; ``runs`` are modifiers of stretches of characters."""
    every = (*paragraphs, *notes, *headers)
    text = "".join(one.text + one.mark for one in every)
    stream = bytearray(TEXT_AT) + text.encode("utf-16-le")
    stream += bytes(-len(stream) % 512)
    at = [TEXT_AT]
    for one in every:
        at.append(at[-1] + 2 * len(one.text + one.mark))
    papx = [
        (start, end, struct.pack("<H", one.style) + one.modifiers)
        for one, start, end in zip(every, at, at[1:], strict=False)
    ]
    chpx, last = [], 0
    for (start, end), modifiers in sorted((runs or {}).items()):
        chpx += [(TEXT_AT + 2 * last, TEXT_AT + 2 * start, b"")] * (start > last)
        chpx.append((TEXT_AT + 2 * start, TEXT_AT + 2 * end, modifiers))
        last = end
    chpx.append((TEXT_AT + 2 * last, at[-1], b""))
    table, pairs = bytearray(8), [(0, 0)] * 93

    def put(number: int, piece: bytes) -> None:
        pairs[number] = (len(table), len(piece)) if piece else (0, 0)
        table.extend(piece)

    put(12, _pages(stream, chpx, paragraphs=False))
    put(13, _pages(stream, papx, paragraphs=True))
    pieces = struct.pack("<II", 0, len(text)) + struct.pack("<HIH", 0, TEXT_AT, 0)
    put(33, b"\x02" + struct.pack("<I", len(pieces)) + pieces)
    put(1, styles)
    put(73, lists[0])
    table.extend(lists[1])
    put(74, lists[2])
    lengths = [len("".join(one.text + one.mark for one in held)) for held in (paragraphs, notes, headers)]
    if headers:
        ends = [0] * 8  # six separators, an even header that is empty, then the odd header
        put(11, struct.pack("<10I", *ends[:8], lengths[2], lengths[2]))
    stream[0:12] = struct.pack("<HHHHHH", 0xA5EC, version, 0, 0x0804, 0, flags)
    stream[32:34], stream[62:64] = struct.pack("<H", 14), struct.pack("<H", 22)
    stream[76:104] = struct.pack("<7i", *lengths, 0, 0, 0, 0)
    stream[152:154] = struct.pack("<H", len(pairs))
    for number, pair in enumerate(pairs):
        stream[154 + 8 * number : 162 + 8 * number] = struct.pack("<II", *pair)
    return ole({"WordDocument": bytes(stream), "1Table": bytes(table), "Data": data or b"\0", **(more or {})})


def _pages(stream: bytearray, entries: list[tuple[int, int, bytes]], *, paragraphs: bool) -> bytes:
    """Formatting pages behind the text, and the list of them."""
    bounds, numbers, page = [], [], list[tuple[int, int, bytes]]()

    def flush() -> None:
        if not page:
            return
        made, low = bytearray(512), 511
        count, each = len(page), 13 if paragraphs else 1
        struct.pack_into(f"<{count + 1}I", made, 0, *[start for start, _, _ in page], page[-1][1])
        for n, (_, _, record) in enumerate(page):
            if paragraphs:
                padded = record if len(record) % 2 else record + b"\0"
                body = bytes([(len(padded) + 1) // 2]) + padded
            else:
                body = bytes([len(record)]) + record if record else b""
            if body:
                low = (low - len(body)) // 2 * 2
                made[low : low + len(body)] = body
                made[4 * (count + 1) + each * n] = low // 2
        made[511] = count
        bounds.append(page[0][0])
        numbers.append(len(stream) // 512)
        stream.extend(made)
        page.clear()

    room = 511
    for entry in entries:
        cost = len(entry[2]) + 24
        if page and room < cost:
            flush()
            room = 511
        page.append(entry)
        room -= cost
    flush()
    end = entries[-1][1] if entries else 0
    return struct.pack(f"<{len(bounds) + 1}I", *bounds, end) + struct.pack(f"<{len(numbers)}I", *numbers)


def style_sheet(*headings: int) -> bytes:
    """A style for each heading level (0: an ordinary one)."""
    found = struct.pack("<H", 18) + struct.pack("<HH14x", len(headings), 10)
    for level in headings:
        record = (
            struct.pack("<HHHHH", level, 1 | 0xFFF << 4, 0, 0, 0)
            + struct.pack("<H", 1)
            + "样".encode("utf-16-le")
            + b"\0\0"
        )
        found += struct.pack("<H", len(record)) + record
    return found


def numbered(kind: int, text: str, start: int = 1) -> tuple[bytes, bytes, bytes]:
    """One list of one level; the paragraph that uses it names use 1. ``text`` holds \\0 for the number."""
    head = struct.pack("<h", 1) + struct.pack("<ii18sBB", 7, 0, b"\xff" * 18, 1, 0)
    level = struct.pack("<iBB9sBiiBBBB", start, kind, 0, b"\x01" + bytes(8), 2, 0, 0, 0, 0, 0, 0)
    level += struct.pack("<H", len(text)) + text.encode("utf-16-le")
    uses = struct.pack("<i", 1) + struct.pack("<iIIBBBB", 7, 0, 0, 0, 0, 0, 0) + struct.pack("<I", 0xFFFFFFFF)
    return head, level, uses
