""".jixiaoignore (忽略清单): patterns of files that the user wants left out, in the manner of .gitignore."""

from __future__ import annotations

from pathlib import Path

from pathspec import GitIgnoreSpec

from jixiao.readers.common.decoding import decoded

NAME = ".jixiaoignore"
_MOST = 1 << 20  # bytes of such a file; our own choice


def ignored(folder: Path) -> GitIgnoreSpec:
    """The patterns in a folder; none where there is no such file or it cannot be read."""
    try:
        with (folder / NAME).open("rb") as file:
            text, _ = decoded(file.read(_MOST))
    except OSError:
        text = ""
    return GitIgnoreSpec.from_lines(_sound(text.splitlines()))


def _sound(lines: list[str]) -> list[str]:
    """The lines that are patterns; a broken one must not make all of them void."""
    kept = []
    for line in lines:
        try:
            GitIgnoreSpec.from_lines([line])
        except ValueError:
            continue
        kept.append(line)
    return kept
