"""What is fuzzed: functions of bytes that must end without an exception and leave sound nouns behind."""
# ruff: noqa: S101 - an assertion that fails is what the fuzzer looks for

from __future__ import annotations

import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO

from jixiao import pipeline
from jixiao.filing import amounts
from jixiao.model.document import Paragraph
from jixiao.model.quantities import quantities, single
from jixiao.model.targets import amount_of, target
from jixiao.readers.formats import Content, formats

Target = Callable[[bytes], None]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LONG = 1 << 16  # more bytes than that find nothing new, only slowly
_UNITS = ("", "万元", "%", "件", "千件", "元")


def anything(data: bytes) -> None:
    """The bytes as whoever sends them: whichever format they look like."""
    for known in formats():
        if known.sniff(data):
            sound(known.read(data[:_LONG]))
            return


def inside(name: str, around: dict[str, bytes]) -> Target:
    """The bytes as one part of a package: mutations of packed bytes would only be found to be no package."""

    def part(data: bytes) -> None:
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as package:
            for other, content in around.items():
                package.writestr(other, content)
            package.writestr(name, data[:_LONG])
        anything(buffer.getvalue())

    return part


def sound(content: Content) -> None:
    """Whatever was read is numbered through, in itself consistent, and every note is a sentence."""
    assert all(one.message and one.message_en for one in content.unread)
    for number, block in enumerate(content.blocks, 1):
        assert block.block == number, (block.block, number)
        if isinstance(block, Paragraph):
            assert len(block.plain) == len(block.text)
            continue
        for cell in block.cells:
            assert len(cell.plain) == len(cell.text)
            assert block.at(cell.row, cell.column) is not None
    for one in content.doubts:
        assert 0 <= one.confidence <= 1


def audit(data: bytes) -> None:
    """Words, understood and judged; a rule that fails raises."""
    pipeline.audit_bytes(data[: _LONG >> 2], "a.txt", strict=True)


def amount(data: bytes) -> None:
    """Numbers in words."""
    text = data[:2000].decode("utf-8", "replace")
    for found in quantities(text):
        assert text[found.start : found.end]
    for unit in _UNITS:
        single(text, unit)
        amount_of(text, unit)
    for dimension in amounts.UNITS:
        with suppress(amounts.Unclear):
            amounts.take(text, dimension)
    with suppress(amounts.Unclear):
        amounts.take_points(text)


def goal(data: bytes) -> None:
    """Targets of indicators: ≥98%, 2—5次, 逐步提高."""
    text, _, rest = data[:2000].decode("utf-8", "replace").partition("\n")
    sign, _, unit = rest.partition("\n")
    found = target(text, sign, unit)
    assert found == target(text, sign, unit)


def filing(data: bytes) -> None:
    """What is entered in YAML or JSON."""
    for name in ("a.yaml", "a.json"):
        found = pipeline.read_filing_bytes(data[:_LONG], name)
        assert found.filing is not None or found.mistakes


_TYPES = b"<Types/>"
_NUMBERED = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
_BODY = (
    f'<w:document xmlns:w="{W}"><w:body><w:p>{_NUMBERED}<w:r><w:t>支出1.2万元</w:t></w:r></w:p></w:body></w:document>'
)
_BOOK = (
    b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/'
    b'officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_OFD = (
    b'<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocRoot>D.xml</ofd:DocRoot>'
    b"</ofd:DocBody></ofd:OFD>"
)
_OFD_DOCUMENT = (
    b'<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297'
    b'</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="P.xml"/></ofd:Pages></ofd:Document>'
)
TARGETS: dict[str, Target] = {
    "anything": anything,
    "docx": inside("word/document.xml", {"[Content_Types].xml": _TYPES}),
    "docx_numbering": inside(
        "word/numbering.xml", {"[Content_Types].xml": _TYPES, "word/document.xml": _BODY.encode()}
    ),
    "xlsx": inside("xl/worksheets/sheet1.xml", {"[Content_Types].xml": _TYPES, "xl/workbook.xml": _BOOK}),
    "ofd": inside("P.xml", {"OFD.xml": _OFD, "D.xml": _OFD_DOCUMENT}),
    "odt": inside("content.xml", {"mimetype": b"application/vnd.oasis.opendocument.text"}),
    "pdf": anything,
    "doc": anything,
    "xls": anything,
    "rtf": anything,
    "mht": anything,
    "html": anything,
    "txt": anything,
    "audit": audit,
    "amount": amount,
    "goal": goal,
    "filing": filing,
}
