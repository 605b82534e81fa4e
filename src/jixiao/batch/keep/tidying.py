"""查库、清库: what a store holds, whether it is whole, and what of it is still of use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jixiao.batch.keep import made
from jixiao.batch.keep.frames import Frame
from jixiao.batch.keep.packs import INDEX, Pack, lock
from jixiao.batch.keep.states import FOLDER, since, state_of
from jixiao.batch.keep.store import Shelf, Store
from jixiao.law import DEFAULT


@dataclass(frozen=True, slots=True)
class Survey:
    """``reports`` that are audited again without their files; records that are whole, out of date, damaged; bytes."""

    reports: int
    records: int
    stale: int
    damaged: int
    size: int


def is_store(folder: Path) -> bool:
    """Whether a folder is one that ``--keep`` made."""
    return (folder / "packs").is_dir() and (folder / FOLDER).is_dir()


def survey(folder: Path) -> Survey:
    """Reads every record of a store and holds it against its checksum."""
    reports = records = stale = damaged = 0
    for _, _, one in _records(Shelf(folder)):
        if one is None:
            damaged += 1
            continue
        records += 1
        stale += not _usable(folder, one)
        reports += one.made in made.documents()
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return Survey(reports, records, stale, damaged, size)


def clean(folder: Path) -> int:
    """Writes what is of use into new packs and takes the old ones away; says how many bytes that saved.

    A pack that somebody is writing stays as it is. Whoever reads meanwhile finds a record in the old pack or in the new.
    """
    before = survey(folder).size
    shelf = Shelf(folder)
    free = [pack for pack in shelf.packs if _is_free(pack)]
    best: dict[bytes, tuple[int, Pack, int]] = {}
    for pack, start, one in _records(shelf):
        if one is not None and pack in free and _usable(folder, one):
            found = best.get(one.key)
            distance = _distance(folder, one)
            if found is None or distance < found[0]:
                best[one.key] = distance, pack, start
    used = {state_path.name for state_path in (folder / FOLDER).glob("*.json")}
    with Store(folder) as store:
        for _, pack, start in best.values():
            one = pack.at(start)
            if one is not None:
                store.copy(one)
                used.discard(f"{one.made.hex()}.json")
    for pack in free:
        pack.path.unlink()
        pack.path.with_suffix(INDEX).unlink(missing_ok=True)
    if len(free) == len(shelf.packs):
        for name in used - {f"{made.state().id.hex()}.json"}:
            (folder / FOLDER / name).unlink()
    return before - survey(folder).size


def _records(shelf: Shelf) -> Iterator[tuple[Pack, int, Frame | None]]:
    for pack in shelf.packs:
        for start in pack.starts():
            yield pack, start, pack.at(start)


def _usable(folder: Path, one: Frame) -> bool:
    return one.made in made.documents() or one.made == made.understood() or state_of(folder, one.made) is not None


def _distance(folder: Path, one: Frame) -> int:
    """How many rules would be run again for want of newer outcomes."""
    changed = since(folder, one.made, DEFAULT) if one.made not in made.documents() else None
    return len(changed.rules) if changed else 0


def _is_free(pack: Pack) -> bool:
    with pack.path.open("rb") as file:
        return lock(file)
