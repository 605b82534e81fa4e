"""The fixed parts of a Word file: styles, settings, footer with a page number, relations."""

from __future__ import annotations

from collections.abc import Sequence

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    f'xmlns:r="{_OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMES = ("styles", "settings", "numbering", "fontTable", "footer")

DOCUMENT = _HEAD + f"<w:document {_SPACES}><w:body>{{body}}</w:body></w:document>"
TABLE_PROPERTIES = (
    '<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:jc w:val="center"/><w:tblBorders>'
    + "".join(
        f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for s in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
    '<w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)


def section(*, landscape: bool) -> str:
    """Page size and margins: A4 with the margins of GB/T 9704."""
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if landscape else 'w:w="11906" w:h="16838"'
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="rId5"/><w:pgSz {size}/>'
        '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/>'
        '<w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>'
    )


def numbering(numbers: Sequence[tuple[str, int]]) -> str:
    """One list for each automatic number: its pattern and the value it starts at."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{i}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
        for i, (pattern, start) in enumerate(numbers)
    )
    concrete = "".join(f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(len(numbers)))
    return _HEAD + f"<w:numbering {_SPACES}>{abstract}{concrete}</w:numbering>"


def _heading(level: int) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{level}"><w:name w:val="heading {level}"/><w:basedOn w:val="a"/><w:next w:val="a"/>'
        f'<w:qFormat/><w:pPr><w:keepNext/><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
    )


FIXED = {
    "[Content_Types].xml": _HEAD
    + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + '<Default Extension="xml" ContentType="application/xml"/>'
    + f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
    + "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{name}+xml"/>' for name in _NAMES)
    + "</Types>",
    "_rels/.rels": _HEAD
    + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    + f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": _HEAD
    + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    + "".join(
        f'<Relationship Id="rId{i}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>' for i, name in enumerate(_NAMES, 1)
    )
    + "</Relationships>",
    "word/styles.xml": _HEAD
    + f'<w:styles {_SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体" '
    + 'w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/><w:rPr><w:kern w:val="2"/>'
    + '<w:sz w:val="21"/></w:rPr></w:style>'
    + "".join(_heading(level) for level in (1, 2, 3))
    + "</w:styles>",
    "word/settings.xml": _HEAD
    + f'<w:settings {_SPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
    + '<w:characterSpacingControl w:val="compressPunctuation"/></w:settings>',
    "word/fontTable.xml": _HEAD
    + f"<w:fonts {_SPACES}>"
    + "".join(f'<w:font w:name="{n}"/>' for n in ("宋体", "黑体", "仿宋_GB2312", "楷体_GB2312", "方正小标宋简体"))
    + "</w:fonts>",
    "word/footer.xml": _HEAD
    + f'<w:ftr {_SPACES}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>'
    + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    + '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    + '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>',
}
