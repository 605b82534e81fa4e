"""The package (文件包): the parts of a Word file, their relations and types, always in one order and without a clock."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from jixiao.model.manuscript import Manuscript
from jixiao.writers.report.docx import chart, page, styles
from jixiao.writers.report.docx.binding import DATA_PROPERTIES, Binding, data_part
from jixiao.writers.report.docx.body import body
from jixiao.writers.report.docx.text import escaped

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TYPES = {
    "word/document.xml": f"{_WORD}document.main+xml",
    "word/styles.xml": f"{_WORD}styles+xml",
    "word/settings.xml": f"{_WORD}settings+xml",
    "word/fontTable.xml": f"{_WORD}fontTable+xml",
    "word/header": f"{_WORD}header+xml",
    "word/footer": f"{_WORD}footer+xml",
    "word/charts/": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
}
_BIRTH = (1980, 1, 1, 0, 0, 0)  # the earliest date of a zip entry: the same data gives the same bytes
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def parts(manuscript: Manuscript) -> dict[str, bytes]:
    """Every part by name."""
    binding = Binding(manuscript)
    drafts = {f"word/header{n}.xml": page.draft_header(n) for n in (1, 2)} if manuscript.draft else {}
    charts = {f"word/charts/chart{n}.xml": chart.part(one) for n, one in enumerate(manuscript.charts, 1)}
    made = {
        "word/document.xml": body(manuscript, binding, _pair("header") if drafts else "", _pair("footer")),
        "word/styles.xml": styles.styles(),
        "word/settings.xml": styles.SETTINGS,
        "word/fontTable.xml": styles.font_table(),
        "word/footer1.xml": page.footer(odd=True),
        "word/footer2.xml": page.footer(odd=False),
        **drafts,
        **charts,
        "docProps/core.xml": _core(manuscript.properties, manuscript.category),
        "docProps/app.xml": _APP,
    }
    data = data_part(manuscript)
    if data is not None:
        made["customXml/item1.xml"] = data
        made["customXml/itemProps1.xml"] = DATA_PROPERTIES
        made["customXml/_rels/item1.xml.rels"] = _relations([("rId1", f"{_OFFICE}customXmlProps", "itemProps1.xml")])
    links = [
        ("rIdStyles", f"{_OFFICE}styles", "styles.xml"),
        ("rIdSettings", f"{_OFFICE}settings", "settings.xml"),
        ("rIdFonts", f"{_OFFICE}fontTable", "fontTable.xml"),
        *((f"rIdFooter{n}", f"{_OFFICE}footer", f"footer{n}.xml") for n in (1, 2)),
        *((f"rIdHeader{n}", f"{_OFFICE}header", f"header{n}.xml") for n in range(1, len(drafts) + 1)),
        *((f"rIdChart{n}", f"{_OFFICE}chart", f"charts/chart{n}.xml") for n in range(1, len(charts) + 1)),
        *([("rIdData", f"{_OFFICE}customXml", "../customXml/item1.xml")] if data is not None else []),
    ]
    home = [
        ("rId1", f"{_OFFICE}officeDocument", "word/document.xml"),
        ("rId2", _CORE, "docProps/core.xml"),
        ("rId3", f"{_OFFICE}extended-properties", "docProps/app.xml"),
    ]
    return {
        "[Content_Types].xml": _types(made),
        "_rels/.rels": _relations(home),
        "word/_rels/document.xml.rels": _relations(links),
        **made,
    }


def packed(made: Mapping[str, bytes]) -> bytes:
    """The parts as one file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in made.items():
            entry = zipfile.ZipInfo(name, _BIRTH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(entry, data)
    return buffer.getvalue()


def _pair(kind: str) -> str:
    """The references to a header or footer of odd and of even pages."""
    name = kind.capitalize()
    return "".join(
        f'<w:{kind}Reference w:type="{pages}" r:id="rId{name}{n}"/>' for n, pages in ((1, "default"), (2, "even"))
    )


def _relations(links: list[tuple[str, str, str]]) -> bytes:
    inner = "".join(f'<Relationship Id="{one}" Type="{kind}" Target="{target}"/>' for one, kind, target in links)
    return f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{inner}</Relationships>'.encode()


def _types(made: Mapping[str, bytes]) -> bytes:
    kinds = ((name, next((kind for start, kind in _TYPES.items() if name.startswith(start)), "")) for name in made)
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds if kind)
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def _core(properties: Mapping[str, str], category: str) -> bytes:
    """docProps/core.xml; dates only where the data has one."""
    made = properties.get("made", "")
    pairs = (
        ("dc:title", properties.get("title", "")),
        ("dc:subject", properties.get("subject", "")),
        ("dc:creator", properties.get("unit", "")),
        ("cp:category", category),
        ("dc:language", "zh-CN"),
    )
    inner = "".join(f"<{name}>{escaped(text)}</{name}>" for name, text in pairs if text)
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{escaped(made)}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
        if _DATE.fullmatch(made)
    )
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{inner}{dates}</cp:coreProperties>'
    ).encode()


_APP = (
    f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>jixiao</Application></Properties>"
).encode()
