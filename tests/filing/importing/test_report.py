"""An old report becomes data: each figure once, contradictions told, nothing that is worked out."""

from __future__ import annotations

import pytest

from jixiao import pipeline
from jixiao.filing.data import from_data, to_data
from jixiao.readers import read_bytes

YUEYANG = "430000-hunan/430600-yueyang/department"


def taken(text: str, form: str | None = None):
    return pipeline.import_report(read_bytes(text.encode(), "报告.txt"), form)


def codes(found) -> list[str]:
    return [one.code for one in found.notes]


TABLE = """2023年度某市某局整体支出绩效自评报告
2023年度部门整体支出绩效评价基础数据表
| 经费控制情况（万元） | 2022年决算数 | 2023年预算数 | 2023年决算数 |
| --- | --- | --- | --- |
| 三公经费 | {last} | 1 | 0.97 |
| 1、公务用车购置和维护经费 | | | |
| 其中：公车购置 | | | |
| 公车运行维护 | | | |
| 2、出国经费 | | | |
| 3、公务接待 | 0.51 | 1 | 0.97 |
| 项目支出 | 991.79 | 1000 | 885.83 |
| 1、业务工作经费 | 991.79 | 470 | 470 |
| 2、行政审批专项 | | 530 | 262.5 |
| 3、其他资金 | | | 153.33 |
| 公用经费 | {public} | 16.8 | 16.8 |
| 其中：办公经费 | 14.37 | 13.8 | 13.8 |
| 水费、电费、差旅费 | 6.03 | 1 | 1 |
| 会议费、培训费 | | 2 | 2 |
"""
SHEET = """2023年度项目支出绩效自评表
| 项目名称 | 窗口服务 | 窗口服务 | 窗口服务 | 窗口服务 | 窗口服务 | 窗口服务 | 窗口服务 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 主管部门 | 某局 | 某局 | 某局 | 实施单位 | 某局 | 某局 | 某局 |
| 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
| | 年度资金总额 | 173 | 173 | 170 | 10 | 98.27% | 9.83 |
| 年度总体目标 | 预期目标 | 预期目标 | 预期目标 | 实际完成情况 | 实际完成情况 | 实际完成情况 | 实际完成情况 |
| | 办好窗口。 | 办好窗口。 | 办好窗口。 | {done} | {done} | {done} | {done} |
| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
| 产出指标 | 数量指标 | 办件数量 | ≥ ３０万件 | 59.49万件 | 50 | {points} | 无偏差 |
| 效益指标 | 社会效益指标 | 办事便利 | 提升 | 有效提升 | 30 | 24 | 细则待完善 |
| 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 95% | 10 | 10 | 无 |
| 总分 | | | | | 100 | 93.83 | |
"""


def test_every_figure_once_and_no_total():
    found = taken(TABLE.format(last="0.51", public="20.4"), YUEYANG)
    figures = {key: amount.text for key, amount in found.filing.figures.items()}
    assert figures == {
        "reception.last": "0.51万元", "reception.budget": "1万元", "reception.final": "0.97万元",
        "office_cost.last": "14.37万元", "office_cost.budget": "13.8万元", "office_cost.final": "13.8万元",
        "water_power_travel.last": "6.03万元", "water_power_travel.budget": "1万元", "water_power_travel.final": "1万元",
        "meeting_training.budget": "2万元", "meeting_training.final": "2万元",
    }  # fmt: skip
    items = [
        (i.label, i.fund, i.last and i.last.text, i.budget and i.budget.text, i.final.text) for i in found.filing.items
    ]
    assert items == [
        ("业务工作经费", "general", "991.79万元", "470万元", "470万元"), ("行政审批专项", "general", None, "530万元", "262.5万元"),
        ("其他资金", "other", None, None, "153.33万元"),
    ]  # fmt: skip
    assert (found.filing.year, found.filing.unit) == (2023, "某市某局")


def test_a_total_that_its_parts_do_not_make_is_told():
    found = taken(TABLE.format(last="0.15", public="20.4"), YUEYANG)
    told = next(one for one in found.notes if one.code == "sum")
    assert told.message.startswith("三公经费（上年决算数）写的是 0.15万元，各项之和是 0.51万元。")
    assert "three_public.last" not in found.filing.figures


