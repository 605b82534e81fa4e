"""Which table a file is, by its name or by its headings, and what is said where it is none."""

from __future__ import annotations

import pytest

from jixiao.records.checking.recognising import Match, recognised
from jixiao.records.raw import Raw
from jixiao.records.table import tables


def raw(hint, *headings):
    return Raw(f"{hint}.csv", "", "raw", dict.fromkeys(headings, "VARCHAR"), hint)


@pytest.mark.parametrize("hint", ["up_pro_accept", "UP_PRO_ACCEPT-2023", "2023年办件受理", "办件受理 (1)"])
def test_a_name_tells_the_table(hint):
    match = recognised(raw(hint, "办件编号", "受理时间"))
    assert match.table.id == "up_pro_accept"
    assert match.named == {"project_no": "办件编号", "accept_date": "受理时间"}


def test_the_longer_name_is_meant():
    assert recognised(raw("asset_move", "asset_no", "kind", "day")).table.id == "asset_move"


@pytest.mark.parametrize(
    ("headings", "table"),
    [
        (("工单编号", "来源", "受理时间", "承办单位", "办结时间"), "hotline_order"),
        (("凭证号", "凭证日期", "科目", "金额（元）"), "voucher"),
        (("资产编码", "原值", "账面净值", "使用状态"), "asset"),
        (("project_no", "special_time", "end_time"), "up_pro_special_procedure"),
    ],
)
def test_headings_tell_the_table_where_the_name_does_not(headings, table):
    assert recognised(raw("导出20240101", *headings)).table.id == table


@pytest.mark.parametrize(
    "heading", ["受 理 时 间", "受理时间（年月日）", "受理时间[必填]", "ａｃｃｅｐｔ＿ｄａｔｅ", "ACCEPT_DATE"]
)
def test_spaces_brackets_and_width_of_a_heading_do_not_matter(heading):
    assert recognised(raw("办件受理", "办件编号", heading)).named["accept_date"] == heading


def test_a_name_beats_a_title_and_a_heading_is_used_once():
    named = recognised(raw("hotline_order", "order_no", "编号", "channel", "来源", "accept_time")).named
    assert (named["order_no"], named["channel"]) == ("order_no", "channel")
    assert len(set(named.values())) == len(named)


def test_a_required_column_that_is_missing_is_named_with_what_it_may_be_called():
    trouble = recognised(raw("办件受理", "办件编号", "部门名称"))
    assert trouble.fatal
    assert "缺少必填列“受理时间”" in trouble.problem
    assert "受理日期" in trouble.fix
    assert "accept_date" in trouble.problem_en


def test_what_is_no_table_is_told_and_stops_nothing():
    trouble = recognised(raw("通讯录", "姓名", "电话", "住址"))
    assert not trouble.fatal
    assert "认不出" in trouble.problem
    assert "姓名" in trouble.value


def test_headings_of_several_tables_are_asked_about():
    trouble = recognised(raw("数据", "asset_no", "kind", "day", "bought_date", "net_value", "status"))
    assert isinstance(trouble, Match) or "分不清" in trouble.problem


@pytest.mark.parametrize("table", tables().values(), ids=lambda one: one.id)
def test_every_table_is_known_by_its_titles_alone(table):
    match = recognised(raw(table.title, *(column.title for column in table.columns.values())))
    assert match.table is table
    assert set(match.named) == set(table.columns)


@pytest.mark.parametrize("table", tables().values(), ids=lambda one: one.id)
def test_every_table_is_known_by_its_names_without_a_name_of_its_file(table):
    assert recognised(raw("export", *table.columns)).table is table
