"""Folder (文件夹): every file in it and below, in the order of their names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from pathspec import GitIgnoreSpec

from jixiao.batch.inputs.clutter import clutter
from jixiao.batch.inputs.found import Found, tidy
from jixiao.batch.inputs.ignored import NAME, ignored
from jixiao.batch.inputs.ours import is_ours
from jixiao.batch.inputs.told import Tell, not_input, skipped

_DEEPEST = 60  # folders in folders; our own choice


def files(folder: Path, tell: Tell, without: Path | None = None) -> Iterator[Found]:
    """The files of a folder by name; what is no report is told and left out. Links to folders are not followed.

    ``without``: a folder that is passed over, since it holds our own results.
    """
    try:
        os.scandir(folder).close()
    except OSError as error:
        raise not_input("folder_closed", name=str(folder)) from error
    own = without.resolve() if without else None
    yield from _Walk(ignored(folder), tell, own).below(folder.resolve(), "", _DEEPEST)


class _Walk:
    def __init__(self, unwanted: GitIgnoreSpec, tell: Tell, own: Path | None) -> None:
        self._unwanted, self._tell, self._own = unwanted, tell, str(own)

    def below(self, folder: Path, prefix: str, deeper: int) -> Iterator[Found]:
        try:
            with os.scandir(folder) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            self._tell(skipped(prefix.rstrip("/"), "folder_closed", name=prefix.rstrip("/")))
            return
        for entry in listed:
            name = tidy(prefix + entry.name)
            is_folder = entry.is_dir(follow_symlinks=False)
            if entry.name == NAME or entry.path == self._own:
                continue
            if why := self._left_out(entry, name, deeper):
                self._tell(skipped(name, why))
            elif (reason := clutter(name, folder=is_folder)) is not None:
                self._tell(reason)
            elif is_folder:
                yield from self.below(Path(entry.path), f"{prefix}{entry.name}/", deeper - 1)
            else:
                yield Found(name, entry.path)

    def _left_out(self, entry: os.DirEntry[str], name: str, deeper: int) -> str:
        """The reason for which an entry is passed over, "" for none."""
        if self._unwanted.match_file(name + "/" * entry.is_dir(follow_symlinks=False)):
            return "ignored"
        if entry.is_dir():
            if entry.is_symlink() or not deeper:
                return "folder_link"
            return "results" if is_ours(Path(entry.path)) else ""
        return "" if entry.is_file() or entry.is_symlink() else "special_file"
