"""OLE compound files, whole and with loops in their tables."""

from __future__ import annotations

import struct

from tests.hostile.made import hostile

FREE, END, FAT, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
SECTOR = 512


def compound(
    streams: dict[str, bytes], *, table=lambda table: table, directory=lambda entries: entries, head=lambda head: head
) -> bytes:
    """A compound file of streams (each put into whole sectors); the callables break its tables."""
    sectors: list[bytes] = []
    entries = [_entry("Root Entry", 5, child=1 if streams else NONE)]
    links: list[int] = []
    for number, (name, data) in enumerate(streams.items(), 1):
        data = data.ljust(4096, b"\0")  # noqa: PLW2901 - shorter ones would go into the small sectors
        first = len(sectors)
        pieces = [data[at : at + SECTOR].ljust(SECTOR, b"\0") for at in range(0, len(data), SECTOR)]
        sectors += pieces
        links += [*range(first + 1, first + len(pieces)), END]
        entries.append(
            _entry(name, 2, right=number + 1 if number < len(streams) else NONE, start=first, size=len(data))
        )
    begin = len(sectors)
    raw = b"".join(directory(entries))
    raw = raw.ljust(-(-len(raw) // SECTOR) * SECTOR, b"\0")
    sectors += [raw[at : at + SECTOR] for at in range(0, len(raw), SECTOR)]
    links += [*range(begin + 1, len(sectors)), END]
    fats = 1
    while (len(links) + fats) * 4 > fats * SECTOR:
        fats += 1
    first = len(sectors)
    links += [FAT] * fats
    packed = struct.pack(
        f"<{fats * SECTOR // 4}I", *table((links + [FREE] * (fats * SECTOR // 4))[: fats * SECTOR // 4])
    )
    sectors += [packed[at : at + SECTOR] for at in range(0, len(packed), SECTOR)]
    difat = [first + n for n in range(min(fats, 109))]
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        fats,
        begin,
        0,
        4096,
        END,
        0,
        END,
        0,
    )
    header += struct.pack("<109I", *(difat + [FREE] * (109 - len(difat))))
    return head(header) + b"".join(sectors)


def _entry(
    name: str, kind: int, *, right: int = NONE, left: int = NONE, child: int = NONE, start: int = END, size: int = 0
) -> bytes:
    raw = name.encode("utf-16-le")[:62]
    return struct.pack("<64sHBBIII16sIQQIQ", raw, len(raw) + 2, kind, 1, left, right, child, b"", 0, 0, 0, start, size)


def _ring(table):
    table[0] = 0
    return table


def _to_itself(entries):
    return [
        entries[0],
        *(_entry("WordDocument", 2, right=1, left=1, child=0, start=0, size=1 << 40) for _ in entries[1:]),
    ]


FIB = struct.pack("<HHHHHHH", 0xA5EC, 0xC1, 0, 0x804, 0, 0x0A00, 0xBF)


@hostile("fat-in-a-ring.doc", reads=False)
def _():
    return compound({"WordDocument": FIB.ljust(9000, b"\1"), "1Table": b"\2" * 9000}, table=_ring)


@hostile("directory-in-a-ring.doc", reads=False)
def _():
    return compound({"WordDocument": FIB.ljust(9000, b"\1"), "1Table": b"\2" * 9000}, directory=_to_itself)


@hostile("difat-in-a-ring.doc", reads=False)
def _():
    return compound(
        {"WordDocument": FIB.ljust(9000, b"\1")},
        head=lambda head: head[:68] + struct.pack("<II", 0, 1 << 30) + head[76:],
    )


@hostile("sectors-of-2-to-the-60.doc", reads=False)
def _():
    return compound(
        {"WordDocument": FIB.ljust(9000, b"\1")}, head=lambda head: head[:30] + struct.pack("<HH", 60, 60) + head[34:]
    )


@hostile("pieces-without-end.doc", reads=False)
def _():
    fib = bytearray(FIB.ljust(0x800, b"\0"))
    struct.pack_into("<II", fib, 0x1A2, 0, 0x7FFFFFFF)  # where the table of pieces stands
    return compound(
        {"WordDocument": bytes(fib), "1Table": b"\x02\xff\xff\xff\x7f" + b"\xff" * 9000, "0Table": b"\x02" * 9000}
    )


@hostile("noise.doc", reads=False)
def _():
    noise = bytes((n * n * 7919 >> 3) & 255 for n in range(40_000))
    return compound({"WordDocument": FIB + noise, "1Table": noise, "Data": noise})


def _record(kind: int, data: bytes = b"", length: int | None = None) -> bytes:
    return struct.pack("<HH", kind, len(data) if length is None else length) + data


BOF = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))


@hostile("records-of-noise.xls", reads=False)
def _():
    noise = bytes((n * n * 104_729 >> 5) & 255 for n in range(60_000))
    return compound({"Workbook": BOF + noise})


@hostile("strings-that-claim-2-billion.xls", reads=False)
def _():
    return compound(
        {
            "Workbook": BOF
            + _record(0xFC, struct.pack("<II", 0x7FFFFFFF, 0x7FFFFFFF) + b"\xff\xff\x01" + b"A" * 4000)
            + _record(0x0A)
        }
    )


@hostile("sheet-in-itself.xls", reads=False)
def _():
    bound = _record(0x85, struct.pack("<IBB", 0, 0, 0) + b"\x06\x00Sheet1")
    return compound({"Workbook": BOF + bound * 5000 + _record(0x0A)})


@hostile("stream-of-nothing-but-continues.xls", reads=False)
def _():
    return compound({"Workbook": BOF + _record(0x3C, b"\0" * 10) * 200_000})


@hostile("encrypted.xls", "encrypted", "legacy", reads=False)
def _():
    return compound({"Workbook": BOF + _record(0x2F, struct.pack("<HHH", 1, 1, 1) + b"\5" * 48) + b"\x99" * 5000})


@hostile("macros.xls", reads=None)
def _():
    return compound({"Workbook": BOF + _record(0x0A), "_VBA_PROJECT_CUR": b"x", "VBA": b"y"})
