"""来源: what a part of this program is made of: its module, all that these import, the data they name, and other people's packages."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import packages_distributions, version
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PACKAGE = "jixiao"
_READERS = frozenset({"jixiao.rules._data", "jixiao.law", "jixiao.forms"})  # they read what others name
_DATA_READERS = ("data", "words_of")  # of rules/_data: their first argument names a file of rules/data
_WORDS = frozenset({"pattern", "words", "groups"})  # of jixiao.law: they read law/words


def modules(folder: str) -> list[str]:
    """The modules of a folder, by their names."""
    return sorted(_name(path) for path in (ROOT / folder).rglob("*.py"))


@cache
def files(folder: str) -> tuple[Path, ...]:
    """The data files of a folder."""
    return tuple(sorted((ROOT / folder).rglob("*.yaml")))


def closure(names: Iterable[str]) -> frozenset[str]:
    """Modules with all of ours that they import, and these again, wherever in them the import stands."""
    found: set[str] = set()
    due = list(names)
    while due:
        name = due.pop()
        if name not in found:
            found.add(name)
            due += _facts(name).ours
    return frozenset(found)


def digest(names: Iterable[str], more: Iterable[Path] = ()) -> str:
    """A hash over modules, the data that they name and more files, the packages that they use, and Python itself."""
    facts = [_facts(name) for name in set(names)]
    paths = {fact.path for fact in facts}.union(more, *(fact.data for fact in facts))
    packages = set[str]().union(*(fact.others for fact in facts))
    made = [".".join(map(str, sys.version_info[:2])), *sorted(map(_hash, paths)), *sorted(map(_version, packages))]
    return sha256("\n".join(made).encode()).hexdigest()


@dataclass(frozen=True)
class _Facts:
    """What is to be known of a module: where it is, what it imports (of ours, of others), which data it names."""

    path: Path
    ours: frozenset[str]
    others: frozenset[str]
    data: frozenset[Path]


@cache
def _facts(name: str) -> _Facts:
    path = _path(name)
    if path is None:
        raise ValueError(name)
    ours: set[str] = set()
    others: set[str] = set()
    data: set[Path] = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for target in _targets(node):
                if target.split(".")[0] == _PACKAGE:
                    ours |= set(_with_packages(target))
                elif target.split(".")[0] not in sys.stdlib_module_names:
                    others.add(target.split(".")[0])
        data |= set(_data(name, node))
    return _Facts(path, frozenset(ours), frozenset(others), frozenset(data))


def _targets(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [f"{node.module}.{alias.name}" for alias in node.names]


def _data(name: str, node: ast.AST) -> Iterable[Path]:
    """The data behind one call or import.

    A file of rules/data is named by the first argument; where that is worked out, all of them may be meant. Values of the
    law are no files here: which of them a rule reads is noted when it does (noting.py).
    """
    if name in _READERS:
        return ()
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _DATA_READERS:
        first = node.args[0] if node.args else None
        return (
            [ROOT / f"rules/data/{first.value}.yaml"]
            if isinstance(first, ast.Constant) and isinstance(first.value, str)
            else files("rules/data")
        )
    if isinstance(node, ast.ImportFrom) and node.module:
        names = {alias.name for alias in node.names}
        if (node.module.startswith(f"{_PACKAGE}.law") and _WORDS & names) or (
            node.module == _PACKAGE and "law" in names
        ):
            return files("law/words")
        if node.module.startswith(f"{_PACKAGE}.forms"):
            return files("forms")
    return ()


def _with_packages(target: str) -> Iterator[str]:
    """The module that an imported name is or stands in, and the packages around it, without our front door."""
    parts = target.split(".")
    for length in range(2, len(parts) + 1):
        name = ".".join(parts[:length])
        if _path(name):
            yield name


@cache
def _path(name: str) -> Path | None:
    base = ROOT.joinpath(*name.split(".")[1:])
    return next((path for path in (base.with_suffix(".py"), base / "__init__.py") if path.is_file()), None)


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join((_PACKAGE, *(parts[:-1] if parts[-1] == "__init__" else parts)))


@cache
def _hash(path: Path) -> str:
    return f"{path.relative_to(ROOT).as_posix()} {sha256(path.read_bytes()).hexdigest()}"


@cache
def _version(package: str) -> str:
    return " ".join(f"{name} {version(name)}" for name in sorted(set(_distributions().get(package, ()))))


@cache
def _distributions() -> dict[str, list[str]]:
    return {name: list(found) for name, found in packages_distributions().items()}
