"""Pages set in two columns (双栏), and tables whose rows no line parts (竖线表)."""

from __future__ import annotations

from tests.readers.pdf.building import document, rows

LONG = (
    "本单位按照预算绩效管理的要求，对本年度部门整体支出开展了绩效自评，现将有关情况报告如下。",
    "下一步将加强项目前期论证，细化绩效指标，强化运行监控，把评价结果作为编制下年度预算的依据，做到花钱必问效。",
)
LINES = "stroke: (x, y) => (left: 0.5pt, right: 0.5pt, top: if y < 2 { 0.5pt }, bottom: if y == %d { 0.5pt })"


def test_the_left_column_is_read_before_the_right_one_and_paragraphs_go_on_in_it():
    said = [f"{number}、{LONG[number % 2]}" for number in range(1, 28)]
    found = document("#align(center)[自评说明]\n\n#set text(size: 10.5pt)\n#columns(2)[" + "\n\n".join(said) + "]")
    assert [one.text for one in found.paragraphs] == ["自评说明", *said]
    assert found.pages[-1][2] == 2


def test_rows_that_no_line_parts_are_told_by_their_figures():
    body = [["办公费", "1.50", "1.20"], ["水费", "2.50", "2.40"], ["电费", "3.50", ""], ["合计", "7.50", "3.60"]]
    source = "".join(f"[{one}]," for row in [["项目", "预算", "决算"], *body] for one in row)
    found = document(f"#table(columns: 3, align: (left, right, right), {LINES % 4}, {source})")
    assert [rows(one) for one in found.tables] == [[["项目", "预算", "决算"], *body]]


def test_lines_of_one_cell_beside_a_figure_stay_in_it():
    source = "[绩效情况], [得分], [1、按时办结。\\ 2、网上可办。\\ 3、群众满意。\\ 4、设备完好。], [10],"
    found = document(f"#table(columns: (60mm, 30mm), {LINES % 1}, {source})")
    assert rows(found.tables[0]) == [
        ["绩效情况", "得分"],
        ["1、按时办结。\n2、网上可办。\n3、群众满意。\n4、设备完好。", "10"],
    ]
