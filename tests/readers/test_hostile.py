"""Damaged, foreign and hostile files: a plain sentence, never an exception, never a hang, and what can be read is kept."""

from __future__ import annotations

import os
import struct
import time
import zipfile
from io import BytesIO

import pytest

from jixiao.model.document import Document, Table
from jixiao.readers import limits, read, read_bytes
from tests.readers.building import SPACES, W, codes, document, docx, p, package, part, tbl, tc, texts
from tests.readers.ole import ole

SECONDS = 5.0
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def refused(data: bytes, name: str = "报告.docx") -> str:
    """The reading code of a file of which nothing is read."""
    begin = time.perf_counter()
    found = read_bytes(data, name)
    assert time.perf_counter() - begin < SECONDS
    assert not found.readable
    assert not found.blocks
    assert all(one.message.endswith("。") and one.message_en.endswith(".") for one in found.unread)
    return next(one.code for one in found.unread if one.fatal)


def body_of(xml: str | bytes) -> bytes:
    return package({"[Content_Types].xml": "<Types/>", "word/document.xml": xml})


def with_dtd(inner: str, text: str) -> str:
    return (
        f'<?xml version="1.0"?><!DOCTYPE a [{inner}]><w:document xmlns:w="{W}"><w:body>{p(text)}</w:body></w:document>'
    )


def utf16(xml: str) -> bytes:
    return xml.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")


LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
FOREIGN = {
    "empty": (b"", "empty"),
    "blank": (b" \r\n\t\n", "empty"),
    "mark only": (b"\xef\xbb\xbf", "empty"),
    "zeros": (b"\0" * 5000, "empty"),
    "encrypted": (ole({"EncryptedPackage": b"1"}), "encrypted"),
    "doc": (ole({"WordDocument": b"1"}), "doc_ancient"),
    "xls": (ole({"Workbook": b"1"}), "ole_damaged"),
    "other ole": (ole({"Contents": b"1"}), "legacy"),
    "cut ole": (OLE, "ole_damaged"),
    "word xml": (b'<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>', "xml_damaged"),
    "mht": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "mht_no_page"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "pdf_damaged"),
    "png": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "picture_damaged"),
    "jpeg": (b"\xff\xd8\xff\xe0" + b"\0" * 50, "picture_damaged"),
    "webp": (b"RIFF\0\0\0\0WEBP" + b"\0" * 50, "picture_damaged"),
    "bmp": (b"BM" + b"\0" * 12 + b"\x28" + b"\0" * 90, "picture_damaged"),
    "exe": (b"MZ\x90\0" + b"\0" * 200, "program"),
    "elf": (b"\x7fELF\x02\x01" + b"\0" * 100, "program"),
    "rar": (b"Rar!\x1a\x07\x01\0abc", "archive"),
    "gzip": (b"\x1f\x8b\x08\0abc", "archive"),
    "xlsb": (package({"xl/workbook.bin": b"\0"}), "office"),
    "pptx": (package({"ppt/presentation.xml": "<a/>"}), "office"),
    "ods": (package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, zipfile.ZIP_STORED), "office"),
    "zip": (package({"a.txt": "a"}), "archive"),
    "empty zip": (package({}), "archive"),
    "cut zip": (package({"a.txt": "a"})[:20], "zip_damaged"),
    "noise": (bytes(range(256)) * 20, "foreign"),
    "no body": (package({"word/styles.xml": "<a/>"}), "no_body"),
    "another root": (body_of("<a/>"), "no_body"),
    "no words": (docx(p("")), "no_text"),
    "no xml": (body_of(b"\0\1\2"), "part_damaged"),
    "dtd": (body_of(with_dtd("", "甲")), "dtd"),
    "laughs": (body_of(with_dtd('<!ENTITY l0 "ha">' + LAUGHS, "&l9;")), "dtd"),
    "outside": (body_of(with_dtd('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;")), "dtd"),
    "late dtd": (body_of("<!--" + " " * 5000 + "-->" + with_dtd("", "甲").removeprefix('<?xml version="1.0"?>')), "dtd"),
    "wide dtd": (body_of(with_dtd('<!ENTITY x "y">', "&x;").replace("?>", ' encoding="UTF-16"?>', 1).encode("utf-16")), "dtd"),
    "bomb": (body_of(part("document", "<w:body>" + " " * (limits.ZIP_RATIO_FROM * 4) + "</w:body>")), "zip_bomb"),
    "many entries": (package({f"word/{n}.xml": "" for n in range(limits.ZIP_ENTRIES + 1)}), "zip_bomb"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "code"), FOREIGN.values(), ids=FOREIGN.keys())
def test_what_is_not_a_report_is_named(data, code):
    assert refused(data) == code


def test_a_file_of_twenty_megabytes_is_not_opened(tmp_path):
    path = tmp_path / "大.txt"
    with path.open("wb") as target:
        target.truncate(limits.FILE_BYTES + 1)
    assert codes(read(path)) == ["too_large"]
    assert codes(read_bytes(b"a" * (limits.FILE_BYTES + 1), "a.txt")) == ["too_large"]


def test_paths_that_lead_nowhere(tmp_path):
    assert codes(read(tmp_path / "没有.docx")) == ["missing"]
    assert codes(read(tmp_path)) == ["folder"]
    assert codes(read("a\0b")) == ["unopened"]
    assert codes(read("长" * 5000)) == ["unopened"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("甲", "utf-8")
    path.chmod(0)
    assert codes(read(path)) == ["forbidden"]


def test_a_wrong_suffix_is_noted_and_the_content_read():
    found = read_bytes(docx(p("正文")), "报告.txt")
    assert (found.format, texts(found), codes(found)) == ("docx", ["正文"], ["suffix"])
    found = read_bytes("正文\n".encode(), "报告.docx")
    assert (found.format, texts(found), codes(found)) == ("txt", ["正文"], ["suffix"])


def test_macros_are_noted_and_not_run():
    data = package(
        {"word/document.xml": part("document", f"<w:body>{p('正文')}</w:body>"), "word/vbaProject.bin": b"\0"}
    )
    found = read_bytes(data, "报告.docm")
    assert (texts(found), codes(found)) == (["正文"], ["macros"])


BIG = docx(
    "".join(p(f"第{n}段文字{n * 7919 % 1000}") for n in range(400))
    + tbl(*(tc(f"{n}") + tc(f"{n * 31 % 97}") for n in range(80)))
)


@pytest.mark.parametrize("percent", range(5, 100, 5))
def test_a_file_cut_off_anywhere(percent):
    found = read_bytes(BIG[: len(BIG) * percent // 100], "报告.docx")
    assert found.unread
    assert found.readable == bool(found.blocks)
    if found.blocks:
        assert codes(found) == ["cut"]
        assert found.paragraphs[0].text == "第0段文字0"


@pytest.mark.parametrize("at", range(30, 2000, 97))
def test_a_file_with_a_wrong_byte(at):
    data = bytearray(BIG)
    data[at % len(data)] ^= 0x55
    found = read_bytes(bytes(data), "报告.docx")
    assert isinstance(found, Document)
    assert found.blocks or found.unread


def test_sizes_that_lie():
    data = bytearray(docx(p("正文")))
    with zipfile.ZipFile(BytesIO(data)) as opened:
        info = opened.getinfo("word/document.xml")
    struct.pack_into("<I", data, info.header_offset + 22, 0xFFFFFFF0)
    at = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    struct.pack_into("<I", data, at + 24, 0xFFFFFFF0)
    found = read_bytes(bytes(data), "报告.docx")
    assert texts(found) == ["正文"] or found.unread


def test_a_password_on_a_zip_part():
    data = bytearray(docx(p("正文")))
    with zipfile.ZipFile(BytesIO(data)) as opened:
        info = opened.getinfo("word/document.xml")
    data[info.header_offset + 6] |= 1
    at = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[at + 8] |= 1
    assert refused(bytes(data)) == "encrypted"


def test_names_in_a_package_are_never_paths(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    data = package(
        {
            "../../evil.txt": "x",
            "/etc/evil": "x",
            "C:\\evil": "x",
            "word/document.xml": part("document", f"<w:body>{p('正文')}</w:body>"),
        }
    )
    assert texts(read_bytes(data, "报告.docx")) == ["正文"]
    assert list(tmp_path.iterdir()) == []


def test_a_body_under_another_name():
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r" Target="/word/document2.xml"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
    )
    data = package({"_rels/.rels": relations, "word/document2.xml": part("document", f"<w:body>{p('正文')}</w:body>")})
    assert texts(read_bytes(data, "报告.docx")) == ["正文"]


def test_wide_xml_is_read():
    data = body_of(utf16(part("document", f"<w:body>{p('正文')}</w:body>")))
    assert texts(read_bytes(data, "报告.docx")) == ["正文"]


def test_more_paragraphs_than_any_report(monkeypatch):
    monkeypatch.setattr(limits, "PARAGRAPHS", 10)
    found = document("".join(p(f"{n}") for n in range(20)))
    assert (len(found.paragraphs), codes(found)) == (10, ["paragraphs"])
    page = read_bytes(("<html>" + "<p>甲</p>" * 20).encode(), "a.html")
    assert (len(page.paragraphs), codes(page)) == (10, ["paragraphs"])
    text = read_bytes("甲\n".encode() * 20, "a.txt")
    assert (len(text.paragraphs), codes(text)) == (10, ["paragraphs"])


def test_more_tables_and_cells_than_any_report(monkeypatch):
    monkeypatch.setattr(limits, "TABLES", 3)
    monkeypatch.setattr(limits, "CELLS", 12)
    found = document(tbl(tc("甲") + tc("乙")) * 5)
    assert (len(found.tables), codes(found)) == (3, ["tables"])
    found = document(tbl(*(tc("甲") + tc("乙") for _ in range(9))))
    assert (len(found.tables[0].cells), codes(found)) == (12, ["cells"])
    rows = "<tr><td>甲</td><td>乙</td></tr>"
    page = read_bytes(("<html>" + f"<table>{rows}</table>" * 5).encode(), "a.html")
    assert (len(page.tables), codes(page)) == (3, ["tables"])
    page = read_bytes(f"<html><table>{rows * 9}</table>".encode(), "a.html")
    assert (len(page.tables[0].cells), codes(page)) == (12, ["cells"])
    text = read_bytes("| 甲 | 乙 |\n".encode() * 9, "a.txt")
    assert (text.tables, codes(text)[0]) == ((), "cells")
    text = read_bytes("| 甲 | 乙 |\n| 丙 | 丁 |\n\n".encode() * 5, "a.txt")
    assert codes(text)[0] in ("tables", "cells")


@pytest.mark.parametrize("depth", [30, 200, 5000])
def test_tables_nested_without_end(depth):
    xml = "<w:tbl><w:tr><w:tc>" * depth + p("底") + "</w:tc></w:tr></w:tbl>" * depth
    found = document(p("面") + xml)
    assert texts(found)[0] == "面"
    assert found.unread


@pytest.mark.parametrize(
    "wrap", ["<div>{}</div>", "<table><tr><td>{}</td><td>a</td></tr></table>", "<b>{}</b>", "<ul><li>{}</li></ul>"]
)
def test_pages_nested_without_end(wrap):
    head, tail = wrap.split("{}")
    begin = time.perf_counter()
    found = read_bytes(("<html><body><p>面</p>" + head * 3000 + "底" + tail * 3000).encode(), "a.html")
    assert time.perf_counter() - begin < SECONDS
    assert found.blocks


def test_spans_of_a_page_are_cut():
    found = read_bytes(
        b"<html><body><table><tr><td colspan=99999999 rowspan=99999999>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
        "a.html",
    )
    assert isinstance(found.tables[0], Table)
    assert len(found.tables[0].grid) == 2


def test_many_namespaces_and_attributes_do_not_matter():
    xml = f'<a:document xmlns:a="{W}" {SPACES}><a:body><a:p><a:r><a:t>正文</a:t></a:r></a:p></a:body></a:document>'
    assert texts(read_bytes(body_of(xml), "报告.docx")) == ["正文"]


@pytest.mark.parametrize("xml", ["<w:tc>甲</w:tc>", "<w:tr><w:tc/></w:tr>", "<w:p><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:p>", "<w:tbl/>",
                                 "<w:tbl><w:tc/></w:tbl>", "<w:gridSpan w:val='3'/>", "<w:vMerge/>", "<w:r><w:t>甲</w:t></w:r>",
                                 "<w:tbl><w:tr><w:tc><w:tr><w:tc/></w:tr></w:tc></w:tr></w:tbl>",
                                 "<w:txbxContent><w:tbl/></w:txbxContent>"])  # fmt: skip
def test_elements_where_they_do_not_belong(xml):
    found = document(p("前") + xml + p("后"))
    assert texts(found)[0].startswith("前")
    assert texts(found)[-1] == "后"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "\t这是一句缩进的完整的话，没有别的。\n" * 20_000),
        ("a.txt", "".join(f"{n % 300}\n" for n in range(20_000))),
        ("a.txt", "\t甲\n\n（5分）\n" * 8_000),
        ("a.txt", "（" * 50_000),
        ("a.txt", "全年支出合计，\n" * 20_000),
        ("a.html", "<html><body><ol>" + "<li>甲" * 20_000),
        ("a.html", "<html><body>" + "<div class='nav'>甲" * 5_000),
        ("a.html", "<html><body>" + "<table><tr><td>甲</table>" * 5_000),
    ],
    ids=["sentences", "numbers", "gaps", "brackets", "open lines", "list", "classes", "little tables"],
)
def test_time_grows_with_the_size_only(name, text):
    begin = time.perf_counter()
    read_bytes(text.encode(), name)
    assert time.perf_counter() - begin < SECONDS


def test_a_defect_of_ours_is_a_sentence_too(monkeypatch):
    import jixiao.readers.txt.file as module

    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(module, "decoded", broken)
    assert refused("正文".encode(), "a.txt") == "broken"


def test_a_scan_may_be_larger_than_a_text_and_is_told_by_its_first_bytes(tmp_path):
    scan, text = tmp_path / "扫描.pdf", tmp_path / "扫描.docx"
    for path, head in ((scan, b"%PDF-1.7\n"), (text, b"PK\x03\x04")):
        path.write_bytes(head)
        with path.open("ab") as target:
            target.truncate(limits.FILE_BYTES + 1)
    assert codes(read(text)) == ["too_large"]
    assert "too_large" not in codes(read(scan))
    with scan.open("ab") as target:
        target.truncate(limits.SCAN_BYTES + 1)
    assert codes(read(scan)) == ["too_large"]
