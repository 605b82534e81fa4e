"""Several files of one report: by folder, by unit; never two units in one."""

from __future__ import annotations

import pytest

from jixiao.batch.inputs.stems import named
from tests.batch.inputs.building import zipped
from tests.batch.inputs.conftest import Inputs


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("附件2 君山区行政审批局2023年自评表（定稿）.xlsx", "君山区行政审批局"),
        ("2023年度岳阳市君山区财政局部门整体支出绩效自评报告.docx", "岳阳市君山区财政局"),
        ("01-区发改局-自评报告（盖章扫描件）.pdf", "区发改局"),
        ("自评报告正文.docx", ""),
        ("附件1：基础数据表.xlsx", ""),
        ("扫描件0001.pdf", ""),
        ("报告 final v2.docx", ""),
    ],
)
def test_what_a_file_name_says_of_whom_it_is(name: str, unit: str):
    assert named(name) == unit


def grouped(inputs: Inputs) -> dict[str, list[str]]:
    return {item.name: [name for name, _ in item.files] for item in inputs.items(together=True)}


def test_a_folder_is_one_report_with_what_lies_in_its_annexes(inputs: Inputs):
    for name in ("甲局/自评报告.docx", "甲局/附件/附件1.xlsx", "甲局/盖章扫描/001.jpg", "乙局/报告.docx"):
        inputs.put(name)
    assert grouped(inputs) == {
        "乙局/报告.docx": ["乙局/报告.docx"],
        "甲局": ["盖章扫描/001.jpg", "自评报告.docx", "附件/附件1.xlsx"],
    }


def test_files_of_several_units_in_one_folder_are_told_apart_by_name(inputs: Inputs):
    for name in ("财政局自评报告.docx", "财政局附件1.xlsx", "发改局自评报告.docx", "附件2.xlsx"):
        inputs.put(name)
    assert grouped(inputs) == {
        "发改局自评报告.docx": ["发改局自评报告.docx"],
        "财政局": ["财政局自评报告.docx", "财政局附件1.xlsx"],
        "附件2.xlsx": ["附件2.xlsx"],  # whose it is, is not guessed
    }


def test_files_that_are_given_together_are_one_report(inputs: Inputs):
    paths = [inputs.put(name) for name in ("正文.docx", "附表.xlsx", "签字页.pdf")]
    (item,) = inputs.items(*paths, together=True)
    assert item.name == "正文.docx 等3个文件"
    assert [name for name, _ in item.files] == ["正文.docx", "附表.xlsx", "签字页.pdf"]


def test_files_of_several_units_are_never_one_report(inputs: Inputs):
    paths = [inputs.put(name) for name in ("财政局报告.docx", "财政局附件1.xlsx", "发改局报告.docx")]
    assert inputs.names(*paths, together=True) == ["发改局报告.docx", "财政局"]


def test_a_bundle_of_a_district_is_a_report_a_folder(inputs: Inputs):
    data = zipped(
        {
            "甲局/报告.docx": b"1",
            "甲局/附表.xlsx": b"2",
            "乙局/报告.docx": b"3",
            "乙局/附件.zip": zipped({"附表.xlsx": b"4"}),
        }
    )
    inputs.put("全县.zip", data)
    assert grouped(inputs) == {
        "全县.zip/乙局": ["报告.docx", "附件.zip/附表.xlsx"],
        "全县.zip/甲局": ["报告.docx", "附表.xlsx"],
    }
