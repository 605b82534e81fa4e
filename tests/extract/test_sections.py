"""Chapters with every habit of numbering."""

from __future__ import annotations

import pytest

from jixiao.extract.sections import sections
from jixiao.model.document import paragraph


def outline(*lines: str, form: str = "cn/department"):
    found = sections([paragraph(i + 1, line) for i, line in enumerate(lines)], form)
    return [(s.kind, s.number, s.title, s.level, len(s.body)) for s in found]


def test_chinese_numbers_then_brackets():
    assert outline("一、部门基本情况", "（一）部门职责", "负责某事。", "二、存在的问题", "问题很多。") == [
        ("overview", "一、", "部门基本情况", 1, 2),
        ("overview_unit", "（一）", "部门职责", 2, 1),
        ("problems", "二、", "存在的问题", 1, 1),
    ]


def test_a_slip_of_the_number_does_not_move_a_chapter():
    found = outline("1、部门（单位）基本情况", "（一）基本支出情况", "正文。", "二、存在的问题及原因分析", "问题。")
    assert [(kind, level) for kind, _, _, level, _ in found] == [("overview", 1), ("basic", 2), ("problems", 1)]


def test_arabic_numbers_all_through():
    found = outline("1.部门概况", "正文。", "2.存在问题", "问题。", "3.下一步改进措施", "措施。")
    assert [(kind, level) for kind, _, _, level, _ in found] == [("overview", 1), ("problems", 1), ("measures", 1)]


def test_parts_over_chapters():
    found = outline("第一部分 部门概况", "一、机构设置", "正文。", "第二部分 存在的问题", "问题。")
    assert [(title, level) for _, _, title, level, _ in found] == [("部门概况", 1), ("机构设置", 2), ("存在的问题", 1)]


def test_titles_without_numbers():
    found = outline("部门基本情况", "正文。", "存在的问题", "问题。")
    assert [kind for kind, *_ in found] == ["overview", "problems"]


def test_a_sentence_with_a_number_is_no_heading():
    assert outline("1、预算编制不够精细，执行中存在偏差。") == []


def test_a_heading_that_runs_on_keeps_its_text():
    (found,) = sections([paragraph(1, "1、三公经费支出情况分析：预算1万元，实际0.97万元。")], "cn/department")
    assert (found.title, found.body[0].block, found.place.quote) == (
        "三公经费支出情况分析",
        1,
        "1、三公经费支出情况分析",
    )


def test_the_list_of_attachments_is_no_chapter():
    found = outline("一、其他需要说明的情况", "无", "附件：", "1.基础数据表", "2.自评表")
    assert found == [("other", "一、", "其他需要说明的情况", 1, 1)]


@pytest.mark.parametrize("leader", ["", "……3", " PAGEREF _Toc1 h 3"])
def test_a_table_of_contents_is_no_chapter(leader):
    found = outline(
        "目 录",
        f"一、部门概况{leader}",
        f"二、存在的问题{leader}",
        "一、部门概况",
        "正文。",
        "二、存在的问题",
        "问题。",
    )
    assert [kind for kind, *_ in found] == ["overview", "problems"]
