"""Job (任务): how every report of a batch is audited; it travels to the workers with each report."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from jixiao.batch.canonical import canonical

_MADE_BY = (".py", ".yaml")


@dataclass(frozen=True, slots=True)
class Job:
    """The options of an audit; empty means what the report itself gives away, or all rules.

    ``pictures``: whether scans are read. ``keep`` is the folder of kept reports, or "".
    """

    pack: str = ""
    form: str = ""
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    lang: str = "zh"
    pictures: bool = True
    keep: str = ""

    @property
    def digest(self) -> str:
        """The same wherever the same report gives the same result: every option that changes it, and this program."""
        options = {name: value for name, value in asdict(self).items() if name != "keep"}
        return sha256(canonical({**options, "made_by": made_by()})).hexdigest()


@cache
def made_by() -> str:
    """A hash over every rule, pack, form and line of this program: whatever is changed makes it another one."""
    found = sha256()
    for name, data in _sources("", files("jixiao")):
        found.update(f"{name}\0{len(data)}\0".encode())
        found.update(data)
    return found.hexdigest()


def _sources(name: str, folder: Traversable) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        path = f"{name}/{entry.name}"
        if entry.is_dir():
            found += _sources(path, entry)
        elif entry.name.endswith(_MADE_BY):
            found.append((path, entry.read_bytes()))
    return found
