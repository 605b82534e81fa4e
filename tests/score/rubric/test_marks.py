"""The bureau's 100-point sheet: what a report would be given, item by item, and how sure that is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao import law, pipeline
from jixiao.forms import load
from jixiao.rules.registry import catalogue
from jixiao.score.rubric import marks

YUEYANG = "430000-hunan/430600-yueyang/department"
CHAPTERS = [
    "部门（单位）基本情况", "一般公共预算支出情况", "政府性基金预算支出情况", "国有资本经营预算支出情况", "社会保险基金预算支出情况",
    "部门整体支出绩效情况", "存在的问题及原因分析", "下一步改进措施", "部门整体支出绩效自评结果拟应用和公开情况", "其他需要说明的情况",
]  # fmt: skip
BROAD = (
    "1、预算编制与实际脱节，专项年初预算530万元只支出262.5万元，原因是合同续签时间没有考虑。\n"
    "2、窗口办件平均用时12分钟，比目标多2分钟，主要是高峰时人手调配不及时。\n"
    "3、资金拨付集中在12月，占全年的45%，原因是验收安排偏晚。\n"
    "4、固定资产有36件领用未登记，原因是二级机构没有专职管理员。\n"
)
ANSWERS = (
    "1、预算编制由业务股室提供合同清单，每季度核对执行率。\n2、窗口高峰时段由办公室专人调配人手。\n"
    "3、资金拨付按月排计划，验收提前到9月。\n4、固定资产领用当月登记，每半年盘点一次。\n"
)
MONEY = "1、资金不足。\n"


def report(problems=BROAD, measures=ANSWERS, left_out=()):
    lines = ["2023年度岳阳市某区文化馆", "部门整体支出绩效自评报告"]
    said = {"存在的问题及原因分析": problems, "下一步改进措施": measures}
    for number, title in enumerate((t for t in CHAPTERS if t not in left_out), 1):
        lines += [f"{'一二三四五六七八九十'[number - 1]}、{title}", said.get(title, "按要求开展了相关工作。")]
    return "\n".join(lines)


def marked(text):
    audit = pipeline.audit_bytes(text.encode(), "report.txt", form=YUEYANG)
    return {mark.id: mark for mark in marks(audit.report, law.load("HN-YUEYANG"), audit.findings)}


def test_the_items_make_a_hundred_and_agree_with_the_printed_sheet():
    rows = law.load("HN-YUEYANG").table("rubric")
    assert sum(Decimal(row["most"]) for row in rows) == 100
    printed = load(YUEYANG).rubric
    for block in {item.block for item in printed}:
        assert sum(i.most for i in printed if i.block == block) == sum(r["most"] for r in rows if r["block"] == block)


def test_every_rule_that_speaks_against_an_item_exists():
    codes = {code for row in law.load("HN-YUEYANG").table("rubric.findings") for code in str(row["codes"]).split()}
    assert codes <= set(catalogue())


def test_what_needs_proof_is_not_guessed_from_the_report():
    found = marked(report())
    unseen = {name: mark for name, mark in found.items() if mark.low is None}
    assert set(unseen) == {"notice", "group", "self_check", "delivery"}
    assert all(mark.lost == 0 and mark.why[0].startswith("看") and not mark.estimated for mark in unseen.values())


def test_each_missing_chapter_costs_two_points_and_never_more_than_there_are():
    assert (marked(report())["chapters"].low, marked(report())["chapters"].estimated) == (8, False)
    assert marked(report(left_out=CHAPTERS[2:3]))["chapters"].low == 6
    assert marked(report(left_out=CHAPTERS[2:6]))["chapters"].low == 0


@pytest.mark.parametrize(
    ("problems", "band", "low", "high"),
    [
        (BROAD, "全面", 20, 20),
        ("\n".join(BROAD.splitlines()[:3]), "较全面", 16, 18),
        (
            "1、预算编制不细，执行率82%，原因是合同没有考虑。\n2、资产管理有待加强。\n3、服务群众的意识不强。",
            "过于简单",
            10,
            12,
        ),
        ("1、预算编制不细，原因是合同没有考虑。\n2、资产管理有待加强。", "不全面", 13, 15),
        (MONEY, "只提资金不足", 0, 0),
    ],
)
def test_problems_are_put_into_a_band_by_what_can_be_counted(problems, band, low, high):
    mark = marked(report(problems))["problems"]
    assert (mark.why[0].split("”")[0].removeprefix("“"), mark.low, mark.high) == (band, low, high)
    assert mark.estimated


def test_measures_are_held_against_the_problems():
    assert marked(report())["measures"].low == 15
    few = marked(report(measures="\n".join(ANSWERS.splitlines()[:2])))["measures"]
    assert "50%的问题有对应措施" in few.why[0]
    assert (few.low, few.high) == (9, 11)
    assert marked(report(measures="1、加大资金投入。\n"))["measures"].high == 0


def test_a_place_without_a_sheet_and_an_empty_form_get_no_marks():
    audit = pipeline.audit_bytes(report().encode(), "report.txt", form="cn/department")
    assert marks(audit.report, law.load("CN-2020"), audit.findings) == ()


def test_the_sample_as_it_was_handed_in_would_lose_most_in_problems(request):
    audit = pipeline.audit(request.config.rootpath / "examples/junshan-2023/report.txt")
    found = {mark.id: mark for mark in marks(audit.report, law.load(audit.scores.pack), audit.findings)}
    assert max(found.values(), key=lambda mark: mark.lost).id == "problems"
    assert found["measurable"].low < 5
    assert found["weights"].low == found["weights"].most
