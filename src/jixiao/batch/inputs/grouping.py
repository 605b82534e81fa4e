"""Which files are one report (同一份报告的几个文件): those in one folder, or of one unit by their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from jixiao.batch.inputs.found import Found, suffix_of
from jixiao.batch.inputs.stems import is_part_folder, named


@dataclass(frozen=True, slots=True)
class Group:
    """The files of one report, and how the report is called."""

    name: str
    files: tuple[Found, ...]


def one_group(found: Sequence[Found]) -> Group:
    """Files that the user says are one report."""
    first = found[0].name
    return Group(first if len(found) == 1 else f"{first} 等{len(found)}个文件", tuple(found))


def groups(found: Iterable[Found]) -> Iterator[Group]:
    """The reports in some files: a folder is one, unless the names in it are of several units.

    Folders like 附件 belong to the folder above them. A file whose name says nothing, among those of several units, is a
    report of its own: it is not guessed whose it is.
    """
    homes: dict[str, list[Found]] = {}
    for one in found:
        homes.setdefault(_home(one.folder), []).append(one)
    for home, files in sorted(homes.items()):
        yield from _in(home, files)


def _home(folder: str) -> str:
    parts = PurePosixPath(folder).parts
    while len(parts) > 1 and is_part_folder(parts[-1].removesuffix(suffix_of(parts[-1]))):
        parts = parts[:-1]
    return "/".join(parts)


def _in(home: str, files: Sequence[Found]) -> Iterator[Group]:
    keys = {one.name: named(one.name) for one in files}
    units = {key for key in keys.values() if key}
    if home and len(units) <= 1:
        yield Group(home if len(files) > 1 else files[0].name, tuple(files))
        return
    by_key: dict[str, list[Found]] = {}
    for one in files:
        by_key.setdefault(keys[one.name] or f"\0{one.name}", []).append(one)
    for key, held in by_key.items():
        if len(held) == 1:
            yield Group(held[0].name, tuple(held))
        else:
            yield Group(f"{home}/{key}".lstrip("/"), tuple(held))
