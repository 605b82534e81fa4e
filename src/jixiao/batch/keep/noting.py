"""记录所引: a law that notes what is read of it, so that a changed number concerns those who read it, and nobody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from jixiao.law import Law
from jixiao.model.deferred import deferred

T = TypeVar("T")
ALL = "*"  # of a table of the law: somebody went through all of it
TABLES = ("numbers", "texts", "tables", "citations")


def noting(law: Law, notes: set[str], *, scoring: bool = False) -> Law:
    """A law like another one; ``notes`` takes the name of whatever is read of it.

    The name of the pack is not noted: what is kept is kept by pack. Nor is its hash when the ``scoring`` hands it on.
    """

    def field(name: str) -> Any:  # noqa: ANN401 - any field of a law
        value = getattr(law, name)
        if name in TABLES:
            return _Noting(value, name, notes.add)
        notes.add(name)
        return value

    known: dict[str, Any] = {"pack_hash": law.pack_hash} if scoring else {}
    return deferred(Law, field, pack=law.pack, **known)


class _Noting(Mapping[str, T]):
    def __init__(self, values: Mapping[str, T], name: str, note: Callable[[str], None]) -> None:
        self._values, self._name, self._note = values, name, note

    def __getitem__(self, key: str) -> T:
        self._note(f"{self._name}:{key}")
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        self._note(f"{self._name}:{ALL}")
        return iter(self._values)

    def __len__(self) -> int:
        self._note(f"{self._name}:{ALL}")
        return len(self._values)
