"""Whatever is printed into a 自评表 is found again, however the table is laid out."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from jixiao.extract import understand
from jixiao.model.document import Document, Table, cell, paragraph

HEADS = {
    "target": ["年度指标值", "指标值", "目标值", "预期指标值"], "actual": ["实际完成值", "全年完成值", "完成值"], "weight": ["分值", "权重"],
    "score": ["得分", "自评得分"], "note": ["偏差原因分析及改进措施", "未完成原因分析"],
}  # fmt: skip
SECOND = {"数量指标": "quantity", "质量指标": "quality", "时效指标": "timeliness", "成本指标": "cost"}
number = st.decimals(1, 9999, places=1)
indicator = st.tuples(
    st.sampled_from(sorted(SECOND)),
    st.sampled_from(["培训", "检修", "巡查", "印发"]),
    number,
    number,
    st.sampled_from(["次", "个", "万元"]),
)
columns = st.permutations(list(HEADS)).flatmap(
    lambda names: st.tuples(*(st.tuples(st.just(n), st.sampled_from(HEADS[n])) for n in names))
)


def table(rows: list[list[str]], block: int = 2) -> Table:
    return Table.of(
        block, (cell(block, r + 1, c + 1, text) for r, row in enumerate(rows) for c, text in enumerate(row))
    )


@given(columns, st.lists(indicator, min_size=1, max_size=6), st.booleans())
def test_columns_in_any_order_under_any_head(heads, items, numbered):
    lead = ["序号"] if numbered else []
    rows = [[*lead, "一级指标", "二级指标", "三级指标", *(label for _, label in heads)]]
    for i, (second, name, wanted, done, unit) in enumerate(items):
        values = {"target": f"≥{wanted}{unit}", "actual": f"{done}{unit}", "weight": "10", "score": "9.5", "note": "无"}
        rows.append(
            [
                *([str(i + 1)] if numbered else []),
                "产出指标",
                second,
                f"{name}{i}",
                *(values[role] for role, _ in heads),
            ]
        )
    rows.append(["总分", *[""] * (len(rows[0]) - 1)])
    report = understand(Document("a.txt", "txt", "", (paragraph(1, "2023年度项目支出绩效自评表"), table(rows))))
    (sheet,) = report.appraisals
    assert [
        (i.kind2, i.name.text, i.goal.low.number, i.actual.amount.number, i.score.text) for i in sheet.indicators
    ] == [
        (SECOND[second], f"{name}{i}", wanted, done, "9.5") for i, (second, name, wanted, done, _) in enumerate(items)
    ]
    for item in sheet.indicators:
        place = item.actual.place
        assert report.document.tables[0].at(place.row, place.column).text[place.start : place.end] == item.actual.text


@given(
    st.lists(
        st.tuples(st.sampled_from(["财政拨款", "其他资金", "上年结转资金"]), number),
        min_size=1,
        max_size=3,
        unique_by=lambda x: x[0],
    ),
    st.sampled_from(["万元", "元"]),
)
def test_money_with_the_unit_of_its_head(parts, unit):
    total = sum((n for _, n in parts), Decimal(0))
    rows = [
        ["项目名称", "甲", "", "", "", "", ""],
        [f"项目资金（{unit}）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        *([label, str(n), str(n), str(n), "10", "100%", "10"] for label, n in [("年度资金总额", total), *parts]),
        ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
        ["产出指标", "数量指标", "次数", "≥3次", "4次", "90", "90"],
    ]
    report = understand(Document("a.txt", "txt", "", (paragraph(1, "项目支出绩效自评表"), table(rows))))
    assert report.projects[0].fund.executed.amount.number == total
    assert {line.executed.amount.unit for line in report.projects[0].funds} == {unit}


@given(
    st.lists(
        st.lists(
            st.text(alphabet="合计总分年初预算数三公经费项目支出0123456789.%≥（）：\n ", max_size=8),
            min_size=1,
            max_size=6,
        ),
        min_size=1,
        max_size=6,
    )
)
def test_no_table_makes_it_raise(rows):
    understand(Document("a.txt", "txt", "", (paragraph(1, "2023年度部门整体支出绩效自评表"), table(rows))))


@given(
    st.lists(
        st.text(alphabet="年度资金总额，其中财政拨款为完成值指标≥≤0123456789.%元万“”：。得分 \n", max_size=60),
        max_size=5,
    )
)
def test_no_sentence_makes_it_raise(lines):
    understand(Document("a.txt", "txt", "", tuple(paragraph(i + 1, line) for i, line in enumerate(lines))))
