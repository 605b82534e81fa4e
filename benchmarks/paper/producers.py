"""The programs that set the pages: each turns samples into PDFs in its own way; one that is not here is said to be missing."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

import docx
import typst
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from benchmarks.paper.sheets import Sample, Sheet, Spot

_WIDTH = 16.0  # cm
_SIZE = 9  # points, of the words in a table
_SECONDS = 300


def by_typst(samples: Sequence[Sample]) -> list[bytes]:
    """Typst, with a template of its own."""
    return [typst.compile(_typst(one).encode(), format="pdf", timestamp=0) for one in samples]


def _typst(sample: Sample) -> str:
    parts = [
        '#set page(paper: "a4", margin: (x: 2.5cm, y: 3cm), numbering: "1")',
        '#set text(font: ("Noto Serif CJK SC", "Noto Sans CJK SC"), size: 14pt, lang: "zh")',
        "#set par(first-line-indent: (amount: 2em, all: true), justify: true)", *sample.above,
    ]  # fmt: skip
    if sample.sheet:
        parts.append(_typst_table(sample.sheet))
    return "\n\n".join([*parts, *sample.below])


def _typst_table(sheet: Sheet) -> str:
    heads, last = sheet.heads, sheet.height
    stroke = {
        "all": "0.5pt", "none": "none", "across": "(x, y) => (top: 0.5pt, bottom: 0.5pt)",
        "three": f"(x, y) => (top: if y == 0 or y == {heads} {{ 0.8pt }}, bottom: if y == {last - 1} {{ 0.8pt }})",
    }[sheet.lines]  # fmt: skip
    cells = [_typst_cell(one) for one in sheet.spots if one.row >= heads]
    head = "".join(_typst_cell(one) for one in sheet.spots if one.row < heads)
    columns = ", ".join(f"{share * _WIDTH}cm" for share in sheet.widths)
    return (
        f"#{{ set text(size: {_SIZE}pt); set par(first-line-indent: 0em, justify: false)\n"
        f"table(columns: ({columns}), stroke: {stroke}, inset: 4pt, align: horizon, table.header({head}), {''.join(cells)}) }}"
    )


def _typst_cell(one: Spot) -> str:
    align = "right" if one.right else "left" if one.column == 0 else "center"
    words = one.text.replace("#", "\\#").replace("*", "\\*")
    return f'table.cell(x: {one.column}, y: {one.row}, rowspan: {one.rows}, colspan: {one.columns}, align: {align} + horizon)[#"{words}"],'


def by_reportlab(samples: Sequence[Sample]) -> list[bytes]:
    """ReportLab, with a font that is named and not in the file."""
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415 - said to be missing where it is
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - the same
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # noqa: PLC0415 - the same
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table  # noqa: PLC0415 - the same

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    text = ParagraphStyle("text", fontName="STSong-Light", fontSize=14, leading=24, firstLineIndent=28, wordWrap="CJK")
    small = ParagraphStyle("cell", fontName="STSong-Light", fontSize=_SIZE, leading=_SIZE * 1.3, wordWrap="CJK")
    ends = {
        "right": ParagraphStyle("r", small, alignment=2),
        "left": small,
        "center": ParagraphStyle("c", small, alignment=1),
    }
    found = []
    for sample in samples:
        out = io.BytesIO()
        story = [Paragraph(words, text) for words in sample.above]
        if sheet := sample.sheet:
            width = len(sheet.widths)
            rows: list[list[object]] = [[""] * width for _ in range(sheet.height)]
            style: list[tuple[object, ...]] = [("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
            for one in sheet.spots:
                align = "right" if one.right else "left" if one.column == 0 else "center"
                rows[one.row][one.column] = Paragraph(escape(one.text), ends[align])
                style.append(("SPAN", (one.column, one.row), (one.column + one.columns - 1, one.row + one.rows - 1)))
            style += _reportlab_lines(sheet)
            sizes = [share * _WIDTH * 28.35 for share in sheet.widths]
            story.append(Table(rows, sizes, repeatRows=sheet.heads, style=style))
        story += [Paragraph(words, text) for words in sample.below]
        SimpleDocTemplate(out, leftMargin=70, rightMargin=70).build(story)
        found.append(out.getvalue())
    return found


def _reportlab_lines(sheet: Sheet) -> list[tuple[object, ...]]:
    if sheet.lines == "all":
        return [("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0))]
    if sheet.lines == "across":
        return [(name, (0, 0), (-1, -1), 0.5, (0, 0, 0)) for name in ("LINEABOVE", "LINEBELOW")]
    if sheet.lines == "none":
        return []
    head = sheet.heads - 1
    return [
        ("LINEABOVE", (0, 0), (-1, 0), 0.8, (0, 0, 0)), ("LINEBELOW", (0, head), (-1, head), 0.8, (0, 0, 0)),
        ("LINEBELOW", (0, -1), (-1, -1), 0.8, (0, 0, 0)),
    ]  # fmt: skip


def by_chromium(samples: Sequence[Sample]) -> list[bytes]:
    """Chromium printing a web page."""
    return [_printed(_html(one)) for one in samples]


def _printed(page: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder, "a.html"), Path(folder, "a.pdf")
        source.write_text(page, encoding="utf-8")
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={folder}/p",
             f"--print-to-pdf={made}", source.as_uri()],
            check=True, capture_output=True, timeout=_SECONDS,
        )  # fmt: skip
        return made.read_bytes()


def _html(sample: Sample) -> str:
    paragraphs = [[f"<p>{escape(words)}</p>" for words in part] for part in (sample.above, sample.below)]
    style = (
        "@page{size:A4;margin:3cm 2.5cm} body{font:14pt 'Noto Serif CJK SC'} p{text-indent:2em;text-align:justify}"
        f"table{{border-collapse:collapse;width:{_WIDTH}cm;font-size:{_SIZE}pt;table-layout:fixed}} td{{padding:3pt}}"
        ".all td{border:.5pt solid} .across td{border-top:.5pt solid;border-bottom:.5pt solid}"
        ".three tr.top td{border-top:.8pt solid} .three tr.low td,.three td.low{border-bottom:.8pt solid}"
    )
    table = _html_table(sample.sheet) if sample.sheet else ""
    return f"<meta charset=utf-8><style>{style}</style>{''.join(paragraphs[0])}{table}{''.join(paragraphs[1])}"


def _html_table(sheet: Sheet) -> str:
    columns = "".join(f"<col style='width:{share * 100}%'>" for share in sheet.widths)
    rows = []
    for row, cells in groupby(sorted(sheet.spots, key=lambda one: (one.row, one.column)), key=lambda one: one.row):
        name = "top" if row == 0 else "low" if row in (sheet.heads - 1, sheet.height - 1) else ""
        text = "".join(
            f"<td rowspan={one.rows} colspan={one.columns}{' class=low' if one.row + one.rows == sheet.heads else ''} style='text-align:"
            f"{'right' if one.right else 'left' if one.column == 0 else 'center'}'>{escape(one.text)}</td>"
            for one in cells
        )
        rows.append(f"<tr class='{name}'>{text}</tr>")
    head, body = "".join(rows[: sheet.heads]), "".join(rows[sheet.heads :])
    return (
        f"<table class={sheet.lines}><colgroup>{columns}</colgroup><thead>{head}</thead><tbody>{body}</tbody></table>"
    )


def by_libreoffice(samples: Sequence[Sample]) -> list[bytes]:
    """LibreOffice from Word files."""
    with tempfile.TemporaryDirectory() as folder:
        for number, sample in enumerate(samples):
            _word(sample).save(str(Path(folder, f"{number}.docx")))
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder,
             *(str(Path(folder, f"{number}.docx")) for number in range(len(samples)))],
            check=True, capture_output=True, timeout=_SECONDS,
        )  # fmt: skip
        return [Path(folder, f"{number}.pdf").read_bytes() for number in range(len(samples))]


def _word(sample: Sample) -> docx.document.Document:
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Noto Serif CJK SC", Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
    for words in sample.above:
        document.add_paragraph(words).paragraph_format.first_line_indent = Pt(28)
    if sample.sheet:
        _word_table(document, sample.sheet)
    for words in sample.below:
        document.add_paragraph(words).paragraph_format.first_line_indent = Pt(28)
    return document


def _word_table(document: docx.document.Document, sheet: Sheet) -> None:
    table = document.add_table(sheet.height, len(sheet.widths))
    table.autofit = False
    for row in range(sheet.height):
        for at, share in enumerate(sheet.widths):
            table.cell(row, at).width = Cm(share * _WIDTH)
    for one in sheet.spots:
        cell = table.cell(one.row, one.column)
        if one.rows > 1 or one.columns > 1:
            cell = cell.merge(table.cell(one.row + one.rows - 1, one.column + one.columns - 1))
        words = cell.paragraphs[0]
        words.alignment = 2 if one.right else 0 if one.column == 0 else 1
        words.paragraph_format.space_after = Pt(0)
        words.add_run(one.text).font.size = Pt(_SIZE)
        for row in range(one.row, one.row + one.rows):
            for column in range(one.column, one.column + one.columns):
                _word_lines(table.cell(row, column), sheet, one)
    for row in range(sheet.heads):
        mark = OxmlElement("w:tblHeader")
        table.rows[row]._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 - python-docx has no word for it


def _word_lines(cell: docx.table._Cell, sheet: Sheet, one: Spot) -> None:
    sides = {
        "all": ("top", "left", "bottom", "right"), "across": ("top", "bottom"), "none": (),
        "three": (*(("top",) if one.row in (0, sheet.heads) else ()), *(("bottom",) if one.row == sheet.height - 1 else ())),
    }[sheet.lines]  # fmt: skip
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - python-docx has no word for it
    for old in properties.findall(qn("w:tcBorders")):
        properties.remove(old)
    borders = OxmlElement("w:tcBorders")
    for side in sides:
        line = OxmlElement(f"w:{side}")
        line.set(qn("w:val"), "single")
        line.set(qn("w:sz"), "4")
        borders.append(line)
    properties.append(borders)


def producers() -> tuple[dict[str, Callable[[Sequence[Sample]], list[bytes]]], list[str]]:
    """Those that are on this machine, and the names of those that are not."""
    import importlib.util as modules  # noqa: PLC0415 - only here

    every = {
        "LibreOffice": (by_libreoffice, shutil.which("soffice")), "Typst": (by_typst, modules.find_spec("typst")),
        "ReportLab": (by_reportlab, modules.find_spec("reportlab")), "Chromium": (by_chromium, shutil.which("chromium")),
    }  # fmt: skip
    return {name: make for name, (make, here) in every.items() if here}, [
        n for n, (_, here) in every.items() if not here
    ]
