"""Zip packages (docx, later xlsx, ofd) opened under limits: sizes are counted while inflating, never believed."""

from __future__ import annotations

import zipfile
from io import BytesIO
from zlib import error as zlib_error

from lxml import etree

from jixiao.readers import limits

_PARSER = {"resolve_entities": False, "no_network": True, "load_dtd": False, "remove_comments": True, "remove_pis": True,
           "collect_ids": False, "huge_tree": False}  # fmt: skip
_BAD_ZIP = (zipfile.BadZipFile, zlib_error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, LookupError)
_CHUNK = 1 << 20


class Refused(Exception):  # noqa: N818 - it is an answer, not an error
    """A package or a part of it that is not read; ``code`` is the reading code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Package:
    """A zip file in memory. Names are only looked up, never used as paths."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BAD_ZIP as error:
            raise Refused("zip_damaged") from error
        self.names = self._zip.NameToInfo
        if len(self.names) > limits.ZIP_ENTRIES:
            raise Refused("zip_bomb")
        self._inflated = 0

    def part(self, name: str) -> bytes:
        """The bytes of a part; refused when damaged or abnormally large."""
        info = self.names[name]
        room = min(limits.ZIP_PART_BYTES, limits.ZIP_TOTAL_BYTES - self._inflated)
        chunks: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    if size > room or (size > limits.ZIP_RATIO_FROM and size > limits.ZIP_RATIO * info.compress_size):
                        raise Refused("zip_bomb")
                    chunks.append(chunk)
        except _BAD_ZIP as error:
            raise Refused("zip_damaged") from error
        self._inflated += size
        return chunks[0] if len(chunks) == 1 else b"".join(chunks)


def parse(data: bytes, *, recover: bool = False) -> etree._Element:
    """The root of an XML part. A DTD is refused; damaged XML too, unless ``recover`` asks for what precedes the damage."""
    if b"<!DOCTYPE" in data[:4096]:
        raise Refused("dtd")
    try:
        root = etree.fromstring(data, etree.XMLParser(recover=recover, **_PARSER))
    except etree.XMLSyntaxError as error:
        raise Refused("part_damaged") from error
    if root is None:
        raise Refused("part_damaged")
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused("dtd")
    return root
