import json
import signal
import subprocess
import sys

import pytest

from jixiao import pipeline
from jixiao.cli import audit as audit_verb
from jixiao.cli.front import run

TABLE = [
    (0, ["audit", "对.txt", "--fail-on", "error"]),
    (1, ["audit", "错.txt"]),
    (0, ["audit", "错.txt", "--fail-on", "never"]),
    (0, ["audit", "错.txt", "--skip", "FG,ST,TX,RD"]),
    (1, ["audit", "错.txt", "对.txt"]),
    (1, ["audit", "错.txt", "--only", "fg203"]),
    (0, ["audit", "对.txt", "--only", "FG203", "--fail-on", "info"]),
    (2, ["audit"]),
    (2, ["audit", "错.txt", "--fromat", "json"]),
    (2, ["audit", "错.txt", "--format", "xml"]),
    (2, ["audit", "错.txt", "--format"]),
    (2, ["audit", "错.txt", "--only", "ZZ9"]),
    (2, ["audit", "错.txt", "--pack", "CN-1999"]),
    (2, ["audit", "错.txt", "--form", "cn/none"]),
    (2, ["audit", "错.txt", "--annotate", "批注.docx"]),
    (2, ["audit", "错.txt", "对.txt", "--format", "html"]),
    (2, ["audit", "错.txt", "-o", "错.txt"]),
    (2, ["audit", "错.txt", "-o", "没有的文件夹/结果.json"]),
    (2, ["audit", "-", "-"]),
    (2, ["audti", "错.txt"]),
    (2, ["rule", "FG999"]),
    (2, ["rule", "FG203", "多"]),
    (2, ["form", "show", "cn/none"]),
    (2, ["law", "show", "none"]),
    (3, ["audit", "没有.txt"]),
    (3, ["audit", "空.txt"]),
    (3, ["audit", "坏.docx"]),
    (3, ["audit", "."]),
    (3, ["audit", "错.txt", "没有.txt"]),
    (3, ["show", "没有.txt"]),
    (3, ["score", "坏.docx"]),
    (0, ["show", "错.txt"]),
    (0, ["score", "错.txt"]),
    (0, ["rules"]),
    (0, ["rule", "FG203"]),
    (0, ["form", "list"]),
    (0, ["form", "show", "cn/department"]),
    (0, ["law", "list"]),
    (0, ["law", "show", "CN-2020"]),
    (0, []),
    (0, ["--help"]),
    (0, ["--version"]),
]


@pytest.mark.parametrize(("code", "args"), TABLE, ids=[" ".join(args) or "nothing" for _, args in TABLE])
def test_each_end_has_its_code_and_no_traceback(jixiao, code, args):
    got, out, err = jixiao(*args)
    assert got == code
    assert "Traceback" not in out + err
    if code == 2:
        assert out == ""
        assert err.startswith("jixiao：")
        assert "。" in err


def test_a_defect_of_ours_is_one_sentence_and_the_other_files_go_on(jixiao, monkeypatch):
    real = pipeline.understand

    def broken(document, form=None):
        if document.path == "错.txt" and document.readable:
            raise ZeroDivisionError
        return real(document, form)

    monkeypatch.setattr(pipeline, "understand", broken)
    code, out, err = jixiao("audit", "错.txt", "对.txt", "--format", "json")
    assert code == 4
    assert "ZeroDivisionError" in err
    assert "Traceback" not in err
    first, second = json.loads(out)["files"]
    assert first["unread"][0]["code"] == "internal"
    assert second["unread"] == []
    monkeypatch.setenv("JIXIAO_DEBUG", "1")
    assert "Traceback" in jixiao("audit", "错.txt")[2]


def test_an_interrupt_leaves_no_half_file(jixiao, folder, monkeypatch):
    def interrupted(*_args, **_more):
        raise KeyboardInterrupt

    (folder / "结果.json").write_text("旧", encoding="utf-8")
    monkeypatch.setattr(audit_verb.pipeline, "audit_document", interrupted)
    assert jixiao("audit", "错.txt", "-o", "结果.json")[0] == 130
    assert (folder / "结果.json").read_text(encoding="utf-8") == "旧"
    assert not list(folder.glob(".*"))


def test_a_reader_that_goes_away_is_no_error(folder):
    command = f"{sys.executable} -m jixiao.cli rules | head -1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, cwd=folder, check=False)
    assert done.returncode == 0
    assert done.stderr == b""


def test_a_real_interrupt_ends_with_130(folder):
    script = (
        "import os, signal, jixiao.cli.front as f\n"
        "f.front.callback = lambda: os.kill(os.getpid(), signal.SIGINT)\n"
        "raise SystemExit(f.run([]))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, cwd=folder, check=False)
    assert done.returncode in (130, -signal.SIGINT)
    assert b"Traceback" not in done.stderr


def test_a_full_disk_is_one_sentence(folder):
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - the device
        done = subprocess.run(
            [sys.executable, "-m", "jixiao.cli", "rules"], stdout=full, stderr=subprocess.PIPE, cwd=folder, check=False
        )
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1


def test_run_never_raises(folder):
    assert run(["audit", "\0"]) in (2, 3)
