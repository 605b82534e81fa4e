"""Results are put in place whole: written in a folder beside, waited for until they are on the disk, then moved."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

NEW, OLD = ".new", ".old"
SPOOL = ".spool"  # where bundles are unpacked to while a run lasts
_PIECE = 1 << 20


@contextmanager
def scratch(folder: Path, name: str) -> Iterator[Path]:
    """An empty folder inside a folder, for as long as it is needed; what a killed run has left of it goes first."""
    made = folder / name
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir()
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def contents(folder: Path) -> dict[str, dict[str, Any]]:
    """Every file in a folder, those of sub-folders left out, with its size and hash."""
    files = (path for path in sorted(folder.iterdir()) if path.is_file())
    return {path.name: {"bytes": path.stat().st_size, "sha256": _hash(path)} for path in files}


def place(new: Path, folder: Path) -> None:
    """Moves all that stands in ``new`` into the folder, each file or sub-folder in one step.

    The disk is waited for with files only: what is in sub-folders are pages by the thousand, which are made again in no time.
    """
    for path in new.iterdir():
        if path.is_file():
            _settle(path)
    with scratch(folder, OLD) as old:
        for path in sorted(new.iterdir()):
            target = folder / path.name
            if target.is_dir():
                target.rename(old / path.name)
            path.replace(target)


def _settle(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        found = sha256()
        while piece := file.read(_PIECE):
            found.update(piece)
    return found.hexdigest()
