"""Many reports into one folder: nothing twice, nothing lost, the same bytes however it came about."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time

import pytest

from jixiao.batch.engines.local import Local
from jixiao.batch.inputs.units import Turnout, read
from jixiao.batch.job import Job
from jixiao.batch.result import Result
from jixiao.batch.work import Done, Task, done, line_of, lost, work
from jixiao.isolation import Crew, Failed
from tests.batch.conftest import Here, report


def lines(folder):
    return [Result.of_line(line) for line in (folder / "results.jsonl").read_bytes().splitlines(keepends=True)]


def test_every_report_has_its_result_sorted_by_name(audited, tmp_path):
    finished = audited()
    names = [one.name for one in lines(tmp_path / "结果")]
    assert names == sorted(names)
    assert len(names) == 6
    assert finished.tally.verdicts == {"read": 4, "refused": 2, "timed_out": 0, "crashed": 0, "internal": 0}
    assert {name for name, _ in finished.unread} == {"空.txt", "坏.docx"}


def test_the_same_contents_are_audited_once_and_shown_under_each_name(audited, tmp_path):
    engine = Here()
    finished = audited(engine=engine)
    assert (len(engine.given), finished.twins) == (5, 1)
    first, second = (one for one in lines(tmp_path / "结果") if one.name.startswith("乙镇"))
    assert (first.audit["path"], first.files[0][0]) == ("乙镇/乙镇.txt", "乙镇/乙镇.txt")
    assert (second.audit["path"], second.files[0][0]) == ("乙镇/再发.txt", "乙镇/再发.txt")
    assert first.audit["findings"] == second.audit["findings"]


def test_real_workers_give_the_same_bytes_however_many(audited, tmp_path):
    audited("一", Here())
    expected = (tmp_path / "一" / "results.jsonl").read_bytes()
    for jobs in (1, 2):
        audited("二", Local(jobs))
        assert (tmp_path / "二" / "results.jsonl").read_bytes() == expected


def test_a_run_that_was_broken_off_goes_on_where_it_was(audited, tmp_path):
    with pytest.raises(KeyboardInterrupt):
        audited(engine=Here(die_after=3))
    assert sorted(path.name for path in (tmp_path / "结果").iterdir()) == ["journal.bin"]
    engine = Here()
    finished = audited(engine=engine, resume=True)
    assert len(engine.given) == 2
    assert finished.earlier >= 3
    audited("一气", Here())
    assert (tmp_path / "结果" / "results.jsonl").read_bytes() == (tmp_path / "一气" / "results.jsonl").read_bytes()


def test_going_on_does_only_what_is_new_or_changed(audited, given):
    audited()
    report(given, "新.txt", "新局")
    report(given, "甲局.txt", "甲局", "64.07")
    (given / "丙局.txt").rename(given / "改名.txt")
    engine = Here()
    assert audited(engine=engine, resume=True).tally.reports == 7
    assert sorted(engine.given) == ["新.txt", "甲局.txt"]


def test_what_failed_is_tried_again(audited):
    class Failing(Here):
        def run(self, tasks, *, scans=False):
            for task, found in super().run(tasks, scans=scans):
                yield task, Done("timed_out", found.packed) if task.item.name == "甲局.txt" else found

    audited(engine=Failing())
    engine = Here()
    audited(engine=engine, resume=True)
    assert engine.given == ["甲局.txt"]


def test_scans_wait_for_the_texts_and_may_be_left_out(audited, tmp_path, monkeypatch):
    def scan(task):
        found = Result.of_line(line_of(work(task).packed))
        if task.item.name == "甲局.txt" and not task.job.pictures:
            note = {"code": "scan", "message": "扫描件。", "fatal": True}
            return done(Result(found.name, "refused", {**found.audit, "unread": [note]}, "scan", "", found.files))
        return done(found)

    monkeypatch.setattr("tests.batch.conftest.work", scan)
    engine, told = Here(), []
    finished = audited(engine=engine, tell=told.append)
    assert engine.given[-1] == "scan:甲局.txt"
    assert (finished.scans, finished.tally.verdicts["read"]) == (1, 4)
    assert [one.failed for one in told if one.phase == "scans"] == [2, 2]
    engine = Here()
    finished = audited("无扫描件", engine, Job(pictures=False))
    assert "scan:甲局.txt" not in engine.given
    assert finished.tally.verdicts["read"] == 3


def test_a_poisoned_report_costs_one_result(given, audited, tmp_path):
    (given / "毒.txt").write_text("毒", encoding="utf-8")
    engine = Poisoned(2)
    finished = audited(engine=engine)
    assert finished.tally.reports == 7
    assert finished.tally.verdicts == {"read": 4, "refused": 2, "timed_out": 0, "crashed": 1, "internal": 0}
    dead = next(one for one in lines(tmp_path / "结果") if one.name == "毒.txt")
    assert (dead.verdict, dead.audit["unread"][0]["code"]) == ("crashed", "crashed")
    assert len(dead.files[0][1]) == 64


class Poisoned(Local):
    """The engine of this machine, whose worker dies of one report."""

    def run(self, tasks, *, scans=False):  # noqa: ARG002 - an engine's signature
        with Crew(self.jobs, self.limits) as crew:
            for task, found in crew.map(deadly, tasks):
                yield task, lost(task, found) if isinstance(found, Failed) else found


def deadly(task: Task) -> Done:
    if task.item.name == "毒.txt":
        os._exit(9)
    return work(task)


def test_lines_of_a_worker_in_foreign_hands_are_not_believed(audited, tmp_path):
    class Hostile(Here):
        def run(self, tasks, *, scans=False):
            for task, found in super().run(tasks, scans=scans):
                yield task, Done("read", b"\0garbage") if task.item.name == "甲局.txt" else found

    finished = audited(engine=Hostile())
    assert finished.tally.verdicts["crashed"] == 1
    assert len(lines(tmp_path / "结果")) == 6


def test_old_results_stay_until_the_new_ones_are_whole(audited, tmp_path, monkeypatch):
    audited()
    before = (tmp_path / "结果" / "results.jsonl").read_bytes()

    def full(*_args):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("jixiao.batch.outputs.jsonl.Output.close", full)
        with pytest.raises(OSError, match="space"):
            audited(job=Job(only=("FG203",)))
    assert (tmp_path / "结果" / "results.jsonl").read_bytes() == before
    assert not [path for path in (tmp_path / "结果").iterdir() if path.name.startswith(".")]


def test_the_record_says_by_what_the_results_were_made(audited, tmp_path):
    audited(engine=Local(2))
    said = json.loads((tmp_path / "结果" / "run.json").read_text("utf-8"))
    assert said["reports"]["total"] == 6
    assert said["engine"]["jobs"] == 2
    assert said["packs"]
    assert set(said["files"]) == {"results.jsonl"}
    assert said["seconds"]["texts"] > 0
    assert str(tmp_path) not in json.dumps(said, ensure_ascii=False)


def test_units_of_a_list_are_matched_and_missed(audited, given, tmp_path):
    report(given, "君山区财政局.txt", "君山区财政局")
    report(given, "水利局一.txt", "君山区水利局", "61.07")
    report(given, "水利局二.txt", "君山区水利局", "62.07")
    (tmp_path / "名单.txt").write_text("君山区财政局\n君山区水利局\n君山区民政局\n", encoding="utf-8")
    turnout = Turnout(read(str(tmp_path / "名单.txt")))
    audited(turnout=turnout)
    states = {line.unit.name: line.state for line in turnout.lines()}
    assert states == {"君山区财政局": "sent", "君山区水利局": "several", "君山区民政局": "missing"}
    assert {one.unit for one in lines(tmp_path / "结果")} == {"君山区财政局", "君山区水利局", ""}


def test_kept_reports_are_audited_again_without_their_files(audited, given, tmp_path, monkeypatch):
    job = Job(keep=str(tmp_path / "库"))
    audited("一", Local(1), job)

    def closed(*_args, **_more):
        raise AssertionError("a file was read")

    monkeypatch.setattr("jixiao.readers.read", closed)
    (given / "空.txt").unlink()
    (given / "坏.docx").unlink()
    audited("二", Local(1), job)
    assert [one.line() for one in lines(tmp_path / "一") if one.verdict == "read"] == [
        one.line() for one in lines(tmp_path / "二")
    ]


SCRIPT = """
import sys
from jixiao.cli.front import run
sys.exit(run(sys.argv[1:]))
"""


def test_kill_at_any_moment_loses_nothing_that_was_done(given, tmp_path):
    for number in range(60):
        report(given, f"{number:02d}.txt", f"第{number}局", f"{number}.07")
    out = tmp_path / "结果"
    command = [
        sys.executable,
        "-c",
        SCRIPT,
        "audit",
        str(given),
        "--out",
        str(out),
        "--jobs",
        "2",
        "--outputs",
        "jsonl",
        "--resume",
    ]
    for seconds in (0.5, 0.9, 1.3):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(seconds)
            process.kill()
    finished = subprocess.run(command, capture_output=True, check=False)
    assert finished.returncode == 3, finished.stderr.decode()
    assert len(lines(out)) == 66
    shutil.rmtree(tmp_path / "一气", ignore_errors=True)
    command[command.index(str(out))] = str(tmp_path / "一气")
    subprocess.run(command, capture_output=True, check=False)
    assert (out / "results.jsonl").read_bytes() == (tmp_path / "一气" / "results.jsonl").read_bytes()
