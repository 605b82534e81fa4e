"""Word as one XML file: that of 2003 with its own names, and the package in one file."""

from __future__ import annotations

import base64
import zipfile
from io import BytesIO

from jixiao.readers import read_bytes
from tests.readers.doc.merged import MERGED

W = "http://schemas.microsoft.com/office/word/2003/wordml"
PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage"


def of_2003(body, more=""):
    return (
        f'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="{W}" '
        'xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" '
        f'xmlns:o="urn:schemas-microsoft-com:office:office">{more}<w:body><wx:sect>{body}</wx:sect></w:body></w:wordDocument>'
    ).encode()


def p(text, about=""):
    return f"<w:p><w:pPr>{about}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def read(body, more="", name="报告.xml"):
    return read_bytes(of_2003(body, more), name)


def test_cells_merged_down_and_across():
    down = '<w:vmerge w:val="restart"/>'
    table = (
        f"<w:tbl><w:tr><w:tc><w:tcPr>{down}</w:tcPr>{p('项目')}</w:tc><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{p('预算')}</w:tc></w:tr>"
        f"<w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr>{p('')}</w:tc><w:tc>{p('1')}</w:tc><w:tc>{p('2')}</w:tc></w:tr></w:tbl>"
    )
    (found,) = read(table).tables
    assert [(c.row, c.column, c.rows, c.columns, c.text) for c in found.cells] == [
        (1, 1, 2, 1, "项目"), (1, 2, 1, 2, "预算"), (2, 2, 1, 1, "1"), (2, 3, 1, 1, "2"),
    ]  # fmt: skip


def test_automatic_numbers():
    lists = (
        '<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/><w:suff w:val="Nothing"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>'
    )
    about = '<w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/></w:listPr>'
    assert [one.text for one in read(p("概况", about) + p("绩效", about), lists).paragraphs] == ["一、概况", "二、绩效"]


def test_leftovers_of_editing():
    note = f'<aml:annotation w:type="Word.Comment"><aml:content>{p("请核对")}</aml:content></aml:annotation>'
    gone = '<aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>12</w:delText></w:r></aml:content></aml:annotation>'
    found = read(f"<w:p>{gone}<w:r><w:t>21</w:t></w:r><w:r>{note}</w:r></w:p>")
    assert [one.text for one in found.paragraphs] == ["21"]
    assert {(one.kind, one.text) for one in found.marks} == {("deleted", "12"), ("comment", "请核对")}


def test_headers_stand_apart_and_macros_are_told():
    header = f"<w:sectPr><w:hdr w:type='odd'>{p('页眉')}</w:hdr></w:sectPr>"
    found = read(p("正文") + header, '<w:docSuppData><w:binData w:name="editdata.mso">AA</w:binData></w:docSuppData>')
    assert [(one.part, one.text) for one in found.paragraphs] == [("body", "正文"), ("header", "页眉")]
    assert [one.code for one in found.unread] == ["macros"]


def flat():
    parts = []
    with zipfile.ZipFile(BytesIO(MERGED)) as package:
        for name in package.namelist():
            data = package.read(name)
            held = f"<pkg:xmlData>{data.decode().partition('?>')[2] or data.decode()}</pkg:xmlData>"
            parts.append(f'<pkg:part pkg:name="/{name}">{held}</pkg:part>')
    picture = base64.b64encode(b"\x89PNG").decode()
    parts.append(f'<pkg:part pkg:name="/word/media/a.png"><pkg:binaryData>{picture}</pkg:binaryData></pkg:part>')
    return f'<?xml version="1.0"?><pkg:package xmlns:pkg="{PACKAGE}">{"".join(parts)}</pkg:package>'.encode()


def test_a_package_in_one_file_is_the_package():
    one, other = read_bytes(flat(), "报告.xml"), read_bytes(MERGED, "报告.docx")
    assert (one.format, one.blocks, one.marks, one.unread) == ("wordxml", other.blocks, other.marks, other.unread)


def test_a_document_type_is_refused():
    data = of_2003(p("a")).replace(b"<w:wordDocument", b"<!DOCTYPE a [<!ENTITY b 'c'>]><w:wordDocument", 1)
    assert [one.code for one in read_bytes(data, "a.xml").unread] == ["dtd"]


def test_a_file_that_is_cut_off_says_so():
    for data in (of_2003(p("a") * 50), flat()):
        for share in range(1, 20):
            found = read_bytes(data[: len(data) * share // 20], "a.xml")
            assert found.unread
            assert all(one.code != "broken" for one in found.unread)
