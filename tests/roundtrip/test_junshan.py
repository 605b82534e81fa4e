"""The sample: written from its data it audits clean with 100 points; with each original slip put back, that slip is found."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from jixiao import compose, pipeline
from jixiao.model.document import Document, Table
from jixiao.readers import read_bytes
from jixiao.writers.report import docx, html, pdf, xlsx
from tests.roundtrip.slipping import Slip, slipped

SAMPLE = Path(__file__).resolve().parents[2] / "examples" / "junshan-2023" / "filing.yaml"
OFFICE = "0730-0000000"
DEPARTMENT, FIRST, SECOND, THIRD = 2, 3, 4, 5  # tables
LEVEL = "目标值沿用旧口径，未含网上办件；下年度按近三年实际数重新测算"
DONE = "1、推行一件事一次办，群众满意度98%；2、全年受理办件和信息公开59.49万件，全部按期办结；3、80个基层便民服务点全部完成提质并通过验收。"
GOAL = "1、抓改革，让企业群众办事更省心，群众满意度不低于98%；2、抓服务，全年受理办件30万件以上，按期办结；3、抓建设，完成80个基层便民服务点提质。"
DONE_1 = "189个接入点位全年未发生网络故障，机房巡检每日一次，承载的业务系统没有中断。"
GOAL_1 = "保证全区政务外网全年安全、稳定、高效运转，承载的各业务系统不中断。"
SIGNED = "填表人：李示例　填报日期：2024年5月30日　联系电话：0730-0000000　单位负责人签字：王示例"

# The ids are those of examples/junshan-2023/expected.yaml. S14 and S18 cannot be put into a composed report; S12 is S11 on another
# sheet; S08 (a reason beside full points), S21 and S22 (blank entries of the form) are not here.
SLIPS = {
    "S01 元 for 万元": ([Slip("支出合计1107.5万元", "支出合计1107.5元", "从支出结构看")], {"FG501 error 1107.5元"}),
    "S02 a share": ([Slip("占支出合计的79.98%", "占支出合计的85.21%", "从支出结构看")], {"FG203 error 85.21%"}),
    "S03 198% 无偏差": ([Slip(LEVEL, "无偏差", (DEPARTMENT, "大厅受理办件", 9))], {"SC136 warning 59.49万件"}),
    "S04 180% 无偏差 in two units": (
        [
            Slip("≥0.5万件", "≥5千件", (DEPARTMENT, "热线工单受理数量", 5)),
            Slip("目标值偏低，“12345”热线合并后来电增加；下年度按合并后的口径测算", "无偏差", (DEPARTMENT, "热线工单受理数量", 9)),
        ],
        {"SC136 warning 0.9万件", "IX106 warning 0.9万件"},
    ),
    "S05 198% 无偏差 in a project": ([Slip(LEVEL, "无偏差", (SECOND, "大厅受理办件", 9))], {"SC136 warning 59.49万件"}),
    "S06 a met target docked": (
        [Slip("10", "9.4", (DEPARTMENT, "财政资金支出", 8))], {"SC123 error 9.4", "SC111 error 100"},
    ),
    "S06, S07 and the total with it": (
        [
            Slip("10", "9.4", (DEPARTMENT, "财政资金支出", 8)), Slip("100", "99.4", (DEPARTMENT, "总分", 8)),
            Slip("自评得100分，", "自评得99.4分，", "从绩效目标看"),
        ],
        {"SC123 error 9.4", "SC112 warning 99.4"},
    ),
    "S10 the goal copied": ([Slip(DONE, GOAL, (DEPARTMENT, "1、推行一件事", 6))], {f"TX110 warning {GOAL}"}),
    "S11 a project's goal copied": ([Slip(DONE_1, GOAL_1, (FIRST, "189个接入点位", 6))], {f"TX110 warning {GOAL_1}"}),
    "S15 编制14, 在职36": (
        [
            Slip("36", "14", (1, "100%", 2)), Slip("100", "257", (1, "100%", 6)),
            Slip("核定编制36人", "核定编制14人", "单位核定编制"), Slip("控制率100%", "控制率257%", "单位核定编制"),
        ],
        {"FG112 warning 36"},
    ),
    "S16 49.5% without a reason": (
        [
            Slip("行政审批专项年初预算530万元，因窗口服务外包合同在年中到期后分段续签，实际支出262.5万元，其余按区财政要求收回统筹。", "", "项目支出用在外网"),
            Slip("行政审批专项年初预算530万元，只支出262.5万元，原因是合同续签的时间没有在编制预算时考虑进去。", "", "1. 年初预算与实际"),
        ],
        {"FG111 warning 262.5"},
    ),
    "S17 财政局 as 主管部门": (
        [Slip("岳阳市君山区行政审批服务局", "岳阳市君山区财政局", (FIRST, "主管部门", 4))], {"ST112 warning 岳阳市君山区财政局"},
    ),
    "S19 定性 as a target": ([Slip("提升", "定性", (FIRST, "大厅办事便利程度", 5))], {"IX101 warning 定性"}),
    "S20 a cover without the unit": (
        [Slip("岳阳市君山区行政审批服务局（盖章）", "　　　　（盖章）", "部门（单位）名称")],
        {"ST109 warning 部门（单位）名称：　　　　（盖章）"},
    ),
}  # fmt: skip


@cache
def composed() -> Document:
    """The sample with an office telephone: what remains is what the audit has to say of the figures."""
    filing = pipeline.read_filing(SAMPLE).filing
    assert filing is not None
    return compose.document(pipeline.compose(replace(filing, signoff=replace(filing.signoff, phone=OFFICE))))


def found(document: Document) -> set[str]:
    """Errors and warnings, each with the words it points at."""
    return {
        f"{one.code} {one.severity} {one.places[0].quote if one.places else ''}"
        for one in pipeline.audit_document(document).findings if one.severity != "info"
    }  # fmt: skip


def test_the_sample_audits_clean_with_full_points():
    assert found(composed()) == set()
    scores = pipeline.audit_document(composed()).scores
    assert [sheet.computed for sheet in scores.sheets if sheet.computed is not None] == [100, 100, 100, 100]


@pytest.mark.parametrize(
    ("name", "write"), [("docx", docx.write), ("html", html.write), ("pdf", pdf.write), ("xlsx", xlsx.write)]
)
def test_and_from_every_file(name, write):
    filing = pipeline.read_filing(SAMPLE).filing
    written = write(pipeline.compose(filing))
    read = read_bytes(written.encode() if isinstance(written, str) else written, f"报告.{name}")
    asked = (
        {"FG111 warning 262.5"} if name == "xlsx" else set()
    )  # the reason stands in a chapter, which a workbook has not
    assert {one for one in found(read) if not one.startswith(("PB101", "ST"))} == asked
    department = pipeline.audit_document(read).scores.department
    assert department is not None
    assert department.computed == 100


@pytest.mark.parametrize(("slips", "findings"), SLIPS.values(), ids=SLIPS)
def test_a_slip_put_back_is_found_and_nothing_else(slips, findings):
    assert found(slipped(composed(), *slips)) == findings


def test_all_slips_at_once():
    """Each still by itself, none hidden by another. S07 stands for S06 and S07."""
    every = [slip for name, (slips, _) in SLIPS.items() if not name.startswith("S06 ") for slip in slips]
    wanted = {one for name, (_, findings) in SLIPS.items() if not name.startswith("S06 ") for one in findings}
    assert wanted <= found(slipped(composed(), *every))


def test_a_mobile_number_in_the_signature():
    phone = Slip(OFFICE, "13900000000", (SIGNED))
    one = without_other_signatures(composed())
    assert found(slipped(one, phone)) == {"PB101 error 13900000000"}


def test_a_project_without_its_sheet():
    """S13: 885.83万元 of projects, sheets for 446万元."""
    tables = [block.block for block in composed().blocks if isinstance(block, Table)]
    blocks = tuple(b for b in composed().blocks if b.block != tables[THIRD - 1])
    cut = replace(composed(), blocks=blocks, bound=None)
    assert {one.split()[0] for one in found(cut)} == {"FG404"}


def without_other_signatures(document: Document) -> Document:
    """The document with one signature line, so that a slip in it is one."""
    lines = [b for b in document.blocks if not isinstance(b, Table) and b.text.startswith("填表人：")]
    return replace(document, blocks=tuple(b for b in document.blocks if b not in lines[1:]), bound=None)
