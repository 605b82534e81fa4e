"""Every kind of result in a process of its own: the same bytes, and a disk that is full is said as ever."""

from __future__ import annotations

import os

import pytest

from jixiao.batch import writing

KINDS = ("jsonl", "parquet", "xlsx", "page")


def tree(folder):
    return {
        path.relative_to(folder): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in ("run.json", "journal.bin")
    }


@pytest.fixture
def forking(monkeypatch):
    """The tests may have threads of libraries; what is tested here does not meet them."""
    monkeypatch.setattr(writing, "forks_safely", lambda: True)


@pytest.mark.usefixtures("forking")
def test_apart_or_one_after_the_other_the_bytes_are_the_same(audited, tmp_path):
    told = []
    first = audited("一", kinds=KINDS)
    second = audited("二", kinds=KINDS, apart=True, tell=told.append)
    assert tree(tmp_path / "一") == tree(tmp_path / "二")
    assert len(tree(tmp_path / "二")) > len(KINDS)
    assert first.tally.rules == second.tally.rules
    assert first.unread == second.unread


@pytest.mark.usefixtures("forking")
@pytest.mark.parametrize("step", ["open", "add", "close"])
def test_a_full_disk_is_an_error_of_the_run(audited, tmp_path, monkeypatch, step):
    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"jixiao.batch.outputs.jsonl.Output.{step}", full)
    with pytest.raises(OSError, match="space"):
        audited(kinds=("jsonl", "page"), apart=True)
    assert [path.name for path in (tmp_path / "结果").iterdir()] == ["journal.bin"]


@pytest.mark.usefixtures("forking")
def test_an_output_that_fails_or_dies_leaves_nothing(audited, tmp_path, monkeypatch):
    monkeypatch.setattr("jixiao.batch.outputs.jsonl.Output.add", lambda *_args: 1 / 0)
    with pytest.raises(RuntimeError, match="jsonl: ZeroDivisionError"):
        audited(kinds=("jsonl", "page"), apart=True)
    monkeypatch.setattr("jixiao.batch.outputs.jsonl.Output.add", lambda *_args: os._exit(9))
    with pytest.raises(RuntimeError, match="without a word"):
        audited(kinds=("jsonl", "page"), apart=True)
    assert [path.name for path in (tmp_path / "结果").iterdir()] == ["journal.bin"]


@pytest.mark.usefixtures("forking")
def test_it_is_told_how_far_the_slowest_has_come(audited, monkeypatch):
    monkeypatch.setattr(writing, "_STEP", 2)
    told = []
    audited(kinds=("jsonl", "page"), apart=True, tell=told.append)
    assert {one.done for one in told if one.phase == "writing"} <= {0, 2, 4, 6}
    assert [one.total for one in told if one.phase == "writing"][-1] == 6
