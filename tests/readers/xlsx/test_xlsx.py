"""A workbook is read as it is printed: titles and notes as paragraphs, tables with their merged cells, hidden sheets not."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from jixiao.readers import read_bytes
from tests.readers.building import codes, docx, grid, p, texts
from tests.readers.xlsx.building import FRAMED, MAIN, c, line, read, row, sheet, workbook


def blocks(found):
    return [one.text if hasattr(one, "text") else [cell.text for cell in one.cells] for one in found.blocks]


def test_titles_notes_and_signatures_are_paragraphs():
    found = read(
        sheet(
            row(1, c("A1", "2023年度部门整体支出绩效自评表")),
            row(2, c("A2", "填报单位：某局"), c("C2", "单位：万元")),
            line(3, "年初预算数", "全年预算数", "全年执行数"),
            line(4, "1179.7", "1107.5", "1107.5"),
            row(5, c("A5", "填表人：李示例"), c("B5", "联系电话：0730-0000000"), c("C5", "填报日期：2024年5月30日")),
            merges=("A1:C1",),
        )
    )
    assert blocks(found) == [
        "2023年度部门整体支出绩效自评表",
        "填报单位：某局　　单位：万元",
        ["年初预算数", "全年预算数", "全年执行数", "1179.7", "1107.5", "1107.5"],
        "填表人：李示例　　联系电话：0730-0000000　　填报日期：2024年5月30日",
    ]
    assert codes(found) == []
    assert found.format == "xlsx"


def test_merged_cells_are_one_cell_and_empty_ones_are_kept():
    found = read(
        sheet(
            line(1, "一级指标", "三级指标", "指标值"), line(2, "产出指标", "办件量", "≥30万件"), line(3, "被遮住", "办结率", ""),
            line(4, "总分", "", "100"),
            merges=("A2:A3", "A4:B4"),
        )
    )  # fmt: skip
    assert grid(found.tables[0]) == [
        (1, 1, 1, 1, "一级指标"), (1, 2, 1, 1, "三级指标"), (1, 3, 1, 1, "指标值"),
        (2, 1, 2, 1, "产出指标"), (2, 2, 1, 1, "办件量"), (2, 3, 1, 1, "≥30万件"),
        (3, 2, 1, 1, "办结率"), (3, 3, 1, 1, ""),
        (4, 1, 1, 2, "总分"), (4, 3, 1, 1, "100"),
    ]  # fmt: skip


def test_numbers_are_read_as_they_are_shown():
    found = read(
        sheet(
            row(
                1,
                c("A1", "执行数", FRAMED),
                c("B1", "1107.5", 2),
                c("C1", "1", 3, formula="B1/B1"),
                c("D1", "0.1", FRAMED),
            )
        )
    )
    assert [cell.text for cell in found.tables[0].cells] == ["执行数", "1107.50", "100%", "0.1"]


def test_a_place_names_the_row_of_the_sheet():
    found = read(sheet(line(7, "甲", "乙"), line(9, "丙", "丁")))
    assert found.tables[1].cells[1].place().line == 9


def test_a_line_break_in_a_cell_is_kept():
    assert (
        read(sheet(line(1, "楼堂馆所控制情况\n（2023年完工项目）", "乙"))).tables[0].cells[0].text
        == "楼堂馆所控制情况\n（2023年完工项目）"
    )


def test_the_sheet_s_name_stands_for_a_missing_title():
    one = line(1, "甲", "乙")
    assert blocks(read(sheet(one), names=("项目支出绩效自评表",))) == ["项目支出绩效自评表", ["甲", "乙"]]
    assert blocks(read(sheet(one), names=("Sheet1",))) == [["甲", "乙"]]


def test_two_tables_on_one_sheet():
    found = read(
        sheet(
            row(1, c("A1", "表一")), line(2, "甲", "乙"), line(3, "1", "2"), row(5, c("A5", "表二")), line(6, "丙", "丁"), line(7, "3", "4"),
        )
    )  # fmt: skip
    assert blocks(found) == ["表一", ["甲", "乙", "1", "2"], "表二", ["丙", "丁", "3", "4"]]
    assert [one.block for one in found.blocks] == [1, 2, 3, 4]


def test_a_sheet_without_lines():
    found = read(
        sheet(
            line(1, "2023年度自评表", style=0), line(2, "指标", "目标", "完成", style=0), line(3, "办件量", "30", "59", style=0),
            line(4, "其他", style=0), line(5, "办结率", "100", "100", style=0), line(6, "说明：数据取自决算", style=0),
        )
    )  # fmt: skip
    assert blocks(found) == [
        "2023年度自评表",
        ["指标", "目标", "完成", "办件量", "30", "59", "其他", "", "", "办结率", "100", "100"],
        "说明：数据取自决算",
    ]


def test_framed_rows_to_fill_in_do_not_prolong_a_table():
    empty = (line(n, "", "", "") for n in range(3, 60))
    found = read(sheet(line(1, "甲", "乙", "丙"), line(2, "1", "", ""), *empty))
    assert len(found.tables[0].grid) == 2


def test_a_label_alone_in_a_framed_row_belongs_to_the_table():
    found = read(sheet(line(1, "项目", "预算"), line(2, "其中：", ""), line(3, "一般公共预算", "5"), line(4, "……", "")))
    assert [one.text for one in found.tables[0].cells][2::2] == ["其中：", "一般公共预算", "……"]
    assert texts(found) == []


def test_hidden_sheets_are_named_and_not_read():
    one = sheet(line(1, "甲", "乙"))
    found = read(one, sheet(line(1, "密", "密")), one, names=("表一", "底稿", "表三"), states=("", "veryHidden", ""))
    assert blocks(found) == ["表一", ["甲", "乙"], "表三", ["甲", "乙"]]
    assert codes(found) == ["sheets_hidden"]
    assert "「底稿」" in found.unread[0].message


def test_hidden_rows_and_columns_are_not_read_and_said():
    found = read(
        sheet(
            line(1, "项目", "底数", "金额"), row(2, c("A2", "藏", FRAMED), c("C2", "1", FRAMED), hidden=True), line(3, "合计", "9", "2"),
            columns='<col min="2" max="2" hidden="1"/>',
        )
    )  # fmt: skip
    assert grid(found.tables[0]) == [
        (1, 1, 1, 1, "项目"),
        (1, 2, 1, 1, "金额"),
        (2, 1, 1, 1, "合计"),
        (2, 2, 1, 1, "2"),
    ]
    assert codes(found) == ["rows_hidden"]


def test_a_formula_without_its_result_and_an_error_are_said():
    found = read(
        sheet(
            row(
                1,
                c("A1", "合计", FRAMED),
                c("B1", "", FRAMED, formula="1+1"),
                c("C1", "#REF!", FRAMED, kind="e", formula="X1"),
            )
        )
    )
    assert [cell.text for cell in found.tables[0].cells] == ["合计", "", "#REF!"]
    assert codes(found) == ["formulas", "cell_errors"]
    assert "「Sheet1」!B1" in found.unread[0].message
    assert "「Sheet1」!C1" in found.unread[1].message


def test_words_in_all_the_ways_in_which_files_hold_them():
    strings = (
        f'<sst xmlns="{MAIN}"><si><t>共享</t></si><si><r><t>富</t></r><r><t>文字</t></r><rPh sb="0" eb="1"><t>フ</t></rPh></si>'
        "<si><t>上_x000D_\n下</t></si></sst>"
    )
    found = read(
        sheet(
            row(
                1, c("A1", "0", FRAMED, kind="s"), c("B1", "1", FRAMED, kind="s"), c("C1", "公式", FRAMED, kind="str", formula="A1"),
                c("D1", "1", FRAMED, kind="b"), c("E1", "2024-05-30T00:00:00", FRAMED, kind="d"), c("F1", "99", FRAMED, kind="s"),
                c("G1", "2", FRAMED, kind="s"),
            )
        ),
        **{"xl/sharedStrings.xml": strings},
    )  # fmt: skip
    assert [cell.text for cell in found.tables[0].cells] == [
        "共享",
        "富文字",
        "公式",
        "TRUE",
        "2024/5/30",
        "",
        "上\n下",
    ]


def test_cells_without_references_stand_side_by_side():
    bare = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row>"
    assert [cell.text for cell in read(sheet(bare)).tables[0].cells] == ["1", "2", "3", "4"]


def test_the_strict_spelling_of_the_format():
    found = read(sheet(line(1, "甲", "乙"), root="http://purl.oclc.org/ooxml/spreadsheetml/main"))
    assert blocks(found) == [["甲", "乙"]]


def test_what_openpyxl_writes():
    book = openpyxl.Workbook()
    page = book.active
    page.append(["项目", "金额", "执行率"])
    page.append(["行政审批专项", 262.5, 0.4953])
    page["C2"].number_format = "0.00%"
    book.properties.creator = "某某"
    target = BytesIO()
    book.save(target)
    found = read_bytes(target.getvalue(), "a.xlsx")
    assert blocks(found) == [["项目", "金额", "执行率", "行政审批专项", "262.5", "49.53%"]]
    assert found.properties["author"] == "某某"


def test_a_word_file_that_holds_a_workbook_is_a_word_file_and_the_other_way_round():
    inner = workbook(sheet(line(1, "甲", "乙")))
    assert read_bytes(docx(p("正文")), "a.docx").format == "docx"
    held = read(sheet(line(1, "甲", "乙")), xl__embeddings__a=docx(p("正文")))
    assert held.format == "xlsx"
    assert read_bytes(inner, "a.docx").unread[0].code == "suffix"


@pytest.mark.parametrize("suffix", [".xlsx", ".xlsm", ".xltx"])
def test_the_endings_of_workbooks(suffix):
    assert codes(read_bytes(workbook(sheet(line(1, "甲", "乙"))), f"表{suffix}")) == []
