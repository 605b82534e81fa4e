"""Builds PDFs for the tests of the reader: by hand (objects and streams), and set by typst with Chinese words."""

from __future__ import annotations

import zlib

import pytest
import typst

from jixiao.model.document import Document, Table
from jixiao.readers import read_bytes

FONTS = ("Noto Serif CJK SC", "Noto Sans CJK SC", "Source Han Serif SC", "Source Han Sans SC")
HEAD = """#set page(paper: "a4", margin: (x: 28mm, y: 30mm))
#set text(font: %s, size: 16pt, lang: "zh", region: "cn")
#set par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 12pt, spacing: 12pt)
#set table(inset: 4pt, stroke: 0.5pt)
#show table: set text(size: 9pt)
#show table: set par(first-line-indent: 0em, justify: false)
"""


def made(source: str) -> bytes:
    """A PDF of this typst source, in the usual layout of a report."""
    names = "(" + "".join(f'"{name}", ' for name in FONTS) + ")"
    return typst.compile((HEAD % names + source).encode(), format="pdf", timestamp=0)


def document(source: str) -> Document:
    """What reading makes of it."""
    found = read_bytes(made(source), "报告.pdf")
    if any(one.code == "garbled" for one in found.unread) or not any("\u4e00" <= c <= "\u9fff" for c in found.plain):
        pytest.skip("no Chinese font on this machine")
    return found


def rows(table: Table) -> list[list[str]]:
    """The words of the cells, row by row; a merged cell once."""
    return [[one.text for one in table.row(number) if one.row == number] for number in range(1, len(table.grid) + 1)]


def stream(content: bytes, extra: bytes = b"") -> bytes:
    """A stream object."""
    return b"<<%s/Length %d>>stream\n" % (extra, len(content)) + content + b"\nendstream"


def file(objects: list[bytes]) -> bytes:
    """A PDF of these objects, the first of which is the catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size + table
    return out + head + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(out))


def pages(*contents: bytes, page: bytes = b"", resources: bytes = b"", more: tuple[bytes, ...] = ()) -> bytes:
    """A PDF of pages with these contents, written in Helvetica (F); ``more`` objects begin at number 5."""
    kids = b" ".join(b"%d 0 R" % (5 + len(more) + 2 * n) for n in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 595 842]/Resources 4 0 R>>" % (kids, len(contents)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Font<</F 3 0 R>>%s>>" % resources,
        *more,
    ]
    for content in contents:
        objects.append(b"<</Type/Page/Parent 2 0 R%s/Contents %d 0 R>>" % (page, len(objects) + 2))
        objects.append(stream(content))
    return file(objects)


def words(text: str, x: float = 72, y: float = 700, size: float = 12) -> bytes:
    """Drawing words at a place."""
    return b"BT /F %d Tf %.1f %.1f Td (%s) Tj ET\n" % (size, x, y, text.encode("latin-1"))


def lines(*ends: tuple[float, float, float, float]) -> bytes:
    """Drawing lines from a point to another."""
    return b"".join(b"%.1f %.1f m %.1f %.1f l S\n" % one for one in ends)


def grid(xs: list[float], ys: list[float]) -> bytes:
    """Drawing a ruled grid."""
    return lines(*((xs[0], y, xs[-1], y) for y in ys), *((x, ys[0], x, ys[-1]) for x in xs))


def packed(content: bytes, times: int = 1) -> bytes:
    """A stream object, deflated once or several times."""
    for _ in range(times):
        content = zlib.compress(content, 9)
    return stream(content, b"/Filter[" + b"/FlateDecode" * times + b"]")
