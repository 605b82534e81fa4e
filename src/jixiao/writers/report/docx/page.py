"""The page (版面): GB/T 9704-2012 sizes, sections, page numbers, and the draft mark across the page."""

from __future__ import annotations

from dataclasses import dataclass


def twips(millimetres: float) -> int:
    """Word's unit, a twentieth of a point."""
    return round(millimetres * 1440 / 25.4)


@dataclass(frozen=True, slots=True)
class Side:
    """One direction of the page: A4, margins in mm, and how far the page number stands from the edge below."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    footer: float
    landscape: bool

    @property
    def measure(self) -> float:
        """版心宽: the width of the text."""
        return self.width - self.left - self.right

    @property
    def depth(self) -> float:
        """版心高: the height of the text."""
        return self.height - self.top - self.bottom

    def section(self, references: str, kind: str = "", start: int | None = None) -> str:
        """Its w:sectPr."""
        turned = ' w:orient="landscape"' if self.landscape else ""
        number = f'<w:pgNumType w:start="{start}"/>' if start is not None else ""
        return (
            f"<w:sectPr>{references}{kind}"
            f'<w:pgSz w:w="{twips(self.width)}" w:h="{twips(self.height)}"{turned}/>'
            f'<w:pgMar w:top="{twips(self.top)}" w:right="{twips(self.right)}" w:bottom="{twips(self.bottom)}" '
            f'w:left="{twips(self.left)}" w:header="{twips(15)}" w:footer="{twips(self.footer)}" w:gutter="0"/>'
            f"{number}</w:sectPr>"
        )


# 天头37、订口28、版心156×225毫米. The dash of the page number stands 7 mm below the text: half a line of 14 pt above its foot.
# On a landscape page the binding edge is the top one, so that the head of the table lies at the spine.
PORTRAIT = Side(210, 297, 37, 26, 35, 28, 25.5, landscape=False)
LANDSCAPE = Side(297, 210, 28, 37, 26, 35, 16.5, landscape=True)

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{shown}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_DASH = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'


def footer(*, odd: bool) -> bytes:
    """页码: — 1 —, on odd pages at the right, on even ones at the left, one character in."""
    style = "PageNumberOdd" if odd else "PageNumberEven"
    field = _FIELD.format(shown=1 if odd else 2)
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_DASH.format("— ")}{field}{_DASH.format(" —")}</w:p>'
    return f"{_HEAD}<w:ftr {_SPACES}>{paragraph}</w:ftr>".encode()


_WATERMARK = (
    '<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
    '<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{number}" type="#_x0000_t136" alt="草稿" '
    'style="position:absolute;margin-left:0;margin-top:0;width:320pt;height:160pt;rotation:315;z-index:-251658752;'
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;"
    'mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#c8c8c8" stroked="f"><v:fill opacity=".5"/>'
    '<v:textpath style="font-family:&quot;宋体&quot;;font-size:1pt" string="草稿"/><w10:wrap anchorx="margin" anchory="margin"/>'
    "</v:shape></w:pict></w:r>"
)


def draft_header(number: int) -> bytes:
    """「草稿」 across the page, as Word makes its own watermarks, which WPS and LibreOffice show too."""
    mark = _WATERMARK.replace("{number}", str(2048 + number))
    return f'{_HEAD}<w:hdr {_SPACES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{mark}</w:p></w:hdr>'.encode()
