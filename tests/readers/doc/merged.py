"""A Word file with what tables of real reports have: merges of both kinds, tables inside cells, lists, notes, leftovers of editing."""

from __future__ import annotations

from tests.readers.building import package, part


def _p(text: str, *, before: str = "", run: str = "") -> str:
    return f'<w:p><w:pPr>{before}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def _cell(inside: str, *, width: int = 1500, span: int = 1, down: str = "") -> str:
    merge = f'<w:vMerge w:val="{down}"/>' if down else ""
    wide = f'<w:tcW w:w="{width * span}" w:type="dxa"/>' + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
    return f"<w:tc><w:tcPr>{wide}{merge}</w:tcPr>{inside if inside.startswith('<w:') else _p(inside)}</w:tc>"


def _table(*rows: tuple[str, ...], columns: int, width: int = 1500) -> str:
    grid = f'<w:gridCol w:w="{width}"/>' * columns
    frame = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    made = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    about = f'<w:tblW w:w="{width * columns}" w:type="dxa"/><w:tblBorders>{frame}</w:tblBorders>'
    return f"<w:tbl><w:tblPr>{about}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"


_INNER = _table(
    (_cell("甲", width=600), _cell("乙", width=600)),
    (_cell("1.50", width=600), _cell("2.50", width=600)),
    columns=2,
    width=600,
)
_LIST = "<w:numPr><w:ilvl w:val='{}'/><w:numId w:val='1'/></w:numPr>"
_LEVELS = "".join(
    f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
    for at, (kind, text) in enumerate((("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")))
)
_NUMBERING = f'<w:abstractNum w:abstractNumId="0">{_LEVELS}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
_HEADING = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'

_REVISED = (
    '<w:p><w:r><w:t>金额</w:t></w:r><w:del w:id="1" w:author="甲"><w:r><w:delText>12</w:delText></w:r></w:del>'
    '<w:ins w:id="2" w:author="甲"><w:r><w:t>21</w:t></w:r></w:ins><w:r><w:t>万元𠮷</w:t></w:r></w:p>'
)
BODY = "".join((
    _p("2023年度部门整体支出绩效自评报告", before='<w:pStyle w:val="1"/>'),
    _p("部门概况", before=_LIST.format(0)), _p("主要职责", before=_LIST.format(1)), _p("机构设置", before=_LIST.format(1)),
    _p("绩效情况", before=_LIST.format(0)), _p("总体", before=_LIST.format(1)),
    _table(
        (_cell("项目", down="restart"), _cell("预算（万元）", span=2), _cell("备注", down="restart")),
        (_cell("", down="continue"), _cell("年初"), _cell("调整后"), _cell("", down="continue")),
        (_cell("基本支出"), _cell("1,107.50"), _cell("1,098.25"), _cell("")),
        (_cell("合计"), _cell("1,107.50"), _cell("−9.25"), _cell("见附件")),
        (_cell("说明：单位为万元", span=4),),
        columns=4,
    ),
    _p("两表之间"),
    _table(
        (_cell("外", down="restart"), _cell(_INNER + _p("内表之后"), width=3000)),
        (_cell("", down="continue"), _cell("末", width=3000)),
        columns=2,
    ),
    _p("保留的") + "<w:p><w:r><w:t>可见</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r></w:p>",
    _REVISED,
))  # fmt: skip
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def _related(*names: str, folder: str = "") -> str:
    kinds = {"document": "officeDocument"}
    return _RELATIONS.format("".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE}/{kinds.get(name, name)}" Target="{folder}{name}.xml"/>' for at, name in enumerate(names)
    ))  # fmt: skip


MERGED = package({
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
        f'<Override PartName="/word/numbering.xml" ContentType="{_KIND}.numbering+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>'
    ),
    "_rels/.rels": _related("document", folder="word/"),
    "word/_rels/document.xml.rels": _related("numbering", "styles"),
    "word/document.xml": part("document", f"<w:body>{BODY}</w:body>"),
    "word/numbering.xml": part("numbering", _NUMBERING),
    "word/styles.xml": part("styles", _HEADING),
})  # fmt: skip
