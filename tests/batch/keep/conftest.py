"""Reports to keep: those of the generator in all its formats, and the sample."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks.generator.report import case, file_of
from jixiao import readers
from jixiao.batch.keep import auditing, made, sources, states

SAMPLE = Path(__file__).parents[3] / "examples" / "junshan-2023" / "report.docx"
SEEDS = range(8)


@pytest.fixture(scope="session")
def documents():
    """The documents of some generated reports, of the sample, and of one that nobody filled in."""
    found = [readers.read_bytes(*file_of(case(seed))) for seed in SEEDS]
    blank = "部门整体支出绩效自评表\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t\t\t\t\t\n"
    return [*found, readers.read_bytes(SAMPLE.read_bytes(), "report.docx"), readers.read_bytes(blank.encode(), "a.txt")]


@pytest.fixture
def sample():
    return readers.read_bytes(SAMPLE.read_bytes(), "report.docx")


_BY_CONTENTS = (
    made.document, made.documents, made.understood, made.state, states.since, states.state_of, auditing._shelf, sources._hash,
)  # fmt: skip
_BY_PLACE = (sources._facts, sources._path, sources.files)


def forget() -> None:
    """Forgets what was worked out about sources, states and stores."""
    for held in _BY_CONTENTS:
        held.cache_clear()


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """A copy of the program that is taken for its source; what runs is what was loaded before."""
    copy = tmp_path_factory.mktemp("program") / "jixiao"
    shutil.copytree(sources.ROOT, copy, ignore=shutil.ignore_patterns("__pycache__"))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sources, "ROOT", copy)
        for held in _BY_PLACE:
            held.cache_clear()
        yield copy
    for held in _BY_PLACE:
        held.cache_clear()
    forget()


@pytest.fixture
def change(program):
    """Changes a file of the program by a comment, until the test is over."""
    before: dict[Path, bytes] = {}

    def changed(name: str) -> None:
        path = program / name
        before[path] = path.read_bytes()
        path.write_bytes(before[path] + b"\n# changed\n")

    forget()
    yield changed
    for path, data in before.items():
        path.write_bytes(data)
    forget()
