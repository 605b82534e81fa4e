"""Tables that lost their lines: cells with a bar behind them, and a whole 自评表 in one line."""

from __future__ import annotations

import pytest

from jixiao.extract import understand
from jixiao.model.appraisal import Appraisal
from jixiao.readers import read_bytes
from tests.readers.txt.test_txt import check_lines, read, table


def sheet(text: str) -> Appraisal:
    found = read(text)
    check_lines(text, found)
    return understand(found).appraisals[0]


def rows(found: Appraisal) -> list[tuple[str, ...]]:
    """Kind, name, target, actual, weight and score of each indicator."""
    return [
        (i.kind2, i.name.text, i.target.text, i.actual.text, i.weight.text if i.weight else "-", i.score.text if i.score else "-")
        for i in found.indicators
    ]  # fmt: skip


def money(found: Appraisal, fund: str) -> list[str | None]:
    line = next(f for f in found.funds if f.fund == fund)
    entries = (line.initial, line.adjusted, line.executed, line.weight, line.rate, line.score)
    return [None if entry is None else entry.text for entry in entries]


STREAM = """部门预算项目支出绩效自评表（2023年度）
项目名称 |
水质监测运行费 |
主管部门 |
某县环境局 |
实施单位 |
某县监测站 |
项目年度目标 |
年度目标完成情况 |
按月监测断面。 |
全部监测完成。 |
预算执行情况（10分） |
年度预算数（万元） |
年初预算 |
调整后预算数 |
预算执行数 |
预算执行率 |
权重 |
得分 |
原因 |
总额 |
50.00 |
46.20 |
41.58 |
90.00% |
10 |
9 |
年中调减 |
其中：财政资金 |
50.00 |
46.20 |
41.58 |
90.00% |
/ |
/ |
单位资金 |
|
|
|
|
/ |
/ |
绩效指标（90分） |
一级指标 |
二级指标 |
三级指标 |
指标性质 |
指标值 |
度量单位 |
完成值 |
权重 |
得分 |
未完成原因分析 |
产出指标 |
数量指标 |
监测断面 |
≥ |
12 |
个 |
13 |
40 |
40 |
|
数据报送率 |
= |
100 |
% |
98 |
20 |
19 |
设备停机 |
效益指标 |
社会效益指标 |
公开水质报告 |
= |
4 |
期 |
|
30 |
30 |
|
合计 |
100 |
98 |
|
评价结论 |
完成较好 |
"""


def test_a_cell_a_line_behind_which_a_bar_stands():
    found = sheet(STREAM)
    assert (found.name.text, found.supervisor.text, found.implementer.text) == (
        "水质监测运行费",
        "某县环境局",
        "某县监测站",
    )
    assert money(found, "total") == ["50.00", "46.20", "41.58", "10", "90.00%", "9"]
    assert money(found, "fiscal") == ["50.00", "46.20", "41.58", "/", "90.00%", "/"]
    assert money(found, "own") == [None, None, None, "/", None, "/"] or money(found, "own") == [
        "",
        "",
        "",
        "/",
        "",
        "/",
    ]
    assert rows(found) == [
        ("quantity", "监测断面", "12", "13", "40", "40"),
        ("quantity", "数据报送率", "100", "98", "20", "19"),
        ("social", "公开水质报告", "4", "", "30", "30"),
    ]
    assert found.indicators[1].note.text == "设备停机"
    assert found.indicators[0].target.place.line == STREAM.splitlines().index("12 |") + 1
    assert (found.total_weight.text, found.total_score.text, found.complete) == ("100", "98", True)
    assert (found.goals[0].expected.text, found.goals[0].achieved.text) == ("按月监测断面。", "全部监测完成。")


def test_a_figure_that_fell_out_shifts_nothing():
    broken = STREAM.replace("13 |\n40 |\n", "13 |\n")
    found = sheet(broken)
    assert [row[1] for row in rows(found)] == ["公开水质报告"]
    assert not found.complete


LINES = """项目名称 | 桥梁加固 |
主管部门 | 某县交通局 | 实施单位 | 某县养护所 |
项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
年度资金总额 | 80 | 90 | 72 | 10 | 80% | 8 |
上年结转资金 | || - | | - |
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因 |
产出指标 | 数量指标 | 加固桥梁 | ≥3座 | 3座 | 50 | 50 | ||
质量指标 | 验收合格率 | 100% | 100% | 20 | 20 | |
满意度指标 | 服务对象满意度 | 群众满意度 | ≥90% | 93% | 20 | 20 | |
总分 | 100 | 98 | |
"""


def test_rows_without_a_leading_bar():
    found = sheet(LINES)
    assert (found.name.text, found.supervisor.text, found.implementer.text) == ("桥梁加固", "某县交通局", "某县养护所")
    assert money(found, "total") == ["80", "90", "72", "10", "80%", "8"]
    assert [(row[1], row[2], row[4]) for row in rows(found)] == [
        ("加固桥梁", "≥3座", "50"), ("验收合格率", "100%", "20"), ("群众满意度", "≥90%", "20"),
    ]  # fmt: skip
    assert (found.total_weight.text, found.total_score.text) == ("100", "98")


