"""Reports that are cut off, misnamed, or two things at once."""

from __future__ import annotations

from functools import cache
from itertools import chain

from tests.hostile.made import WORDS, docx, hostile, sheet, xlsx, zipped
from tests.hostile.ole import FIB, compound
from tests.hostile.pages import page
from tests.hostile.pdfs import pdf

STEPS = range(5, 100, 5)
LONG = "".join(f"<w:p><w:r><w:t>{n}、{WORDS}</w:t></w:r></w:p>" for n in range(300))


@cache
def whole(kind: str) -> bytes:
    """A report of a kind, whole."""
    from tests.hostile.made import body

    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>第{n}项支出</t></is></c><c r="B{n}"><v>{n}.5</v></c></row>'
        for n in range(1, 300)
    )
    return {
        "docx": lambda: docx(body(LONG)),
        "xlsx": lambda: xlsx(sheet(rows)),
        "pdf": lambda: pdf(
            content=b"".join(b"BT /F1 9 Tf 50 %d Td (line %d of 846.2) Tj ET " % (800 - n, n) for n in range(300))
        ),
        "html": lambda: page("".join(f"<p>{n}、{WORDS}</p>" for n in range(300))),
        "doc": lambda: compound({"WordDocument": FIB.ljust(9000, b"\1"), "1Table": b"\2" * 9000}),
    }[kind]()


def _cut(kind: str, share: int):
    return lambda: whole(kind)[: len(whole(kind)) * share // 100]


for _kind, _share in chain.from_iterable(
    ((kind, share) for share in STEPS) for kind in ("docx", "xlsx", "pdf", "html", "doc")
):
    hostile(f"cut-at-{_share:02}-percent.{_kind}")(_cut(_kind, _share))


@hostile("page-under-the-name-of-word.docx", "suffix", reads=True)
def _():
    return page()


@hostile("word-under-the-name-of-a-page.html", "suffix", reads=True)
def _():
    return docx()


@hostile("workbook-under-the-name-of-word.doc", "suffix", reads=True)
def _():
    return xlsx()


@hostile("program-under-the-name-of-pdf.pdf", "program", reads=False)
def _():
    return b"MZ\x90\0" + b"\0" * 5000


@hostile("program-with-a-pdf-in-it.pdf", reads=None)
def _():
    return b"MZ\x90\0" + b"\0" * 500 + pdf()


@hostile("pdf-that-is-a-zip-too.pdf", reads=True)
def _():
    return pdf() + zipped({"x.exe": b"MZ"})


@hostile("word-that-is-a-pdf-too.docx", reads=None)
def _():
    return b"%PDF-1.7\n" + docx()


@hostile("word-with-a-program-before-it.docx", reads=None)
def _():
    return b"MZ\x90\0" + b"\0" * 500 + docx()


@hostile("zip-under-the-name-of-doc.doc", "archive", reads=False)
def _():
    return zipped({"a.txt": WORDS.encode()})


@hostile("picture-under-the-name-of-word.docx", reads=False)
def _():
    return b"\x89PNG\r\n\x1a\n" + b"\0" * 200


@hostile("seven-zip-of-noise.7z", "archive", reads=False)
def _():
    return b"7z\xbc\xaf\x27\x1c\0\4" + b"\xff" * 5000


@hostile("rar-of-noise.rar", "archive", reads=False)
def _():
    return b"Rar!\x1a\x07\x01\0" + b"\xff" * 5000
