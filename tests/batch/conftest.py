"""A folder of small reports, audited by an engine in this process or by real workers."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.batch.inputs import items
from jixiao.batch.item import Item
from jixiao.batch.job import Job
from jixiao.batch.placing import SPOOL, scratch
from jixiao.batch.plan import Plan
from jixiao.batch.run import run
from jixiao.batch.work import work

TEXT = "2023年度{unit}部门整体支出绩效自评报告\n\n一、支出情况\n全年支出合计846.2万元，项目支出533.7万元，占总支出的{share}%。\n"


class Here:
    """An engine without workers that counts what it was given."""

    def __init__(self, die_after: int | None = None) -> None:
        self.given: list[str] = []
        self._die_after = die_after

    def run(self, tasks, *, scans=False):
        for task in tasks:
            if len(self.given) == self._die_after:
                raise KeyboardInterrupt
            self.given.append(("scan:" if scans else "") + task.item.name)
            yield task, work(task)

    def about(self):
        return {"name": "here"}


def report(folder: Path, name: str, unit: str = "某某局", share: str = "66.07") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEXT.format(unit=unit, share=share), encoding="utf-8")
    return path


@pytest.fixture
def given(tmp_path):
    """Six reports: two of the same contents, one without the slip, one empty, one damaged."""
    folder = tmp_path / "全县"
    report(folder, "甲局.txt", "甲局")
    report(folder, "乙镇/乙镇.txt", "乙镇", "65.07")
    report(folder, "乙镇/再发.txt", "乙镇", "65.07")
    report(folder, "丙局.txt", "丙局", "63.07")
    (folder / "空.txt").write_bytes(b"")
    (folder / "坏.docx").write_bytes(b"PK\x03\x04" + b"word/" * 20)
    return folder


@pytest.fixture
def audited(given, tmp_path):
    """Audits the folder into another one; gives what the run came to."""

    def call(out="结果", engine=None, job=Job(), tell=lambda _progress: None, **plan):  # noqa: B008 - a frozen noun
        folder = tmp_path / out
        folder.mkdir(exist_ok=True)
        plan.setdefault("kinds", ("jsonl",))
        with scratch(folder, SPOOL) as spool:
            return run(items([str(given)], spool=spool), job, Plan(folder, engine or Here(), **plan), tell)

    return call


def item(path: Path, **more) -> Item:
    return Item(path.name, ((path.name, str(path)),), **more)
