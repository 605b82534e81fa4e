"""记录: a record as it travels and as it lies on the disk: whose it is, what made it, how long it is, and a checksum."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b

from jixiao.batch.keep.columns import Damaged

_MAGIC = b"JXK1"
_HEAD = struct.Struct(">4s32s16sI16s")
HEAD = _HEAD.size


@dataclass(frozen=True, slots=True)
class Frame:
    """One record: ``key`` says of which file and what it is, ``made`` by what; both are hashes."""

    key: bytes
    made: bytes
    data: bytes

    def packed(self) -> bytes:
        """The record with its head."""
        return _HEAD.pack(_MAGIC, self.key, self.made, len(self.data), _sum(self.key, self.made, self.data)) + self.data


def head(data: bytes) -> tuple[bytes, bytes, int]:
    """Key, made and length of the record that begins here; Damaged where none does."""
    if len(data) < HEAD:
        raise Damaged
    magic, key, made, length, _ = _HEAD.unpack_from(data)
    if magic != _MAGIC:
        raise Damaged
    return key, made, length


def frame(data: bytes) -> Frame:
    """The record that these bytes are; Damaged where they are not as they were written."""
    key, made, length = head(data)
    body = data[HEAD : HEAD + length]
    if len(body) != length or _sum(key, made, body) != data[HEAD - 16 : HEAD]:
        raise Damaged
    return Frame(key, made, body)


def frames(data: bytes) -> Iterator[Frame]:
    """Records one behind the other."""
    at = 0
    while at < len(data):
        found = frame(data[at : at + HEAD + head(data[at : at + HEAD])[2]])
        at += HEAD + len(found.data)
        yield found


def spot(digest: str) -> bytes:
    """The first half of the keys of everything that is kept of one file."""
    return blake2b(digest.encode(), digest_size=16).digest()


def key(digest: str, *what: str) -> bytes:
    """The key of one record of a file: what it is, and under which options it was made."""
    return spot(digest) + blake2b("\0".join(what).encode(), digest_size=16).digest()


def _sum(key: bytes, made: bytes, data: bytes) -> bytes:
    return blake2b(data, digest_size=16, key=key + made).digest()
