"""``jixiao audit --together``: several files on the command line are one report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document as Word

from jixiao import readers
from tests.model import splitting

REPORT = Path(__file__).parents[2] / "examples/junshan-2023/report.docx"
PARTS = ("报告正文.docx", "附件表格.xlsx")


@pytest.fixture
def parts(folder: Path) -> tuple[str, ...]:
    (folder / PARTS[0]).write_bytes(splitting.body(REPORT.read_bytes()))
    (folder / PARTS[1]).write_bytes(splitting.tables(readers.read(REPORT)))
    return PARTS


def test_the_parts_give_one_audit_whose_places_name_their_file(jixiao, parts):
    code, out, _ = jixiao("audit", *reversed(parts), "--together", "--format", "json")
    (audit,) = json.loads(out)["files"]
    assert code == 1
    assert audit["path"] == "附件表格.xlsx + 报告正文.docx"
    assert audit["stated_score"] == 99.4
    assert {place["file"] for one in audit["findings"] for place in one["places"]} == set(parts)


def test_on_the_terminal_each_place_begins_with_its_file(jixiao, parts):
    _, out, _ = jixiao("audit", *parts, "--together")
    assert "报告正文.docx 第10段" in out
    assert "附件表格.xlsx 第" in out


def test_the_page_has_a_heading_for_each_file(jixiao, parts, folder):
    jixiao("audit", *parts, "--together", "-o", "结果.html")
    page = (folder / "结果.html").read_text("utf-8")
    assert page.index('class="file">报告正文.docx') < page.index('class="file">附件表格.xlsx')


def test_comments_go_into_the_word_file_and_name_the_places_elsewhere(jixiao, parts, folder):
    jixiao("audit", *reversed(parts), "--together", "--annotate", "批注.docx")
    comments = [comment.text for comment in Word(folder / "批注.docx").comments]
    assert any("FG501" in text and "附件表格" not in text for text in comments)
    assert any("附件表格.xlsx" in text for text in comments)
    marked = Word(folder / "批注.docx").element.body.xpath(
        ".//w:commentRangeStart/following-sibling::w:r[1]/w:t/text()"
    )
    assert "1107.5" in marked


def test_without_a_word_file_there_is_nothing_to_comment_on(jixiao, parts):
    code, _, err = jixiao("audit", parts[1], "对.txt", "--together", "--annotate", "批注.docx")
    assert code == 2
    assert "docx" in err


def test_standard_input_has_no_name_among_several(jixiao, parts):
    code, _, err = jixiao("audit", parts[0], "-", "--together")
    assert code == 2
    assert "标准输入" in err


def test_a_part_that_cannot_be_read_is_told_by_its_name(jixiao, parts):
    code, out, _ = jixiao("audit", *parts, "坏.docx", "--together")
    assert code == 1
    assert "坏.docx：" in out


def test_files_of_several_units_are_not_made_one_report(jixiao, parts):
    code, _, err = jixiao("audit", "财政局报告.docx", "发改局附表.xlsx", "--together")
    assert code == 2
    assert "财政局" in err
    assert "--out" in err
