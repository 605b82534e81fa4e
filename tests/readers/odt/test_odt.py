"""OpenDocument texts: paragraphs, lists, tables with their merges, leftovers of editing; hostile and broken ones."""

from __future__ import annotations

import time
import zipfile

from jixiao.readers import read_bytes
from tests.readers.building import package

KIND = "application/vnd.oasis.opendocument.text"
SPACES = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name if name != "draw" else "drawing"}:1.0"'
        for name in ("office", "text", "table", "style", "draw", "meta")
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def odt(body, look="", **parts):
    content = f"<office:automatic-styles>{look}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
    made = {"mimetype": KIND, "content.xml": f"<office:document-content {SPACES}>{content}</office:document-content>"}
    made |= {
        f"{name.replace('__', '/')}.xml": f"<office:document {SPACES}>{inner}</office:document>"
        for name, inner in parts.items()
    }
    return package(made, zipfile.ZIP_STORED)


def read(body, look="", name="报告.odt", **parts):
    return read_bytes(odt(body, look, **parts), name)


def p(text):
    return f"<text:p>{text}</text:p>"


def cell(text, about=""):
    return f"<table:table-cell {about}>{p(text) if text else ''}</table:table-cell>"


def grid(table):
    return [(c.row, c.column, c.rows, c.columns, c.text) for c in table.cells]


def test_paragraphs_headings_and_blanks():
    found = read(
        '<text:h text:outline-level="2">一、概况</text:h>'
        + p("全年\n  支出<text:s text:c='2'/>1<text:tab/>2<text:line-break/>3")
    )
    assert [(one.text, one.level) for one in found.paragraphs] == [("一、概况", 2), ("全年 支出  1\t2\n3", None)]
    assert found.format == "odt"
    assert not found.unread


def test_a_table_with_cells_merged_across_and_down():
    found = read(
        "<table:table><table:table-header-rows><table:table-row>"
        + cell("项目", 'table:number-rows-spanned="2"') + cell("预算", 'table:number-columns-spanned="2"') + "<table:covered-table-cell/>"
        + "</table:table-row></table:table-header-rows><table:table-row><table:covered-table-cell/>" + cell("1") + cell("2")
        + "</table:table-row><table:table-row>" + cell("x", 'table:number-columns-repeated="3"') + "</table:table-row></table:table>"
    )  # fmt: skip
    assert grid(found.tables[0]) == [
        (1, 1, 2, 1, "项目"), (1, 2, 1, 2, "预算"), (2, 2, 1, 1, "1"), (2, 3, 1, 1, "2"),
        (3, 1, 1, 1, "x"), (3, 2, 1, 1, "x"), (3, 3, 1, 1, "x"),
    ]  # fmt: skip


LIST = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/></text:list-style>'
)


def test_lists_count_begin_anew_and_go_on():
    inner = f"<text:list><text:list-item>{p('甲')}{p('无号')}</text:list-item></text:list>"
    items = f"<text:list-item>{p('概况')}{inner}</text:list-item><text:list-item>{p('绩效')}</text:list-item>"
    body = f'<text:list text:style-name="L">{items}</text:list>'
    again = f'<text:list text:style-name="L" {{}}><text:list-item>{p("又")}</text:list-item></text:list>'
    found = read(body + again.format('text:continue-numbering="true"') + again.format(""), LIST)
    texts = [one.text for one in found.paragraphs]
    assert [texts[at] for at in (0, 2, 3, 4, 5)] == ["一、概况", "无号", "二、绩效", "三、又", "一、又"]
    assert texts[1].endswith("甲")
    assert found.paragraphs[0].label == 2


def test_leftovers_of_editing_notes_and_headers():
    changes = (
        '<text:tracked-changes><text:changed-region text:id="a"><text:deletion><text:p>12</text:p></text:deletion></text:changed-region>'
        '<text:changed-region text:id="b"><text:insertion/></text:changed-region></text:tracked-changes>'
    )
    hidden = '<style:style style:name="T"><style:text-properties text:display="none"/></style:style>'
    note = (
        f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('注')}</text:note-body></text:note>"
    )
    words = (
        'a<text:change text:change-id="a"/><text:change-start text:change-id="b"/>21<text:change-end text:change-id="b"/>'
        f'<text:span text:style-name="T">藏</text:span><office:annotation>{p("请核对")}</office:annotation>{note}'
    )
    header = f"<style:master-page><style:header>{p('页眉')}</style:header></style:master-page>"
    found = read(changes + p(words), hidden, styles=header)
    assert [(one.part, one.text) for one in found.paragraphs] == [
        ("body", "a21"),
        ("header", "页眉"),
        ("footnote", "注"),
    ]
    assert {(one.kind, one.text) for one in found.marks} == {
        ("deleted", "12"), ("inserted", "21"), ("hidden", "藏"), ("comment", "请核对"),
    }  # fmt: skip


def test_what_is_never_run_or_fetched_is_told():
    body = p(
        'a<draw:frame><draw:image xlink:href="http://example.com/x.png"/><draw:object xlink:href="./1"/></draw:frame>'
    )
    found = read(body, Basic__a="")
    assert {one.code for one in found.unread} == {"macros", "embedded", "outside"}


def test_author_and_title():
    meta = "<office:meta><meta:initial-creator>张</meta:initial-creator><dc:title>报告</dc:title></office:meta>"
    assert read(p("a"), meta=meta).properties == {"author": "张", "title": "报告"}


def test_an_encrypted_one_is_refused():
    data = odt(p("a"), **{"META-INF__manifest": "<encryption-data/>"})
    assert [one.code for one in read_bytes(data, "a.odt").unread] == ["encrypted"]


def test_repeated_tables_within_each_other_end():
    body = p("深")
    for _ in range(20):
        held = f'<table:table-cell table:number-columns-repeated="60">{body}</table:table-cell>'
        body = f"<table:table><table:table-row>{held}</table:table-row></table:table>"
    begin = time.perf_counter()
    read(body)
    assert time.perf_counter() - begin < 5


def test_many_lists_end():
    body = f'<text:list text:style-name="L"><text:list-item>{p("a")}</text:list-item></text:list>' * 5000
    begin = time.perf_counter()
    assert len(read(body, LIST).paragraphs) == 5000
    assert time.perf_counter() - begin < 10


def test_a_document_type_is_refused():
    data = package({"mimetype": KIND, "content.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}, zipfile.ZIP_STORED)
    assert [one.code for one in read_bytes(data, "a.odt").unread] == ["dtd"]


def test_a_file_cut_anywhere_is_read_or_refused_in_words():
    data = odt(p("支出") * 200, LIST)
    for share in range(1, 20):
        found = read_bytes(data[: len(data) * share // 20], "a.odt")
        assert found.unread
        assert all(one.code != "broken" for one in found.unread)
