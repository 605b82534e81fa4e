"""How the fields of our nouns are kept, by their type hints: a noun with another field needs nothing here."""

from __future__ import annotations

import base64
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, make_dataclass
from decimal import Decimal
from functools import cache
from itertools import chain, islice
from typing import Any, Protocol, Union, get_args, get_origin, get_type_hints

from jixiao.batch.keep.columns import Damaged, In, Out, Spec

_NONE = -1
Values = list[Any]


class Writing(Protocol):
    """Where nouns are numbered."""

    out: Out

    def number(self, noun: object) -> int:
        """The number of a noun among those of its class."""


class Reading(Protocol):
    """Where nouns are found by their number."""

    source: In

    def nouns(self, kind: type) -> Values:
        """All nouns of a class, at last None."""


class Kind(Protocol):
    """How the values of one type stand in a column."""

    def put(self, values: Values, into: Writing) -> Spec:
        """Writes a column."""

    def get(self, spec: Spec, of: Reading) -> Values:
        """Reads it."""

    def classes(self) -> Iterator[type]:
        """The nouns that it refers to."""


class _Leaf:
    def classes(self) -> Iterator[type]:
        return iter(())


class _Plain(_Leaf):
    """Whole numbers as columns of bytes; anything else that JSON knows as it is."""

    def put(self, values: Values, into: Writing) -> Spec:
        if all(type(value) is int for value in values):
            return {"n": into.out.numbers(values)}
        if all(value is None or (type(value) is int and value >= 0) for value in values):
            return {"o": into.out.numbers([_NONE if value is None else value for value in values])}
        first = values[0]
        if all(value is first or (value == first and type(value) is type(first)) for value in values):
            return {"same": [len(values), first]}
        return {"each": values}

    def get(self, spec: Spec, of: Reading) -> Values:
        if "same" in spec:
            return [spec["same"][1]] * int(spec["same"][0])
        if "each" in spec:
            return list(spec["each"])
        if "n" in spec:
            return of.source.numbers(spec["n"])
        return [None if value == _NONE else value for value in of.source.numbers(spec["o"])]


class _Text(_Leaf):
    def put(self, values: Values, into: Writing) -> Spec:
        return into.out.numbers([into.out.text(value) for value in values])

    def get(self, spec: Spec, of: Reading) -> Values:
        texts = of.source.texts
        return [texts[number] for number in of.source.numbers(spec)]


class _Decimals(_Leaf):
    def put(self, values: Values, into: Writing) -> Spec:
        return into.out.numbers([into.out.text(None if value is None else str(value)) for value in values])

    def get(self, spec: Spec, of: Reading) -> Values:
        texts, numbers = of.source.texts, of.source.numbers(spec)
        made = {number: None if number == _NONE else Decimal(texts[number]) for number in set(numbers)}
        return [made[number] for number in numbers]


class _Bytes(_Leaf):
    def put(self, values: Values, into: Writing) -> Spec:
        return into.out.numbers([into.out.text(base64.b64encode(value).decode()) for value in values])

    def get(self, spec: Spec, of: Reading) -> Values:
        return [base64.b64decode(of.source.texts[number]) for number in of.source.numbers(spec)]


class _Mapping(_Leaf):
    """Names and texts."""

    def put(self, values: Values, into: Writing) -> Spec:  # noqa: ARG002 - as every kind
        return [list(value.items()) for value in values]

    def get(self, spec: Spec, of: Reading) -> Values:  # noqa: ARG002 - as every kind
        return [dict(items) for items in spec]


class _Row(_Leaf):
    """A tuple of a fixed number of plain values, or None."""

    def put(self, values: Values, into: Writing) -> Spec:  # noqa: ARG002 - as every kind
        return values

    def get(self, spec: Spec, of: Reading) -> Values:  # noqa: ARG002 - as every kind
        return [None if value is None else tuple(value) for value in spec]


