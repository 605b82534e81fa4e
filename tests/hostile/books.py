"""Hostile workbooks."""

from __future__ import annotations

import struct

from tests.hostile.made import CELLS, LAUGHS, LOCAL, SHEET, XML, hostile, relation, relations, sheet, xlsx
from tests.hostile.ole import compound


@hostile("three-hundred-million-spaces.xlsx", "zip_bomb", reads=False)
def _():
    return xlsx(sheet(CELLS + " " * 60_000_000))


@hostile("cells-3-million.xlsx", "zip_bomb", "sheet_cells")
def _():
    return xlsx(sheet("".join(f'<row r="{n + 1}">{"<c><v>1</v></c>" * 300}</row>' for n in range(10_000))))


@hostile("first-and-last-cell.xlsx", reads=True)
def _():
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return xlsx(sheet(CELLS + far, before='<dimension ref="A1:XFD1048576"/>'))


@hostile("rows-of-a-million.xlsx")
def _():
    return xlsx(sheet(CELLS + "".join(f'<row r="{n}"/>' for n in range(3, 1_000_000))))


@hostile("rows-of-negative-and-endless-numbers.xlsx")
def _():
    return xlsx(
        sheet(
            CELLS
            + (
                '<row r="-5"><c r="A-5"><v>1</v></c></row><row r="99999999999999999999"><c r="ZZZZZZZZZZ99">'
                '<v>1</v></c></row><row r="x"><c r=""><v/></c></row>'
            )
        )
    )


@hostile("merges-1-million.xlsx", reads=None)
def _():
    return xlsx(sheet(after="<mergeCells>" + '<mergeCell ref="A1:B1"/>' * 1_000_000 + "</mergeCells>"))


@hostile("merges-over-everything.xlsx", reads=None)
def _():
    return xlsx(sheet(after="<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 20_000 + "</mergeCells>"))


@hostile("styles-1-million.xlsx", reads=None)
def _():
    return xlsx(
        xl__styles_xml=f'{XML}<styleSheet xmlns="{SHEET}"><cellXfs>'
        + '<xf numFmtId="164"/>' * 1_000_000
        + "</cellXfs></styleSheet>"
    )


@hostile("number-format-of-10-million.xlsx", reads=None)
def _():
    formats = f'<numFmts><numFmt numFmtId="164" formatCode="{"[h]y" * 2_500_000}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>'
    return xlsx(xl__styles_xml=f'{XML}<styleSheet xmlns="{SHEET}">{formats}</styleSheet>')


@hostile("names-1-million.xlsx", reads=None)
def _():
    return xlsx(
        workbook="<definedNames>" + '<definedName name="a">Sheet1!$A$1</definedName>' * 800_000 + "</definedNames>"
    )


@hostile("comments-1-million.xlsx", reads=None)
def _():
    note = '<comment ref="A1" authorId="0"><text><t>x</t></text></comment>'
    return xlsx(
        xl__comments1_xml=f'{XML}<comments xmlns="{SHEET}"><commentList>{note * 600_000}</commentList></comments>'
    )


@hostile("strings-2-million.xlsx", reads=None)
def _():
    return xlsx(xl__sharedStrings_xml=f'{XML}<sst xmlns="{SHEET}" count="1">{"<si><t>a</t></si>" * 2_000_000}</sst>')


@hostile("strings-that-are-not-there.xlsx", reads=None)
def _():
    rows = '<row r="1"><c r="A1" t="s"><v>99999999999</v></c><c r="B1" t="s"><v>-1</v></c><c r="C1" t="s"><v>x</v></c></row>'
    return xlsx(sheet(rows + CELLS), xl__sharedStrings_xml=f'{XML}<sst xmlns="{SHEET}"/>')


@hostile("dtd-laughs.xlsx", "dtd", reads=False)
def _():
    return xlsx(sheet(CELLS.replace("支出合计", "&l9;"), doctype=LAUGHS))


@hostile("dtd-in-strings.xlsx", reads=None)
def _():
    return xlsx(xl__sharedStrings_xml=f'{XML}{LOCAL}<sst xmlns="{SHEET}"><si><t>&x;</t></si></sst>')


@hostile("query-of-the-web.xlsx", "outside", reads=True)
def _():
    query = f'{XML}<connections xmlns="{SHEET}"><connection id="1" type="4"><webPr url="http://127.0.0.1:9/x"/></connection></connections>'
    return xlsx(xl__connections_xml=query)


@hostile("link-to-another-workbook.xlsx", "outside", reads=True)
def _():
    return xlsx(
        links=relation("externalLink", "externalLinks/externalLink1.xml", 9, outside=False),
        xl__externalLinks__externalLink1_xml=f'{XML}<externalLink xmlns="{SHEET}"/>',
        xl__externalLinks___rels__externalLink1_xml_rels=relations(
            relation("externalLinkPath", "http://127.0.0.1:9/x.xlsx")
        ),
    )


@hostile("dde-in-a-formula.xlsx", "outside", reads=True)
def _():
    link = f'{XML}<externalLink xmlns="{SHEET}"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'
    rows = CELLS + '<row r="3"><c r="A3"><f>[1]!\'A0\'</f><v>1</v></c></row>'
    return xlsx(sheet(rows), xl__externalLinks__externalLink1_xml=link)


@hostile("macros.xlsm", "macros", reads=True)
def _():
    return xlsx(xl__vbaProject_bin=compound({"VBA": b"x"}))


@hostile("old-macro-sheet.xlsx", "macros", reads=True)
def _():
    return xlsx(xl__macrosheets__sheet1_xml=f'{XML}<macrosheet xmlns="{SHEET}"/>')


@hostile("sheets-5000.xlsx", "sheets", reads=None)
def _():
    return xlsx(sheets="".join(f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 5000)))


@hostile("sheet-deep-in-itself.xlsx", reads=None)
def _():
    return xlsx(sheet("<row>" * 50_000 + "</row>" * 50_000))


@hostile("figures-of-a-million-digits.xlsx", reads=None)
def _():
    rows = (
        f'<row r="3"><c r="A3"><v>{"9" * 1_000_000}</v></c><c r="B3"><v>1e999999999</v></c><c r="C3">'
        f'<v>-1e-999999999</v></c><c r="D3"><v>NaN</v></c></row>'
    )
    return xlsx(sheet(CELLS + rows))


@hostile("encrypted.xlsx", "encrypted", reads=False)
def _():
    return compound(
        {"EncryptionInfo": struct.pack("<HHI", 3, 2, 0x24) + b"\0" * 60, "EncryptedPackage": b"\x07" * 9000}
    )


@hostile("cells-without-places.xlsx", reads=None)
def _():
    return xlsx(sheet("<row><c><v>1</v></c></row>" * 100 + CELLS))
