"""Damaged, foreign and hostile OFD files: a plain sentence, never an exception, never a hang, and what can be read is kept."""

from __future__ import annotations

import time
import zipfile
from io import BytesIO

import pytest

from jixiao.model.document import Document
from jixiao.readers import limits, read_bytes
from tests.readers.building import codes, docx, p, package, texts
from tests.readers.ofd.building import Sheet, Word, grouped, ofd, page, part, parts

SECONDS = 5.0
SAID = "全年支出合计"
TEXT = grouped(Sheet([Word(20, 40, SAID)]))
CURVE = "<o:PathObject><o:AbbreviatedData>M 0 0 B 1 1 2 2 3 3</o:AbbreviatedData></o:PathObject>"
PICTURE = '<o:Layer><o:ImageObject Boundary="0 0 210 297" ResourceID="5"/></o:Layer>'


def read(data: bytes) -> Document:
    begin = time.perf_counter()
    found = read_bytes(data, "报告.ofd")
    assert time.perf_counter() - begin < SECONDS
    assert all(one.message.endswith("。") and one.message_en.endswith(".") for one in found.unread)
    return found


def made(**changed: str | bytes) -> bytes:
    """A file of one page with some parts exchanged: ``root``, ``document``, ``page``, or further ones by name."""
    names = {"root": "OFD.xml", "document": "Doc_0/Document.xml", "page": "Doc_0/Pages/Page_0/Content.xml"}
    return package(parts(page(TEXT)) | {names.get(name, name): one for name, one in changed.items()})


def without(name: str) -> bytes:
    held = parts(page(TEXT))
    del held[name]
    return package(held)


