"""Folders and lists: every file is an item, in the order of names; what is no report is told and left out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jixiao.batch.inputs import NotInput, items
from tests.batch.inputs.building import zipped
from tests.batch.inputs.conftest import Inputs


def test_a_folder_gives_its_files_and_those_below_by_name(inputs: Inputs):
    for name in ("乙局/报告.docx", "甲局/附件/表.xlsx", "总报告.docx", "甲局/报告.docx"):
        inputs.put(name)
    assert inputs.names() == ["乙局/报告.docx", "总报告.docx", "甲局/报告.docx", "甲局/附件/表.xlsx"]
    assert inputs.names() == inputs.names()


def test_what_is_no_report_is_left_out_and_told(inputs: Inputs):
    left_out = [
        "~$报告.docx", ".DS_Store", "Thumbs.db", ".git/config", "__MACOSX/a.docx", "下载.docx.crdownload", "报告.docx.bak",
        "关于报送2023年绩效自评材料的通知.docx", "目录.docx", "联系表（最终）.xlsx",
    ]  # fmt: skip
    kept = [
        "关于2023年部门整体支出绩效自评情况的报告.docx",
        "目录/某局报告.docx",
        "通知/某局报告.docx",
        "自评表.et",
        "扫描.jpg",
    ]
    for name in (*left_out, *kept):
        inputs.put(name)
    assert inputs.names() == sorted(kept)
    told = {one.name for one in inputs.skipped}
    assert len(told) == len(left_out)
    assert "目录.docx" in told
    assert all(one.reason and one.reason_en for one in inputs.skipped)


def test_a_file_that_is_named_is_audited_whatever_its_name(inputs: Inputs):
    assert inputs.names(inputs.put("关于自评的通知.docx")) == ["关于自评的通知.docx"]


def test_the_users_own_patterns_leave_files_out(inputs: Inputs):
    inputs.put(".jixiaoignore", "佐证/\n*.xlsx\n!甲局/自评表.xlsx\n[broken\n# 注释\n".encode("gb18030"))
    for name in ("甲局/报告.docx", "甲局/自评表.xlsx", "甲局/别的.xlsx", "佐证/照片.jpg"):
        inputs.put(name)
    assert inputs.names() == ["甲局/报告.docx", "甲局/自评表.xlsx"]
    assert {one.name for one in inputs.skipped} == {"甲局/别的.xlsx", "佐证"}


def test_links_to_folders_and_pipes_are_not_followed(inputs: Inputs):
    inputs.put("报告.docx")
    (inputs.folder / "圈").symlink_to(inputs.folder)
    os.mkfifo(inputs.folder / "管道")
    (inputs.folder / "断").symlink_to(inputs.folder / "没有")
    assert inputs.names() == ["报告.docx", "断"]
    assert {one.name for one in inputs.skipped} == {"圈", "管道"}


def test_our_own_results_are_no_input(tmp_path: Path):
    folder = tmp_path / "结果"
    spool = folder / ".spool"
    spool.mkdir(parents=True)
    (folder / "审核结果.xlsx").write_bytes(b"x")
    (tmp_path / "报告.docx").write_bytes(b"x")
    assert [item.name for item in items([str(tmp_path)], spool=spool)] == ["报告.docx"]


def test_several_folders_keep_their_names_apart(inputs: Inputs):
    one, two = inputs.put("甲县/报告.docx").parent, inputs.put("乙县/报告.docx").parent
    assert inputs.names(one, two) == ["甲县/报告.docx", "乙县/报告.docx"]


def test_twins_of_a_name_get_numbers(inputs: Inputs):
    one, two = inputs.put("a/报告.docx"), inputs.put("b/报告.docx")
    assert inputs.names(one, two) == ["报告.docx", "报告（2）.docx"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("清单.txt", '# 全县\n甲局/报告.docx\n\n"乙局/报告.docx"\n'),
        ("清单.csv", "序号,单位,文件路径\n1,甲局,甲局/报告.docx\n2,乙局,乙局\\报告.docx\n"),
        ("清单.tsv", "甲局/报告.docx\t甲局\n乙局/报告.docx\t乙局\n"),
    ],
)
def test_a_list_names_the_files_in_its_order(inputs: Inputs, name: str, text: str, encoding: str):
    inputs.put("甲局/报告.docx")
    inputs.put("乙局/报告.docx")
    assert inputs.names(inputs.put(name, text.encode(encoding))) == ["甲局/报告.docx", "乙局/报告.docx"]


def test_a_list_may_name_folders_bundles_missing_files_and_addresses(inputs: Inputs):
    inputs.put("丙/报告.docx", "3")
    inputs.put("丁.zip", zipped({"报告.docx": b"4"}))
    found = inputs.items(inputs.put("清单.txt", "丙\n丁.zip\n没有.docx\nhttp://example.com/a.docx\n"))
    assert [item.name for item in found] == [
        "丙/报告.docx",
        "丁.zip/报告.docx",
        "没有.docx",
        "http:/example.com/a.docx",
    ]
    assert found[3].unread is not None
    assert found[3].unread.code == "web_address"


def test_absolute_paths_of_a_list_show_nothing_of_the_machine(inputs: Inputs, tmp_path: Path):
    one, two = inputs.put("甲/报告.docx"), inputs.put("乙/报告.docx")
    names = inputs.names(inputs.put("清单.txt", f"{one}\n{two}\n"))
    assert names == ["甲/报告.docx", "乙/报告.docx"]


def test_a_report_in_a_text_file_is_no_list(inputs: Inputs):
    text = "2023年度某局部门整体支出绩效自评报告\n一、基本情况\n本部门支出合计100万元。\n"
    assert inputs.names(inputs.put("报告.txt", text)) == ["报告.txt"]


@pytest.mark.parametrize("name", ["没有.docx", "空"])
def test_no_input_is_said_in_both_languages(inputs: Inputs, name: str):
    (inputs.folder / "空").mkdir()
    with pytest.raises(NotInput) as refusal:
        inputs.items(inputs.folder / name)
    assert name in refusal.value.message
    assert name in refusal.value.message_en


def test_results_of_an_earlier_audit_are_no_reports(inputs: Inputs):
    inputs.put("甲局/报告.docx")
    inputs.put("审核结果/run.json", '{\n  "schema": "jixiao.run/1",\n')
    inputs.put("审核结果/reports/00001.html")
    inputs.put("断了的/journal.bin", "jixiao journal 1 00")
    inputs.put("乙局/run.json", "{}")
    assert inputs.names() == ["乙局/run.json", "甲局/报告.docx"]
    assert {one.name for one in inputs.skipped} == {"审核结果", "断了的"}


def test_results_never_go_into_the_folder_that_is_audited(inputs: Inputs):
    inputs.put("报告.docx")
    with pytest.raises(NotInput, match="同一个文件夹"):
        items([str(inputs.folder)], spool=inputs.folder / ".spool")  # before anything is written


def test_what_is_not_there_is_said_before_anything_is_done(inputs: Inputs):
    with pytest.raises(NotInput, match="没有这个文件"):
        items([str(inputs.folder), str(inputs.folder / "没有")], spool=inputs.spool)
