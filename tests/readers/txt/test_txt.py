"""Text files: tables of tabs and pipes, lines of the file, lines broken at the width of a page."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.model.document import Document, Words
from jixiao.readers import read_bytes
from tests.readers.building import codes, grid, texts


def read(text: str) -> Document:
    return read_bytes(text.encode(), "report.txt")


def table(text: str, number: int = 0) -> list[list[str]]:
    """The words of a table, row by row, each cell once."""
    found = read(text).tables[number]
    return [[one.text for one in found.row(row)] for row in range(1, len(found.grid) + 1)]


def check_lines(text: str, found: Document) -> None:
    """Every piece of text stands on the line that its place names."""
    lines = text.splitlines()
    words: list[Words] = [*found.paragraphs, *(cell for one in found.tables for cell in one.cells)]
    for one in words:
        bounds = [*(start for start, _ in one.lines), len(one.text)]
        for (start, line), end in zip(one.lines, bounds[1:], strict=True):
            piece = one.text[start:end].strip("\n ")
            assert piece in lines[line - 1], (piece, line)
            if piece:
                assert one.place(start, start + 1).line == line


STACKED = """前言
\t项目
\t预算数
\t决算数

\t基本支出
\t100
\t98

\t
\t20
\t19


说明：单位万元。
"""


def test_cells_behind_tabs():
    assert table(STACKED) == [["项目", "预算数", "决算数"], ["基本支出", "100", "98"], ["基本支出", "20", "19"]]
    assert texts(read(STACKED)) == ["前言", "说明：单位万元。"]
    check_lines(STACKED, read(STACKED))


def test_a_cell_of_several_lines_with_an_empty_one_in_it():
    text = "\t产出指标\n\n(50分)\n\t数量指标\n\t办件\n量\n\n\t\n\t质量指标\n\t办结率\n\n\n表后\n"
    assert table(text) == [["产出指标\n\n(50分)", "数量指标", "办件\n量"], ["产出指标\n\n(50分)", "质量指标", "办结率"]]
    check_lines(text, read(text))


def test_two_empty_lines_and_points_still_belong_to_the_cell():
    text = "\t效益指标\n\n\n（30分）\n\t经济\n\t增收\n\n\t满意度\n\t群众\n\t98%\n"
    assert table(text)[0] == ["效益指标\n\n\n（30分）", "经济", "增收"]


def test_a_shorter_row_keeps_its_figures_under_their_header():
    text = "\t甲\n\t一\n\t二\n\t三\n\n\t合计\n\t5\n\t6\n\n\t资金\n\t7\n\t8\n"
    found = read(text).tables[0]
    assert grid(found)[4:7] == [(2, 1, 1, 2, "合计"), (2, 3, 1, 1, "5"), (2, 4, 1, 1, "6")]
    assert found.at(3, 4).text == "8"


def test_a_label_that_ended_with_an_empty_line_returns_to_its_row():
    text = "\t绩效\n指标\n\n\t一级\n\t二级\n\t分值\n\n\t\n\t产出\n\t数量\n\t50\n"
    assert table(text) == [["绩效\n指标", "一级", "二级", "分值"], ["绩效\n指标", "产出", "数量", "50"]]


def test_an_empty_entry_is_not_merged_with_the_one_above():
    text = "\t甲\n\t乙\n\t丙\n\n\t一\n\t二\n\t三\n\n\t\n\t四\n\t\n\n\t\n\t\n\t五\n"
    assert [(one.row, one.column, one.rows) for one in read(text).tables[0].cells if one.rows > 1] == [
        (2, 1, 3),
        (3, 2, 2),
    ]
    blank = "\t甲\n\t乙\n\n\t一\n\t二\n\n\t三\n\t\n"
    assert all(one.rows == 1 for one in read(blank).tables[0].cells)


@pytest.mark.parametrize(
    "after", ["填表人：  联系电话：", "说明：单位万元", "2023年度项目支出绩效自评表", "二、存在的问题", "附件2"]
)
def test_what_stands_after_a_table_is_not_of_its_last_cell(after):
    text = f"\t总分\n\t100\n\n\t得分\n\t99\n\n{after}\n"
    found = read(text)
    assert found.tables[0].cells[-1].text == "99"
    assert texts(found) == [after]


def test_a_row_a_line():
    text = "单位：万元\n项目\t预算数\t决算数\n基本支出\t100\t98\n项目支出\t\t20\n\n后文\n"
    assert table(text) == [["项目", "预算数", "决算数"], ["基本支出", "100", "98"], ["项目支出", "", "20"]]
    assert texts(read(text)) == ["单位：万元", "后文"]
    check_lines(text, read(text))


@pytest.mark.parametrize(
    "text",
    [
        "\t一、部门概况。\n\t根据年度工作安排，全年完成各项任务，支出合计846.2万元，较上年增加12.3万元。\n",
        "填表人：某\t联系电话：\n",
        "\t一段缩进的话。\n",
        "没有制表符\n",
        "目　录\n一、部门概况\t1\n二、收支情况\t3\n",
        "一、部门概况……\t1\n二、收支情况……\t3\n",
    ],
)
def test_tabs_that_make_no_table(text):
    found = read(text)
    assert not found.tables
    assert [one.strip() for one in texts(found)] == [line.strip() for line in text.splitlines()]


def test_pipes():
    text = "| 项目 | 金额<br>（万元） |\n|---|---:|\n| 甲\\|乙 | 12 |\n|  | 13 |\n\n后文\n"
    assert table(text) == [["项目", "金额\n（万元）"], ["甲|乙", "12"], ["", "13"]]
    assert texts(read(text)) == ["后文"]
    assert [one.place().line for one in read(text).tables[0].cells] == [1, 1, 3, 3, 4, 4]
    assert table("| 甲 | 乙 |\n| 丙 | 丁 |\n") == [["甲", "乙"], ["丙", "丁"]]


def test_one_row_of_pipes_is_no_table():
    assert not read("| 甲 | 乙 |\n").tables


def test_a_table_drawn_with_lines():
    assert table("┌──┬──┐\n│项目│金额│\n├──┼──┤\n│甲　│12　│\n└──┴──┘\n") == [["项目", "金额"], ["甲", "12"]]
    assert table("+----+----+\n| 项目 | 金额 |\n+----+----+\n| 甲 | 12 |\n+----+----+\n") == [
        ["项目", "金额"],
        ["甲", "12"],
    ]


WRAPPED = """某市民政局2023年度部门整体支出绩效自评报告
一、部门概况
（一）主要职责。贯彻执行国家关于民政工作的方针政策和法律法规，拟订全市民政事业发展
规划并组织实施；负责社会团体、基金会、社会服务机构等社会组织的登记和监督管理；统筹推
进城乡社会救助体系建设，负责最低生活保障、特困人员救助供养、临时救助工作。
（二）部门整体支出规模。2023年度年初预算数为1179.7万元，全年支出合计1107.5万元，
其中基本支出221.67万元，占总支出的20.02%，全部用于人员和机关运行开支；项目支

