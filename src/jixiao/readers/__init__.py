"""读取: a file of any format that this folder knows to a Document. Bad files give an ``Unread``, never an exception."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path, PurePath

from jixiao.model.document import Block, Document, Paragraph
from jixiao.readers.formats import Content, Format, formats
from jixiao.readers.limits import FILE_BYTES
from jixiao.readers.notes import note

_log = logging.getLogger(__name__)
# Characters of our field that only one of the two scripts has.
_TRADITIONAL = re.compile("[國務會經費項資產總實變動較預發過應專業財門類時間體績標]")
_SIMPLIFIED = re.compile("[国务会经费项资产总实变动较预发过应专业财门类时间体绩标]")
_HEAD = 1 << 16  # bytes that tell what a large file is
_SURE = 5  # so many of them, and more than of the other script


def read(path: Path | str, *, pictures: bool = True) -> Document:
    """The document in a file. A file that cannot be opened gives a Document that says so.

    Without ``pictures``, scans are not read but noted, so that no file takes longer than its text does.
    """
    path = Path(path)
    try:
        if path.is_dir():
            return _refused(str(path), "folder")
        with path.open("rb") as file:
            head, size = file.read(_HEAD), path.stat().st_size
            if size > FILE_BYTES and size > (most := _most(head)):
                return _refused(str(path), "too_large", limit=most >> 20)
            data = head + file.read()
    except FileNotFoundError:
        return _refused(str(path), "missing")
    except PermissionError:
        return _refused(str(path), "forbidden")
    except (OSError, ValueError) as error:
        return _refused(str(path), "unopened", why=str(error))
    return read_bytes(data, str(path), pictures=pictures)


def read_bytes(data: bytes, name: str, *, pictures: bool = True) -> Document:
    """The document in the bytes of a file called ``name``. The format is told by the content, not by the name."""
    if len(data) > FILE_BYTES and len(data) > (most := _most(data[:_HEAD])):
        return _refused(name, "too_large", data, limit=most >> 20)
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        return _refused(name, "empty", data)
    if known := _format(data):
        return _document(data, name, known, (pictures and known.pictures) or known.read)
    return _refused(name, "foreign", data)


def _most(head: bytes) -> int:
    """How large a file may be, told by its first bytes."""
    known = _format(head)
    return known.most if known else FILE_BYTES


def _format(data: bytes) -> Format | None:
    return next((known for known in formats() if known.sniff(data)), None)


def _document(data: bytes, name: str, known: Format, reader: Callable[[bytes], Content]) -> Document:
    try:
        content = reader(data)
    except MemoryError:
        content = Content(unread=(note("memory", fatal=True),))
    except Exception:  # noqa: BLE001 - the last net: whatever a strange file provokes must not reach the user as a traceback
        _log.exception("reading %s as %s", name, known.name)
        content = Content(unread=(note("broken", fatal=True),))
    unread = content.unread
    suffix = PurePath(name).suffix.lower()
    if suffix and suffix not in known.suffixes and not any(one.fatal for one in unread):
        unread = (*unread, note("suffix", suffix=suffix, format=known.name))
    if not content.blocks and not any(one.fatal for one in unread):
        unread = (*unread, note("no_text", fatal=True))
    blocks = _one_script(content.blocks)
    return Document(
        name, known.name, sha256(data).hexdigest(), blocks, unread, content.properties, content.marks, content.bound,
        content.pages, content.doubts, content.scanned,
    )  # fmt: skip


def _one_script(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A document in traditional characters gets simplified plain text."""
    text = "".join(b.plain if isinstance(b, Paragraph) else "".join(cell.plain for cell in b.cells) for b in blocks)
    if _TRADITIONAL.search(text) is None:
        return blocks
    found = len(_TRADITIONAL.findall(text))
    if found < _SURE or found <= len(_SIMPLIFIED.findall(text)):
        return blocks
    from jixiao.readers.common.traditional import simplified  # noqa: PLC0415 - its dictionaries are loaded only when needed

    return simplified(blocks)


def _refused(name: str, code: str, data: bytes = b"", **words: str | int) -> Document:
    return Document(name, "", sha256(data).hexdigest(), unread=(note(code, fatal=True, **words),))
