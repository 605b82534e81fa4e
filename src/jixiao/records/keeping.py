"""Keeping (入库): reads all inputs, checks every row, and puts what is right into a store, whole or not at all."""

from __future__ import annotations

import errno
import shutil
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from jixiao.model.proof import Source
from jixiao.records import sources
from jixiao.records.checking.recognising import recognised
from jixiao.records.checking.refused import CREATE
from jixiao.records.checking.rows import checked
from jixiao.records.database import attach, bases, connect, quoted
from jixiao.records.running import Busy, running
from jixiao.records.store import MANIFEST, REFUSED, Store, open_store, publish
from jixiao.records.trouble import Trouble
from jixiao.records.versions import merge

_SCRATCH = ".work-"
_MOST = 100_000  # mistakes told one by one
_TOLD = "file, tbl, row, column, value, problem, fix, problem_en, fix_en"
_HEADS = ("文件", "表", "行", "列", "值", "问题", "怎么改")
Tell = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Kept:
    """What a run kept, and every mistake that it met; no store where nothing could be kept."""

    store: Store | None
    problems: Sequence[Trouble]


def keep(inputs: Sequence[str], folder: Path, *, tell: Tell | None = None) -> Kept:
    """Checks files, folders and databases and keeps them as the store of a folder.

    Rows with mistakes are left out and told. Where a whole file cannot be read, the store that there was stays as it
    is; a new one is made of the rest. A disk that fills, a killed process: the store that there was stays.
    """
    try:
        with running(folder) as say:
            kept = _kept(inputs, folder, tell)
            if kept.store and kept.store.note:
                say(kept.store.note)
            return kept
    except Busy:
        return Kept(None, [_BUSY])
    except (OSError, duckdb.Error) as error:
        if not _of_the_machine(error):
            raise
        return Kept(None, [_full(error)])


def _kept(inputs: Sequence[str], folder: Path, tell: Tell | None) -> Kept:
    for left in folder.glob(f"{_SCRATCH}*"):  # of a run that was killed
        shutil.rmtree(left, ignore_errors=True)
    earlier = _earlier(folder)
    generation = earlier.generation + 1 if earlier else 1
    with TemporaryDirectory(prefix=_SCRATCH, dir=folder) as name, connect(scratch=Path(name)) as connection:
        scratch = Path(name)
        connection.execute(CREATE)
        connection.execute("SET preserve_insertion_order = true")  # rows are numbered as they stand in their file
        parts, read, problems = _read(connection, inputs, scratch, tell)
        found = [*problems, *_refused(connection)]
        if not parts or (earlier and any(one.fatal for one in problems)):
            return Kept(earlier and replace(earlier, note=_STAYS), found)
        tables, gone = {}, defaultdict[tuple[str, str], int](int)
        for table in sorted(parts):
            fresh = scratch / f"{table}.{generation}.parquet"
            for file, many in merge(connection, table, parts[table], fresh).items():
                gone[table, file] = many
            tables[table] = fresh
        told = tuple(replace(one, replaced=gone[one.table, one.name]) for one in read)
        made = f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S}"
        fresh_bases = _derived(tables, scratch, generation)
        moved = [{name: _moved(path, folder) for name, path in one.items()} for one in (tables, fresh_bases)]
        _write_refused(connection, scratch).replace(folder / REFUSED)
        store = Store(folder, generation, moved[0], moved[1], told, made)
        publish(store)
    return Kept(store, found)


def _read(
    connection: duckdb.DuckDBPyConnection, inputs: Sequence[str], scratch: Path, tell: Tell | None
) -> tuple[dict[str, list[str]], list[Source], list[Trouble]]:
    """The checked parts of each table as names in the database, what was read, and what could not be."""
    parts, read, problems = defaultdict[str, list[str]](list), list[Source](), list[Trouble]()
    for raw in sources.read(connection, inputs, scratch, tell):
        if isinstance(raw, Trouble):
            problems.append(raw)
            continue
        match = recognised(raw)
        if isinstance(match, Trouble):
            problems.append(match)
            continue
        part = f"part_{len(read)}"
        result = checked(connection, raw, match, part, scratch)
        parts[match.table.id].append(part)
        read.append(Source(match.table.id, raw.name, raw.sha256, result.read, result.refused, 0))
    return dict(parts), read, problems


def _derived(tables: dict[str, Path], scratch: Path, generation: int) -> dict[str, Path]:
    """The bases over the new tables, computed once for all who ask."""
    found = {}
    with connect(scratch=scratch) as connection:
        attach(connection, tables)
        for name in bases():
            found[name] = scratch / f"base.{name}.{generation}.parquet"
            connection.execute(f"COPY {name} TO {quoted(str(found[name]))} (FORMAT parquet, COMPRESSION zstd)")
    return found


def _moved(path: Path, folder: Path) -> Path:
    return path.rename(folder / path.name)


def _earlier(folder: Path) -> Store | None:
    """The store in force, also where its files were changed: then it is to be replaced."""
    if not (folder / MANIFEST).exists():
        return None
    try:
        return open_store(folder)
    except (OSError, ValueError):
        return None


def _refused(connection: duckdb.DuckDBPyConnection) -> list[Trouble]:
    """The first mistakes, in the order of the files; all of them are in refused.csv."""
    told = connection.execute(
        f'SELECT {_quoted(_TOLD)} FROM refused ORDER BY file, tbl, "row" LIMIT {_MOST}'
    ).fetchall()
    return [Trouble(*row) for row in told]


def _write_refused(connection: duckdb.DuckDBPyConnection, scratch: Path) -> Path:
    """The rows kept aside as a table that Excel opens."""
    path = scratch / REFUSED
    columns = ", ".join(
        f'"{name}" AS "{head}"' for name, head in zip(_TOLD.split(", "), _HEADS, strict=False)
    )  # fmt: skip
    connection.execute(
        f'COPY (SELECT {columns} FROM refused ORDER BY file, tbl, "row") TO {quoted(str(path))} (FORMAT csv, HEADER)'
    )
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    return path


def _quoted(names: str) -> str:
    return ", ".join(f'"{name}"' for name in names.split(", "))


def _of_the_machine(error: OSError | duckdb.Error) -> bool:
    """Whether the disk or the memory is at fault, and not what was read."""
    if isinstance(error, duckdb.Error):
        return isinstance(error, duckdb.IOException | duckdb.OutOfMemoryException)
    return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EACCES, errno.EROFS, errno.EIO)


def _full(error: OSError | duckdb.Error) -> Trouble:
    return Trouble(
        "", "", None, "", "",
        f"入库没有完成：磁盘写不下、没有写权限或内存不够（{' '.join(str(error).split())[:200]}）。",
        "已有的台账库没有改动；腾出空间后重新运行。",
        "Nothing was kept: the disk is full or cannot be written, or memory ran out.",
        "The store that there was is unchanged; free some space and run again.", fatal=True,
    )  # fmt: skip


_STAYS = "有文件没有读出，修好或移走该文件后重新运行"
_BUSY = Trouble(
    "", "", None, "", "", "另一次入库正在写这个台账库。", "等它结束后再运行，或换一个文件夹。",
    "Another run is filling this store.", "Run again when it has ended, or name another folder.", fatal=True,
)  # fmt: skip
