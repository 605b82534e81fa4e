"""Files of the command line are read in a child: one that kills its reader costs a sentence and exit code 3."""

from __future__ import annotations

import io
import os
import sys
import time

import pytest

from jixiao.cli import progress, source
from jixiao.isolation import Limits, call
from tests.hostile import ofds, words  # noqa: F401 - they fill the list
from tests.hostile.made import FILES


@pytest.mark.parametrize(
    ("instead", "sentence"),
    [
        ((time.sleep, 60), "用时过长"),
        ((bytearray, 1 << 40), "内存过多"),
        ((os._exit, 9), "意外退出"),
    ],
)
def test_a_reader_that_is_lost_costs_a_sentence(jixiao, monkeypatch, instead, sentence):
    """What is done in the child is replaced, the child is real."""
    monkeypatch.setattr(source, "call", lambda *_args, **_how: call(*instead, limits=Limits(seconds=0.5)))
    for verb in ("audit", "show", "score", "read", "import"):
        code, out, err = jixiao(verb, "错.txt")
        assert code == 3, verb
        assert sentence in out + err, verb
        assert "Traceback" not in err


def test_a_defect_in_the_child_is_a_defect_of_ours(jixiao, monkeypatch):
    monkeypatch.setattr(source.readers, "read", len)  # a path has a length; pictures= it does not know
    code, _, err = jixiao("audit", "错.txt")
    assert code == 4
    assert "Traceback" not in err


@pytest.mark.parametrize("name", ["dtd-local-file.docx", "template-from-outside.docx", "document-that-is-itself.ofd"])
def test_hostile_files_are_answered(jixiao, folder, name):
    (folder / name).write_bytes(FILES[name].make())
    before = sorted(path.name for path in folder.iterdir())
    code, out, err = jixiao("audit", name)
    assert code == (1 if FILES[name].reads else 3)
    assert "root:" not in out + err
    assert sorted(path.name for path in folder.iterdir()) == before


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_pages_read_off_pictures_are_told_to_a_person(monkeypatch):
    monkeypatch.setattr(progress, "spoken", lambda: "zh")
    monkeypatch.setattr(sys, "stderr", Terminal())
    with progress.pages("报告.pdf", quiet=False) as tell:
        tell(3, 12)
        assert "第 3 页，共 12 页" in sys.stderr.getvalue()
    assert sys.stderr.getvalue().endswith("\r\x1b[2K")
    with progress.pages("报告.pdf", quiet=True) as tell:
        assert tell is None
