"""Puts the files of a package in place: all are on the disk beside their places before the first one is renamed."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from jixiao.cli.emit import why
from jixiao.cli.problem import Problem

_BEGIN, _END = ".jixiao-", ".part"
_STALE = 3600  # seconds after which a folder that a killed run left behind is removed
Files = Sequence[tuple[str, bytes]]


def place(files: Files, folder: str) -> None:
    """Writes every file into a folder of its own inside the target, waits for the disk, then renames one by one, in order.

    Whatever interrupts it, a file at its final name is the old one or the new one, whole.
    """
    target = Path(folder)
    try:
        target.mkdir(exist_ok=True)
        _sweep(target)
        waiting = Path(tempfile.mkdtemp(prefix=_BEGIN, suffix=_END, dir=target))
    except OSError as error:
        zh, en = why(error)
        raise Problem(f"写不了文件夹 {folder}：{zh}。", f"Cannot write into {folder}: {en}.") from error
    try:
        for number, (_, data) in enumerate(files):
            _write(waiting / str(number), data)
        _sync([waiting])
        _ready(target, files)
        for number, (path, _) in enumerate(files):
            (waiting / str(number)).replace(target / path)
        _sync({target, *((target / path).parent for path, _ in files)})
    except OSError as error:
        zh, en = why(error)
        raise Problem(
            f"写入 {folder} 时出错：{zh}。没有写了一半的文件；如果有文件正在 Word、Excel 中打开，请关闭后再写。",
            f"Writing into {folder} failed: {en}. No file is half written; close files that are open elsewhere.",
        ) from error
    finally:
        shutil.rmtree(waiting, ignore_errors=True)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _ready(target: Path, files: Files) -> None:
    """Makes the folders, and stops before anything is renamed where a place is taken by a folder."""
    for path, _ in files:
        place = target / path
        place.parent.mkdir(exist_ok=True)
        if place.is_dir():
            raise IsADirectoryError(str(place))


def _sync(folders: Iterable[Path]) -> None:
    """Waits until the names in the folders are on the disk, where the system can tell."""
    for folder in folders:
        try:
            handle = os.open(folder, os.O_RDONLY)
        except OSError:  # Windows opens no folders
            continue
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(target: Path) -> None:
    for left in target.glob(f"{_BEGIN}*{_END}"):
        if time.time() - left.stat().st_mtime > _STALE:
            shutil.rmtree(left, ignore_errors=True)
