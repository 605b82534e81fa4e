"""Deferred (缓取): a noun whose fields are made when somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar, cast

T = TypeVar("T")


class _Later:
    """A field that is made on first use and then stands in the noun as if it had always been there."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, noun: Any, _kind: type) -> Any:  # noqa: ANN401 - any field of any noun
        held = noun.__dict__
        value = held[self._name] = held[_MAKE](self._name)
        return value


_MAKE = " make"  # no name of a field


def deferred(kind: type[T], make: Callable[[str], Any], *, also: tuple[str, ...] = (), **known: object) -> T:
    """A noun of a kind of which only some fields are ``known``; ``make`` gives any other by its name, once.

    ``also`` are what the kind would work out of its fields, and ``make`` knows without them.
    """
    plainly: type = kind
    noun: Any = object.__new__(_later(plainly, also))
    vars(noun).update(known)
    vars(noun)[_MAKE] = make
    return cast("T", noun)


def kind_of(noun: object) -> type:
    """The class of a noun, deferred or not."""
    kind = type(noun)
    return kind.__bases__[0] if _MAKE in vars(kind) else kind


@cache
def _later(kind: type, also: tuple[str, ...]) -> type:
    """The kind with every field made later; whoever replaces a field of such a noun gets one that is made in full."""
    names = [*(field.name for field in fields(kind)), *also]
    return type(kind.__name__, (kind,), {_MAKE: None, **{name: _Later(name) for name in names}})
