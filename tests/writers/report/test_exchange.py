import io
from dataclasses import replace

import openpyxl
import pytest

from jixiao import pipeline
from jixiao.model.filing import GoalEntry
from jixiao.writers.report.exchange import write
from jixiao.writers.report.exchange.tables import status, tables
from jixiao.writers.report.refused import NotWritten

FILES = (("报送版", "自评报告.docx"), ("公开版", "自评报告.docx"))


@pytest.fixture(scope="module")
def book(junshan, report):
    return openpyxl.load_workbook(io.BytesIO(write(junshan, report, FILES)))


def rows(book, name):
    heads, _, *lines = book[name].iter_rows(values_only=True)
    return [dict(zip(heads, line, strict=True)) for line in lines]


def test_the_tables_and_columns_are_those_of_the_field(book):
    assert book.sheetnames == [
        "说明", "PM_PERF_SELF_EVAL", "PM_SELF_EVAL_GOAL", "PM_SELF_EVAL_INDICATOR", "PM_PERF_SELF_BGT", "PERF_PUBLIC_FILE",
    ]  # fmt: skip
    for table in tables():
        names, labels = (next(book[table.name].iter_rows(n, n, values_only=True)) for n in (1, 2))
        assert names == tuple(column.name for column in table.columns)
        assert all(labels)
        assert len(set(names)) == len(names)


def test_it_says_that_the_names_are_not_verified_and_in_what_unit_money_is(book):
    said = "\n".join(str(cell) for row in book["说明"].iter_rows(values_only=True) for cell in row if cell)
    assert status() == "字段名依据见文档，未核实"
    assert status() in said
    assert "乘10000" in said


def test_money_is_in_yuan_and_adds_up(book):
    money = rows(book, "PM_PERF_SELF_BGT")
    department = money[0]
    assert (department["reply_amt"], department["year_adj_amt"], department["cur_amt"]) == (11797000, -722000, 11075000)
    assert (department["year_exe_amt"], department["exe_amt_rate"], department["exe_score"]) == (11075000, 100, 10)
    third = [row for row in money if row["pro_name"] == "新政务大厅和城市展厅工程尾款"]
    assert [row["found_type_name"] for row in third] == ["年度资金总额", "当年财政拨款", "其他资金"]
    assert third[0]["year_exe_amt"] == third[1]["year_exe_amt"] + third[2]["year_exe_amt"] == 4398300


def test_indicators_stand_as_they_are_printed(book, junshan):
    found = rows(book, "PM_SELF_EVAL_INDICATOR")
    assert len(found) == len(junshan.department.indicators) + sum(len(one.indicators) for one in junshan.projects)
    cost = next(row for row in found if row["lv3_perf_ind_name"] == "财政资金支出")
    assert (cost["kpi_val"], cost["ind_comp"], cost["ind_weight"], cost["eval_score"]) == (
        "≤1179.7万元",
        "1107.5万元",
        10,
        10,
    )
    assert (cost["lv1_perf_ind_name"], cost["lv2_perf_ind_name"]) == ("产出指标", "成本指标")


def test_every_row_belongs_to_a_sheet_and_has_a_key_of_its_own(book):
    sheets = [row["eval_id"] for row in rows(book, "PM_PERF_SELF_EVAL")]
    assert len(set(sheets)) == 4
    for name, key in (
        ("PM_SELF_EVAL_GOAL", "eval_kpi_id"),
        ("PM_SELF_EVAL_INDICATOR", "eval_ind_id"),
        ("PM_PERF_SELF_BGT", "bgt_eval_id"),
    ):
        found = rows(book, name)
        assert {row["eval_id"] for row in found} == set(sheets)
        assert len({row[key] for row in found}) == len(found)


def test_common_columns_of_the_department_and_its_projects(book):
    first, second, *_ = rows(book, "PM_PERF_SELF_EVAL")
    assert (first["fiscal_year"], first["mof_div_code"], first["agency_name"]) == (
        "2023",
        "430600000",
        "岳阳市君山区行政审批服务局",
    )
    assert (first["busi_type_code"], second["busi_type_code"]) == ("dept", "project")
    assert (first["is_deleted"], first["create_time"]) == ("2", "20240530000000000")
    assert first["total_eval_value"] == 100
    assert first["application_advise"].startswith("自评结果将用于编制下一年度绩效目标")
    assert first["pro_code"] is None
    files = rows(book, "PERF_PUBLIC_FILE")
    assert [row["full_path"] for row in files] == ["报送版/自评报告.docx", "公开版/自评报告.docx"]


def test_what_is_too_long_is_listed_and_not_cut(junshan):
    goals = (GoalEntry("目" * 2001, "成"), GoalEntry("标" * 2002, "成"))
    long = replace(junshan, department=replace(junshan.department, goals=goals))
    with pytest.raises(NotWritten) as error:
        write(long, pipeline.compose(long))
    assert "有2项" in error.value.message
    assert "第1行 kpi_target（绩效目标）有2001个字，最多2000个" in error.value.message
    assert "2 values are too long" in error.value.message_en


def test_weights_have_the_digits_of_their_column(junshan, report):
    figures = dict(report.figures)
    one = figures["department.indicators.1.weight"]
    figures[one.id] = replace(one, value=one.value / 100000)
    with pytest.raises(NotWritten, match="4位小数"):
        write(junshan, replace(report, figures=figures))


def test_words_never_become_a_formula(junshan):
    evil = replace(junshan, unit="=1+1")
    cells = openpyxl.load_workbook(io.BytesIO(write(evil, pipeline.compose(evil))))
    assert not [c for sheet in cells for row in sheet.iter_rows() for c in row if c.data_type == "f"]


def test_the_same_filing_gives_the_same_bytes(junshan, report):
    assert write(junshan, report, FILES) == write(junshan, report, FILES)
