"""The styles (样式) of a report: GB/T 9704-2012 as far as it speaks of fonts, sizes, indents and lines; the rest is our choice."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SONG, HEI, KAI, FANG, TITLE, LATIN = "宋体", "黑体", "楷体_GB2312", "仿宋_GB2312", "方正小标宋简体", "Times New Roman"
# Name → other names of the same face, the nearest first; then what Word goes by where none of them is installed.
_FONTS = (
    (FANG, "仿宋,FangSong,FangSong_GB2312,STFangsong,华文仿宋", "modern"),
    (KAI, "楷体,KaiTi,KaiTi_GB2312,STKaiti,华文楷体", "modern"),
    (TITLE, "FZXiaoBiaoSong-B05S,方正小标宋_GBK,小标宋体,华文中宋,STZhongsong", "auto"),
    (HEI, "SimHei,STHeiti,华文黑体", "modern"),
    (SONG, "SimSun,STSong,华文宋体", "auto"),
)


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style: ``size`` in half points, ``line`` exact in twips (0: as high as its words)."""

    id: str
    name: str
    font: str = FANG
    size: int = 32
    line: int = 560
    before: int = 0
    after: int = 0
    indent: str = ""
    align: str = "both"
    keep: bool = False
    level: int | None = None
    tight: int = 0
    dense: bool = False  # no blank between Chinese and Latin: narrow cells
    base: str = "Normal"


_TWO = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'  # 首行缩进2字
_LISTED = '<w:ind w:leftChars="500" w:left="1600" w:hangingChars="300" w:hanging="960"/>'  # 附件： and what it lists
_LISTED_ON = '<w:ind w:leftChars="500" w:left="1600"/>'
# 每行28字: 156 mm hold 27.6 characters of 16 pt, so each stands a quarter of a point closer.
_TIGHT = -5
_STYLES = (
    _Style("Title", "Title", TITLE, 44, 700, 0, 560, align="center", keep=True),
    _Style("Heading1", "heading 1", HEI, indent=_TWO, keep=True, level=0, tight=_TIGHT),
    _Style("Heading2", "heading 2", KAI, indent=_TWO, keep=True, level=1, tight=_TIGHT),
    _Style("Heading3", "heading 3", FANG, indent=_TWO, keep=True, level=2, tight=_TIGHT),
    _Style("Heading4", "heading 4", FANG, indent=_TWO, keep=True, level=3, tight=_TIGHT),
    _Style("BodyText", "Body Text", indent=_TWO, tight=_TIGHT),
    _Style("CoverTitle", "封面标题", TITLE, 52, 900, 2400, 0, align="center"),
    _Style("Cover", "封面文字", KAI, 32, 640, align="center"),
    _Style("Annex", "附件号", HEI, keep=True, align="left"),
    _Style("Caption", "caption", TITLE, 36, 560, 0, 160, align="center", keep=True),
    _Style("TableNote", "表注", FANG, 21, 320, 80, 0, align="left"),
    _Style("SignOff", "填报签字", FANG, 18, 400, 80, 0, align="left", dense=True),
    _Style("Attachments", "附件说明", indent=_LISTED, align="left"),
    _Style("AttachmentsMore", "附件说明（续）", indent=_LISTED_ON, align="left"),
    _Style("ReportDate", "成文日期", indent='<w:ind w:rightChars="400" w:right="1280"/>', align="right", before=560),
    _Style("Picture", "图", FANG, 21, 0, 160, 160, align="center"),
    _Style("Cell", "表格文字", FANG, 21, 270, align="center", dense=True),
    _Style("CellHead", "表头文字", HEI, base="Cell", size=21, line=270, align="center", keep=True, dense=True),
    _Style("SmallCell", "表格小字", base="Cell", size=18, line=230, align="center", dense=True),
    _Style("SmallCellHead", "表头小字", HEI, base="Cell", size=18, line=230, align="center", keep=True, dense=True),
    _Style("Header", "header", SONG, 18, 240, align="center"),
    _Style(
        "PageNumberOdd", "页码（单页）", SONG, 28, 0, indent='<w:ind w:rightChars="100" w:right="280"/>', align="right"
    ),
    _Style(
        "PageNumberEven", "页码（双页）", SONG, 28, 0, indent='<w:ind w:leftChars="100" w:left="280"/>', align="left"
    ),
)
_TINY = (
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Seam"><w:name w:val="分节"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="2"/></w:rPr></w:style>'
)
_GRID = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
    '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>"
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _fonts(font: str) -> str:
    latin = LATIN if font in (FANG, KAI, TITLE) else font
    return f'<w:rFonts w:ascii="{latin}" w:eastAsia="{font}" w:hAnsi="{latin}" w:cs="{LATIN}"/>'


def _spacing(style: _Style) -> str:
    line = f'w:line="{style.line}" w:lineRule="exact"' if style.line else 'w:line="240" w:lineRule="auto"'
    return f'<w:spacing w:before="{style.before}" w:after="{style.after}" {line}/>'


def _xml(style: _Style) -> str:
    known = style.name.isascii()
    keep = "<w:keepNext/>" + ("<w:keepLines/>" if style.level is not None else "") if style.keep else ""
    dense = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' if style.dense else ""
    level = f'<w:outlineLvl w:val="{style.level}"/>' if style.level is not None else ""
    tight = f'<w:spacing w:val="{style.tight}"/>' if style.tight else ""
    custom = "" if known else ' w:customStyle="1"'
    following = '<w:next w:val="BodyText"/>' if style.level is not None or style.id == "Title" else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.base}"/>{following}<w:qFormat/>'
        f'<w:pPr>{keep}{dense}{_spacing(style)}{style.indent}<w:jc w:val="{style.align}"/>{level}</w:pPr>'
        f'<w:rPr>{_fonts(style.font)}{tight}<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/></w:rPr></w:style>'
    )


@cache
def styles() -> bytes:
    """word/styles.xml."""
    normal = _Style("Normal", "Normal")
    return (
        f'{_HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(FANG)}<w:kern w:val="2"/>'
        '<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:widowControl/>{_spacing(normal)}<w:jc w:val="both"/></w:pPr></w:style>'
        f"{''.join(map(_xml, _STYLES))}{_TINY}{_GRID}</w:styles>"
    ).encode()


@cache
def font_table() -> bytes:
    """word/fontTable.xml: the names under which the same faces are known elsewhere."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/><w:family w:val="{family}"/>'
        f'<w:pitch w:val="{"fixed" if family == "modern" else "default"}"/></w:font>'
        for name, others, family in _FONTS
    )
    latin = (
        f'<w:font w:name="{LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
    )
    return f'{_HEAD}<w:fonts xmlns:w="{W}">{fonts}{latin}</w:fonts>'.encode()


SETTINGS = (
    f'{_HEAD}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/>'
    '<w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
).encode()
