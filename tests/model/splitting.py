"""A report taken apart as units send it: the body in Word, the tables in Excel, a page that was signed and scanned."""

from __future__ import annotations

import io

from docx import Document as Word
from openpyxl import Workbook
from openpyxl.styles import Border, Side

from jixiao.model.document import Block, Document, Paragraph, paragraph

_SIDE = Side(style="thin")
_FRAME = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)


def first_annex(document: Document) -> int:
    """The block with the title of the first table."""
    return document.tables[0].block - 1


def body(data: bytes) -> bytes:
    """The Word file up to the title of its first table."""
    word = Word(io.BytesIO(data))
    held = list(word.element.body)
    first = next(n for n, element in enumerate(held) if element.tag.endswith("}tbl"))
    for element in held[first - 1 :]:
        if not element.tag.endswith("}sectPr"):
            word.element.body.remove(element)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def tables(document: Document) -> bytes:
    """The annexes as a workbook, a sheet a table, with the words above and below it."""
    book = Workbook()
    book.remove(book.active)
    above: list[str] = []
    sheet, row = None, 1
    for block in document.blocks:
        if block.block < first_annex(document):
            continue
        if isinstance(block, Paragraph):
            if sheet is not None and block.text.startswith(("填表人", "说明")):
                sheet.cell(row, 1, block.text)
                row += 1
            else:
                above.append(block.text)
            continue
        sheet = book.create_sheet(f"附件{len(book.sheetnames) + 1}")
        for row, words in enumerate(above, 1):
            sheet.cell(row, 1, words)
        row, above = len(above) + 1, []
        for cell in block.cells:
            top, left = row + cell.row - 1, cell.column
            sheet.cell(top, left, cell.text)
            for down in range(cell.rows):
                for right in range(cell.columns):
                    sheet.cell(top + down, left + right).border = _FRAME
            if cell.rows > 1 or cell.columns > 1:
                sheet.merge_cells(None, top, left, top + cell.rows - 1, left + cell.columns - 1)
        row += len(block.grid)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def scanned(*blocks: Block | str, name: str = "签字盖章.pdf") -> Document:
    """A page as it comes off a scan."""
    held = tuple(paragraph(n, b) if isinstance(b, str) else b for n, b in enumerate(blocks, 1))
    return Document(name, "pdf", "5" * 64, held, pages=((1, 0, 1),), scanned=(1,))
