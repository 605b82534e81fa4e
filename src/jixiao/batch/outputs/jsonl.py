"""``results.jsonl``: every result as its line, sorted by name."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from jixiao.batch.outputs import About
from jixiao.batch.result import Result

NAME = "results.jsonl"


class Output:
    """The lines one after the other."""

    def open(self, folder: Path, about: About) -> None:  # noqa: ARG002 - the lines speak for themselves
        """Begins the file."""
        self._file: BinaryIO = (folder / NAME).open("wb")

    def add(self, result: Result) -> None:
        """One line."""
        self._file.write(result.line())

    def close(self) -> None:
        """Ends the file."""
        self._file.close()
