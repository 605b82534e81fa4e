"""XML as a stream: no tree is built, so that a part of fifty megabytes costs no more memory than what is kept of it."""

from __future__ import annotations

from typing import Any

from lxml import etree

from jixiao.readers.common.zipped import Refused

_OPTIONS: dict[str, Any] = {
    "resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False, "remove_comments": True, "remove_pis": True,
}  # fmt: skip
_CHUNK = 1 << 16


class Enough(Exception):  # noqa: N818 - it is an answer, not an error
    """A handler has all it wants."""


class Handler:
    """What a part says, event by event; names are local ones."""

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def finish(self, name: str) -> None:
        """An element ends."""

    def words(self, text: str) -> None:
        """Words of an element, perhaps in several pieces."""


class _Target:
    """Between lxml and a handler."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler
        self.data = handler.words

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._handler.begin(tag.rpartition("}")[2], attributes)

    def end(self, tag: str) -> None:
        self._handler.finish(tag.rpartition("}")[2])

    def doctype(self, *_: object) -> None:
        raise Refused("dtd")

    def close(self) -> None:
        """Nothing is made here: the handler has it."""


def stream(xml: bytes, handler: Handler) -> bool:
    """Hand a part to a handler; False where it is damaged, the handler then has what precedes the damage."""
    if b"<!DOCTYPE" in xml[:4096]:
        raise Refused("dtd")
    target: Any = _Target(handler)
    parser = etree.XMLParser(target=target, **_OPTIONS)
    try:
        for start in range(0, len(xml), _CHUNK):
            parser.feed(xml[start : start + _CHUNK])
        parser.close()
    except Enough:
        return True
    except etree.XMLSyntaxError:
        return False
    return True


def attribute(attributes: dict[str, str], name: str) -> str:
    """An attribute by its local name, whatever its namespace; "" where it is missing."""
    found = attributes.get(name)
    if found is None:
        found = next((value for key, value in attributes.items() if key.rpartition("}")[2] == name), "")
    return found
