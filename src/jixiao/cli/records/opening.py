"""The records that a verb works on: a store that was kept, or files that are checked and kept for as long as it runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from jixiao.cli.front import complain
from jixiao.cli.problem import UNREADABLE, Problem
from jixiao.cli.records.bar import bar
from jixiao.records.keeping import keep
from jixiao.records.store import MANIFEST, Store, open_store


@contextmanager
def opened(paths: Sequence[str], lang: str, *, quiet: bool) -> Iterator[Store]:
    """The store of a folder; of anything else one that is gone afterwards."""
    if is_store(paths):
        store = _open(paths[0])
        if store.note:
            complain(store.note, lang)
        yield store
        return
    there(paths)
    with TemporaryDirectory(prefix="jixiao-records-") as folder:
        with bar(lang, quiet=quiet) as tell:
            kept = keep(paths, Path(folder), tell=tell)
        if kept.store is None or not kept.store.tables:
            first = kept.problems[0] if kept.problems else None
            raise nothing(paths, f"{first.file}：{first.problem}" if first else "")
        if kept.problems:
            complain(_refused(len(kept.problems), paths, lang), lang)
        yield kept.store


def is_store(paths: Sequence[str]) -> bool:
    """Whether one folder is given and it is a store."""
    return len(paths) == 1 and (Path(paths[0]) / MANIFEST).exists()


def named(paths: Sequence[str]) -> str:
    """How a result calls what it was computed from; an address of a database without its password."""
    return "、".join(Path(path).name if "://" not in path else path.rsplit("@", 1)[-1] for path in paths)


def there(paths: Sequence[str]) -> None:
    """Every input that is a path is there."""
    for path in paths:
        if "://" not in path and not Path(path).exists():
            raise Problem(
                f"没有“{path}”。请写台账文件、文件夹，或 jixiao records check --store 建的库。",
                f"There is no “{path}”: name files of records, a folder, or a store made by jixiao records check --store.",
                UNREADABLE,
            )


def nothing(paths: Sequence[str], why: str) -> Problem:
    """No table at all was read."""
    what, more = named(paths), why and f"{why} "
    return Problem(
        f"“{what}”里没有读到任何台账。{more}jixiao records describe 列出能读的表和列名。",
        f"No records were read from “{what}”. {more}jixiao records describe lists the tables that are read.",
        UNREADABLE,
    )


def _open(path: str) -> Store:
    try:
        return open_store(Path(path))
    except (OSError, ValueError) as error:
        raise Problem(
            f"“{path}”打不开：{error}", f"“{path}” cannot be opened: {error}", UNREADABLE,
        ) from error  # fmt: skip


def _refused(many: int, paths: Sequence[str], lang: str) -> str:
    files = " ".join(paths)
    return (
        f"{many:,} problems were found and the rows concerned left out; see jixiao records check {files}"
        if lang == "en"
        else f"发现 {many:,} 处问题，有问题的行没有计入；运行 jixiao records check {files} 查看。"
    )
