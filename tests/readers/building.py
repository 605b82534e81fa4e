"""Builds Word files from XML for the tests of the readers."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from jixiao.model.document import Document, Table
from jixiao.readers import read_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
SPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"


def part(root: str, inner: str, w: str = W) -> str:
    """An XML part with the namespaces declared."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{w}" {SPACES}>{inner}</w:{root}>'


def package(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of some parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as target:
        for name, text in parts.items():
            target.writestr(name, text)
    return buffer.getvalue()


def docx(body: str, w: str = W, **parts: str) -> bytes:
    """A .docx with this body; further parts by name (styles, numbering, footnotes, header1 …), given by their inner XML."""
    roots = {
        "styles": "styles",
        "numbering": "numbering",
        "footnotes": "footnotes",
        "endnotes": "endnotes",
        "comments": "comments",
    }
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": part("document", f"<w:body>{body}</w:body>", w),
    }
    for name, inner in parts.items():
        root = roots.get(name, "hdr" if name.startswith("header") else "ftr")
        made[f"word/{name}.xml"] = part(root, inner, w)
    return package(made)


def document(body: str, w: str = W, **parts: str) -> Document:
    """What reading makes of such a file."""
    return read_bytes(docx(body, w, **parts), "report.docx")


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs (or of plain words)."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(words: str, properties: str = "") -> str:
    """A run of words."""
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{words}</w:t></w:r>'


def tc(*content: str, properties: str = "") -> str:
    """A cell of paragraphs (or of plain words)."""
    inner = "".join(one if one.startswith("<") else p(one) for one in content or ("",))
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inner}</w:tc>"


def tbl(*rows: str) -> str:
    """A table of rows of cells."""
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def texts(found: Document) -> list[str]:
    """The words of the paragraphs."""
    return [one.text for one in found.paragraphs]


def grid(table: Table) -> list[tuple[int, int, int, int, str]]:
    """Row, column, rows, columns and words of each cell."""
    return [(one.row, one.column, one.rows, one.columns, one.text) for one in table.cells]


def codes(found: Document) -> list[str]:
    """The codes of what was not read."""
    return [one.code for one in found.unread]
