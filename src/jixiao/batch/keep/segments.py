"""分段: nouns written in segments that are read one by one, each when it is needed; what was one noun is one again."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from typing import Any

from jixiao.batch.keep.columns import Damaged, In, Out
from jixiao.batch.keep.kinds import Kind, Values, check, columns_of, kind_of, maker_of, order
from jixiao.model.appraisal import Field, SignOff
from jixiao.model.deferred import kind_of as class_of
from jixiao.model.document import Paragraph, Table
from jixiao.model.fact import Fact

_LEVEL = 6  # of zlib: by trial on the sample 4 % smaller than 1 and no slower; 9 gains nothing
_LARGEST = 1 << 30  # bytes of a segment, inflated
# Nouns that stand in several segments and are told apart by what they are, not by what they say.
SHARED: tuple[type, ...] = (Paragraph, Table, Fact, Field, SignOff)
Part = tuple[Any, object]  # type hint, value


class Writer:
    """Writes segments in order; a noun that stood in an earlier one is only referred to."""

    def __init__(self) -> None:
        self.out = Out()
        self.written = blake2b(digest_size=16)  # over all segments as they are before they are deflated
        self.counts = dict.fromkeys(SHARED, 0)
        self._name, self._needs = "", set[str]()
        self._shared: dict[type, dict[int, tuple[int, str]]] = {kind: {} for kind in SHARED}
        self._found: dict[type, dict[int, tuple[int, Any]]] = {}

    def segment(self, name: str, parts: Mapping[str, Part]) -> bytes:
        """The parts of one segment: which others it needs, nouns, then by name what was to be written."""
        self.out, self._found, self._name, self._needs = Out(), {}, name, set()
        kinds = {name: kind_of(hint) for name, (hint, _) in parts.items()}
        roots = {name: kinds[name].put([value], self) for name, (_, value) in parts.items()}
        classes = _plan(tuple((name, hint) for name, (hint, _) in parts.items()))[1].values()
        specs = []
        for kind in reversed(tuple(classes)):  # a noun is numbered by those that refer to it, so these come first
            fresh = [noun for _, noun in self._found.get(kind, {}).values()]
            start = self.counts.get(kind, 0)
            if kind in self._shared:
                self.counts[kind] += len(fresh)
            columns = (
                {n: c.put([getattr(noun, n) for noun in fresh], self) for n, c in columns_of(kind).items()}
                if fresh
                else {}
            )
            specs.append([kind.__name__, start, len(fresh), columns])
        plain = self.out.done([sorted(self._needs), specs[::-1], roots])
        self.written.update(plain)
        return zlib.compress(plain, _LEVEL)

    def number(self, noun: object) -> int:
        """The number of a noun, which is to be written if it was not yet."""
        kind = class_of(noun)
        if (known := self._shared.get(kind)) is not None and id(noun) in known:
            number, segment = known[id(noun)]
            self._needs |= {segment} - {self._name}
            return number
        found = self._found.setdefault(kind, {})
        if id(noun) not in found:
            number = len(found) + self.counts.get(kind, 0)
            found[id(noun)] = (number, noun)
            if known is not None:
                known[id(noun)] = number, self._name
        return found[id(noun)][0]

    def told(self, nouns: Sequence[object], segment: str) -> None:
        """Numbers shared nouns that are written in another way."""
        for noun in nouns:
            kind = class_of(noun)
            self._shared[kind][id(noun)] = self.counts[kind], segment
            self.counts[kind] += 1


class Reader:
    """Reads segments as they are asked for.

    ``need`` reads another segment, whose nouns the one at hand refers to.
    """

    def __init__(self, counts: Sequence[int], need: Callable[[str], object]) -> None:
        self.source = In.__new__(In)
        self._pools: dict[type, Values] = {
            kind: [None] * (count + 1) for kind, count in zip(SHARED, counts, strict=True)
        }
        self._need = need
        self._here: dict[type, Values] = {}

    def segment(self, packed: bytes, hints: Mapping[str, Any]) -> dict[str, Any]:
        """The parts of a segment by their names."""
        kinds, classes = _plan(tuple(hints.items()))
        source = In(zlib.decompressobj().decompress(packed, _LARGEST))
        needs, specs, roots = source.specs
        for name in needs:
            self._need(name)
        self.source, self._here = source, {}
        for name, start, count, columns in specs:
            self._fill(classes[name], start, count, columns)
        return {name: kinds[name].get(spec, self)[0] for name, spec in roots.items()}

    def nouns(self, kind: type) -> Values:
        """All nouns of a class that may be referred to, at last None."""
        found = self._here.get(kind)
        return self._pools[kind] if found is None else found

    def put(self, kind: type, start: int, nouns: Values) -> None:
        """Shared nouns that were made in another way."""
        pool = self._pools[kind]
        if start + len(nouns) >= len(pool):
            raise Damaged
        pool[start : start + len(nouns)] = nouns

    def _fill(self, kind: type, start: int, count: int, specs: Mapping[str, Any]) -> None:
        made: Values = []
        if count:
            columns = {name: column.get(specs[name], self) for name, column in columns_of(kind).items()}
            check(columns, count)
            made = maker_of(kind)(columns)
        if kind in self._pools:
            self.put(kind, start, made)
        else:
            self._here[kind] = [*made, None]


@cache
def _plan(hints: tuple[tuple[str, Any], ...]) -> tuple[dict[str, Kind], dict[str, type]]:
    """How the parts of a segment are kept, and the classes in it by name, each after those that it refers to."""
    kinds = {name: kind_of(hint) for name, hint in hints}
    classes = order(kind for column in kinds.values() for kind in column.classes())
    return kinds, {kind.__name__: kind for kind in classes}
