"""Tables and running text of OFD files, laid out from known truth as several producers lay them out, checked cell by cell."""

from __future__ import annotations

from functools import partial

import pytest

from jixiao.model.document import Document
from jixiao.readers import read_bytes
from tests.readers.building import codes, grid, package, texts
from tests.readers.ofd import building
from tests.readers.ofd.building import Cell, Producer, Sheet, Word, page, part, parts, produced, prose, ruled

PRODUCERS: dict[str, Producer] = {
    "a line an object": building.grouped,
    "a character an object": building.single,
    "in points": building.in_points,
    "on its side": building.turned,
    "upside down": partial(building.turned, quarter=2),
    "on its other side": partial(building.turned, quarter=3),
}
MONEY: list[list[Cell]] = [
    [("预算执行情况（10分）", 3, 1), ("资金来源", 1, 1), ("年初预算数", 1, 1), ("全年执行数", 1, 1), ("执行率", 1, 1)],
    [("年度资金总额", 1, 1), ("1,236.58", 1, 1), ("1,107.50", 1, 1), ("89.56%", 1, 1)],
    [("其中：当年财政拨款", 1, 1), ("", 1, 1), ("986.4", 1, 1), ("", 1, 1)],
    [("年度总体目标", 1, 1), ("完成辖区内供水管网改造，保障居民用水安全，水质抽检合格率不低于百分之九十八。", 1, 4)],
]
GOALS: list[list[Cell]] = [
    [("一级指标", 1, 1), ("二级指标", 1, 1), ("三级指标", 1, 1), ("年度指标值", 1, 1), ("得分", 1, 1)],
    [("产出指标\n（50分）", 2, 1), ("数量指标", 1, 1), ("改造供水管网长度", 1, 1), ("≥12.5公里", 1, 1), ("20", 1, 1)],
    [("质量指标", 1, 1), ("水质抽检合格率（按季度抽检，取全年平均数）", 1, 1), ("≥98%", 1, 1), ("9.5", 1, 1)],
    [("总分", 1, 4), ("93.6", 1, 1)],
]
WIDTHS = (30, 35, 45, 35, 25)
SAID = (
    "一、项目基本情况",
    "全年共完成供水管网改造十二点五公里，涉及居民三千二百余户，资金全部来自当年财政拨款，没有发现挤占挪用的情况，项目按期完成验收。",
    "（一）资金使用情况",
)


def sheets() -> list[Sheet]:
    first, second = Sheet(), Sheet()
    top = 25.0
    for text in SAID:
        top = prose(first, text, top)
    ruled(first, MONEY, WIDTHS, top + 8)
    ruled(second, GOALS, WIDTHS, prose(second, "下表为各项指标的完成情况。", 25.0) + 8)
    return [first, second]


def cells(rows: list[list[Cell]]) -> list[tuple[int, int, int, int, str]]:
    """The truth as a document has it: row, column, rows, columns, words."""
    found, taken = [], set()
    for row, held in enumerate(rows, 1):
        column = 1
        for text, high, wide in held:
            while (row, column) in taken:
                column += 1
            taken |= {(row + down, column + over) for down in range(high) for over in range(wide)}
            found.append((row, column, high, wide, text))
            column += wide
    return found


@pytest.mark.parametrize("name", PRODUCERS)
def test_every_cell_and_paragraph_is_read(name):
    found = read_bytes(produced(sheets(), PRODUCERS[name], sideways="side" in name.split()), "报告.ofd")
    assert (found.format, codes(found)) == ("ofd", [])
    assert texts(found) == [*SAID, "下表为各项指标的完成情况。"]
    assert [grid(table) for table in found.tables] == [cells(MONEY), cells(GOALS)]


def test_a_table_over_pages_is_one():
    rows: list[list[Cell]] = [[(f"指标{n}", 1, 1), (f"{n * 7}.5", 1, 1)] for n in range(60)]
    first, second = Sheet(), Sheet()
    ruled(first, rows[:34], (80, 60), 60.0)
    ruled(second, rows[34:], (80, 60), 25.0)
    found = read_bytes(produced([first, second], building.grouped), "a.ofd")
    assert [grid(table) for table in found.tables] == [cells(rows)]


def with_template(used: list[str], *pages: Sheet) -> Document:
    """A file of pages, each with the template of this number, which has a line of words at the top."""
    head = building.grouped(Sheet([Word(70, 60.0, "某市水务局绩效自评")]))
    made = parts(
        *(page(building.grouped(one), template=number) for one, number in zip(pages, used, strict=True)),
        common='<o:TemplatePage ID="3" BaseLoc="Tpls/A.xml"/><o:TemplatePage ID="4" BaseLoc="Tpls/B.xml"/>',
    )
    return read_bytes(package(made | {"Doc_0/Tpls/A.xml": page(head), "Doc_0/Tpls/B.xml": page(head)}), "a.ofd")


def test_words_of_a_template_on_several_pages_are_no_part_of_the_text():
    pages = [Sheet([Word(20, 90, f"第{n}章　总则说明")]) for n in "一二"]
    assert texts(with_template(["3", "3"], *pages)) == ["第一章　总则说明", "第二章　总则说明"]


def test_a_form_that_one_page_is_filled_into_is_part_of_the_text():
    pages = [Sheet([Word(20, 90, f"第{n}章　总则说明")]) for n in "一二"]
    assert texts(with_template(["3", ""], *pages)) == ["某市水务局绩效自评", "第一章　总则说明", "第二章　总则说明"]


