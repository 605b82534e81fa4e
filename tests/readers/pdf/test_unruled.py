"""Tables without ruling lines or with lines across alone (无线表、三线表); what only looks like one stays text."""

from __future__ import annotations

import pytest

from jixiao.readers import read_bytes
from tests.readers.building import grid as cells
from tests.readers.pdf.building import document, lines, pages, rows, words

FIGURES = [
    ["项目", "预算数", "决算数"],
    ["办公费", "12.50", "11.08"],
    ["公务用车运行维护费", "3.00", "2.96"],
    ["其他商品和服务支出", "1,107.50", ""],
    ["合计", "1,123.00", "14.04"],
]


def set_(table: list[list[str]], options: str) -> str:
    """A table in typst, figures at the right."""
    return f"#table(columns: 3, align: (left, right, right), {options}, " + "".join(
        f"[{one}]," for row in table for one in row
    ) + ")"  # fmt: skip


@pytest.mark.parametrize(
    "stroke", ["none", "(x, y) => (top: 0.5pt, bottom: 0.5pt)", "(x, y) => if y < 2 { (top: 0.5pt) }"]
)
def test_words_in_columns_are_a_table(stroke):
    found = document(f"预算执行情况如下表。\n{set_(FIGURES, f'stroke: {stroke}')}\n以上情况真实。")
    assert [rows(one) for one in found.tables] == [FIGURES]
    assert [one.text for one in found.paragraphs] == ["预算执行情况如下表。", "以上情况真实。"]


def test_three_lines_with_a_head_on_two_levels_and_broken_words():
    found = document("""#table(columns: (30mm, 20mm, 20mm, 20mm), align: (left + horizon, right, right, right),
      stroke: (x, y) => (top: if y in (0, 2) { 0.8pt }, bottom: if y == 4 { 0.8pt }),
      table.cell(rowspan: 2)[项目], table.cell(colspan: 2, align: center)[预算数], table.cell(rowspan: 2)[决算数], [年初], [调整后],
      [信息网络及软件购置更新以及维护], [5.00], [6.00], [5.50], [水费], [0.30], [0.30], [0.28], [电费], [0.90], [1.10], [1.08])""")
    assert cells(found.tables[0])[:5] == [
        (1, 1, 2, 1, "项目"), (1, 2, 1, 2, "预算数"), (1, 4, 2, 1, "决算数"), (2, 2, 1, 1, "年初"), (2, 3, 1, 1, "调整后"),
    ]  # fmt: skip
    assert rows(found.tables[0])[2:] == [
        ["信息网络及软件购置更新以及维护", "5.00", "6.00", "5.50"],
        ["水费", "0.30", "0.30", "0.28"],
        ["电费", "0.90", "1.10", "1.08"],
    ]


def test_over_pages_it_is_one_and_its_head_stands_once_also_with_a_single_row_on_the_last_page():
    for count in range(58, 64):  # one of these leaves a single row for the last page
        body = [[f"{n}、办公费", f"{n}.50", f"{n * 7}.00"] for n in range(count)]
        found = document(
            "#table(columns: (60mm, 30mm, 30mm), stroke: none, align: (left, right, right), table.header([项目], [年初], [决算]), "
            + "".join(f"[{one}]," for row in body for one in row) + ")"
        )  # fmt: skip
        assert [rows(one) for one in found.tables] == [[["项目", "年初", "决算"], *body]]
        assert {page for _, _, page in found.pages} == set(range(1, found.pages[-1][2] + 1))


def test_receipts_and_spending_side_by_side():
    body = [
        ["财政拨款收入", "885.83", "一般公共服务支出", "800.10"],
        ["其他收入", "21.67", "卫生健康支出", "7.40"],
        ["", "", "住房保障支出", "100.00"],
    ]
    head = ["收入项目", "决算数", "支出项目", "决算数"]
    source = "".join(f"[{one}]," for row in [head, *body] for one in row)
    found = document(f"#table(columns: 4 * (35mm,), stroke: none, align: (left, right, left, right), {source})")
    assert [rows(one) for one in found.tables] == [[head, *body]]


TEXT = {
    "单位和日期": "部门名称：某局 #h(6em) 填报人：张三\n\n联系电话：0730 #h(6em) 日期：2024\n\n审核人：李四 #h(6em) 单位：万元",
    "目录": "一、基本情况 #h(1fr) 1\n\n二、支出情况 #h(1fr) 3\n\n三、绩效情况 #h(1fr) 5\n\n四、存在问题 #h(1fr) 9",
    "正文": "2023年支出1107.5万元，其中基本支出221.67万元，项目支出885.83万元，占总支出的79.98%。" * 6,
    "列项": "1、支出 12.5 万元\n\n2、支出 3.5 万元\n\n3、支出 4 万元\n\n4、支出 8 万元",
    "大字": "#text(tracking: 1.2em)[绩效自评报告]\n\n#text(tracking: 1.2em)[二〇二三年度]\n\n#text(tracking: 1.2em)[某某市某某局]",
}


@pytest.mark.parametrize("name", TEXT)
def test_what_only_looks_like_a_table_stays_text(name):
    assert document(TEXT[name]).tables == ()


def test_lines_across_that_underline_blanks_make_no_table():
    form = b"".join(words(f"name {n}", 72, 700 - 30 * n) + words("filled in", 200, 700 - 30 * n) for n in range(5))
    rules = lines(*((190, 697 - 30 * n, 500, 697 - 30 * n) for n in range(5)))
    assert read_bytes(pages(form + rules), "a.pdf").tables == ()
