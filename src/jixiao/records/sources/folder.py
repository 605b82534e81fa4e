"""Folder (文件夹): all files of the inputs, each once, in a fixed order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from jixiao.records.sources.unreadable import fatal
from jixiao.records.trouble import Trouble

_STORE = "manifest.json"  # of a store that was put among its own sources
_DATA = frozenset(
    {".xls", ".et", ".ods", ".json", ".jsonl", ".xml", ".dbf", ".mdb", ".accdb", ".gz", ".zip", ".rar", ".7z"}
)


@dataclass(frozen=True, slots=True)
class Found:
    """A file, or the address of a database, and what the user knows it as."""

    where: Path | str
    name: str
    size: int

    def untold(self) -> Trouble:
        """What to do with a file of another kind."""
        return fatal(
            self.name, "这种文件不能作为台账读入", "另存为 .xlsx 或 .csv 后再读",
            "records cannot be read from this kind of file", "save it as .xlsx or .csv",
        )  # fmt: skip


def found(inputs: Sequence[str], endings: frozenset[str]) -> Iterator[Found]:
    """What is named by itself is always there; of folders, what has one of the endings, or could hold data all the same."""
    taken = set[str]()
    for text in inputs:
        if "://" in text:
            yield Found(text, address(text), 0)
            continue
        top = Path(text)
        for path in _inside(top, endings) if top.is_dir() else [top]:
            name = path.relative_to(top).as_posix() if top.is_dir() else path.name
            name = name if name not in taken else path.as_posix()
            taken.add(name)
            yield Found(path, name, path.stat().st_size if path.exists() else 0)


def address(text: str) -> str:
    """The address of a database without who asks and the password."""
    parts = urlsplit(text)
    host = parts.hostname or ""
    return f"{host}{parts.path}"


def _inside(top: Path, endings: frozenset[str]) -> Iterator[Path]:
    """Links to folders are not followed: they may lead round in a circle."""
    for place, folders, files in os.walk(top):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and not (Path(place) / name / _STORE).exists()
        )
        for name in sorted(files):
            ending = Path(name).suffix.lower()
            if not name.startswith((".", "~$")) and ending in endings | _DATA:
                yield Path(place) / name
