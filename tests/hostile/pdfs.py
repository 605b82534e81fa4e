"""Hostile PDF files."""

from __future__ import annotations

import zlib

from tests.hostile.made import hostile

TEXT = b"BT /F1 12 Tf 72 700 Td (Total 846.2 and 533.7 is 66.07%) Tj ET"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def stream(data: bytes, head: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), head, data)


def pdf(
    objects: dict[int, bytes] | None = None, *, catalog: bytes = b"", trailer: bytes = b"", content: bytes = TEXT
) -> bytes:
    """A PDF of one page of text; ``objects`` replace or add to its own."""
    kept = {
        1: b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>", 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: PAGE, 4: stream(content), 5: FONT,
    } | (objects or {})  # fmt: skip
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, one in sorted(kept.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start, last = len(out), max(kept) + 1
    rows = b"".join(b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n" for n in range(last))
    return bytes(out) + b"xref\n0 %d\n%strailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        last,
        rows,
        last,
        trailer,
        start,
    )


@hostile("as-it-should-be.pdf", reads=True, silent=("outside", "scripts", "files_inside"))
def _():
    return pdf()


@hostile("deflated-three-times.pdf", "pdf_bomb", reads=None)
def _():
    packed = b"0 0 m " * 60_000_000
    for _ in range(3):
        packed = zlib.compress(packed, 9)
    return pdf({4: stream(packed, b"/Filter [/FlateDecode /FlateDecode /FlateDecode]")})


@hostile("content-of-300-million.pdf", "pdf_bomb", reads=None)
def _():
    return pdf({4: stream(zlib.compress(b" " * 300_000_000, 9), b"/Filter /FlateDecode")})


@hostile("run-lengths-upon-hex.pdf", reads=None)
def _():
    return pdf(
        {4: stream(b"81 20 " * 2_000_000 + b">", b"/Filter [/ASCIIHexDecode /RunLengthDecode /RunLengthDecode]")}
    )


@hostile("columns-of-2-billion.pdf", reads=None)
def _():
    return pdf(
        {
            4: stream(
                zlib.compress(TEXT),
                b"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2147483647 /Colors 32 /BitsPerComponent 16 >>",
            )
        }
    )


@hostile("pages-in-a-circle.pdf", reads=None)
def _():
    return pdf(
        {
            2: b"<< /Type /Pages /Kids [3 0 R 2 0 R 6 0 R] /Count 3 >>",
            6: b"<< /Type /Pages /Kids [2 0 R] /Count 99 /Parent 2 0 R >>",
        }
    )


@hostile("pages-200000-deep.pdf", reads=None)
def _():
    deep = {n: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (n + 1) for n in range(10, 60_000)}
    return pdf({2: b"<< /Type /Pages /Kids [10 0 R] /Count 1 >>", **deep, 60_000: PAGE})


@hostile("a-million-pages.pdf", "pages", reads=None)
def _():
    return pdf({2: b"<< /Type /Pages /Kids [" + b"3 0 R " * 1_000_000 + b"] /Count 1000000 >>"})


@hostile("count-of-2-billion-pages.pdf", reads=None)
def _():
    return pdf({2: b"<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>"})


@hostile("outline-in-a-circle.pdf", reads=True)
def _():
    return pdf(
        {6: b"<< /First 7 0 R /Last 7 0 R /Count 9 >>", 7: b"<< /Title (x) /Parent 7 0 R /Next 7 0 R /First 7 0 R >>"},
        catalog=b"/Outlines 6 0 R",
    )


@hostile("form-that-draws-itself.pdf", reads=None)
def _():
    form = stream(
        b"/X Do /X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
    )
    page = PAGE.replace(b"/Font", b"/XObject << /X 6 0 R >> /Font")
    return pdf({3: page, 6: form}, content=TEXT + b" /X Do")


@hostile("forms-that-double-thirty-times.pdf", reads=None)
def _():
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
    forms = {n: stream(b"/X Do /X Do", form % (n + 1)) for n in range(6, 36)}
    return pdf(
        {3: PAGE.replace(b"/Font", b"/XObject << /X 6 0 R >> /Font"), **forms, 36: stream(TEXT, form % 36)},
        content=TEXT + b" /X Do",
    )


@hostile("forms-that-double-inside-object-streams.pdf", reads=None)
def _():
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources %d 0 R"
    forms = {n: stream(b"/X Do /X Do", form % (n + 100)) for n in range(6, 36)}
    inner = b" ".join(b"%d %d" % (n + 100, 0) for n in range(6, 36))
    names = {n + 100: b"<< /XObject << /X %d 0 R >> >>" % (n + 1) for n in range(6, 36)}
    return pdf(
        {
            3: PAGE.replace(b"/Font", b"/XObject << /X 6 0 R >> /Font"),
            **forms,
            **names,
            36: stream(TEXT, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"),
            40: stream(inner, b"/Type /ObjStm /N 30 /First 200"),
        },
        content=TEXT + b" /X Do",
    )


@hostile("objects-1-million.pdf", "pdf_bomb", reads=None)
def _():
    return pdf(dict.fromkeys(range(6, 300_000), b"0"))


@hostile("objects-in-a-stream-1-million.pdf", "pdf_bomb", reads=None)
def _():
    return pdf(
        {
            6: stream(
                zlib.compress(b"1 0 " * 1_000_000, 9), b"/Type /ObjStm /N 1000000 /First 4000000 /Filter /FlateDecode"
            )
        }
    )


@hostile("picture-without-end.pdf", reads=None)
def _():
    return pdf(content=TEXT + b" BI /W 9999999 /H 9999999 /BPC 8 /CS /RGB ID " + b"\0" * 100_000)


@hostile("script-on-opening.pdf", "scripts", reads=True)
def _():
    return pdf(
        {6: b"<< /S /JavaScript /JS (app.launchURL\\('http://127.0.0.1:9'\\);) >>"}, catalog=b"/OpenAction 6 0 R"
    )


@hostile("program-to-launch.pdf", "scripts", reads=True)
def _():
    return pdf(catalog=b"/OpenAction << /S /Launch /Win << /F (cmd.exe) /P (/c calc) >> >>")


@hostile("files-inside.pdf", "files_inside", reads=True)
def _():
    names = b"/Names << /EmbeddedFiles << /Names [(x.exe) 6 0 R] >> >>"
    return pdf(
        {
            6: b"<< /Type /Filespec /F (x.exe) /EF << /F 7 0 R >> >>",
            7: stream(b"MZ" + b"\0" * 999, b"/Type /EmbeddedFile"),
        },
        catalog=names,
    )


@hostile("page-of-a-light-year.pdf", reads=None)
def _():
    return pdf({3: PAGE.replace(b"[0 0 595 842]", b"[-1e30 -1e30 1e30 1e30]")})


@hostile("page-of-nothing.pdf", reads=None)
def _():
    return pdf({3: PAGE.replace(b"[0 0 595 842]", b"[0 0 0 0]")})


@hostile("letters-at-infinity.pdf", reads=None)
def _():
    return pdf(
        content=b"BT /F1 1e38 Tf 1e38 0 0 1e38 1e38 1e38 Tm (Total 846.2) Tj 1e-38 0 0 1e-38 0 0 Tm (533.7) Tj ET"
    )


@hostile("states-saved-a-million-times.pdf", reads=None)
def _():
    return pdf(content=b"q " * 1_000_000 + TEXT)


@hostile("lines-2-million.pdf", reads=None)
def _():
    return pdf({4: stream(zlib.compress(TEXT + b" 0 0 m 9 9 l S" * 1_000_000, 9), b"/Filter /FlateDecode")})


@hostile("letters-3-million.pdf", reads=None)
def _():
    return pdf(
        {
            4: stream(
                zlib.compress(TEXT + b" BT /F1 1 Tf 9 9 Td (" + b"1" * 3_000_000 + b") Tj ET", 9),
                b"/Filter /FlateDecode",
            )
        }
    )


@hostile("dictionaries-100000-deep.pdf", reads=None)
def _():
    return pdf({6: b"<< /A " * 100_000 + b">>" * 100_000}, catalog=b"/X 6 0 R")


@hostile("arrays-in-content-100000-deep.pdf", reads=None)
def _():
    return pdf(content=TEXT + b" " + b"[" * 100_000)


@hostile("cross-reference-in-a-circle.pdf", reads=None)
def _():
    return pdf(trailer=b"/Prev 9").replace(b"/Prev 9", b"/Prev " + str(pdf().rfind(b"xref\n0")).encode())


@hostile("length-that-names-itself.pdf", reads=None)
def _():
    return pdf({4: b"<< /Length 4 0 R >>\nstream\n" + TEXT + b"\nendstream"})


@hostile("encrypted.pdf", "pdf_encrypted", reads=False)
def _():
    key = (
        b"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <"
        + b"41" * 32
        + b"> /U <"
        + b"42" * 32
        + b"> >> /ID [<00><00>]"
    )
    return pdf(trailer=key)


@hostile("form-to-send-away.pdf", reads=True)
def _():
    field = (
        b"<< /FT /Btn /T (x) /Subtype /Widget /Rect [0 0 9 9] /A << /S /SubmitForm /F "
        b"(http://127.0.0.1:9/x) >> /Parent 6 0 R /Kids [6 0 R] >>"
    )
    return pdf({6: field}, catalog=b"/AcroForm << /Fields [6 0 R] >>")


@hostile("picture-of-50000-by-50000.pdf", reads=None)
def _():
    picture = stream(
        zlib.compress(b"\0" * 1_000_000, 9),
        b"/Subtype /Image /Width 50000 /Height 50000 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode",
    )
    page = PAGE.replace(b"/Font << /F1 5 0 R >>", b"/XObject << /I 6 0 R >>")
    return pdf({3: page, 6: picture}, content=b"q 595 0 0 842 0 0 cm /I Do Q")