- 1 -

出885.83万元，占总支出的79.98%。较上年增加12.3万元，增长1.12%，主要原因是新增政务服务
中心运行经费。
项目 预算数 决算数 增减
公务接待费 1.00 0.97 -0.03
公务用车运行维护费 0 0 0
"""


def test_lines_broken_at_the_width_of_a_page_are_joined():
    found = read(WRAPPED)
    assert [text[:9] for text in texts(found)] == [
        "某市民政局2023", "一、部门概况", "（一）主要职责。贯", "（二）部门整体支出", "项目 预算数 决算", "公务接待费 1.0", "公务用车运行维护费",
    ]  # fmt: skip
    assert "项目支出885.83万元" in texts(found)[3]
    check_lines(WRAPPED, found)


def test_a_place_over_two_lines_names_both():
    one = read(WRAPPED).paragraphs[2]
    start = one.text.index("发展规划")
    place = one.place(start, start + 4)
    assert (place.line, place.end_line, place.quote) == (3, 4, "发展规划")


def test_running_headers_and_counted_page_numbers_go():
    page = "某市民政局部门整体支出绩效自评\n" + "".join(
        f"本段第{{0}}页第{n}行文字说明预算执行和绩效目标完成情况，各项工作按计划推进并取得成效\n" for n in range(9)
    )
    text = "".join(page.format("一二三四"[n]) + f"\n{n + 1}\n\n" for n in range(4))
    found = "".join(texts(read(text)))
    assert "绩效自评" not in found.replace("某市民政局部门整体支出绩效自评", "", 1)
    assert not any(one.isdigit() for one in texts(read(text)))


def test_figures_alone_on_lines_are_no_page_numbers():
    text = "得分\n5\n5\n10\n分值\n5\n"
    assert texts(read(text)) == text.split()


def test_paragraphs_a_line_stay_as_they_are():
    text = (
        "一、概况\n"
        + "本单位全年按照预算安排开展工作，各项支出合计八百四十六万元，均按规定用途使用并接受监督检查，没有发现挤占挪用资金的情况，执行良好\n"
        * 3
    )
    assert texts(read(text)) == text.split()


def test_unfinished_lines_of_a_short_text_are_joined():
    assert texts(read("全年支出合计846.2万元，其中：基本支出312.5万元，\n项目支出533.7万元。\n")) == [
        "全年支出合计846.2万元，其中：基本支出312.5万元，项目支出533.7万元。"
    ]


def test_a_figure_torn_from_its_unit_is_mended():
    assert texts(read("收入总计1,107.5\n万元，增长1.12\n%，支出总计1,107.5万\n元。\n")) == [
        "收入总计1,107.5万元，增长1.12%，支出总计1,107.5万元。"
    ]
    assert texts(read("1107.5\n万元\n")) == ["1107.5", "万元"]


def test_every_line_blank_between():
    text = "".join(f"本段第{n}行文字说明预算执行和绩效目标完成情况，各项工作按计划推进并取得成\n\n" for n in range(8))
    assert len(read(text).paragraphs) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(encoding):
    text = "2023年度部门整体支出绩效自评报告\n全年支出合计846.2万元，其中基本支出312.5万元。\n"
    found = read_bytes(text.encode(encoding), "report.txt")
    assert (texts(found), found.unread) == (text.splitlines(), ())


def test_the_old_encoding_of_traditional_characters():
    found = read_bytes("國家機關經費支出總計1107.5萬元，其中項目支出。\n".encode("big5"), "report.txt")
    assert (found.paragraphs[0].plain[:9], found.unread) == ("国家机关经费支出总", ())


def test_line_ends_of_every_system_count_as_one():
    for end in ("\n", "\r\n", "\r"):
        assert [one.place().line for one in read(f"甲{end}{end}乙{end}").paragraphs] == [1, 3]


def test_lost_characters_are_counted():
    found = read_bytes("支出合计".encode() + b"\xff\xfe" + "万元，其中基本支出".encode(), "a.txt")
    assert codes(found) == ["decoding"]
    assert codes(read("合计\ufffd\ufffd万元")) == ["decoding"]


def test_traditional_characters_are_understood_and_kept():
    found = read("部門整體支出績效自評報告\n國家機關經費支出總計1107.5萬元。\n")
    assert found.paragraphs[1].text == "國家機關經費支出總計1107.5萬元。"
    assert found.paragraphs[1].plain == "国家机关经费支出总计1107.5万元。"
    cells = read("| 項目 | 經費 |\n| 總計 | 國庫資產 |\n").tables[0].cells
    assert [one.plain for one in cells] == ["项目", "经费", "总计", "国库资产"]


def test_a_name_in_traditional_characters_changes_nothing():
    assert read("龍門國際公司承办，预算支出项目资金国家机关经费。\n").paragraphs[0].plain.startswith("龍門國際")


CELLS = st.text("甲乙支出12.%分 ", max_size=8).map(str.strip)
LINES = st.lists(st.one_of(CELLS, CELLS.map("\t{}".format), CELLS.map("| {} | 1 |".format), st.just("")), max_size=25)


@settings(max_examples=150, deadline=None)
@given(LINES)
def test_any_text_keeps_all_its_words_on_their_lines(lines):
    text = "\n".join(lines) + "\n"
    found = read(text)
    check_lines(text, found)
    kept = "".join([one.text for one in found.paragraphs] + [cell.text for one in found.tables for cell in one.cells])
    assert all(mark in kept for line in lines for mark in line if mark in "甲乙支出分")


def test_points_that_count_up_down_a_column_stay_where_they_are():
    rows = [
        ["产出指标", "数量指标", f"第{n}项", f"≥{n}00件", f"{n}10件", str(n), str(n), "无", "是", "否"]
        for n in range(6, 12)
    ]
    text = "\n".join("\n".join("\t" + cell for cell in row) + "\n" for row in rows)
    (table,) = read_bytes(text.encode(), "t.txt").tables
    assert [[c.text for c in table.row(r)] for r in range(1, 7)] == rows
