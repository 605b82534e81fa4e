"""Columns made of runs of blanks."""

from __future__ import annotations

import pytest

from tests.readers.txt.test_txt import check_lines, read, table

LAYOUT = """单位：万元
   项目              预算数      决算数
   基本支出            120.50     118.00
   项目支出                        20.00
   合计                120.50     138.00
后文。
"""


def test_columns_by_their_place_in_the_line():
    assert table(LAYOUT) == [
        ["项目", "预算数", "决算数"],
        ["基本支出", "120.50", "118.00"],
        ["项目支出", "", "20.00"],
        ["合计", "120.50", "138.00"],
    ]
    check_lines(LAYOUT, read(LAYOUT))


@pytest.mark.parametrize(
    "text",
    [
        LAYOUT.replace("   项目支出                        20.00", "   项目支出其中上年结转经费用于养护      20.00"),
        "甲   乙   丙\n丁   12   13\n",
        "填表人：甲    联系电话：    日期：\n负责人：乙    单位：    盖章：\n审核：丙     时间：    备注：\n",
    ],
)
def test_blanks_that_make_no_table(text):
    assert not read(text).tables
