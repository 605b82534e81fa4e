"""Hostile packages: what zip itself can do to a reader, under the name of a report."""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from io import BytesIO

from tests.hostile.made import body, docx, hostile, types, zipped


@hostile("a-thousand-to-one.docx", "zip_bomb", reads=False)
def _():
    return docx(body().encode() + b" " * 60_000_000)


@hostile("two-hundred-parts-of-10-million.docx", reads=None)
def _():
    parts = {f"word/header{n}.xml": b" " * 10_000_000 for n in range(30)}
    return zipped({"[Content_Types].xml": types(), "word/document.xml": body(), **parts})


@hostile("hundred-thousand-entries.docx", "zip_bomb", reads=False)
def _():
    return zipped(
        {"[Content_Types].xml": types(), "word/document.xml": body(), **{f"x{n}": b"" for n in range(100_000)}},
        zipfile.ZIP_STORED,
    )


@hostile("zip-in-zip-in-zip.zip", "archive", reads=False)
def _():
    inner = zipped({"0.txt": b"0" * 4_000_000}, level=9)
    for level in range(5):
        inner = zipped({f"{level}-{n}.zip": inner for n in range(10)}, level=9)
    return inner


@hostile("one-kernel-in-many-entries.docx", reads=False)
def _():
    """Entries that lie over each other: the same stored kernel is inflated once for each of them."""
    kernel = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = kernel.compress(b" " * 20_000_000) + kernel.flush()
    out = BytesIO()
    central = []
    names = ["word/document.xml", "[Content_Types].xml", *(f"word/header{n}.xml" for n in range(1500))]
    for name in names:
        local = (
            struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 0, 0, len(packed), 20_000_000, len(name), 0)
            + name.encode()
        )
        central.append((name, out.tell()))
        out.write(local)
    out.write(packed)
    return _closed(out, central, len(packed), 20_000_000)


def _closed(out: BytesIO, central, stored: int, size: int, crc: int = 0) -> bytes:
    start = out.tell()
    out.writelines(
        struct.pack(
            "<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, 20, 0, 8, 0, 0, crc, stored, size, len(name), 0, 0, 0, 0, 0, at
        )
        + name.encode()
        for name, at in central
    )
    length = out.tell() - start
    out.write(struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, len(central), len(central), length, start, 0))
    return out.getvalue()


def _forged(size: int, inner: bytes) -> bytes:
    data = zipped({"[Content_Types].xml": types(), "word/document.xml": inner}, level=9)
    with zipfile.ZipFile(BytesIO(data)) as package:
        real = package.getinfo("word/document.xml").file_size
    return data.replace(struct.pack("<I", real), struct.pack("<I", size))


@hostile("sizes-forged-small.docx", reads=False)
def _():
    return _forged(100, body().encode() + b" " * 60_000_000)


@hostile("sizes-forged-4-gigabytes.docx", reads=None)
def _():
    return _forged(0xFFFFFFF0, body().encode())


@hostile("two-bodies-of-one-name.docx", reads=None)
def _():
    data = docx()
    with zipfile.ZipFile(buffer := BytesIO(data), "a") as package:
        package.writestr("word/document.xmk", b"<a/>")
    return buffer.getvalue().replace(b"word/document.xmk", b"word/document.xml")


@hostile("names-that-lead-outside.docx", reads=True)
def _():
    names = ["../../outside.txt", "/etc/outside", "C:\\outside.txt", "\\\\server\\share\\x", "a/../../../b", "word/DOCUMENT.XML", "con",
             "x" * 5000,             "\u202egnp.exe", "..\\..\\x", "a\nb", "word/文档.xml", "~/x"]  # fmt: skip
    parts: dict[str, str | bytes] = {"[Content_Types].xml": types(), "word/document.xml": body()}
    return zipped(parts | dict.fromkeys(names, b"outside"))


@hostile("names-with-zeros-and-of-gbk.docx", reads=None)
def _():
    data = docx(word__abcd_xml="<a/>", word__efgh_xml="<a/>")
    return data.replace(b"word/abcd.xml", b"word/a\0cd.xml").replace(
        b"word/efgh.xml", "word/附件".encode("gbk") + b".xml"
    )


@hostile("link-as-body.docx", reads=False)
def _():
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("[Content_Types].xml", types())
        link = zipfile.ZipInfo("word/document.xml")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        package.writestr(link, "/etc/passwd")
    return buffer.getvalue()


@hostile("lzma-with-a-dictionary-of-4-gigabytes.docx", reads=None)
def _():
    data = bytearray(zipped({"[Content_Types].xml": types(), "word/document.xml": body()}, zipfile.ZIP_LZMA))
    at = data.find(b"\x5d\x00\x00")
    while at >= 0:
        data[at + 1 : at + 5] = b"\xff\xff\xff\xff"
        at = data.find(b"\x5d\x00\x00", at + 5)
    return bytes(data)


@hostile("bzip2-bomb.docx", "zip_bomb", reads=False)
def _():
    return zipped(
        {"[Content_Types].xml": types(), "word/document.xml": body().encode() + b" " * 60_000_000}, zipfile.ZIP_BZIP2, 9
    )


@hostile("entry-with-a-password.docx", "encrypted", reads=False)
def _():
    return bytes(_flagged(docx()))


def _flagged(data: bytes) -> bytearray:
    out = bytearray(data)
    for magic, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = out.find(magic)
        while at >= 0:
            out[at + offset] |= 1
            at = out.find(magic, at + 4)
    return out


@hostile("central-directory-of-noise.docx", reads=None)
def _():
    data = docx()
    at = data.find(b"PK\1\2")
    return data[:at] + os.urandom(0) + bytes((n * 31) & 255 for n in range(400)) + data[-22:]


@hostile("sixty-four-bit-sizes.docx", reads=None)
def _():
    return docx()[:-22] + struct.pack("<4sQHHIIQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, 1 << 60, 1 << 60, 1 << 60, 1 << 60) + struct.pack(
        "<4sIQI", b"PK\6\7", 0, 1 << 40, 1) + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, *[0xFFFFFFFF] * 2, 0)  # fmt: skip
