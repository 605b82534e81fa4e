"""Builds workbooks from XML, so that a test can write what no library would."""

from __future__ import annotations

from jixiao.model.document import Document
from jixiao.readers import read_bytes
from tests.readers.building import package

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
FRAMED = 1  # a style with a frame
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="0.00"/></numFmts>'
    '<borders count="2"><border><left/></border><border><left style="thin"><color auto="1"/></left></border></borders>'
    '<cellXfs count="4"><xf numFmtId="0" borderId="0"/><xf numFmtId="0" borderId="1"/><xf numFmtId="176" borderId="1"/>'
    '<xf numFmtId="9" borderId="1"/></cellXfs></styleSheet>'
)


def c(at: str, value: str = "", style: int = 0, kind: str = "", formula: str = "") -> str:
    """A cell: words become inline ones, everything else stands as it is."""
    if value and not kind and not value.replace(".", "").replace("-", "").isdigit():
        return f'<c r="{at}" s="{style}" t="inlineStr"><is><t>{value}</t></is></c>'
    type_ = f' t="{kind}"' if kind else ""
    inner = (f"<f>{formula}</f>" if formula else "") + (f"<v>{value}</v>" if value else "")
    return f'<c r="{at}" s="{style}"{type_}>{inner}</c>'


def row(number: int, *cells: str, hidden: bool = False) -> str:
    """A row."""
    unseen = ' hidden="1"' if hidden else ""
    return f'<row r="{number}"{unseen}>{"".join(cells)}</row>'


def line(number: int, *values: str, style: int = FRAMED, first: str = "A") -> str:
    """A row of values side by side, framed."""
    return row(number, *(c(f"{chr(ord(first) + i)}{number}", value, style) for i, value in enumerate(values)))


def sheet(*rows: str, merges: tuple[str, ...] = (), columns: str = "", root: str = MAIN) -> str:
    """A sheet."""
    merged = "".join(f'<mergeCell ref="{ref}"/>' for ref in merges)
    tail = f"<mergeCells>{merged}</mergeCells>" if merged else ""
    head = '<dimension ref="A1:XFD1048576"/>' + (f"<cols>{columns}</cols>" if columns else "")
    return (
        f'<?xml version="1.0"?><worksheet xmlns="{root}">{head}<sheetData>{"".join(rows)}</sheetData>{tail}</worksheet>'
    )


def workbook(
    *sheets: str, names: tuple[str, ...] = (), states: tuple[str, ...] = (), properties: str = "", **parts: str | bytes
) -> bytes:
    """A workbook of these sheets; further parts by their names, with ``__`` for ``/``."""
    listed = ""
    for n in range(len(sheets)):
        name = names[n] if n < len(names) else f"Sheet{n + 1}"
        state = f' state="{states[n]}"' if n < len(states) and states[n] else ""
        listed += f'<sheet name="{name}" sheetId="{n + 1}" r:id="rId{n + 1}"{state}/>'
    targets = "".join(
        f'<Relationship Id="rId{n + 1}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{n + 1}.xml"/>'
        for n in range(len(sheets))
    )
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{properties}<sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{targets}</Relationships>',
        "xl/styles.xml": STYLES,
        **{f"xl/worksheets/sheet{n}.xml": text for n, text in enumerate(sheets, 1)},
        **{name.replace("__", "/"): part for name, part in parts.items()},
    }
    return package(made)


def read(*sheets: str, **parts: str | bytes | tuple[str, ...]) -> Document:
    """What reading makes of such a workbook."""
    return read_bytes(workbook(*sheets, **parts), "表.xlsx")
