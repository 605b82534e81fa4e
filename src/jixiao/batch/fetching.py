"""取文件: the files of a report that lie in an object store or on a cluster, brought to this machine to be read."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from jixiao.batch.work import Task
from jixiao.readers.limits import SCAN_BYTES
from jixiao.readers.notes import note

_PIECE = 1 << 20
_BARE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")


def is_remote(address: str) -> bool:
    """Whether a path is an address (s3://…, hdfs://…, gs://…, file://…)."""
    return "://" in address


def store_of(address: str) -> tuple[Any, str]:
    """The store of an address and the path in it; ImportError where the extra is missing, OSError or ValueError else."""
    from pyarrow.fs import FileSystem  # noqa: PLC0415 - only where something is far away

    base, mark, options = address.partition("?")
    encoded = quote(_BARE_PERCENT.sub("%25", base), safe=":/@%+")  # people write names as they are
    found: tuple[Any, str] = FileSystem.from_uri(encoded + mark + options)
    return found


def fetched(task: Task, folder: str) -> Task:
    """The task with its files in a folder of this machine; one that cannot be had says why instead."""
    item = task.item
    if not any(is_remote(path) for _, path in item.files):
        return task
    Path(folder).mkdir()
    files = []
    for number, (name, address) in enumerate(item.files):
        path = Path(folder) / f"{number}{PurePosixPath(name).suffix}"
        try:
            _copy(address, path)
        except (ImportError, OSError, ValueError) as error:
            why = note("unopened", fatal=True, why=type(error).__name__)  # its words may name machines
            return replace(task, item=replace(item, files=(), unread=why))
        files.append((name, str(path)))
    return replace(task, item=replace(item, files=tuple(files)))


def _copy(address: str, path: Path) -> None:
    """No more than the readers would take, and one byte, so that they see that it is too much."""
    store, inside = store_of(address)
    left = SCAN_BYTES + 1
    with store.open_input_stream(inside) as source, path.open("wb") as target:
        while left > 0 and (piece := source.read(min(_PIECE, left))):
            target.write(piece)
            left -= len(piece)
