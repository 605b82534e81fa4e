"""The golden understanding of the seed report: every fund, every indicator, every sign-off, each at its line."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from jixiao.extract import understand
from jixiao.model.report import Report
from jixiao.readers import read

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
TEXT = SEEDS / "000_75bbe1a0b3472874.txt"
FORMATS = [SEEDS / "formats" / "report.docx", SEEDS / "formats" / "report.html"]
TEN = [
    "overview",
    "general_budget",
    "gov_fund",
    "state_capital",
    "social_fund",
    "performance",
    "problems",
    "measures",
    "use_of_results",
    "other",
]


@pytest.fixture(scope="module")
def seed() -> Report:
    if not TEXT.exists():
        pytest.skip(f"the seed report is not at {TEXT}")
    return understand(read(TEXT))


def figures(line) -> tuple[str, ...]:
    return tuple(
        f.text if (f := getattr(line, name)) is not None else ""
        for name in ("initial", "adjusted", "executed", "weight", "rate", "score", "sole")
    )


def test_form_unit_year(seed):
    assert (seed.form.path, seed.form.kind, seed.form.pack) == (
        "430000-hunan/430600-yueyang/department",
        "department",
        "HN-YUEYANG",
    )
    assert seed.form.places[0].line == 5
    assert seed.unit.text.endswith("行政审批服务局")
    assert (seed.year, seed.year_place.line, seed.blank_form) == (2023, 5, False)


def test_ten_chapters(seed):
    assert [s.kind for s in seed.sections if s.level == 1] == TEN
    assert [(s.kind, s.place.line) for s in seed.sections if s.level == 2] == [
        ("overview_unit", 9), ("overview_spending", 11), ("basic", 14), ("project", 16),
    ]  # fmt: skip


def test_cover_is_empty_and_attachments_are_listed(seed):
    assert [(f.text, f.place.line) for f in seed.cover] == [("", 1), ("", 2)]
    assert len(seed.attachments) == 3


def test_sign_off_lines(seed):
    filled = [(s.place.line, bool(s.preparer), bool(s.date), bool(s.phone), bool(s.head)) for s in seed.signoffs]
    assert filled == [
        (191, True, True, True, False),
        (477, True, True, True, False),
        (720, False, False, False, False),
        (960, False, False, False, False),
    ]


def test_base_table(seed):
    staff, money, building = seed.base_tables
    assert [f.amount.text for f in staff.rows[0].columns] == ["14", "36", "257%"]
    assert not any(any(row.columns) for row in building.rows)
    rows = {row.concept or row.label.text: [f.amount.text if f else "" for f in row.columns] for row in money.rows}
    assert rows["three_public"] == rows["reception"] == ["0.51", "1", "0.97"]
    assert rows["project_expenditure"] == ["991.79", "1000", "885.83"]
    assert rows["public_cost"] == ["20.4", "16.8", "16.8"]
    assert [(f.context.year, f.context.stage) for f in money.rows[0].columns] == [
        (2022, "final"),
        (2023, "budget"),
        (2023, "final"),
    ]
    assert [row.depth for row in money.rows] == [0, 1, 2, 2, 1, 1, 0, 1, 1, 1, 1, 1, 0, 2, 2, 2, 0, 0]
    assert all(f.amount.unit == "万元" for row in money.rows for f in row.columns if f)


def test_funds(seed):
    department, first, second = seed.appraisals
    assert [(f.fund, figures(f)) for f in department.funds] == [
        ("total", ("1179.7", "1107.5", "1107.5", "10", "100%", "10", "")), ("general", ("", "", "", "", "", "", "954.17")),
        ("basic", ("", "", "", "", "", "", "221.67")), ("gov_fund", ("", "", "", "", "", "", "")),
        ("project", ("", "", "", "", "", "", "885.83")),
        ("special", ("", "", "", "", "", "", "")), ("other", ("", "", "", "", "", "", "153.33")),
    ]  # fmt: skip
    for sheet, amount in ((first, "173"), (second, "273")):
        assert [f.fund for f in sheet.funds] == ["total", "fiscal", "carried", "other"]
        assert figures(sheet.fund) == (amount, amount, amount, "10", "100%", "10", "")


def test_indicators(seed):
    department, first, second = seed.appraisals
    assert [len(s.indicators) for s in seed.appraisals] == [15, 12, 14]
    assert [sum(Decimal(i.weight.text) for i in s.indicators) for s in seed.appraisals] == [90, 90, 90]
    assert [(s.total_weight.text, s.total_score.text) for s in seed.appraisals] == [
        ("100", "99.4"),
        ("100", "100"),
        ("100", "100"),
    ]
    assert all(s.complete and s.goals for s in seed.appraisals)
    kinds = [(i.kind1, i.kind2) for i in department.indicators]
    assert kinds == [
        *[("output", "quantity")] * 3, *[("output", "quality")] * 3, *[("output", "timeliness")] * 2, ("output", "cost"),
        ("benefit", "economic"), *[("benefit", "social")] * 2, ("benefit", "ecological"), ("benefit", "sustained"),
        ("satisfaction", "satisfaction"),
    ]  # fmt: skip
    cost = department.indicators[8]
    assert (cost.goal.sign, cost.goal.low.value, cost.actual.amount.value, cost.score.text, cost.target.place.line) == (
        "<=", Decimal(11_797_000), Decimal(11_075_000), "9.4", 347,
    )  # fmt: skip
    assert first.indicators[6].goal.text == "定性"
    assert second.indicators[2].actual.amount.unit == "项"


def test_rubric(seed):
    assert [(r.block, r.item, r.most.text) for r in seed.rubric.rows] == [
        ("布置工作", "自评通知", "8"), ("布置工作", "工作小组", "2"), ("实施评价", "单位自查", "10"), ("实施评价", "提交报告", "10"), ("自评报告", "完整性", "15"),
        ("自评报告", "绩效自评表", "20"), ("自评报告", "反映问题情况", "20"), ("自评报告", "建议情况", "15"),
    ]  # fmt: skip
    assert (seed.rubric.total_score.text, seed.rubric.total_score.place.line) == ("99.4", 1026)


def test_nothing_of_weight_is_left_over(seed):
    assert len(seed.leftover) <= 7


@pytest.mark.parametrize("path", FORMATS, ids=lambda p: p.suffix)
def test_other_formats_mean_the_same(seed, path):
    if not path.exists():
        pytest.skip(f"{path} is not there")
    other = understand(read(path))
    assert [(f.concept, f.context, f.amount.value) for f in other.facts] == [
        (f.concept, f.context, f.amount.value) for f in seed.facts
    ]
    assert [(i.name.text, i.goal.text, i.kind2) for s in other.appraisals for i in s.indicators] == [
        (i.name.text, i.goal.text, i.kind2) for s in seed.appraisals for i in s.indicators
    ]
    assert [s.kind for s in other.sections] == [s.kind for s in seed.sections]
