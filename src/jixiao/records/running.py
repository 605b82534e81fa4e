"""Running (运行标记): a run that fills a store says that it has begun, so that the next one knows if it did not end."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from io import IOBase
from pathlib import Path

MARK = "running.json"
_LOCK = ".lock"


class Busy(Exception):  # noqa: N818 - said to the user in the command line's words
    """Another run fills this store at this moment."""


@contextmanager
def running(folder: Path) -> Iterator[Callable[[str], None]]:
    """Marks the folder for as long as a run lasts; Busy where another one is at work.

    What the run says of itself (it is given a function for that) or an exception stays written in the mark, a killed
    process leaves it as it began: ``left_behind`` tells each.
    """
    why = list[str]()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / _LOCK).open("a") as lock:
        if not _locked(lock):
            raise Busy
        _mark(folder, "")
        try:
            yield why.append
        except BaseException as error:
            _mark(folder, _words(error))
            raise
        if why:
            _mark(folder, why[-1])
        else:
            (folder / MARK).unlink(missing_ok=True)


def left_behind(folder: Path) -> str:
    """A sentence about a run that did not end well; nothing where there is none."""
    try:
        data = json.loads((folder / MARK).read_text("utf-8"))
        begun, why = str(data["begun"]), str(data["why"])
    except FileNotFoundError:
        return ""
    except (OSError, ValueError, KeyError, TypeError):
        begun, why = "不明", ""
    if not why and _at_work(folder):
        return f"另一次入库正在进行（开始于 {begun}），这里用的是它之前的结果。"
    how = why or "进程被终止或机器断电"
    return f"上次入库（开始于 {begun}）没有完成：{how}。现用的是它之前的结果，没有被改动。"


def _mark(folder: Path, why: str) -> None:
    """A disk that is full takes no mark either: the run goes on or ends without it."""
    begun = f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S}"
    path = folder / MARK
    try:
        if why:
            begun = json.loads(path.read_text("utf-8"))["begun"]
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps({"begun": begun, "why": why, "process": os.getpid()}, ensure_ascii=False), "utf-8")
        fresh.replace(path)
    except (OSError, ValueError, KeyError):
        return


def _words(error: BaseException) -> str:
    if isinstance(error, KeyboardInterrupt):
        return "被用户中断"
    return " ".join(str(error).split())[:300] or type(error).__name__


def _at_work(folder: Path) -> bool:
    with (folder / _LOCK).open("a") as lock:
        return not _locked(lock)


def _locked(file: IOBase) -> bool:
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock  # noqa: PLC0415 - not on Windows, where a second run is not noticed
    except ImportError:
        return True
    try:
        flock(file.fileno(), LOCK_EX | LOCK_NB)
    except OSError:
        return False
    return True