@dataclass(frozen=True)
class _Many:
    """A tuple of any number of values of one kind."""

    item: Kind

    def put(self, values: Values, into: Writing) -> Spec:
        return [into.out.numbers([len(value) for value in values]), self.item.put(list(chain(*values)), into)]

    def get(self, spec: Spec, of: Reading) -> Values:
        lengths, items = of.source.numbers(spec[0]), iter(self.item.get(spec[1], of))
        return [tuple(islice(items, length)) if length else () for length in lengths]

    def classes(self) -> Iterator[type]:
        return self.item.classes()


@dataclass(frozen=True)
class _Noun:
    """One of our nouns, or None."""

    kind: type

    def put(self, values: Values, into: Writing) -> Spec:
        return into.out.numbers([_NONE if value is None else into.number(value) for value in values])

    def get(self, spec: Spec, of: Reading) -> Values:
        nouns = of.nouns(self.kind)
        return [nouns[number] for number in of.source.numbers(spec)]

    def classes(self) -> Iterator[type]:
        yield self.kind


@dataclass(frozen=True)
class _Either:
    """One of several nouns."""

    kinds: tuple[type, ...]

    def put(self, values: Values, into: Writing) -> Spec:
        which = [next(i for i, kind in enumerate(self.kinds) if isinstance(value, kind)) for value in values]
        return [into.out.numbers(which), into.out.numbers([into.number(value) for value in values])]

    def get(self, spec: Spec, of: Reading) -> Values:
        nouns = [of.nouns(kind) for kind in self.kinds]
        which, numbers = map(of.source.numbers, spec)
        return [nouns[kind][number] for kind, number in zip(which, numbers, strict=True)]

    def classes(self) -> Iterator[type]:
        return iter(self.kinds)


_PLAIN = (int, bool, float)
_LEAVES: dict[object, Kind] = {
    str: _Text(), Decimal: _Decimals(), bytes: _Bytes(), **dict.fromkeys(_PLAIN, _Plain()),
}  # fmt: skip


@cache
def kind_of(hint: Any) -> Kind:  # noqa: ANN401 - any type hint
    """How values of a type are kept."""
    if get_origin(hint) in (Union, types.UnionType):
        some = [one for one in get_args(hint) if one is not type(None)]
        return kind_of(some[0]) if len(some) == 1 else _Either(tuple(some))
    if get_origin(hint) is tuple:
        items = get_args(hint)
        return _Many(kind_of(items[0])) if items[-1] is Ellipsis else _Row()
    if get_origin(hint) is dict:
        return _Mapping()
    return _Noun(hint) if isinstance(hint, type) and is_dataclass(hint) else _LEAVES[hint]


@cache
def columns_of(kind: type) -> dict[str, Kind]:
    """The fields of a noun, each with how it is kept."""
    hints = get_type_hints(kind)
    return {field.name: kind_of(hints[field.name]) for field in fields(kind)}


@cache
def maker_of(kind: type) -> Callable[[dict[str, Values]], Values]:
    """Makes nouns of a class out of their columns.

    A frozen noun is filled before it is one, which takes a third of the time (as in model.document.cell).
    """
    names = list(columns_of(kind))
    writable = make_dataclass(kind.__name__, names, slots="__slots__" in vars(kind))

    def make(columns: dict[str, Values]) -> Values:
        made = list(map(writable, *(columns[name] for name in names)))
        for noun in made:
            noun.__class__ = kind
        return made

    return make


def order(kinds: Iterator[type]) -> list[type]:
    """The classes that some refer to, and these, each after those that its fields refer to."""
    found: dict[type, None] = {}

    def visit(kind: type) -> None:
        if kind not in found:
            for column in columns_of(kind).values():
                for other in column.classes():
                    visit(other)
            found[kind] = None

    for kind in kinds:
        visit(kind)
    return list(found)


def check(columns: dict[str, Values], count: int) -> None:
    """Raises Damaged where the columns of a class are not all of one length."""
    if any(len(values) != count for values in columns.values()):
        raise Damaged
