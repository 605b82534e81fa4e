"""Excel as people fill it in."""

from __future__ import annotations

from datetime import date, datetime

import openpyxl
import pytest


@pytest.fixture
def book(tmp_path):
    def book(name="台账.xlsx", **sheets):
        made = openpyxl.Workbook()
        made.remove(made.active)
        for title, rows in sheets.items():
            sheet = made.create_sheet(title)
            for row in rows:
                sheet.append(row)
        made.save(tmp_path / name)
        return tmp_path / name

    return book


HEAD = ["资产编号", "净值", "购置日期"]


def test_cells_are_told_as_they_are_read(book, read):
    moment = datetime(2023, 5, 6, 10, 30)  # noqa: DTZ001
    rows = [HEAD, ["A1", 0.1 + 0.2, date(2023, 5, 6)], ["A2", 1234.0, moment], [3, 1e20, None], [True, "#N/A", "x"]]
    got = read(book(资产=rows))
    assert got.table == [
        (2, "A1", "0.3", "2023-05-06"),
        (3, "A2", "1234", "2023-05-06 10:30:00"),
        (4, "3", "1e+20", None),
        (5, "是", "#N/A", "x"),
    ]
    assert list(got.tables) == ["台账.xlsx"]


def test_each_sheet_with_headings_is_a_table(book, read):
    got = read(
        book(资产=[HEAD, ["A1", 1, None]], 说明=[["本表由资产科填报"]], 变动=[["资产编号", "变动方式"], ["A1", "采购"]])
    )
    assert list(got.tables) == ["台账.xlsx·资产", "台账.xlsx·变动"]
    assert [raw.hint for raw in got.raws] == ["资产", "变动"]
    assert got.troubles == []


def test_a_title_above_and_notes_beside_are_no_part_of_the_table(book, read):
    rows = [["2023年固定资产台账"], [], HEAD, ["A1", 1, None, "备注在表外"], [], ["A2"]]
    assert [row for row in read(book(资产=rows)).table if any(row[1:])] == [(4, "A1", "1", None), (6, "A2", None, None)]


def test_a_formula_counts_by_nothing_where_its_value_was_never_saved(book, read):
    assert read(book(资产=[HEAD, ["A1", "=1+1", None]])).table == [(2, "A1", None, None)]


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"not a workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600]
)
def test_what_is_no_workbook_is_told(tmp_path, read, data):
    path = tmp_path / "坏.xlsx"
    path.write_bytes(data)
    got = read(path)
    assert got.raws == []
    assert "不是完整的 Excel 文件" in got.problem


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_workbook_cut_in_the_middle_is_told(book, read, share):
    path = book(资产=[HEAD, *(["A1", 1, None] for _ in range(50))])
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert "没有传完" in read(path).problem


def test_a_workbook_without_headings_is_told(book, read):
    assert "没有列名" in read(book(空=[])).problem


def test_a_zip_of_other_things_is_no_workbook(tmp_path, read):
    import zipfile

    with zipfile.ZipFile(tmp_path / "x.xlsx", "w") as file:
        file.writestr("a.txt", "x")
    assert "不是完整的 Excel 文件" in read(tmp_path / "x.xlsx").problem
