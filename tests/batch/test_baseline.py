"""Findings are held against earlier ones: new, unchanged, gone, whatever the earlier results were written as."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import NamedTemporaryFile

import pytest

from jixiao import pipeline
from jixiao.batch.baseline import Baseline, NoBaseline
from jixiao.batch.job import Job
from jixiao.batch.recognizing import ByContents
from jixiao.batch.result import Result
from jixiao.writers import write
from tests.batch.conftest import report

ONLY = Job(only=("FG203", "TX"))


def states(folder):
    results = [Result.of_line(line) for line in (folder / "results.jsonl").read_bytes().splitlines(keepends=True)]
    return {
        one.name: sorted(
            (found["code"], found["state"]) for found in (*one.audit["findings"], *one.audit.get("gone", ()))
        )
        for one in results
    }


def test_what_is_mended_is_gone_and_what_is_not_is_unchanged(audited, given, tmp_path):
    audited("旧", job=ONLY)
    report(given, "甲局.txt", "甲局", "63.07")
    report(given, "丙局.txt", "丙局", "60.07")
    report(given, "新局.txt", "新局")
    (given / "乙镇" / "再发.txt").unlink()
    baseline = Baseline.of(tmp_path / "旧")
    audited("新", job=ONLY, baseline=baseline)
    found = states(tmp_path / "新")
    assert found["甲局.txt"] == [("FG203", "gone")]
    assert found["乙镇/乙镇.txt"] == [("FG203", "unchanged")]
    assert found["丙局.txt"] == found["新局.txt"] == [("FG203", "new")]
    assert {state: dict(many) for state, many in baseline.counts.items()} == {
        "new": {"error": 2}, "unchanged": {"error": 1}, "gone": {"error": 1},
    }  # fmt: skip
    assert baseline.vanished == 1


def test_reports_of_another_place_are_known_by_their_contents(audited, given, tmp_path):
    audited("旧", job=ONLY)
    (given / "县").mkdir()
    for name in ("甲局.txt", "丙局.txt"):
        (given / name).rename(given / "县" / f"2024{name}")
    shutil.copy(given / "县" / "2024甲局.txt", given / "又一份.txt")
    (given / "空.txt").unlink()
    baseline = Baseline.of(tmp_path / "旧")
    audited("新", job=ONLY, baseline=baseline, apart=True, kinds=("jsonl", "parquet"))
    found = states(tmp_path / "新")
    assert found["县/2024甲局.txt"] == found["又一份.txt"] == [("FG203", "unchanged")]
    assert (baseline.moved, baseline.vanished) == (3, 1)
    assert not baseline.counts["new"]


def test_contents_that_several_had_are_nobodys(audited, given, tmp_path):
    audited("旧", job=ONLY)
    (given / "乙镇" / "乙镇.txt").rename(given / "改名.txt")
    baseline = Baseline.of(tmp_path / "旧")
    audited("新", job=ONLY, baseline=baseline)
    assert states(tmp_path / "新")["改名.txt"] == [("FG203", "new")]
    assert (baseline.moved, baseline.vanished) == (0, 1)


def test_several_files_as_one_are_known_in_whatever_order_they_are_called():
    one = Result("甲", "read", {"findings": [], "path": ',"files":['}, files=(("a", "1" * 64), ("b", "2" * 64)))
    now = Result("乙", "read", {}, files=(("x", "2" * 64), ("y", "1" * 64)))
    large = Result("丙", "read", {}, files=(("x", "99:1"),))
    with NamedTemporaryFile() as file:
        file.write(one.line() + b"damaged\n" + large.line())
        file.flush()
        known = ByContents(Path(file.name))
        assert known.find(now) == one
        assert known.find(large) is None
        assert known.find(Result("丁", "read", {})) is None


def test_a_report_that_cannot_be_read_now_has_mended_nothing(audited, given, tmp_path):
    audited("旧", job=ONLY)
    (given / "甲局.txt").write_bytes(b"")
    baseline = Baseline.of(tmp_path / "旧")
    audited("新", job=ONLY, baseline=baseline)
    assert not baseline.counts["gone"]
    assert states(tmp_path / "新")["甲局.txt"] == []


def test_a_finding_moved_by_new_lines_is_unchanged(audited, given, tmp_path):
    audited("旧", job=ONLY)
    path = given / "甲局.txt"
    path.write_text(path.read_text("utf-8").replace("一、", "前言。\n\n一、"), encoding="utf-8")
    audited("新", job=ONLY, baseline=Baseline.of(tmp_path / "旧"))
    assert states(tmp_path / "新")["甲局.txt"] == [("FG203", "unchanged")]


@pytest.mark.parametrize("form", ["jsonl", "sarif"])
def test_results_of_single_audits_are_a_baseline_too(audited, given, tmp_path, monkeypatch, form):
    monkeypatch.chdir(given)
    old = tmp_path / f"旧.{form}"
    audits = [pipeline.audit(name) for name in ("甲局.txt", "丙局.txt")]
    old.write_text("".join(write(audits, form)), encoding="utf-8")
    report(given, "丙局.txt", "丙局", "60.07")
    baseline = Baseline.of(old)
    audited("新", job=Job(), baseline=baseline)
    found = states(tmp_path / "新")
    assert {state for _, state in found["甲局.txt"]} == {"unchanged"}
    assert ("FG203", "new") in found["丙局.txt"]
    assert {state for _, state in found["乙镇/乙镇.txt"]} == {"new"}


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.jsonl", "[]\n"), ("a.jsonl", "{\n"), ("a.jsonl", '{"schema":"jixiao.audit/1"}\n'), ("a.sarif", "{}"), ("a.sarif", '{"runs":[{}]}'),
     ("a.sarif", "坏"), ("没有/a.jsonl", None), ("a.jsonl", '{"schema":"jixiao.result/1"}\n')],
)  # fmt: skip
def test_what_holds_no_results_is_said_in_both_languages(tmp_path, name, text):
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(NoBaseline) as caught:
        list(Baseline.of(tmp_path / name)._old)
    assert all(str(tmp_path) in sentence for sentence in caught.value.pair)


def test_an_empty_file_is_an_empty_baseline(audited, tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b"")
    baseline = Baseline.of(tmp_path / "a.jsonl")
    audited("新", job=ONLY, baseline=baseline)
    assert sum(baseline.counts["new"].values()) == 3