ENTITY = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
REFUSED = {
    "no document": (without("Doc_0/Document.xml"), "ofd_damaged"),
    "no page": (without("Doc_0/Pages/Page_0/Content.xml"), "ofd_damaged"),
    "another root": (package({"OFD.xml": "<a/>"}), "ofd_damaged"),
    "no xml": (made(root=b"\0\1\2"), "ofd_damaged"),
    "dtd": (made(document=ENTITY + "<a>&x;</a>"), "dtd"),
    "dtd in a page": (made(page=ENTITY + "<a>&x;</a>"), "ofd_damaged"),
    "bomb": (made(document=part("Document", " " * (limits.ZIP_RATIO_FROM * 4))), "zip_bomb"),
    "bomb in a page": (made(page=part("Page", " " * (limits.ZIP_RATIO_FROM * 4))), "ofd_damaged"),
    "many entries": (package(parts(page(TEXT)) | {f"{n}": "" for n in range(limits.ZIP_ENTRIES + 1)}), "zip_bomb"),
    "encrypted": (made(**{"Encryptions.xml": "<a/>"}), "ofd_encrypted"),
    "a scan": (ofd(page(PICTURE)), "scan"),
    "blank": (ofd(page("<o:Layer/>")), "no_text"),
    "characters drawn": (ofd(page(f"<o:Layer>{CURVE * 99}</o:Layer>")), "ofd_outlines"),
    "characters without meaning": (ofd(page(TEXT.replace(SAID, "\ue001\ue002\ue003\ue004\ue005\ue006"))), "ofd_garbled"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "code"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_said(data, code):
    found = read(data)
    assert next(one.code for one in found.unread if one.fatal) == code


def test_every_cut_gives_a_sentence_or_the_words():
    data = made()
    for share in range(5, 100, 5):
        found = read(data[: len(data) * share // 100])
        assert not found.readable or codes(found)
        assert set(texts(found)) <= {SAID}


def test_pages_that_are_missing_or_pictures_are_named_and_the_rest_is_read():
    held = parts(page(TEXT), page(TEXT), page(PICTURE))
    held["Doc_0/Pages/Page_1/Content.xml"] = b"\0"
    found = read(package(held))
    assert texts(found) == [SAID]
    assert [(one.code, one.fatal) for one in found.unread] == [("scan_pages", False), ("ofd_pages", False)]
    assert "第 3 页" in found.unread[0].message
    assert "第 2 页" in found.unread[1].message


def test_a_page_that_breaks_off_is_read_up_to_there():
    broken = page(TEXT.replace("</o:Layer>", "<o:TextObject"))
    assert texts(read(made(page=broken[: broken.index("<o:TextObject", 200) + 600]))) in ([SAID], [])
    assert texts(read(made(page=page(TEXT).replace("</o:Content>", "")))) == [SAID]


def test_seals_and_attachments_are_noted():
    held = parts(
        page(TEXT),
        body="<o:Signatures>Signs.xml</o:Signatures>",
        inner="<o:Attachments>Attachs/Attachments.xml</o:Attachments>",
    )
    held["Signs.xml"] = part("Signatures", "<o:Signature/><o:Signature/>")
    held["Doc_0/Attachs/Attachments.xml"] = part("Attachments", '<o:Attachment Name="附件1.xlsx"/>')
    found = read(package(held))
    assert texts(found) == [SAID]
    assert [one.code for one in found.unread] == ["attachments", "sealed"]
    assert "附件1.xlsx" in found.unread[0].message
    assert "2 个电子签章" in found.unread[1].message


def test_words_of_annotations_are_noted_but_not_watermarks():
    held = parts(page(TEXT), inner="<o:Annotations>Annots.xml</o:Annotations>")
    held["Doc_0/Annots.xml"] = part("Annotations", "<o:Page><o:FileLoc>A.xml</o:FileLoc></o:Page>")
    held["Doc_0/A.xml"] = part(
        "PageAnnot",
        "".join(
            f'<o:Annot Type="{kind}"><o:Appearance>{TEXT}</o:Appearance></o:Annot>' for kind in ("Watermark", "Path")
        ),
    )
    found = read(package(held))
    assert (texts(found), codes(found)) == ([SAID], ["ofd_annotations"])


def test_composites_that_hold_themselves_end():
    used = '<o:CompositeObject ID="1" Boundary="0 0 1 1" ResourceID="6"/>'
    held = parts(page(f"<o:Layer>{used * 9}</o:Layer>" + TEXT), common="<o:PublicRes>R.xml</o:PublicRes>")
    held["Doc_0/R.xml"] = part(
        "Res",
        f'<o:CompositeGraphicUnits><o:CompositeGraphicUnit ID="6"><o:Content>{used * 9}</o:Content>'
        "</o:CompositeGraphicUnit></o:CompositeGraphicUnits>",
    )
    assert codes(read(package(held))) == ["ofd_crowded", "no_text"]


@pytest.mark.parametrize("value", ["x", "1e99", "nan", "inf", "-1e400", ""])
def test_numbers_that_are_none(value):
    data = page(TEXT.replace('Boundary="20', f'Boundary="{value}').replace('Size="3.7"', f'Size="{value}"'))
    assert set(texts(read(made(page=data)))) <= {SAID}


def test_more_pages_than_a_report_has():
    found = read(ofd(*(page(TEXT) for _ in range(limits.PAGES + 1))))
    assert codes(found) == ["ofd_long"]
    assert f"前 {limits.PAGES} 页" in found.unread[0].message


def test_a_page_of_a_hundred_thousand_characters():
    many = "<o:TextCode X='0' Y='4'>" + "字" * 120_000 + "</o:TextCode>"
    layer = f'<o:Layer><o:TextObject Boundary="0 0 1 1" Size="4">{many}</o:TextObject></o:Layer>'
    found = read(ofd(page(layer)))
    assert (found.readable, codes(found)) == (True, ["ofd_crowded"])


def test_an_ofd_in_another_package_is_not_that_package():
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as target:
        target.writestr("报告.ofd", made())
    assert read_bytes(buffer.getvalue(), "材料.zip").format != "ofd"
    assert read_bytes(docx(p("正文")), "a.docx").format == "docx"
