"""Charts (图) as Word's own: a part each with its figures in it, so that they can be restyled there and stay sharp in print."""

from __future__ import annotations

from decimal import Decimal

from jixiao.model.chart import Chart, Series
from jixiao.writers.report.docx.styles import HEI, LATIN, SONG
from jixiao.writers.report.docx.text import attribute, escaped

_COLOURS = ("3E6C9A", "D08C4A", "6F9E77", "8C8C8C", "A4636B", "7A74A8")  # calm, and told apart when printed grey
_EMU = 36000  # a millimetre
_WIDTH = 150  # mm
_SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_INK, _GREY = "333333", "D9D9D9"


def height(chart: Chart) -> int:
    """The height of a chart in mm: a row of bars takes its room."""
    if chart.kind != "bar":
        return 62
    rows = len(chart.categories) * max(1, len(chart.series))
    return max(42, min(190, 26 + 7 * rows + 3 * len(chart.categories)))


def drawing(chart: Chart, number: int, relation: str) -> str:
    """The run that shows the chart in the text, with its words for those who cannot see it."""
    wide, high = _WIDTH * _EMU, height(chart) * _EMU
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{number}" name="{attribute(chart.title)}" '
        f'descr="{attribute(chart.alt)}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def part(chart: Chart) -> bytes:
    """The chart part."""
    bars = chart.kind == "bar"
    stacked = chart.kind == "stacked"
    series = "".join(_series(one, index, chart, stacked=stacked) for index, one in enumerate(chart.series))
    legend = (
        f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_text(900)}</c:legend>' if len(chart.series) > 1 else ""
    )
    gap = '<c:gapWidth val="60"/>' + ('<c:overlap val="100"/>' if stacked else "")
    title = f"{chart.title}（{chart.unit}）" if chart.unit else chart.title
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace {_SPACES}><c:date1904 val="0"/>'
        f'<c:lang val="zh-CN"/><c:roundedCorners val="0"/><c:chart>{_title(title)}<c:autoTitleDeleted val="0"/><c:plotArea>'
        f'<c:layout/><c:barChart><c:barDir val="{"bar" if bars else "col"}"/>'
        f'<c:grouping val="{"stacked" if stacked else "clustered"}"/><c:varyColors val="0"/>{series}{gap}'
        f'<c:axId val="1001"/><c:axId val="1002"/></c:barChart>{_axes(chart, bars=bars)}</c:plotArea>{legend}'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f"{_text(900)}</c:chartSpace>"
    ).encode()


def _text(size: int, colour: str = _INK) -> str:
    face = _face(size, SONG, colour, "a:defRPr")
    inner = f'<a:p><a:pPr>{face}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p>'
    return f"<c:txPr><a:bodyPr/><a:lstStyle/>{inner}</c:txPr>"


def _face(size: int, font: str, colour: str, tag: str) -> str:
    language = ' lang="zh-CN"' if tag == "a:rPr" else ""
    return (
        f'<{tag}{language} sz="{size}" b="0"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
        f'<a:latin typeface="{LATIN}"/><a:ea typeface="{font}"/></{tag}>'
    )


def _title(title: str) -> str:
    face = _face(1200, HEI, _INK, "a:rPr")
    return (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>"
        f"<a:pPr>{_face(1200, HEI, _INK, 'a:defRPr')}</a:pPr><a:r>{face}<a:t>{escaped(title)}</a:t></a:r></a:p></c:rich></c:tx>"
        '<c:overlay val="0"/></c:title>'
    )


def _values(series: Series) -> dict[int, Decimal]:
    """The figures that can be drawn, by their place."""
    drawn = {n: figure.value for n, figure in enumerate(series.figures) if figure is not None}
    return {n: value for n, value in drawn.items() if value is not None and value.is_finite()}


def _series(series: Series, index: int, chart: Chart, *, stacked: bool) -> str:
    colour = _COLOURS[index % len(_COLOURS)]
    names = "".join(f'<c:pt idx="{n}"><c:v>{escaped(name)}</c:v></c:pt>' for n, name in enumerate(chart.categories))
    values = "".join(
        f'<c:pt idx="{n}"><c:v>{value:f}</c:v></c:pt>'
        for n, value in _values(series).items()
        if n < len(chart.categories)
    )
    count = f'<c:ptCount val="{len(chart.categories)}"/>'
    place = "ctr" if stacked else "outEnd"
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:v>{escaped(series.name)}</c:v></c:tx>'
        f'<c:spPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>'
        f'<c:dLbls><c:numFmt formatCode="General" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{_text(900, colour="FFFFFF" if stacked else _INK)}<c:dLblPos val="{place}"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat><c:strLit>{count}{names}</c:strLit></c:cat>"
        f"<c:val><c:numLit><c:formatCode>General</c:formatCode>{count}{values}</c:numLit></c:val></c:ser>"
    )


def _axes(chart: Chart, *, bars: bool) -> str:
    """Names on one axis; the other is not drawn, since each bar says its figure, but begins at zero."""
    line = f'<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="{_GREY}"/></a:solidFill></a:ln></c:spPr>'
    downwards = "maxMin" if bars else "minMax"  # the first bar stands on top
    below = any(value < 0 for one in chart.series for value in _values(one).values())
    zero = "" if below else '<c:min val="0"/>'
    categories = (
        f'<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="{downwards}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{"l" if bars else "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/>{line}{_text(900)}<c:crossAx val="1002"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )
    values = (
        f'<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/>{zero}</c:scaling><c:delete val="1"/>'
        f'<c:axPos val="{"b" if bars else "l"}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1001"/>'
        f'<c:crosses val="{"max" if bars else "autoZero"}"/><c:crossBetween val="between"/></c:valAx>'
    )
    return categories + values
