"""Hostile OFD files."""

from __future__ import annotations

from tests.hostile.made import LAUGHS, LOCAL, XML, hostile, zipped

NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
WORDS = (
    '<ofd:TextObject ID="9" Boundary="10 10 100 10" Font="3" Size="5"><ofd:TextCode X="0" Y="5" '
    'DeltaX="g 20 5">支出合计846.2万元</ofd:TextCode></ofd:TextObject>'
)


def ofd(
    objects: str = WORDS,
    *,
    doctype: str = "",
    pages: str = '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>',
    box: str = "0 0 210 297",
    root: str = "Doc_0/Document.xml",
    **more: str,
) -> bytes:
    """An OFD of one page."""
    area = f"<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>{box}</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>"
    layer = f'<ofd:Content><ofd:Layer ID="2">{objects}</ofd:Layer></ofd:Content>'
    bodies = f"<ofd:DocBody><ofd:DocRoot>{root}</ofd:DocRoot></ofd:DocBody>"
    parts = {
        "OFD.xml": f'{XML}<ofd:OFD {NS} Version="1.0" DocType="OFD">{bodies}</ofd:OFD>',
        "Doc_0/Document.xml": f"{XML}{doctype}<ofd:Document {NS}>{area}<ofd:Pages>{pages}</ofd:Pages></ofd:Document>",
        "Doc_0/Pages/Page_0/Content.xml": f"{XML}<ofd:Page {NS}>{layer}</ofd:Page>",
    }
    return zipped(parts | more)


@hostile("dtd-laughs.ofd", "dtd", "ofd_damaged", reads=False)
def _():
    return ofd(doctype=LAUGHS)


@hostile("dtd-local-file.ofd", "dtd", "ofd_damaged", reads=False)
def _():
    return ofd(doctype=LOCAL)


@hostile("document-that-is-itself.ofd", reads=False)
def _():
    return ofd(root="OFD.xml")


@hostile("paths-that-lead-outside.ofd", reads=None)
def _():
    return ofd(
        pages=(
            '<ofd:Page ID="1" BaseLoc="../../../../etc/passwd"/><ofd:Page ID="2" BaseLoc="/etc/passwd"/>'
            '<ofd:Page ID="3" BaseLoc="Pages/Page_0/Content.xml"/>'
        )
    )


@hostile("one-page-a-hundred-thousand-times.ofd", reads=None)
def _():
    return ofd(pages="".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_0/Content.xml"/>' for n in range(100_000)))


@hostile("characters-repeated-a-billion-times.ofd", reads=None)
def _():
    return ofd(WORDS.replace("g 20 5", "g 2000000000 5 " * 50))


@hostile("boxes-of-noise.ofd", reads=None)
def _():
    return ofd(WORDS.replace("10 10 100 10", "1e999 NaN -1e999 x"), box="0 0 1e300 -5")


@hostile("blocks-100000-deep.ofd", reads=None)
def _():
    return ofd("<ofd:PageBlock>" * 200 + WORDS + "</ofd:PageBlock>" * 200)


@hostile("lines-500000.ofd", reads=None)
def _():
    line = '<ofd:PathObject ID="5" Boundary="0 0 10 10"><ofd:AbbreviatedData>M 0 0 L 9 9</ofd:AbbreviatedData></ofd:PathObject>'
    return ofd(WORDS + line * 300_000)


@hostile("path-of-10-million.ofd", reads=None)
def _():
    return ofd(
        WORDS
        + '<ofd:PathObject ID="5" Boundary="0 0 10 10"><ofd:AbbreviatedData>'
        + "M 0 0 L 9 9 " * 1_000_000
        + "</ofd:AbbreviatedData></ofd:PathObject>"
    )
