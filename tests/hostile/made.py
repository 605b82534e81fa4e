"""What the hostile files are made of, and the list of them: each is made when it is asked for, none is stored."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

WORDS = "全年支出合计846.2万元，项目支出533.7万元，占总支出的66.07%。"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = '<?xml version="1.0" encoding="UTF-8"?>'
LAUGHS = '<!DOCTYPE a [<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9)) + "]>"
LOCAL = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
REMOTE = '<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/x"><!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]>'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


@dataclass(frozen=True)
class Hostile:
    """A file, and what must be said of it: one of ``codes`` (any or none where empty); ``reads``: text must, must not, may be read."""

    name: str
    make: Callable[[], bytes]
    codes: frozenset[str]
    reads: bool | None
    silent: frozenset[str] = frozenset()  # what must not be said: right things stay silent


FILES: dict[str, Hostile] = {}


def hostile(name: str, *codes: str, reads: bool | None = None, silent: tuple[str, ...] = ()):
    """Puts a file into the list."""

    def listed(make: Callable[[], bytes]) -> Callable[[], bytes]:
        assert name not in FILES, name
        FILES[name] = Hostile(name, make, frozenset(codes), reads, frozenset(silent))
        return make

    return listed


def zipped(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED, level: int = 1) -> bytes:
    """A package of parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method, compresslevel=level) as target:
        for name, part in parts.items():
            target.writestr(name, part)
    return buffer.getvalue()


def paragraph(words: str = WORDS) -> str:
    """A paragraph of Word."""
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def body(inner: str = "", *, doctype: str = "", words: str = WORDS) -> str:
    """The main part of a Word file."""
    return (
        f'{XML}{doctype}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{paragraph(words)}{inner}</w:body></w:document>'
    )


def types(main: str = MAIN, more: str = "") -> str:
    """The list of content types."""
    return (
        f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/>{more}</Types>'
    )


def relations(*found: str) -> str:
    """A part of relations."""
    return f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(found)}</Relationships>'


def relation(kind: str, target: str, number: int = 1, *, outside: bool = True) -> str:
    """One relation, to the outside by default."""
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="rId{number}" Type="{RELATION}{kind}" Target="{target}"{mode}/>'


def docx(document: str | bytes | None = None, *, main: str = MAIN, **more: str | bytes) -> bytes:
    """A Word file; ``more`` are further parts, ``__`` in their names for the slash and ``_`` before the suffix for the dot."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": types(main),
        "_rels/.rels": relations(relation("officeDocument", "word/document.xml", outside=False)),
        "word/document.xml": body() if document is None else document,
    }
    return zipped(parts | {_named(name): part for name, part in more.items()})


def _named(name: str) -> str:
    stem, _, suffix = name.replace("__", "/").rpartition("_")
    return f"{stem}.{suffix}"


SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
CELLS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>支出合计（万元）</t></is></c><c r="B1"><v>846.2</v></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>项目支出（万元）</t></is></c><c r="B2"><v>533.7</v></c></row>'
)


def sheet(rows: str = CELLS, *, before: str = "", after: str = "", doctype: str = "") -> str:
    """A worksheet."""
    return f'{XML}{doctype}<worksheet xmlns="{SHEET}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def xlsx(
    first: str | bytes | None = None, *, workbook: str = "", sheets: str = "", links: str = "", **more: str | bytes
) -> bytes:
    """A workbook of one sheet; ``more`` as for ``docx``."""
    listed = sheets or '<sheet name="Sheet1" sheetId="1" r:id="rId1"/>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": relations(relation("officeDocument", "xl/workbook.xml", outside=False)),
        "xl/workbook.xml": f'{XML}<workbook xmlns="{SHEET}" xmlns:r="{R}"><sheets>{listed}</sheets>{workbook}</workbook>',
        "xl/_rels/workbook.xml.rels": relations(relation("worksheet", "worksheets/sheet1.xml", outside=False), links),
        "xl/worksheets/sheet1.xml": sheet() if first is None else first,
    }
    return zipped(parts | {_named(name): part for name, part in more.items()})
