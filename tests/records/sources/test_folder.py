"""A folder of records, with all that lies about in folders."""

from __future__ import annotations

import pytest

TEXT = "a,b\n1,2\n"


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "台账"
    (place / "2023" / "深").mkdir(parents=True)
    for name in ("b.csv", "a.CSV", "2023/c.tsv", "2023/深/d.csv", "~$b.xlsx", ".hidden.csv", "说明.docx", "图.png"):
        (place / name).write_text(TEXT)
    return place


def test_every_table_once_in_order(folder, read):
    assert list(read(folder).tables) == ["a.CSV", "b.csv", "2023/c.tsv", "2023/深/d.csv"]


def test_links_that_lead_round_are_not_followed(folder, read):
    (folder / "2023" / "rund").symlink_to(folder)
    assert len(read(folder).raws) == 4


def test_a_store_among_the_records_is_not_read_as_records(folder, read):
    (folder / "库").mkdir()
    (folder / "库" / "manifest.json").write_text("{}")
    (folder / "库" / "refused.csv").write_text(TEXT)
    assert len(read(folder).raws) == 4


@pytest.mark.parametrize("name", ["old.xls", "数据.json", "x.zip", "y.et"])
def test_data_of_another_kind_is_told(folder, read, name):
    (folder / name).write_bytes(b"x")
    got = read(folder)
    assert len(got.raws) == 4
    assert [one.file for one in got.troubles] == [name]
    assert "另存为 .xlsx" in got.troubles[0].fix


def test_a_link_to_nowhere_and_a_file_that_is_not_there(folder, read, tmp_path):
    (folder / "gone.csv").symlink_to(tmp_path / "nowhere")
    got = read(folder, tmp_path / "none.csv")
    assert [one.problem for one in got.troubles] == ["没有这个文件。"] * 2


def test_the_same_name_in_two_folders_is_told_apart(tmp_path, read):
    for place in ("甲", "乙"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "受理.csv").write_text(TEXT)
    assert len(read(tmp_path / "甲", tmp_path / "乙").tables) == 2


def test_an_empty_folder_gives_nothing(tmp_path, read):
    (tmp_path / "空").mkdir()
    assert (read(tmp_path / "空").raws, read(tmp_path / "空").troubles) == ([], [])
