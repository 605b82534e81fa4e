"""Store (台账库): a folder of checked records as typed Parquet, and the manifest that says which files are in force."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from jixiao.model.proof import Source
from jixiao.records.running import left_behind

MANIFEST = "manifest.json"
REFUSED = "refused.csv"
_FORM = 1  # of the manifest
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Store:
    """The record tables and bases in force, and the files that they were read from."""

    folder: Path
    generation: int
    tables: Mapping[str, Path]
    bases: Mapping[str, Path]
    sources: tuple[Source, ...]
    made: str  # when, 2024-03-01 10:00:00
    note: str = ""  # what became of a later run that did not end well; nothing where all is well


def open_store(folder: Path) -> Store:
    """The store of a folder. ValueError says what is missing or changed, OSError what cannot be read."""
    try:
        data = json.loads((folder / MANIFEST).read_text("utf-8"))
        form, hashes = data["form"], {**data["tables"], **data["bases"]}
        found = Store(
            folder=folder,
            generation=int(data["generation"]),
            tables={name: folder / one["file"] for name, one in data["tables"].items()},
            bases={name: folder / one["file"] for name, one in data["bases"].items()},
            sources=tuple(Source(**one) for one in data["sources"]),
            made=str(data["made"]),
            note=left_behind(folder),
        )
    except FileNotFoundError as error:
        raise ValueError(
            "里面没有台账库（缺 manifest.json）。请先运行 jixiao records check 台账 --store 文件夹。"
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError("manifest.json 已损坏或被改动。请重新运行 jixiao records check --store。") from error
    if form != _FORM:
        raise ValueError("这个库由另一版本的 jixiao 建立。请重新运行 jixiao records check --store。")
    for name, path in {**found.tables, **found.bases}.items():
        if not path.exists():
            raise ValueError(f"少了文件 {path.name}。请重新运行 jixiao records check --store。")
        if digest(path) != hashes[name]["sha256"]:
            raise ValueError(
                f"文件 {path.name} 与建库时不同，已损坏或被改动。请重新运行 jixiao records check --store。"
            )
    return found


def publish(store: Store) -> None:
    """Writes the manifest in one step: from now on these files are in force, and older ones are cleared away."""
    data: dict[str, Any] = {
        "form": _FORM,
        "generation": store.generation,
        "made": store.made,
        "tables": {name: _entry(path) for name, path in store.tables.items()},
        "bases": {name: _entry(path) for name, path in store.bases.items()},
        "sources": [asdict(source) for source in store.sources],
    }
    fresh = store.folder / f"{MANIFEST}.new"
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(data, file, ensure_ascii=False, indent=2)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(store.folder / MANIFEST)
    clear(store)


def clear(store: Store) -> None:
    """Files of other generations, from earlier runs or from those that did not end."""
    mine = {*store.tables.values(), *store.bases.values()}
    for path in store.folder.glob("*.parquet"):
        if path not in mine:
            path.unlink(missing_ok=True)


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()


def _entry(path: Path) -> dict[str, str]:
    return {"file": path.name, "sha256": digest(path)}
