"""Reports in a folder, and the command run on them as the terminal would."""

import os
import subprocess
import sys

import pytest

from jixiao.cli.front import run

FAULTY = "2023年度某某局部门整体支出绩效自评报告\n\n一、支出情况\n全年支出合计846.2万元，项目支出533.7万元，占总支出的66.07%。\n"
CLEAN = "支出合计846.2万元，其中基本支出312.5万元，占36.9%，项目支出533.7万元，占63.07%。\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "错.txt").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "对.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "空.txt").write_bytes(b"")
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04" + b"word/" * 20)
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "JIXIAO_DEBUG", "JIXIAO_LANG", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def jixiao(folder, capfdbinary):
    """Runs a command line; gives the exit code, standard output and standard error."""

    def call(*args):
        code = run(args)
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return call


@pytest.fixture
def process(folder):
    """The same as a process of its own."""

    def call(*args, **more):
        command = [sys.executable, "-m", "jixiao.cli", *args]
        return subprocess.run(
            command, capture_output=True, cwd=folder, check=False, env={**os.environ, **more.pop("env", {})}, **more
        )

    return call
