"""The parts of an OFD package: looked up the way its files name each other, parsed with what small faults producers make."""

from __future__ import annotations

import re

from jixiao.readers.common.zipped import Element, Package, Refused, parse

_EMPTY_PREFIX = re.compile(rb"(</?):(?=\w)")


class Parts:
    """A package and the parts that its files refer to."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._names: dict[str, str] = {}
        for name in package.names:
            self._names.setdefault(_plain(name), name)
            self._names.setdefault(_plain(_meant(name)), name)

    def find(self, location: str | None, source: str = "") -> str | None:
        """The part that a location means: from the root, else beside the file that names it, else from the root after all."""
        wanted = _plain((location or "").strip())
        if not wanted:
            return None
        beside = _plain(source.replace("\\", "/").rpartition("/")[0] + "/" + wanted)
        absolute = (location or "").strip()[:1] in "/\\"
        return next(
            (self._names[one] for one in ((wanted,) if absolute else (beside, wanted)) if one in self._names), None
        )

    def root(self, name: str) -> Element:
        """The root of an XML part; refused when not even its beginning can be read."""
        data = self._package.part(name)
        try:
            return parse(data)
        except Refused as refused:
            if refused.code != "part_damaged":
                raise
        return parse(_EMPTY_PREFIX.sub(rb"\1", data), recover=True)

    def optional(self, location: str | None, source: str) -> tuple[Element | None, str]:
        """The root of a part that reading can do without, and its name."""
        name = self.find(location, source)
        try:
            return (self.root(name), name) if name else (None, "")
        except Refused:
            return None, ""


def _plain(name: str) -> str:
    """A name as it is compared: without capitals, ``.`` and ``..``."""
    steps: list[str] = []
    for step in name.replace("\\", "/").lower().split("/"):
        if step == "..":
            del steps[-1:]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def _meant(name: str) -> str:
    """A name that was written in GBK without saying so."""
    try:
        return name.encode("cp437").decode("gb18030")
    except UnicodeError:
        return name


def local(element: Element) -> str:
    """The name of an element without its namespace: producers use four of them."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of a child … with these names."""
    for name in path:
        element = next((one for one in element if local(one) == name), None) if element is not None else None
    return element


def words(element: Element | None, *path: str) -> str:
    """The words of such a child."""
    found = child(element, *path)
    return (found.text or "").strip() if found is not None else ""


def named(element: Element | None, name: str) -> list[Element]:
    """The children of a name."""
    return [one for one in element if local(one) == name] if element is not None else []
