"""Blocks as a Word file, the way Word itself writes one: style parts, rsids, fonts on every run, split runs."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from benchmarks.generator import parts
from benchmarks.generator.blocks import Block, Cell, PageBreak, Para, Section, Table, placed, starts_merge

_LATIN = re.compile(r"[!-~]+")
_BOOKMARK = "[bookmark: _GoBack]"
_FONTS = {  # style: Chinese font, half points, alignment, first-line indent in characters
    "title": ("方正小标宋简体", 44, "center", 0),
    "cover": ("仿宋_GB2312", 36, "center", 0),
    "heading1": ("黑体", 32, "both", 2),
    "heading2": ("楷体_GB2312", 32, "both", 2),
    "heading3": ("仿宋_GB2312", 32, "both", 2),
    "body": ("仿宋_GB2312", 32, "both", 2),
    "centre": ("仿宋_GB2312", 32, "center", 0),
    "note": ("宋体", 18, "left", 0),
    "caption": ("方正小标宋简体", 36, "center", 0),
}
_MM = 56.7  # twentieths of a point


def word(blocks: Iterable[Block]) -> bytes:
    """A .docx; the same blocks give the same bytes."""
    writer = _Writer()
    body = "".join(writer.block(block) for block in blocks)
    files = {
        **parts.FIXED,
        "word/document.xml": parts.DOCUMENT.format(body=body + parts.section(landscape=False)),
        "word/numbering.xml": parts.numbering(writer.numbers),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files, key=lambda n: (n != "[Content_Types].xml", n)):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name])
    return out.getvalue()


class _Writer:
    """Turns blocks into XML and keeps count of paragraphs and of automatic numbers."""

    def __init__(self) -> None:
        self.numbers: list[tuple[str, int]] = []  # (pattern, first value), one a list
        self._count = 0

    def block(self, block: Block) -> str:
        if isinstance(block, Para):
            return "".join(self._paragraph(line, block.style, block.number) for line in block.text.split("\n"))
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Section):
            return f"<w:p><w:pPr>{parts.section(landscape=block.landscape)}</w:pPr></w:p>"
        return (
            '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
            if isinstance(block, PageBreak)
            else ""
        )

    def _paragraph(self, text: str, style: str, number: str = "") -> str:
        font, size, align, indent = _FONTS[style]
        first = f'<w:ind w:firstLineChars="{indent * 100}" w:firstLine="{indent * size * 10}"/>' if indent else ""
        style_id = {"heading1": "1", "heading2": "2", "heading3": "3"}.get(style)
        named = f'<w:pStyle w:val="{style_id}"/>' if style_id else ""
        properties = (
            f'<w:pPr>{named}{self._numbered(number)}<w:spacing w:line="560" w:lineRule="exact"/>{first}'
            f'<w:jc w:val="{align}"/>{_run_properties(font, size)}</w:pPr>'
        )
        return f"<w:p {self._ids()}>{properties}{_runs(text, font, size)}</w:p>"

    def _numbered(self, number: str) -> str:
        if not number:
            return ""
        value = re.search(r"\d+", number)
        if value is None:
            raise ValueError(f"an automatic number needs digits: {number}")
        self.numbers.append((number.replace(value.group(), "%1"), int(value.group())))
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{len(self.numbers)}"/></w:numPr>'

    def _ids(self) -> str:
        self._count += 1
        paragraph, edit, default = self._count * 7919 % 0x7FFFFFFF, self._count % 97, self._count % 13
        return f'w14:paraId="{paragraph:08X}" w:rsidR="00{edit:06X}" w:rsidRDefault="00A{default:05X}"'

    def _table(self, table: Table) -> str:
        widths = [round(w * _MM) for w in table.widths or [160 // table.columns] * table.columns]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join(self._row(table, number, widths) for number in range(len(table.rows)))
        return f"<w:tbl>{parts.TABLE_PROPERTIES}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    def _row(self, table: Table, number: int, widths: list[int]) -> str:
        header = "<w:tblHeader/>" if number < table.header else ""
        inner = ""
        for column, cell in placed(table.rows[number]):
            merge = '<w:vMerge w:val="restart"/>' if not cell.below and starts_merge(table, number, column) else ""
            merge = "<w:vMerge/>" if cell.below else merge
            span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
            width = sum(widths[column : column + cell.span])
            inner += (
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/></w:tcPr>'
                f"{''.join(self._cell_lines(cell))}</w:tc>"
            )
        return f'<w:tr {self._ids()}><w:trPr><w:trHeight w:val="210"/>{header}<w:jc w:val="center"/></w:trPr>{inner}</w:tr>'

    def _cell_lines(self, cell: Cell) -> Iterator[str]:
        align = "left" if len(cell.text) > 14 or cell.text.startswith(" ") else "center"
        for line in cell.text.split("\n"):
            properties = f'<w:pPr><w:spacing w:line="200" w:lineRule="exact"/><w:jc w:val="{align}"/>{_run_properties("宋体", 17)}</w:pPr>'
            if line == _BOOKMARK:
                inner = '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
            else:
                inner = _runs(line, "宋体", 17)
            yield f"<w:p {self._ids()}>{properties}{inner}</w:p>"


def _run_properties(font: str, size: int) -> str:
    return (
        f'<w:rPr><w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}" w:cs="{font}" w:hint="eastAsia"/>'
        f'<w:color w:val="000000"/><w:kern w:val="0"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )


def _runs(text: str, font: str, size: int) -> str:
    """Runs split between Chinese and Latin characters, as they are after a paragraph was edited."""
    properties, out, at = _run_properties(font, size), "", 0
    for match in _LATIN.finditer(text):
        for piece in (text[at : match.start()], match.group()):
            if piece:
                out += f'<w:r>{properties}<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'
        at = match.end()
    if text[at:]:
        out += f'<w:r>{properties}<w:t xml:space="preserve">{escape(text[at:])}</w:t></w:r>'
    return out
