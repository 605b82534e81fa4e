"""Several files are one report: the findings are those of the whole, every place tells its file, nothing counts twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from jixiao import pipeline, readers
from jixiao.model.audit import Audit
from jixiao.model.document import Document, Doubt, Mark, Paragraph, Table, Unread, cell, paragraph
from jixiao.model.together import together
from tests.model import splitting

REPORT = Path(__file__).parents[2] / "examples/junshan-2023/report.docx"
BODY, TABLES = "自评报告正文.docx", "附件1-4.xlsx"


@pytest.fixture(scope="module")
def whole() -> Document:
    return replace(readers.read(REPORT), path="报告.docx")


@pytest.fixture(scope="module")
def parts(whole: Document) -> list[Document]:
    return [
        readers.read_bytes(splitting.tables(whole), TABLES),
        readers.read_bytes(splitting.body(REPORT.read_bytes()), BODY),
    ]


def findings(audit: Audit, *, without: Iterable[str] = ()) -> Counter[object]:
    return Counter(
        (one.code, one.severity, one.expected, tuple(place.quote for place in one.places))
        for one in audit.findings
        if one.code not in without
    )


@pytest.fixture(scope="module")
def expected(whole: Document) -> Counter[object]:
    return findings(pipeline.audit_document(whole))


def lines(words: str, *, block: int = 1) -> Document:
    held = tuple(paragraph(n, text) for n, text in enumerate(words.splitlines(), block))
    return Document(f"{words[:4]}.txt", "txt", words[:1] * 64, held)


def test_body_and_tables_in_two_files_give_the_findings_of_the_whole(parts: list[Document], expected: Counter[object]):
    for given in permutations(parts):
        one = together(given)
        assert [name for _, name in one.files] == [BODY, TABLES]
        assert findings(pipeline.audit_document(one)) == expected
    assert sum(expected.values()) > 40


def test_a_scan_of_a_signed_page_adds_what_is_new_on_it_and_doubles_nothing(
    whole: Document, parts: list[Document], expected: Counter[object]
):
    misread = [b.text.replace("支出", "攴出", 1) for b in whole.paragraphs if 9 <= b.block <= 15]
    scan = splitting.scanned(*misread, "经办人：王某某　复核人：李某某", "（单位公章）")
    one = together([scan, *parts])
    assert [name for _, name in one.files] == [BODY, TABLES, scan.path]
    assert [b.text for b in one.paragraphs if one.file_of(b.block) == scan.path] == [
        "经办人：王某某　复核人：李某某",
        "（单位公章）",
    ]
    assert {note.code for note in one.unread} == {"repeated"}
    assert findings(pipeline.audit_document(one), without=["RD101"]) == expected


EMPTY = "填表人：　　　填报日期：2024年5月30日　单位负责人签字："
FILLED = "填表人：王某某　填报日期：2024年5月30日　单位负责人签字：李某某"


def test_a_line_that_is_signed_on_the_scan_is_not_called_empty():
    text = "一、基本情况\n" + "本部门去年支出合计一百万元，全部用于项目。" * 3
    typed = lines(f"{text}\n{EMPTY}")
    one = together([typed, splitting.scanned(FILLED)])
    assert [b.text for b in one.paragraphs][2:] == [FILLED]
    assert [note.code for note in one.unread] == ["signed"]
    assert not [f for f in pipeline.audit_document(one).findings if f.code == "ST110"]
    assert [f for f in pipeline.audit_document(typed).findings if f.code == "ST110"]


@pytest.mark.parametrize(
    ("typed", "scan"),
    [
        (f"{EMPTY}\n另起一段。\n{EMPTY}", FILLED),  # which of the two was signed is not known
        (EMPTY.replace("5月30日", "6月1日"), FILLED),  # another day: not the same line
        (FILLED, EMPTY),  # what a scan does not show was typed all the same
    ],
)
def test_a_line_of_which_it_is_not_sure_that_it_was_signed_stays(typed: str, scan: str):
    one = together([lines(typed), splitting.scanned(scan)])
    assert "\n".join(b.text for b in one.paragraphs).startswith(typed)


def test_the_same_report_a_second_time_is_dropped_and_told(whole: Document, expected: Counter[object]):
    one = together([whole, replace(whole, path="报告（盖章）.pdf")])
    assert one.blocks == whole.blocks
    (note,) = one.unread
    assert note.message.startswith("报告（盖章）.pdf：")
    assert findings(pipeline.audit_document(one), without=["RD101"]) == expected


def test_every_place_tells_its_file(parts: list[Document]):
    one = together(parts)
    for finding in pipeline.audit_document(one).findings:
        for place in finding.places:
            part = next(document for document in parts if document.path == one.file_of(place.block))
            first = next(first for first, name in one.files if name == part.path)
            assert place.quote in "\n".join(
                words.text for words in part.words if words.block == place.block - first + 1
            )


def test_marks_pages_doubts_and_notes_move_with_their_file():
    first = lines("第一份文件说的第一句话，它说得很长很长，长得足以算作一份报告的正文。\n第二句话。")
    words = paragraph(1, "扫描件上的另一句话 12 万元")
    scan = Document(
        "b.pdf", "pdf", "b" * 64, (words,), (Unread("scan", "看不清。", "Not readable."),),
        marks=(Mark("comment", words.place(), "批注"),), pages=((1, 0, 4),), doubts=(Doubt(words.place(10, 12), 0.5),), scanned=(4,),
    )  # fmt: skip
    one = together([scan, first])
    assert [b.block for b in one.blocks] == [1, 2, 3]
    assert one.marks[0].place.block == one.doubts[0].place.block == 3
    assert one.page_of(one.blocks[2].place()) == 4
    assert one.page_of(one.blocks[0].place()) is None
    assert one.unread == (Unread("scan", "b.pdf：看不清。", "b.pdf: Not readable."),)
    assert one.scanned == (4,)


def test_a_file_that_cannot_be_read_does_not_keep_the_others_from_it():
    lost = Document("c.docx", "", "", unread=(Unread("encrypted", "有密码。", "Password.", fatal=True),))
    one = together([lost, lines("正文里的一句话，足够长了，长得可以当作正文来看。")])
    assert one.readable
    assert one.unread[0].message == "c.docx：有密码。"
    assert not together([lost, replace(lost, path="d.docx")]).readable


def table(*rows: str, block: int = 1) -> Table:
    return Table.of(
        block, [cell(block, r, c, t) for r, row in enumerate(rows, 1) for c, t in enumerate(row.split(), 1)]
    )


ROWS = (
    "指标 目标 实际 分值",
    "办件量 30万件 31万件 10",
    "满意度 ≥95% 96% 10",
    "成本 ≤100万元 98.5万元 20",
    "时效 12月 12月 10",
)


def sheet(*rows: str, name: str) -> Document:
    return Document(name, "xlsx", name.encode().hex()[:8] * 8, (table(*rows),))


def test_a_table_that_is_sent_twice_with_another_figure_is_kept_and_told():
    changed = (*ROWS[:3], "成本 ≤100万元 89.5万元 20", ROWS[4])
    one = together([sheet(*ROWS, name="附件1.xlsx"), sheet(*changed, name="附件1（新）.xlsx")])
    assert len(one.tables) == 2
    (note,) = one.unread
    assert note.code == "differing"
    assert "89.5" in note.message
    assert "98.5" in note.message


def test_sheets_of_two_projects_on_one_template_are_both_kept():
    other = (
        "指标 目标 实际 分值",
        "培训人次 300人 320人 10",
        "满意度 ≥95% 97% 10",
        "成本 ≤50万元 49.2万元 20",
        "时效 12月 12月 10",
    )
    one = together([sheet(*ROWS, name="附件1.xlsx"), sheet(*other, name="附件2.xlsx")])
    assert len(one.tables) == 2
    assert not one.unread


def test_a_line_that_stands_under_each_table_is_no_repetition():
    signed = "填表人：王某某　填报日期：2024年5月30日　单位负责人签字："
    files = [
        Document(f"附件{n}.xlsx", "xlsx", str(n) * 64, (table(*rows), paragraph(2, signed)))
        for n, rows in enumerate([ROWS, ("项目 金额", "甲 1", "乙 2")], 1)
    ]
    assert sum(isinstance(b, Paragraph) for b in together(files).blocks) == 2


def test_the_order_is_told_by_names_and_contents():
    names = [
        "盖章扫描件.pdf",
        "附件2 自评表.xlsx",
        "附件一 基础数据表.xlsx",
        "封面.docx",
        "部门自评报告.docx",
        "其他说明.docx",
        "附件10.xlsx",
    ]
    texts = dict.fromkeys(names, "短短一行") | {
        "部门自评报告.docx": "一、基本情况\n" + "本部门去年支出合计一百万元，全部用于项目。" * 9
    }
    given = [replace(lines(texts[name]), path=name, sha256=str(n) * 64) for n, name in enumerate(names)]
    assert [name for _, name in together(given).files] == [
        "封面.docx", "部门自评报告.docx", "附件一 基础数据表.xlsx", "附件2 自评表.xlsx", "附件10.xlsx", "其他说明.docx", "盖章扫描件.pdf",
    ]  # fmt: skip
    assert together(given).blocks == together(given[::-1]).blocks


def test_an_empty_sign_off_line_is_pointed_at_by_its_number_and_not_by_its_position(whole: Document):
    """Of several files the blocks that a file says again are left out, and the numbers of the others stay."""
    less = replace(whole, blocks=whole.blocks[4:])
    assert less.blocks[-1].block > len(less.blocks)
    labels = [one.places[0].quote for one in pipeline.audit_document(whole).findings if one.code == "ST110"]
    assert labels
    assert [one.places[0].quote for one in pipeline.audit_document(less).findings if one.code == "ST110"] == labels
