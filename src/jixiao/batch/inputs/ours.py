"""Our own results (结果): they lie where users put them, often beside the reports, and are none."""

from __future__ import annotations

from pathlib import Path

# How the files begin by which these folders are known, whether a run in them was finished or broken off.
_MARKS = (("run.json", b'{\n  "schema": "jixiao.run/'), ("journal.bin", b"jixiao journal "))


def is_ours(folder: Path) -> bool:
    """Whether results of an audit stand in a folder."""
    return any(_begins(folder / name, mark) for name, mark in _MARKS)


def _begins(path: Path, mark: bytes) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(mark)) == mark
    except OSError:
        return False
