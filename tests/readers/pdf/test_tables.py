"""Ruled tables: the grid, merged cells, wrapped words, tables over pages. The truth is stated cell by cell."""

from __future__ import annotations

from jixiao.readers import read_bytes
from tests.readers.building import grid as cells
from tests.readers.pdf.building import document, grid, lines, pages, rows, words


def test_merged_cells_and_wrapped_words():
    found = document("""#table(columns: (20mm, 25mm, 30mm, 20mm),
      table.cell(rowspan: 3)[绩效指标], [一级指标], [三级指标], [分值],
      table.cell(rowspan: 2)[产出指标 \\ （50分）], [基层便民服务中心提质建设达标数量], [5], [热线工单办结率], [10],
      table.cell(colspan: 3)[总分], [15])""")
    assert cells(found.tables[0]) == [
        (1, 1, 3, 1, "绩效指标"), (1, 2, 1, 1, "一级指标"), (1, 3, 1, 1, "三级指标"), (1, 4, 1, 1, "分值"),
        (2, 2, 2, 1, "产出指标\n（50分）"), (2, 3, 1, 1, "基层便民服务中心提质建设达标数量"), (2, 4, 1, 1, "5"),
        (3, 3, 1, 1, "热线工单办结率"), (3, 4, 1, 1, "10"),
        (4, 1, 1, 3, "总分"), (4, 4, 1, 1, "15"),
    ]  # fmt: skip


def test_a_line_that_was_ended_on_purpose_stays_ended():
    found = document("#table(columns: (80mm, 40mm), [1、抓改革。\\ 2、抓服务。], [预算], [中], [17.5])")
    assert rows(found.tables[0]) == [["1、抓改革。\n2、抓服务。", "预算"], ["中", "17.5"]]


def test_a_table_over_pages_is_one_and_its_head_stands_once():
    body = "".join(f"[指标{n}], [{n}], [{n * 7}]," for n in range(120))
    found = document(f"#table(columns: 3 * (40mm,), table.header([名称], [年初], [决算]), {body})")
    assert len(found.tables) == 1
    assert rows(found.tables[0]) == [["名称", "年初", "决算"], *([f"指标{n}", f"{n}", f"{n * 7}"] for n in range(120))]


def test_a_cell_that_reaches_over_the_page_is_one():
    body = "".join(f"[指标{n}], [{n}]," for n in range(60))
    found = document(f"#table(columns: 3 * (40mm,), align: horizon, table.cell(rowspan: 60)[产出指标], {body})")
    assert (1, 1, 60, 1, "产出指标") in cells(found.tables[0])


def test_tables_with_words_between_them_are_two():
    found = document("#table(columns: 2, [甲], [1])\n说明：下表另起。\n#table(columns: 2, [乙], [2])")
    assert [rows(one) for one in found.tables] == [[["甲", "1"]], [["乙", "2"]]]


XS, YS = [72, 172, 272], [700, 680, 660]
SHEET = words("a", 80, 686) + words("b", 180, 686) + words("c", 80, 666) + words("d", 180, 666)
ABCD = [["a", "b"], ["c", "d"]]


def read(content: bytes, page: bytes = b""):
    return read_bytes(pages(content, page=page), "a.pdf").tables


def test_borders_in_short_pieces_and_as_thin_areas():
    pieces = [(x, y, x + 10, y) for y in YS for x in range(72, 272, 10)]
    pieces += [(x, y, x, y + 5) for x in XS for y in range(660, 700, 5)]
    assert [rows(one) for one in read(lines(*pieces) + SHEET)] == [ABCD]
    thin = b"".join(b"72 %d 200 0.6 re f\n" % y for y in YS) + b"".join(b"%d 660 0.6 40 re f\n" % x for x in XS)
    assert [rows(one) for one in read(thin + SHEET)] == [ABCD]


def test_each_cell_with_its_own_border():
    boxes = b"".join(b"%d %d 99 19 re S\n" % (x + 0.5, y + 0.5) for x in (72, 172) for y in (660, 680))
    assert [rows(one) for one in read(boxes + SHEET)] == [ABCD]


def test_white_lines_and_frames_make_no_table():
    assert read(b"1 1 1 RG\n" + grid(XS, YS) + SHEET) == ()
    assert read(b"72 600 200 100 re S\n" + SHEET) == ()


def test_pages_are_held_by_the_way_their_words_run():
    turned = b"0 1 -1 0 800 0 cm\n" + grid(XS, YS) + SHEET
    for page in (b"", b"/Rotate 90", b"/Rotate 180", b"/Rotate 270"):
        assert [rows(one) for one in read(turned, page)] == [ABCD]
        assert [rows(one) for one in read(grid(XS, YS) + SHEET, page)] == [ABCD]
