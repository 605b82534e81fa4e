"""Zip packages (docx, later xlsx, ofd) opened under limits: sizes are counted while inflating, never believed."""

from __future__ import annotations

import zipfile
from io import BytesIO
from zlib import error as zlib_error

from lxml import etree

from jixiao.readers import limits
from jixiao.readers.common import salvage

Element = etree._Element  # noqa: SLF001 - lxml has no public name for it
_OPTIONS = {"resolve_entities": False, "no_network": True, "load_dtd": False, "remove_comments": True, "remove_pis": True,
            "collect_ids": False, "huge_tree": False}  # fmt: skip
_PARSERS = {recover: etree.XMLParser(recover=recover, **_OPTIONS) for recover in (False, True)}  # type: ignore[arg-type]
_BAD_ZIP = (
    zipfile.BadZipFile,
    zlib_error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    LookupError,
)
_CHUNK = 1 << 20


class Refused(Exception):  # noqa: N818 - it is an answer, not an error
    """A package or a part of it that is not read; ``code`` is the reading code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Package:
    """A zip file in memory. Names are only looked up, never used as paths.

    ``damaged``: the package itself is broken or cut off; then its parts are as much of them as can be inflated.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._inflated = 0
        self._zip: zipfile.ZipFile | None = None
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BAD_ZIP:
            self._found = salvage.parts(data, limits.ZIP_ENTRIES + 1)
        self.damaged = self._zip is None
        self.names: frozenset[str] = frozenset(self._zip.NameToInfo if self._zip is not None else self._found)
        if not self.names:
            raise Refused("zip_damaged")
        if len(self.names) > limits.ZIP_ENTRIES:
            raise Refused("zip_bomb")

    def part(self, name: str) -> bytes:
        """The bytes of a part; refused when it is abnormally large or nothing of it can be had."""
        room = min(limits.ZIP_PART_BYTES, limits.ZIP_TOTAL_BYTES - self._inflated)
        if self._zip is None:
            data = self._salvaged(self._found[name], room)
        else:
            info = self._zip.getinfo(name)
            try:
                data = self._whole(self._zip, info, room)
            except _BAD_ZIP as error:
                if info.flag_bits & 1:
                    raise Refused("encrypted") from error
                self.damaged = True
                data = self._salvaged(info.header_offset, room)
        self._inflated += len(data)
        return data

    def _whole(self, package: zipfile.ZipFile, info: zipfile.ZipInfo, room: int) -> bytes:
        chunks: list[bytes] = []
        size = 0
        with package.open(info) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                self._check(size, info.compress_size, room)
                chunks.append(chunk)
        return chunks[0] if len(chunks) == 1 else b"".join(chunks)

    def _salvaged(self, at: int, room: int) -> bytes:
        try:
            data = salvage.part(self._data, at, room + 1)
        except (ValueError, LookupError, salvage.Broken) as error:
            raise Refused("zip_damaged") from error
        self._check(len(data), len(self._data), room)
        if not data:
            raise Refused("zip_damaged")
        return data

    @staticmethod
    def _check(size: int, stored: int, room: int) -> None:
        if size > room or (size > limits.ZIP_RATIO_FROM and size > limits.ZIP_RATIO * stored):
            raise Refused("zip_bomb")


def parse(data: bytes, *, recover: bool = False) -> Element:
    """The root of an XML part. A DTD is refused; damaged XML too, unless ``recover`` asks for what precedes the damage."""
    if b"<!DOCTYPE" in data[:4096]:
        raise Refused("dtd")
    try:
        root = etree.fromstring(data, _PARSERS[recover])
    except etree.XMLSyntaxError as error:
        raise Refused("part_damaged") from error
    if root is None:
        raise Refused("part_damaged")
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused("dtd")
    return root
