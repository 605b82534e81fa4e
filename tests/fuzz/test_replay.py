"""What fuzzing found once stays mended, and what it begins with is sound."""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path

import pytest

from fuzz.seeds import seeds
from fuzz.targets import TARGETS

KEPT = Path(__file__).parents[2] / "fuzz" / "kept"
FOUND = sorted(KEPT.glob("*/*.b64"))  # in letters: the files of this project are text


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_was_found_is_mended(path):
    TARGETS[path.parent.name](b64decode(path.read_text("ascii")))


@pytest.mark.parametrize("name", sorted(set(TARGETS) - {"anything"}))
def test_seeds_are_sound(name):
    tried = 0
    for data in seeds(name):
        TARGETS[name](data)
        tried += 1
    assert tried


def test_a_target_can_fail(monkeypatch):
    """A reader that raises is heard: no net of ours stands between it and the fuzzer."""
    from jixiao.readers.txt import file

    def broken(_lines):
        raise ZeroDivisionError

    monkeypatch.setattr(file, "lines_of", broken)
    with pytest.raises(ZeroDivisionError):
        TARGETS["txt"]("支出".encode() * 10)
