"""Reports are known by their contents, and the large ones come first."""

from __future__ import annotations

import os
from dataclasses import replace

from jixiao.batch.item import Item
from jixiao.batch.listing import entries, known
from jixiao.model.document import Unread
from tests.batch.conftest import item, report


def test_large_ones_first_and_equal_ones_by_name(tmp_path):
    for name, size in (("a", 10), ("b", 5000), ("c", 10)):
        (tmp_path / name).write_bytes(b"x" * size)
    found = entries(item(tmp_path / name) for name in "cab")
    assert [entry.item.name for entry in found] == ["b", "a", "c"]
    assert found[0].weight - found[1].weight == 4990


def test_paths_hold_wherever_a_worker_stands(tmp_path, monkeypatch):
    report(tmp_path, "甲局.txt")
    monkeypatch.chdir(tmp_path)
    near = Item("甲局.txt", (("甲局.txt", "甲局.txt"),))
    assert entries([near])[0].item.files == (("甲局.txt", str(tmp_path / "甲局.txt")),)
    far = replace(near, files=(("甲局.txt", "s3://bucket/甲局.txt"),), identity="s3://bucket/甲局.txt 12")
    assert entries([far])[0].item == far


def test_the_same_contents_have_the_same_key_and_others_have_not(tmp_path):
    one, same = item(report(tmp_path, "a.txt")), item(report(tmp_path, "b.TXT"))
    key = known(one, "job").key
    assert known(same, "job").key == key
    others = [
        known(one, "other job"),
        known(item(report(tmp_path, "c.txt", share="1")), "job"),
        known(item(report(tmp_path, "a.docx")), "job"),  # its ending is told of
        known(replace(one, unit="甲局"), "job"),
        known(replace(one, files=(*one.files, *same.files)), "job"),
        known(replace(one, unread=Unread("locked", "有密码。", "locked.")), "job"),
        known(replace(one, identity="s3://bucket/a"), "job"),
    ]
    assert len({key, *(other.key for other in others)}) == len(others) + 1


def test_what_cannot_be_opened_may_be_there_another_time(tmp_path):
    assert not known(item(tmp_path / "没有.txt"), "job").lasting
    os.mkfifo(tmp_path / "管道")
    assert not known(item(tmp_path / "管道"), "job").lasting  # and is not waited for
