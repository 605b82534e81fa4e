import csv
import io

import pytest

from jixiao.writers import write
from jixiao.writers.csv import guarded


def test_excel_opens_it_as_it_is(audit):
    text = "".join(write([audit], "csv"))
    assert text.encode().startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    assert head[:4] == ["文件", "代码", "级别", "标题"]
    assert [row[1] for row in rows] == ["TX106", "FG203", "SC123", "ST110"]
    assert rows[1][5:10] == ["63.07%", "66.07%", "第4行", "4", "66.07%"]
    assert rows[2][7] == "第17行 · 表1 第2行第5列"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1", "－1", "  =1"])
def test_no_cell_is_taken_for_a_formula(text):
    assert guarded(text).startswith("'")


@pytest.mark.parametrize("text", ["66.07%", "≤900万元", "", "支出-收入", "a=b"])
def test_other_words_stay_as_they_are(text):
    assert guarded(text) == text
