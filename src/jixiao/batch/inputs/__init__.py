"""输入: folders, lists and bundles to the reports in them, in the order of their names; nothing is dropped without a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jixiao.batch.fetching import is_remote
from jixiao.batch.inputs import folder, listing, remote
from jixiao.batch.inputs.bundles import Unpacker, bundle_kind
from jixiao.batch.inputs.found import Found, Names, tidy
from jixiao.batch.inputs.grouping import Group, groups, one_group
from jixiao.batch.inputs.stems import organs
from jixiao.batch.inputs.told import NotInput, Skipped, Tell, not_input, quiet
from jixiao.batch.inputs.units import Register
from jixiao.batch.item import Item

__all__ = ["NotInput", "Skipped", "Tell", "items"]


def items(
    paths: Sequence[str], *, spool: Path, together: bool = False, register: Register | None = None, tell: Tell = quiet
) -> Iterator[Item]:
    """One item a report. Bundles are unpacked into ``spool``; ``tell`` hears what was left out on purpose.

    With ``together``, files that belong to one report are one item: those of one folder or one unit, or all of them where
    nothing but files of one unit is given. With a ``register`` of units, an item gets the unit that its name gives away for sure.
    Raises ``NotInput`` where a path is no input at all: at once where nothing is there or where our results would go into
    it, later where nothing is in it.
    """
    for path in paths:
        if not is_remote(path):
            _check(path, spool.parent)
    return _items(paths, spool, register, tell, together=together)


def _check(given: str, own: Path) -> None:
    """An input is there, and is not the folder of our results."""
    path = Path(given)
    if not path.exists():
        raise not_input("no_such", name=given)
    if path.is_dir() and path.resolve() == own.resolve():
        raise not_input("results_into_input", name=given)


def _items(
    paths: Sequence[str], spool: Path, register: Register | None, tell: Tell, *, together: bool
) -> Iterator[Item]:
    names = Names()
    far = [path for path in paths if is_remote(path) or (path.endswith(remote.TABLE) and Path(path).is_file())]
    near = [path for path in paths if path not in far]
    with Unpacker(spool, tell) as unpacker:
        found = _found(near, _Finder(unpacker, spool.parent, tell))
        for group in _grouped(found, together=together, all_one=_one_report(near)):
            item = _item(group, names.once(group.name))
            yield replace(item, unit=register.of_name(group.name).unit) if register else item
    for path in far:
        yield from remote.items(path if is_remote(path) else Path(path).resolve().as_uri(), tell)


def _item(group: Group, name: str) -> Item:
    if len(group.files) == 1:
        (one,) = group.files
        return Item(name, ((name, one.path),) if one.unread is None else (), unread=one.unread)
    inside = Names()
    return Item(name, tuple((inside.once(_within(one.name, group.name)), one.path) for one in group.files))


def _within(name: str, group: str) -> str:
    """The name of a file inside its report: without the folders that the report's name tells."""
    return name.removeprefix(group + "/") if name.startswith(group + "/") else name.rpartition("/")[2]


def _grouped(found: Iterator[Found], *, together: bool, all_one: bool) -> Iterator[Group]:
    """The reports; what cannot be unpacked is one of its own, so that it is told whatever becomes of the others."""
    if not together:
        yield from (Group(one.name, (one,)) for one in found)
        return
    held = list(found)
    readable = [one for one in held if one.unread is None]
    alone = (Group(one.name, (one,)) for one in held if one.unread is not None)
    made: Iterable[Group] = [one_group(readable)] if all_one and readable else groups(readable)
    yield from sorted((*made, *alone), key=lambda group: group.name)


def _one_report(given: Sequence[str]) -> bool:
    """Whether these are the files of one report: nothing but files, and not of several units by their names."""
    return all(map(_is_report, given)) and len(organs(given)) <= 1


def _is_report(given: str) -> bool:
    """Whether a path is that of a single report: no folder, no list, no bundle."""
    path = Path(given)
    return path.is_file() and not bundle_kind(given, path.name) and not listing.is_list(path)


def _found(paths: Sequence[str], finder: _Finder) -> Iterator[Found]:
    several = len(paths) > 1
    for given in paths:
        path, count = Path(given), 0
        for one in finder.within(path):
            count += 1
            yield replace(one, name=f"{tidy(path.name)}/{one.name}") if several and path.is_dir() else one
        if not count:
            raise not_input("no_files", name=given)


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds the files in what was given; ``own`` is the folder of our results, which is no input."""

    unpacker: Unpacker
    own: Path
    tell: Tell

    def within(self, path: Path) -> Iterator[Found]:
        """The files in a folder, a list or a bundle, or the report itself."""
        if path.is_dir():
            listed = folder.files(path, self.tell, self.own)
        elif listing.is_list(path):
            listed = listing.files(path)
        else:
            listed = iter((Found(tidy(path.name), str(path)),))
        for one in listed:
            yield from self._opened(one)

    def _opened(self, one: Found) -> Iterator[Found]:
        if one.unread is not None:
            yield one
        elif Path(one.path).is_dir():  # a folder that a list names
            for below in folder.files(Path(one.path), self.tell, self.own):
                yield from self._opened(replace(below, name=f"{one.name}/{below.name}"))
        elif kind := bundle_kind(one.path, one.name):
            yield from self.unpacker.unpacked(kind, one)
        else:
            yield one
