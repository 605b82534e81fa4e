"""认出: earlier reports by the contents of their files, for reports that have another name or place now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from jixiao.batch.result import Result

_DIGEST = 64  # characters of a SHA-256; files too large to be hashed have something else
Spot = tuple[int, int]  # where a line begins, and how long it is


@dataclass(slots=True)
class ByContents:
    """The lines of a batch, found by the hashes of all files of a report. They are looked through when first asked for."""

    path: Path
    _spots: dict[str, Spot | None] | None = None  # None: several reports have these contents

    def find(self, result: Result) -> Result | None:
        """The one earlier report with the same files, whatever they were called."""
        wanted = _key(digest for _, digest in result.files)
        if self._spots is None:
            self._spots = self._looked()
        spot = self._spots.get(wanted) if wanted else None
        if spot is None:
            return None
        with self.path.open("rb") as file:
            file.seek(spot[0])
            return Result.of_line(file.read(spot[1]))

    def _looked(self) -> dict[str, Spot | None]:
        found: dict[str, Spot | None] = {}
        at = 0
        with self.path.open("rb") as file:
            for line in file:
                key = _key(digest for _, digest in _files(line))
                if key:
                    found[key] = None if key in found else (at, len(line))
                at += len(line)
        return found


def _files(line: bytes) -> tuple[tuple[str, str], ...]:
    """The files of a line with their hashes; none where it is damaged, which its reader will tell."""
    try:
        files: tuple[tuple[str, str], ...] = Result.about(line)["files"]
    except ValueError:
        return ()
    return files


def _key(digests: Iterable[str]) -> str:
    held = sorted(digests)
    return " ".join(held) if all(len(one) == _DIGEST for one in held) else ""
