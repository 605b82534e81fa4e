"""输入: folders, lists and bundles to the reports in them, in the order of their names; nothing is dropped without a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from jixiao.batch.inputs import folder, listing
from jixiao.batch.inputs.bundles import bundle_kind, unpacked
from jixiao.batch.inputs.found import Found, Names, tidy
from jixiao.batch.inputs.told import NotInput, Skipped, Tell, not_input, quiet
from jixiao.batch.item import Item

__all__ = ["NotInput", "Skipped", "Tell", "items"]


def items(paths: Sequence[str], *, spool: Path, tell: Tell = quiet) -> Iterator[Item]:
    """One item a report. Bundles are unpacked into ``spool``; ``tell`` hears what was left out on purpose.

    Raises ``NotInput`` where a path is no input at all: nothing is there, or nothing is in it.
    """
    names = Names()
    for one in _found(paths, spool, tell):
        name = names.once(one.name)
        yield Item(name, ((name, one.path),) if one.unread is None else (), unread=one.unread)


def _found(paths: Sequence[str], spool: Path, tell: Tell) -> Iterator[Found]:
    several = len(paths) > 1
    for given in paths:
        path = Path(given)
        if not path.exists():
            raise not_input("no_such", name=given)
        count = 0
        for count, one in enumerate(_in(path, spool, tell), 1):  # noqa: B007 - counted for the line below
            yield Found(f"{tidy(path.name)}/{one.name}", one.path, one.unread) if several and path.is_dir() else one
        if not count:
            raise not_input("no_files", name=given)


def _in(path: Path, spool: Path, tell: Tell) -> Iterator[Found]:
    """The files in what was given: a folder, a list, a bundle, or a report itself."""
    if path.is_dir():
        listed = folder.files(path, tell, spool.parent)
    elif listing.is_list(path):
        listed = listing.files(path)
    else:
        listed = iter((Found(tidy(path.name), str(path)),))
    for one in listed:
        yield from _opened(one, spool, tell)


def _opened(one: Found, spool: Path, tell: Tell) -> Iterator[Found]:
    if one.unread is not None:
        yield one
    elif Path(one.path).is_dir():  # a folder that a list names
        for below in folder.files(Path(one.path), tell, spool.parent):
            yield from _opened(Found(f"{one.name}/{below.name}", below.path), spool, tell)
    elif kind := bundle_kind(one.path, one.name):
        yield from unpacked(kind, one, spool, tell)
    else:
        yield one
