"""Repairs of plain arithmetic: what is certain, how it comes about, and what stands in the Word copy afterwards."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from jixiao import pipeline
from jixiao.model.manuscript import Line, Manuscript
from jixiao.readers import read_bytes
from jixiao.repair import NotApplied, apply, propose
from jixiao.repair.calculation import BOUND, HELD
from jixiao.writers.docx.track import Change, shortened
from jixiao.writers.report.docx import write
from tests.readers.building import docx
from tests.writers.report.sample import FIGURES

JUNSHAN = Path(__file__).resolve().parents[2] / "examples" / "junshan-2023" / "report.docx"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SENTENCE = "2023年支出合计1107.5万元，其中基本支出221.67万元，项目支出885.83万元，占支出合计的{}。"


def paragraph(*runs, style=""):
    return "<w:p>" + "".join(f'<w:r>{style}<w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs) + "</w:p>"


def proposed(data, only=()):
    return propose(pipeline.audit_bytes(data, "报告.docx"), pipeline.audit_document, only)


def applied(data, only=()):
    proposal = proposed(data, only)
    return *apply(data, read_bytes(data, "报告.docx"), proposal.repairs), proposal


def body(data):
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")


def rejected(data):
    """The words of a file when every tracked change in it is rejected."""
    root = etree.fromstring(body(data))
    for inserted in list(root.iter(W + "ins")):
        inserted.getparent().remove(inserted)
    return "".join(t.text or "" for t in root.iter(W + "t", W + "delText"))


@pytest.fixture(scope="module")
def junshan():
    data = JUNSHAN.read_bytes()
    return data, *applied(data)


def test_the_sample_has_five_repairs_each_with_its_calculation(junshan):
    repairs = junshan[3].repairs
    assert [(r.finding.code, r.place.quote, r.text, r.follows) for r in repairs] == [
        ("FG501", "1107.5元", "1107.5万元", False),
        ("FG203", "85.21%", "79.98%", False),
        ("SC123", "9.4", "10", False),
        ("SC112", "99.4", "100", True),
        ("SC112", "99.4", "100", True),
    ]
    assert repairs[1].numbers == ("885.83万元", "1107.5万元")
    assert sum(map(int, repairs[3].numbers)) == 90
    assert all(r.formula[0] and r.formula[1] for r in repairs)


def test_what_needs_words_or_records_is_not_repaired(junshan):
    uncertain = {one.finding.code: one.reason[0] for one in junshan[3].uncertain}
    assert {"FG112", "FG404", "FG111", "SC136"} <= set(uncertain)
    assert all(uncertain.values())


def test_the_accepted_words_audit_without_these_findings(junshan):
    _, copy, lost, proposal = junshan
    after = pipeline.audit_bytes(copy, "改正.docx")
    assert lost == []
    assert not {"FG501", "FG203", "SC123", "SC112", "SC111"} & {f.code for f in after.findings}
    assert {f.code for f in after.findings if f.severity == "error"} == {"PB101"}
    assert [p.text for p in after.report.document.words] == [p.text for p in proposal.after.report.document.words]
    kinds = [(mark.kind, mark.text) for mark in after.report.document.marks]
    assert kinds[:3] == [("inserted", "万"), ("deleted", "85.21"), ("inserted", "79.98")]


def test_the_rejected_words_are_the_original_and_nothing_else_is_touched(junshan):
    data, copy, _, _ = junshan
    assert rejected(copy) == "".join(t.text or "" for t in etree.fromstring(body(data)).iter(W + "t"))
    before, after = (zipfile.ZipFile(io.BytesIO(one)) for one in (data, copy))
    assert before.namelist() == after.namelist()
    assert [n for n in before.namelist() if before.read(n) != after.read(n)] == ["word/document.xml"]
    old, new = (etree.fromstring(body(one)) for one in (data, copy))
    frames = [W + name for name in ("pPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr")]
    assert [etree.tostring(e) for e in old.iter(*frames)] == [etree.tostring(e) for e in new.iter(*frames)]


def test_the_same_file_gives_the_same_copy(junshan):
    assert applied(junshan[0])[0] == junshan[1]
    assert b"w:date" not in body(junshan[1]).replace(b"w:dateFormat", b"")


def test_only_some_rules(junshan):
    assert [r.finding.code for r in proposed(junshan[0], ("FG203",)).repairs] == ["FG203"]
    assert [r.text for r in proposed(junshan[0], ("SC",)).repairs] == ["10", "100", "100"]


def test_words_split_over_runs_keep_their_formatting():
    bold = "<w:rPr><w:b/></w:rPr>"
    head, tail = SENTENCE.split("{}")
    data = docx(paragraph(head, "8", "5.2", "1%" + tail, style=bold))
    copy, lost, _ = applied(data)
    assert lost == []
    assert read_bytes(copy, "x.docx").paragraphs[0].text == SENTENCE.format("79.98%")
    root = etree.fromstring(body(copy))
    assert ["".join(t.text or "" for t in d.iter(W + "delText")) for d in root.iter(W + "del")] == ["8", "5.2", "1"]
    assert all(run.find(f"{W}rPr/{W}b") is not None for run in root.iter(W + "r"))
    assert {e.get(W + "author") for e in root.iter(W + "ins", W + "del")} == {"jixiao"}
    ids = [e.get(W + "id") for e in root.iter(W + "ins", W + "del")]
    assert len(set(ids)) == len(ids)


def test_two_repairs_of_one_paragraph_and_signs_of_xml_beside_them():
    text = "A&amp;B&lt;" + SENTENCE.format("85.21%") + "&gt;"
    data = docx(paragraph(text.replace("1107.5万元，其中", "1107.5元，其中")))
    copy, _, proposal = applied(data)
    assert [(r.text, r.follows) for r in proposal.repairs] == [("1107.5万元", False), ("79.98%", True)]
    assert read_bytes(copy, "x.docx").paragraphs[0].text == "A&B<" + SENTENCE.format("79.98%") + ">"


@pytest.mark.parametrize(
    "wrap",
    [
        '<w:ins w:id="7" w:author="他人">{}</w:ins>',
        '<w:fldSimple w:instr="REF x">{}</w:fldSimple>',
    ],
)
def test_where_word_takes_no_tracked_change_the_user_is_told(wrap):
    head, tail = SENTENCE.split("{}")
    inner = [f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>' for words in (head, "85.21%", tail)]
    data = docx(f"<w:p>{inner[0]}{wrap.format(inner[1])}{inner[2]}</w:p>")
    copy, lost, proposal = applied(data)
    assert [reason for _, reason in lost] == [HELD] * len(proposal.repairs)
    assert len(lost) == 1
    assert body(copy) == body(data)


def test_a_bound_figure_is_mended_in_the_data_not_in_the_words():
    wrong = replace(FIGURES["project_expenditure.share"], text="85.21")
    figures = {**FIGURES, wrong.id: wrong}
    head, _, _ = SENTENCE.partition("{}")
    data = write(Manuscript("题", (Line("body", (head, wrong, "。")),), figures))
    copy, lost, _ = applied(data)
    assert [reason for _, reason in lost] == [BOUND]
    assert body(copy) == body(data)


def test_a_damaged_file_is_refused_in_words(junshan):
    repairs = junshan[3].repairs
    with pytest.raises(NotApplied, match="损坏"):
        apply(b"PK", read_bytes(junshan[0], "x.docx"), repairs)


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("1107.5元", "1107.5万元", (6, 6, "", "万")),
        ("85.21%", "79.98%", (0, 5, "85.21", "79.98")),
        ("1107.5", "1207.5", (0, 6, "1107.5", "1207.5")),
        ("同", "同", (1, 1, "", "")),
    ],
)
def test_a_change_is_as_short_as_it_can_be_but_numbers_stay_whole(old, new, left):
    short = shortened(Change([], 0, len(old), old, new))
    assert (short.start, short.end, short.old, short.text) == left
