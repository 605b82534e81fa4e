"""jixiao audit --out: many reports, as the user sees it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jixiao.batch.item import Item
from jixiao.batch.job import Job
from jixiao.batch.progress import Progress
from jixiao.batch.work import Task
from jixiao.cli import meter
from jixiao.cli.meter import Meter, duration

SAMPLES = Path(__file__).parents[2] / "examples/junshan-2023"
TWO = ("--jobs", "2", "--outputs", "jsonl", "--no-progress")


@pytest.fixture
def many(folder):
    reports = folder / "全县"
    reports.mkdir()
    for number in range(4):
        (reports / f"{number}.txt").write_text(
            (folder / "错.txt").read_text("utf-8").replace("846.2", f"84{number}.2"), encoding="utf-8"
        )
    (reports / "空.txt").write_bytes(b"")
    return reports


def test_the_end_says_what_matters_and_where_it_is(jixiao, many, folder):
    code, out, err = jixiao("audit", "全县", "--out", "结果", "--jobs", "2", "--no-progress")
    assert (code, err) == (3, "")
    assert "共 5 份报告" in out
    assert "已审核 4   读不出 1" in out
    assert "FG203  占比与金额不符" in out
    assert "空.txt：文件是空的" in out
    assert "结果在 结果" in out
    assert {path.name for path in (folder / "结果").iterdir()} == {
        "results.jsonl", "reports.parquet", "findings.parquet", "units.parquet", "审核结果.xlsx", "index.html", "reports", "run.json",
        "journal.bin",
    }  # fmt: skip
    english = jixiao("audit", "全县", "--out", "结果", "--lang", "en", *TWO)[1]
    assert "5 reports in" in english
    assert "audited 4   unreadable 1" in english


def test_the_exit_code_is_that_of_the_gravest_report(jixiao, many):
    assert jixiao("audit", "全县", "--out", "结果", *TWO)[0] == 3
    (many / "空.txt").unlink()
    assert jixiao("audit", "全县", "--out", "结果", *TWO)[0] == 1
    assert jixiao("audit", "全县", "--out", "结果", "--fail-on", "never", *TWO)[0] == 0
    assert jixiao("audit", "全县", "--out", "二", "--baseline", "结果", *TWO)[0] == 0
    (many / "5.txt").write_text((many / "1.txt").read_text("utf-8").replace("66.07", "61.07"), encoding="utf-8")
    code, out, _ = jixiao("audit", "全县", "--out", "三", "--baseline", "结果", *TWO)
    assert code == 1
    assert "新出现" in out


@pytest.mark.parametrize(
    "args",
    [
        ("全县", "--jobs", "2"),
        ("全县", "--resume"),
        ("全县", "--out", "结果", "--format", "json"),
        ("全县", "--out", "结果", "-o", "a.json"),
        ("全县", "--out", "结果", "--jobs", "0"),
        ("全县", "--out", "结果", "--jobs", "二"),
        ("全县", "--out", "结果", "--max-mem", "1"),
        ("全县", "--out", "结果", "--timeout-per-file", "0"),
        ("全县", "--out", "结果", "--outputs", "pdf"),
        ("全县", "--out", "结果", "--baseline", "没有"),
        ("全县", "--out", "结果", "--units", "没有.xlsx"),
        ("全县", "--out", "没有/结果"),
        ("全县", "--out", "错.txt"),
        ("没有", "--out", "结果"),
    ],
    ids=" ".join,
)
def test_wrong_use_is_said_and_nothing_is_left(jixiao, many, folder, args):
    for lang, words in ((), "。"), (("--lang", "en"), "."):
        code, out, err = jixiao("audit", *args, *lang)
        assert (code, out) == (2, "")
        assert words in err
        assert "Traceback" not in err
    assert not list(folder.rglob("*.jsonl"))


def test_a_run_that_was_broken_off_is_not_thrown_away(many, folder, jixiao):
    for number in range(60):
        (many / f"9{number}.txt").write_text(
            f"支出合计{number}.2万元，其中基本支出{number}.5万元。\n", encoding="utf-8"
        )
    command = [sys.executable, "-m", "jixiao.cli", "audit", "全县", "--out", "结果", *TWO]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        journal = folder / "结果" / "journal.bin"
        while not (journal.exists() and journal.stat().st_size > 2000):
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate()
    assert process.returncode == 130
    assert "--resume" in err.decode()
    assert "Traceback" not in err.decode()
    assert [path.name for path in (folder / "结果").iterdir()] == ["journal.bin"]
    code, _, err = jixiao("audit", "全县", "--out", "结果", *TWO)
    assert code == 2
    assert "--resume" in err
    done = subprocess.run([*command, "--resume"], cwd=folder, capture_output=True, check=False)
    assert done.returncode == 3
    assert "上次已审核" in done.stdout.decode()
    assert "全部重新审核" in jixiao("audit", "全县", "--out", "结果", "--resume", "--skip", "TX", *TWO)[1]
    assert json.loads((folder / "结果" / "run.json").read_text("utf-8"))["reports"]["total"] == 65


def test_results_in_the_folder_itself_are_no_reports(jixiao, many, folder):
    for _ in range(2):
        assert (
            "共 5 份报告" in jixiao("audit", "全县", "--out", "全县/结果", "--jobs", "2", "--outputs", "jsonl,page")[1]
        )


def test_without_a_terminal_a_line_now_and_then(capsys, monkeypatch):
    clock = [0.0]
    monkeypatch.setattr(meter.time, "monotonic", lambda: clock[0])
    shown = Meter("zh", quiet=False)
    for second in range(12):
        clock[0] = float(second)
        shown(Progress("texts", second * 10, 200, 1, 0, second * 100, 2000))
    shown.close()
    assert capsys.readouterr().err.splitlines() == [
        "jixiao：审核 50/200  未读出 1",
        "jixiao：审核 100/200  每秒 10.0 份  剩余约 10 秒  未读出 1",
    ]
    Meter("zh", quiet=True)(Progress("texts", 1, 2))
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("lang", "words"),
    [("zh", "识别扫描件 1/3，第 11/21 页"), ("en", "reading scans 1/3, page 11/21")],
)
def test_pages_of_a_scan_are_shown_while_it_is_read(capsys, monkeypatch, lang, words):
    clock = [0.0]
    monkeypatch.setattr(meter.time, "monotonic", lambda: clock[0])
    task = Task(Item("扫描.pdf", ()), Job(), b"", weight=2100)
    shown = Meter(lang, quiet=False)
    shown.page(task, 1, 21)  # nothing is known of the batch yet
    shown(Progress("scans", 1, 3, weight=100, whole=4300))
    for done in range(21):
        clock[0] = float(done)
        shown.page(task, done, 21)
    lines = capsys.readouterr().err.splitlines()
    assert words in lines[1]
    assert ("剩余约" if lang == "zh" else "left") in lines[1]
    clock[0] = 40.0
    shown(Progress("scans", 2, 3, weight=2200, whole=4300))
    assert "/21" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("seconds", "zh", "en"),
    [(0.2, "1 秒", "1 s"), (75, "1 分 15 秒", "1 min 15 s"), (7500, "2 小时 5 分", "2 h 5 min")],
)
def test_times_as_a_person_says_them(seconds, zh, en):
    assert (duration(seconds, "zh"), duration(seconds, "en")) == (zh, en)


def test_earlier_results_are_audited_again_without_a_file(jixiao, tmp_path):
    """The files are gone; what was kept gives the same results, and what was not kept stands as it was."""
    given = tmp_path / "全区"
    given.mkdir()
    for name in ("report.docx", "report.txt"):
        (given / name).write_bytes((SAMPLES / name).read_bytes())
    (given / "坏.docx").write_bytes(b"PK\3\4")
    keep, first, second = (str(tmp_path / name) for name in ("库", "一", "二"))
    code, *_ = jixiao("audit", str(given), "--out", first, "--keep", keep, "--outputs", "jsonl", "--no-progress")
    assert code == 3
    for path in given.iterdir():
        path.unlink()
    code, *_ = jixiao("audit", "--again", first, "--out", second, "--keep", keep, "--outputs", "jsonl", "--no-progress")
    assert code == 3
    results = [(Path(folder) / "results.jsonl").read_bytes() for folder in (first, second)]
    assert results[0] == results[1]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--again", "旧"], "--again 要与 --out"),
        (["--again", "旧", "--out", "新"], "要与 --keep"),
        (["--again", "旧", "--out", "新", "--keep", "没有"], "没有这个文件夹"),
        (["--again", "旧", "--out", "新", "--keep", "."], "没有以前的结果"),
        (["--again", "旧", "--out", "新", "--keep", ".", "a.docx"], "不要再给报告"),
    ],
)  # fmt: skip
def test_auditing_again_needs_what_was_kept(jixiao, tmp_path, monkeypatch, args, words):
    monkeypatch.chdir(tmp_path)
    code, _, err = jixiao("audit", *args)
    assert code == 2
    assert words in err
