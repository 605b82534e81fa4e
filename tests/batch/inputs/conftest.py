"""A folder of inputs, and what is found in it."""

from __future__ import annotations

import faulthandler
from pathlib import Path

import pytest

from jixiao.batch.inputs import Skipped, items
from jixiao.batch.item import Item


class Inputs:
    """A folder to put files into, and the items that come out of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "来件"
        self.spool = folder / "结果" / ".spool"
        self.folder.mkdir()
        self.spool.mkdir(parents=True)
        self.skipped: list[Skipped] = []

    def put(self, name: str, data: bytes | str = "自评报告") -> Path:
        """A file in the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    def items(self, *paths: Path, together: bool = False) -> list[Item]:
        """The items of some paths, of the whole folder without any."""
        given = [str(path) for path in paths or (self.folder,)]
        return list(items(given, spool=self.spool, together=together, tell=self.skipped.append))

    def names(self, *paths: Path, together: bool = False) -> list[str]:
        """Their names."""
        return [item.name for item in self.items(*paths, together=together)]

    def contents(self, *paths: Path) -> dict[str, bytes | str]:
        """What stands in each item, or the code of the note that says why nothing does."""
        return {
            item.name: item.unread.code if item.unread else Path(item.files[0][1]).read_bytes()
            for item in self.items(*paths)
        }


@pytest.fixture(autouse=True)
def _no_watchdog() -> None:
    """The thread with which pytest watches for hangs would make every child start from a server, which takes longer."""
    faulthandler.cancel_dump_traceback_later()


@pytest.fixture
def inputs(tmp_path: Path) -> Inputs:
    return Inputs(tmp_path)
