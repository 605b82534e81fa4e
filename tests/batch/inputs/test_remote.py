"""Folders and tables of files that lie far away are listed by their addresses; nothing is fetched to list them."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from jixiao.batch.fetching import fetched
from jixiao.batch.inputs import remote
from jixiao.batch.inputs.told import NotInput, quiet
from jixiao.batch.item import Item
from jixiao.batch.job import Job
from jixiao.batch.work import Task
from jixiao.readers.limits import SCAN_BYTES

_NAMES = ("甲局/自评报告.docx", "乙局/完成率100%.docx", "a b/c+d#e?f.txt")


@pytest.fixture
def store(tmp_path):
    for name in (*_NAMES, "乙局/~$自评报告.docx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return f"file://{tmp_path}"


def test_a_folder_is_listed_by_name_and_told_apart_by_size_and_time(store):
    skipped = []
    found = list(remote.items(store, skipped.append))
    assert [item.name for item in found] == sorted(_NAMES)
    assert len({item.identity for item in found}) == len(found)
    assert [one.name for one in skipped] == ["乙局/~$自评报告.docx"]


def test_what_is_listed_can_be_fetched_whatever_its_name(store, tmp_path):
    for number, item in enumerate(remote.items(store, quiet)):
        ((name, path),) = fetched(Task(item, Job(), b""), str(tmp_path / f"{number}")).item.files
        assert Path(path).read_text("utf-8") == name == item.name


def test_a_changed_file_is_another_one(store, tmp_path):
    before = {item.name: item.identity for item in remote.items(store, quiet)}
    (tmp_path / _NAMES[0]).write_text("改了", encoding="utf-8")
    after = {item.name: item.identity for item in remote.items(store, quiet)}
    assert [name for name in _NAMES if before[name] != after[name]] == [_NAMES[0]]


@pytest.mark.parametrize("heads", [("path", "name", "unit"), ("路径", "名称", "单位")])
def test_a_table_names_files_and_their_units(tmp_path, heads):
    rows = [["s3://a/2.docx", "s3://a/1.docx"], ["乙.docx", "甲.docx"], ["乙局", None]]
    pq.write_table(pa.table(dict(zip(heads, rows, strict=True))), tmp_path / "清单.parquet")
    found = list(remote.items(f"file://{tmp_path}/清单.parquet", quiet))
    assert [(item.name, item.unit, item.files[0][1]) for item in found] == [
        ("乙.docx", "乙局", "s3://a/2.docx"), ("甲.docx", "", "s3://a/1.docx"),
    ]  # fmt: skip


def test_a_table_without_paths_is_refused(tmp_path):
    pq.write_table(pa.table({"x": [1]}), tmp_path / "a.parquet")
    with pytest.raises(NotInput, match="path"):
        list(remote.items(f"file://{tmp_path}/a.parquet", quiet))


@pytest.mark.parametrize(
    "address", ["file:///nowhere/at/all", "nonsense://x", "s3://", "file:///etc/hostname/x.parquet"]
)
def test_what_cannot_be_opened_is_told(address):
    with pytest.raises(NotInput):
        list(remote.items(address, quiet))


def test_of_a_file_that_is_too_large_only_so_much_is_brought_that_the_reader_sees_it(tmp_path):
    with (tmp_path / "大.txt").open("wb") as file:
        file.truncate(SCAN_BYTES * 2)
    task = Task(Item("大.txt", (("大.txt", f"file://{tmp_path}/大.txt"),)), Job(), b"")
    ((_, path),) = fetched(task, str(tmp_path / "here")).item.files
    assert Path(path).stat().st_size == SCAN_BYTES + 1
