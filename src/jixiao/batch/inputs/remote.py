"""远程输入: a folder of an object store or of a cluster's file system, or a Parquet table that lists files there.

The driver only lists: contents are told apart by address, size and time, and fetched where they are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import quote

from jixiao.batch.fetching import is_remote, store_of
from jixiao.batch.inputs.clutter import clutter
from jixiao.batch.inputs.found import Names, tidy
from jixiao.batch.inputs.told import NotInput, Tell, not_input
from jixiao.batch.item import Item

TABLE = ".parquet"
_PATH, _NAME, _UNIT = (
    ("path", "address", "uri", "路径", "地址"),
    ("name", "名称", "文件名"),
    ("unit", "单位", "单位名称"),
)


def items(address: str, tell: Tell) -> Iterator[Item]:
    """The reports below an address, or those that a table there names, in the order of their names."""
    try:
        found = _table(address) if address.endswith(TABLE) else _folder(address, tell)
        yield from found
    except NotInput:
        raise
    except ImportError as error:
        raise not_input("remote_extra") from error
    except (OSError, ValueError) as error:
        raise not_input("remote_closed", name=address, why=type(error).__name__) from error


def _folder(address: str, tell: Tell) -> list[Item]:
    from pyarrow.fs import FileSelector, FileType  # noqa: PLC0415 - store_of says where it is missing

    store, root = store_of(address)
    base, mark, options = address.partition("?")  # s3://bucket/2023?region=…
    names, found = Names(), []
    for entry in sorted(store.get_file_info(FileSelector(root, recursive=True)), key=lambda one: one.path):
        if entry.type != FileType.File:
            continue
        name = tidy(str(PurePosixPath(entry.path).relative_to(root)))
        if (why := clutter(name)) is not None:
            tell(why)
            continue
        path = f"{base.rstrip('/')}/{quote(entry.path.removeprefix(root).lstrip('/'))}{mark}{options}"
        identity = f"{path} {entry.size} {entry.mtime_ns}"
        found.append(Item(names.once(name), ((name, path),), identity=identity))
    return found


def _table(address: str) -> list[Item]:
    """The rows of a table: a column of paths or addresses; a name, a unit and whatever else may stand beside it."""
    from pyarrow import parquet  # noqa: PLC0415 - store_of says where it is missing

    store, path = store_of(address)
    with store.open_input_file(path) as file:
        table = parquet.read_table(file)
    column = {key: next((name for name in names if name in table.column_names), "") for key, names in
              (("path", _PATH), ("name", _NAME), ("unit", _UNIT))}  # fmt: skip
    if not column["path"]:
        raise not_input("remote_columns", name=address)
    names, found = Names(), []
    for row in table.to_pylist():
        path = str(row[column["path"]] or "")
        name = tidy(str(row.get(column["name"]) or PurePosixPath(path).name))
        # Whatever the table says of a file (size, time, version) tells whether it is still the same one.
        identity = " ".join(f"{key}={value}" for key, value in sorted(row.items())) if is_remote(path) else ""
        unit = str(row.get(column["unit"]) or "").strip()
        found.append(Item(names.once(name), ((name, path),), unit, identity=identity))
    return sorted(found, key=lambda item: item.name)