def test_a_total_with_more_than_its_listed_parts_is_kept():
    found = taken(TABLE.format(last="0.51", public="25"), YUEYANG)
    assert found.filing.figures["public_cost.last"].text == "25万元"
    assert "sum" not in codes(found)


def test_two_figures_for_one_thing():
    text = TABLE.format(last="0.51", public="20.4") + "\n一、基本情况\n2023年度公务接待费决算1.97万元。\n"
    told = next(one for one in taken(text).notes if one.code == "two_figures")
    assert "0.97万元" in told.message
    assert "1.97万元" in told.message


def test_a_sheet_as_it_is_entered():
    found = taken("某市某局\n" + SHEET.format(done="窗口全年按期办结。", points="50"))
    (project,) = found.filing.projects
    assert (project.name, project.supervisor, project.implementer) == ("窗口服务", "某局", "某局")
    assert [(f.fund, f.initial.text, f.executed.text) for f in project.funds] == [("fiscal", "173万元", "170万元")]
    rows = [
        (i.kind1, i.kind2, i.target, i.actual, str(i.weight), i.level, i.points, i.note) for i in project.indicators
    ]
    assert rows == [
        ("output", "quantity", "≥30万件", "59.49万件", "50", "", None, ""),
        ("benefit", "social", "提升", "有效提升", "30", "met", 24, "细则待完善"),
        ("satisfaction", "satisfaction", "≥90%", "95%", "10", "", None, ""),
    ]
    assert "fund_rows" in codes(found)


def test_points_that_the_data_do_not_make_are_told():
    found = taken("某市某局\n" + SHEET.format(done="窗口全年按期办结。", points="40"))
    told = next(one for one in found.notes if one.code == "score")
    assert told.message.startswith("“办件数量”填报得分 40，按完成值算得 50")
    assert "total_score" not in codes(found)  # 93.83, as the data make it


def test_a_goal_copied_into_the_results_is_left_out():
    found = taken("某市某局\n" + SHEET.format(done="办好窗口。", points="50"))
    assert found.filing.projects[0].goals[0].achieved == ""
    assert "copied" in codes(found)


def test_sentences_of_figures_are_left_out_and_others_kept():
    text = (
        "2023年度某市某局部门整体支出绩效自评报告\n一、部门基本情况\n某市某局设3个股室，负责窗口服务。\n"
        "（二）部门整体支出情况\n2023年度支出合计1107.5万元，其中基本支出221.67万元，项目支出885.83万元。资金投向窗口服务。\n"
        "二、存在的问题\n1、合同签得晚，原因是计划下达较晚。\n"
    )
    found = taken(text)
    texts = "\n".join(found.filing.texts.values())
    assert "1107.5" not in texts
    assert "资金投向窗口服务。" in texts
    assert "某市某局设3个股室，负责窗口服务。" in texts
    assert found.filing.texts["problems"] == "1、合同签得晚，原因是计划下达较晚。"
    assert "sentence" in codes(found)


@pytest.mark.parametrize(
    "text", ["", "你好。\n", "| 甲 | 乙 |\n| 1 | 2 |\n", "一、\n二、\n", "2023年度\n" * 50, "自评表\n" + "| | |\n" * 30]
)
def test_what_is_no_report_gives_nothing_and_no_exception(text):
    found = taken(text or "\n")
    assert found.filing is None or not found.filing.figures


def test_what_is_taken_can_be_entered():
    """No mistake in it that the reader of data would find, but for what the report itself lacks."""
    for text in (
        TABLE.format(last="0.51", public="20.4"),
        "2023年度某市某局\n" + SHEET.format(done="已办好。", points="50"),
    ):
        filing = taken(text).filing
        again, mistakes, _ = from_data(to_data(filing))
        assert again == filing
        assert [one.rule for one in mistakes] == []


def test_covered_names_of_a_public_copy_are_not_taken():
    signed = "填表人：李**　填报日期：2024年5月30日　联系电话：139****0000　单位负责人签字：王**\n"
    found = taken("2023年度某市某局\n" + SHEET.format(done="已办好。", points="50") + signed)
    assert (found.filing.signoff.preparer, found.filing.signoff.phone, found.filing.signoff.date) == (
        "",
        "",
        "2024-05-30",
    )
    assert "masked" in codes(found)
