"""The workbook in which a reviewer filters."""

from __future__ import annotations

import openpyxl
import pytest

from jixiao.batch.outputs import xlsx
from tests.batch.outputs.building import ABOUT, finding, refused, result, unclear


def workbook(folder, *results):
    output = xlsx.Output()
    output.open(folder, ABOUT)
    for one in results:
        output.add(one)
    output.close()
    return openpyxl.load_workbook(folder / xlsx.NAME)


def rows(sheet):
    head, *body = ([cell.value for cell in row] for row in sheet.iter_rows())
    return [dict(zip(head, row, strict=True)) for row in body]


def test_a_row_a_report_a_finding_a_unit_and_a_rule(tmp_path):
    book = workbook(tmp_path, result("甲局/a.docx", finding(), finding("ST110", "info")), refused())
    assert book.sheetnames == ["说明", "报告", "问题", "单位", "规则"]
    first, second = rows(book["报告"])
    assert (first["单位"], first["错误"], first["填报总分"], first["相差"]) == ("甲局", 1, 99.4, -0.6)
    assert (second["读取结果"], second["读取说明"]) == ("读不出", "文件有密码保护，无法读取")
    assert [row["规则"] for row in rows(book["问题"])] == ["FG101", "ST110"]
    assert {row["单位"] for row in rows(book["单位"])} == {"甲局", "（单位未识别）"}
    assert [row["条数"] for row in rows(book["规则"])] == [1, 1]


def test_the_sheets_can_be_filtered_and_an_opinion_chosen(tmp_path):
    sheet = workbook(tmp_path, result("a", finding()))["问题"]
    assert sheet.auto_filter.ref == "A1:P2"
    assert sheet.freeze_panes == "C2"
    assert "属实" in sheet.data_validations.dataValidation[0].formula1


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-2", "@SUM(A1)", "＝1", "\t=1", "http://localhost/"])
def test_no_words_of_a_report_become_a_formula_or_a_link(tmp_path, text):
    sheet = workbook(tmp_path, result(f"{text}.docx", finding(message=text, quote=text)))["问题"]
    for cell in sheet[2]:
        assert cell.data_type in ("s", "n", "inlineStr")
        assert cell.hyperlink is None
    assert not any(cell.data_type == "f" for cell in sheet[2])


def test_longer_words_than_a_cell_holds_are_cut(tmp_path):
    sheet = workbook(tmp_path, result("a", finding(quote="长" * 40_000)))["问题"]
    assert max(len(str(cell.value or "")) for cell in sheet[2]) == 32_000


def test_more_findings_than_a_sheet_has_rows_are_told(tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx, "FINDINGS", 3)
    book = workbook(tmp_path, result("a", *[finding(quote=f"{n}元") for n in range(5)]))
    assert book["问题"].max_row == 4
    assert any("另有 2 条" in str(cell.value) for row in book["说明"].iter_rows() for cell in row)


def test_of_very_many_reports_hints_are_counted_and_not_listed(tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx, "SMALL", 2)  # ABOUT promises three reports
    book = workbook(tmp_path, result("a", finding(), finding("ST110", "info")))
    assert [row["规则"] for row in rows(book["问题"])] == ["FG101"]
    assert any("另有 1 条" in str(cell.value) for row in book["说明"].iter_rows() for cell in row)


def test_what_is_not_readable_is_marked_as_such(tmp_path):
    (row,) = rows(workbook(tmp_path, result("a", unclear=[unclear()]))["问题"])
    assert (row["级别"], row["现为"], row["应为"]) == ("看不清", "885.83", None)


def test_the_same_results_give_the_same_bytes(tmp_path):
    for name in ("一", "二"):
        (tmp_path / name).mkdir()
        workbook(tmp_path / name, result("a", finding()), refused())
    assert (tmp_path / "一" / xlsx.NAME).read_bytes() == (tmp_path / "二" / xlsx.NAME).read_bytes()


def test_without_any_report_there_are_heads(tmp_path):
    assert workbook(tmp_path)["报告"].max_row == 1