def test_composites_are_drawn_where_they_are_used():
    unit = building.grouped(sheets()[0]).replace("o:Layer", "o:Content")
    used = '<o:Layer><o:CompositeObject ID="1" Boundary="0 5 210 297" CTM="1 0 0 1 0 -5" ResourceID="6"/></o:Layer>'
    made = parts(page(used), common="<o:PublicRes>PublicRes.xml</o:PublicRes>")
    made["Doc_0/PublicRes.xml"] = part(
        "Res",
        f"<o:CompositeGraphicUnits><o:CompositeGraphicUnit ID='6'>{unit}</o:CompositeGraphicUnit>"
        "</o:CompositeGraphicUnits>",
    )
    found = read_bytes(package(made), "a.ofd")
    assert texts(found) == list(SAID)
    assert [grid(table) for table in found.tables] == [cells(MONEY)]


def test_documents_of_one_file_follow_each_other():
    made = parts(page(building.grouped(Sheet([Word(20, 40, "甲局自评报告")]))))
    made |= parts(page(building.grouped(Sheet([Word(20, 40, "乙局自评报告")]))), doc="Doc_1")
    made["OFD.xml"] = part(
        "OFD", "".join(f"<o:DocBody><o:DocRoot>/Doc_{n}/Document.xml</o:DocRoot></o:DocBody>" for n in (0, 1))
    )
    assert texts(read_bytes(package(made), "a.ofd")) == ["甲局自评报告", "乙局自评报告"]


def test_steps_that_are_missing_are_the_width_of_the_character():
    layer = '<o:Layer><o:TextObject Boundary="20 40 90 5" Size="4">'
    layer += '<o:TextCode X="0" Y="4" DeltaX="{}">{}</o:TextCode></o:TextObject></o:Layer>'
    for steps in ("", "4 4", "g 2 4 4 4", "g 900000000 4", "4 x 4 4 4 4"):
        assert texts(read_bytes(building.ofd(page(layer.format(steps, "全年支出合计"))), "a.ofd")) == ["全年支出合计"]


def test_words_set_from_top_to_bottom_stand_in_their_cell():
    sheet = Sheet()
    ruled(sheet, [[("", 1, 1), ("甲", 1, 1)], [("", 1, 1), ("乙", 1, 1)]], (12, 50), 40, 12)
    down = '<o:TextObject Boundary="24 42 5 30" Size="4"><o:TextCode X="0" Y="4" DeltaY="g 3 4.5">产出指标</o:TextCode></o:TextObject>'
    layer = building.grouped(sheet).replace("</o:Layer>", f"{down}</o:Layer>")
    assert grid(read_bytes(building.ofd(page(layer)), "a.ofd").tables[0])[0] == (1, 1, 1, 1, "产出指标")


@pytest.mark.parametrize(
    "hidden", ['Visible="false"', 'Alpha="0"', 'CTM="0.7 -0.7 0.7 0.7 0 0"', 'CTM="0.01 0 0 0.01 0 0"']
)
def test_what_nobody_sees_and_watermarks_are_left_out(hidden):
    shown = building.grouped(Sheet([Word(20, 40, "全年支出合计")]))
    words = '<o:TextCode X="0" Y="12" DeltaX="g 3 12">内部资料</o:TextCode>'
    stamp = f'<o:TextObject Boundary="40 80 90 20" Size="12" {hidden}>{words}</o:TextObject>'
    assert texts(read_bytes(building.ofd(page(shown.replace("</o:Layer>", stamp + "</o:Layer>"))), "a.ofd")) == [
        "全年支出合计"
    ]


def test_lines_that_are_white_divide_nothing():
    sheet = Sheet([Word(25, 50, "甲"), Word(75, 50, "乙"), Word(25, 60, "丙"), Word(75, 60, "丁")])
    lines = "".join(
        f'<o:PathObject ID="1" Boundary="0 0 210 297" DrawParam="8"><o:AbbreviatedData>{data}</o:AbbreviatedData></o:PathObject>'
        for data in ("M 20 45 L 120 45 L 120 65 L 20 65 C", "M 20 55 L 120 55", "M 70 45 L 70 65")
    )
    content = page(building.grouped(sheet).replace("</o:Layer>", lines + "</o:Layer>"))
    made = parts(content, common="<o:DocumentRes>Res.xml</o:DocumentRes>")
    for shade, count in (("255 255 255", 0), ("0 0 0", 1)):
        made["Doc_0/Res.xml"] = part(
            "Res",
            f'<o:DrawParams><o:DrawParam ID="9"><o:StrokeColor Value="{shade}"/></o:DrawParam>'
            '<o:DrawParam ID="8" Relative="9"/></o:DrawParams>',
        )
        assert len(read_bytes(package(made), "a.ofd").tables) == count


def test_names_of_parts_as_producers_write_them():
    made = parts(page(building.grouped(Sheet([Word(20, 40, "全年支出合计")]))))
    moved = {
        name.replace("Doc_0/Pages/Page_0/Content.xml", "DOC_0\\pages\\page_0\\content.XML"): one
        for name, one in made.items()
    }
    assert texts(read_bytes(package(moved), "a.ofd")) == ["全年支出合计"]
