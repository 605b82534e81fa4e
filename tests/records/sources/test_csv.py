"""CSV as systems and people write it."""

from __future__ import annotations

import hashlib

import pytest

TEXT = "办件编号,受理时间\nB-1,2023-05-06\nB-2,2023-05-07\n"
ROWS = [(2, "B-1", "2023-05-06"), (3, "B-2", "2023-05-07")]


@pytest.fixture
def file(tmp_path):
    def file(data, name="受理.csv"):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_whatever_the_encoding(file, read, encoding):
    data = TEXT.encode(encoding)
    got = read(file(data))
    assert got.table == ROWS
    [raw] = got.raws
    assert (raw.name, raw.hint) == ("受理.csv", "受理")
    assert raw.sha256 == hashlib.sha256(data).hexdigest()
    assert list(raw.columns) == ["办件编号", "受理时间"]


def test_a_rare_character_of_gb18030(file, read):
    assert read(file("办件编号,姓\nB-1,㐂𠮷\n".encode("gb18030"))).table == [(2, "B-1", "㐂𠮷")]


@pytest.mark.parametrize("delimiter", ["\t", ";", "|", "，"])
def test_whatever_parts_the_cells(file, read, delimiter):
    assert read(file(TEXT.replace(",", delimiter))).table == ROWS


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r\n\r\n"])
def test_whatever_ends_the_lines(file, read, end):
    assert [row[1:] for row in read(file(TEXT.replace("\n", end))).table if row[1]] == [row[1:] for row in ROWS]


def test_rows_keep_their_numbers_below_a_title(file, read):
    got = read(file("2023年办件受理台账,\n导出时间：2024-01-05,\n" + TEXT))
    assert got.table == [(row + 2, *cells) for row, *cells in ROWS]


def test_commas_and_line_breaks_in_quotes_are_words(file, read):
    got = read(file('办件编号,说明\nB-1,"甲,乙\n丙 ""丁"""\nB-2,x\n'))
    assert got.table == [(2, "B-1", '甲,乙\n丙 "丁"'), (3, "B-2", "x")]


def test_a_row_that_is_too_short_or_too_long_is_told_and_the_others_go_on(file, read):
    got = read(file(TEXT + "B-3\nB-4,2023-05-08,多,余\nB-5,2023-05-09\n"))
    assert [row[0] for row in got.table] == [2, 3, 6]
    assert [(one.row, one.value, one.fatal) for one in got.troubles] == [
        (4, "B-3", False),
        (5, "B-4，2023-05-08，多，余", False),
    ]
    assert "1 格，列名有 2 个" in got.troubles[0].problem


def test_a_file_cut_within_its_last_row_is_told_at_that_row(file, read):
    got = read(file(TEXT + "B-3"))
    assert [(one.row, one.value) for one in got.troubles] == [(4, "B-3")]
    assert "没有传完" in got.troubles[0].fix


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_a_file_cut_within_a_character_is_not_read(file, read, encoding):
    data = "办件编号,名称\nB-1,政务大厅办".encode(encoding)[:-1]
    got = read(file(data))
    assert (got.raws, got.troubles[0].fatal) == ([], True)
    assert "没有传完" in got.problem


def test_commas_after_the_last_column_are_nothing(file, read):
    assert read(file("a,b,\n1,2,\n3,4,,\n")).table[-1][1:3] == ("3", "4")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "文件是空的"),
        (b"\xef\xbb\xbf", "找不到列名"),
        (b"\n\n\n", "找不到列名"),
        ("只有一格\n再一格\n".encode(), "找不到列名"),
        (b"a,b\n1,\x00\n", "读不成文字"),
        (b"a,b\n" + bytes(range(128, 255)) * 9 + b"\n1,2\n", "读不成文字"),
        ("日期,金额,日期\n1,2,3\n".encode(), "第 1 列和第 3 列的列名都是“日期”"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(file, read, data, said):
    got = read(file(data))
    assert got.raws == []
    assert said in got.problem
    assert got.troubles[0].fix
    assert got.troubles[0].problem_en.isascii() or "日期" in got.troubles[0].problem_en


def test_only_headings_is_a_table_without_rows(file, read):
    assert read(file("办件编号,受理时间\n")).table == []


def test_a_heading_may_be_missing(file, read):
    [raw] = read(file("办件编号,,受理时间\nB-1,x,2023-05-06\n")).raws
    assert list(raw.columns) == ["办件编号", "第2列（无列名）", "受理时间"]


def test_a_cell_of_two_megabytes(file, read):
    [row] = read(file(f"a,b\n{'长' * 700_000},2\n")).table
    assert len(row[1]) == 700_000


def test_a_quote_without_its_pair_stops_nothing_else(file, read):
    got = read(file('a,b\n1,"x\n2,y\n'))
    assert got.troubles or got.table


def test_a_name_with_quotes_and_spaces(file, read):
    assert read(file(TEXT, 'O\'Neill 的 "表".csv')).table == ROWS


def test_progress_ends_at_the_whole(file, read):
    told = []
    read(file(TEXT, "a.csv"), file(TEXT, "b.csv"), tell=lambda *one: told.append(one))
    assert [one[0] for one in told] == ["a.csv", "b.csv", ""]
    assert told[-1][1] == told[-1][2] == 2 * len(TEXT.encode())
