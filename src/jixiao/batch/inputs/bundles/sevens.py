"""7z, by py7zr: into memory, some entries at a time, sizes counted while they come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any
from zlib import crc32

from jixiao.batch.inputs import limits
from jixiao.batch.inputs.bundles.part import Part, Refused
from jixiao.batch.inputs.bundles.zips import most_of

if TYPE_CHECKING:
    import py7zr

_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")


class _TooMuch(Exception):  # noqa: N818 - it stops the library in the middle of its work
    pass


class _Basket:
    """Takes what the library writes of one entry, up to what it may have."""

    def __init__(self, most: int) -> None:
        self.data, self._most = bytearray(), most

    def write(self, piece: bytes | bytearray) -> int:
        """Takes a piece; one too many ends the unpacking."""
        if len(self.data) + len(piece) > self._most:
            raise _TooMuch
        self.data += piece
        return len(piece)

    def read(self, size: int | None = None) -> bytes:
        """What is there; the library itself does not ask for it."""
        return bytes(self.data[:size])

    def seek(self, offset: int, whence: int = 0) -> int:
        """It is written from beginning to end only."""
        return 0 * (offset + whence)

    def flush(self) -> None:
        """There is nothing behind it."""

    def size(self) -> int:
        """Bytes so far."""
        return len(self.data)

    def close(self) -> None:
        """It is kept until it is handed over."""


class _Baskets:
    """Makes a basket for each entry that the library begins."""

    def __init__(self) -> None:
        self.by_name: dict[str, _Basket] = {}

    def create(self, filename: str) -> _Basket:
        """The basket of an entry."""
        made = _Basket(most_of(filename))
        self.by_name[filename] = made
        return made


def parts(path: str) -> Iterator[Part]:
    """Every entry that is no folder, in the order of the directory."""
    import py7zr  # noqa: PLC0415 - an extra

    with open(path, "rb") as file, _opened(py7zr, file) as package:  # noqa: PTH123
        infos = [info for info in package.list() if not info.is_directory]
        if len(infos) > limits.ENTRIES:
            raise Refused("bundle_entries")
        secret = package.needs_password()
        for group in _groups(infos):
            yield from _group(package, group, secret=secret)


def _opened(library: Any, file: Any) -> py7zr.SevenZipFile:  # noqa: ANN401
    try:
        return library.SevenZipFile(file)  # type: ignore[no-any-return]
    except library.PasswordRequired as error:
        raise Refused("bundle_encrypted") from error
    except MemoryError:
        raise
    except Exception as error:
        raise Refused("bundle_damaged") from error


def _groups(infos: Sequence[Any]) -> Iterator[list[Any]]:
    """The entries in groups of a size that can be held at once, by what the directory claims."""
    group: list[Any] = []
    size = 0
    for info in infos:
        if group and size + info.uncompressed > limits.GROUP_BYTES:
            yield group
            group, size = [], 0
        group.append(info)
        size += info.uncompressed
    if group:
        yield group


def _group(package: py7zr.SevenZipFile, group: Sequence[Any], *, secret: bool) -> Iterator[Part]:
    codes = {info.filename: _code(info, secret=secret) for info in group}
    wanted = [name for name, code in codes.items() if not code]
    baskets, failed = _Baskets(), ""
    if wanted:
        failed = _extracted(package, wanted, baskets)
    for info in group:
        name = info.filename
        basket = baskets.by_name.get(name)
        whole = (
            basket is not None and info.crc32 in {None, crc32(basket.data)} and len(basket.data) == info.uncompressed
        )
        if codes[name] or not whole:
            yield Part(name, code=codes[name] or failed or "entry_damaged")
        elif basket is not None:
            yield Part(name, bytes(basket.data))


def _code(info: Any, *, secret: bool) -> str:  # noqa: ANN401
    if info.is_symlink:
        return "entry_link"
    if _OUTSIDE.search(info.filename):  # the library would refuse the whole bundle for it
        return "entry_outside"
    if secret:
        return "entry_encrypted"
    return "entry_large" if info.uncompressed > most_of(info.filename) else ""


def _extracted(package: py7zr.SevenZipFile, names: list[str], baskets: _Baskets) -> str:
    """Unpacks some entries; why it ended early, or ""."""
    import py7zr  # noqa: PLC0415

    try:
        package.reset()
        package.extract(targets=names, factory=baskets)  # type: ignore[arg-type]  # the library's class has the same methods
    except _TooMuch:
        return "entry_bomb"
    except py7zr.PasswordRequired:
        return "entry_encrypted"
    except py7zr.UnsupportedCompressionMethodError:
        return "entry_method"
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - whatever the library makes of damaged bytes
        return "entry_damaged"
    return ""