CARS = ["30", "10", "20", "5", "15"]


def test_bars_on_lines_of_their_own():
    text = (
        "对比情况\n"
        + "\n|\n".join(
            [*["年度", "合计", "接待费", "公车购置及运行费", "小计", "购置", "运行"], "2021年", *CARS, "2022年", *CARS]
        )
        + "\n|\n"
    )
    assert table(text)[2:] == [["2021年", *CARS], ["2022年", *CARS]]
    assert table(text)[1][-3:] == ["小计", "购置", "运行"]


def test_two_columns_of_figures_a_cell_a_line():
    assert table("项目 |\n预算数 |\n合计 |\n52 |\n接待费 |\n12 |\n车辆 |\n40 |\n") == [
        ["项目", "预算数"], ["合计", "52"], ["接待费", "12"], ["车辆", "40"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["首页 | 新闻 | 公开\n正文。\n", "项目 |\n预算数 |\n合计 |\n52 |\n接待费 |\n12 |\n40 |\n"]
)
def test_bars_that_make_no_table(text):
    assert not read(text).tables


ONE = (
    "附件： 项目支出绩效自评表 （2022年度） 项目名称 图书购置 主管部门 018-某区教育局 实施单位 某区图书馆 项目资金 （万元） "
    "年初预算数 全年预算数 全年执行数 分值 执行率 得分 年度资金总额： 60 58.5 52.65 10 90% 9 其中：本年财政拨款 60 58.5 52.65 "
    "上年结转资金 其他资金 年度总体目标 预期目标 实际完成情况 添置图书，方便读者。 已添置图书，读者增加。 "
    "绩效指标 一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施 "
    "产出指标（50分） 数量指标 添置 新书 ≥8000册 8120 25 25 新办读者证 ≥ 500 张 430 张 15 12.9 宣传不够 质量指标 编目合格率 ≥98百分比 99 10 10 "
    "效益指标（30分） 经济效益指标 社会效益指标 读者人次 明显增加 达成预期指标 30 30 满意度指标（10分） 满意度指标 读者满意度 ≥90% 95 10 10 "
    "总分 100 96.9 填表人： 某某\n"
)


def test_a_whole_sheet_in_one_line():
    found = sheet(ONE)
    assert (found.name.text, found.supervisor.text, found.implementer.text) == (
        "图书购置",
        "018-某区教育局",
        "某区图书馆",
    )
    assert money(found, "total") == ["60", "58.5", "52.65", "10", "90%", "9"]
    assert money(found, "fiscal") == ["60", "58.5", "52.65", None, None, None]
    assert found.fund.adjusted.amount.unit == "万元"
    assert rows(found) == [
        ("quantity", "添置 新书", "≥8000册", "8120", "25", "25"),
        ("quantity", "新办读者证", "≥ 500 张", "430 张", "15", "12.9"),
        ("quality", "编目合格率", "≥98百分比", "99", "10", "10"),
        ("social", "读者人次", "明显增加", "达成预期指标", "30", "30"),
        ("satisfaction", "读者满意度", "≥90%", "95", "10", "10"),
    ]
    assert found.indicators[1].note.text == "宣传不够"
    assert (found.total_weight.text, found.total_score.text, found.complete) == ("100", "96.9", True)
    assert (found.goals[0].expected.text, found.goals[0].achieved.text) == (
        "添置图书，方便读者。",
        "已添置图书，读者增加。",
    )


def test_a_row_with_fewer_figures_is_left_out():
    found = sheet(ONE.replace("≥98百分比 99 10 10", "≥98百分比 10 10"))
    assert [row[1] for row in rows(found)] == ["添置 新书", "新办读者证", "读者人次", "读者满意度"]
    assert not found.complete


def test_torn_labels_in_one_line():
    found = sheet(
        ONE.replace("数量指标", "数 量 指 标").replace("年度指标值", "年度 指标值").replace("项目名称", "项 目 名 称")
    )
    assert [row[0] for row in rows(found)][:2] == ["quantity", "quantity"]
    assert found.name.text == "图书购置"


def test_sentences_with_the_same_words_are_no_table():
    text = (
        "本次自评设置了一级指标 、二级指标 和三级指标 ，"
        + "按照年度指标值和实际完成值逐项打分，得分情况良好。" * 5
        + "\n"
    )
    assert not read(text).tables


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 8, bytes(range(32)) * 40, b"\x00\x01\x02\x03" * 300, b"\x01\x00\x02\x00" * 300]
)
def test_rubbish_is_no_text(data):
    found = read_bytes(data, "a.txt")
    assert not found.readable
