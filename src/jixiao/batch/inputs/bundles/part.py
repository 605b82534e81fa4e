"""Part (压缩包里的一个文件) as a child unpacked it, and why nothing of a bundle is unpacked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """One entry: its name as packed, its bytes, or the code of the note (notes.yaml) that says why there are none."""

    name: str
    data: bytes = b""
    code: str = ""


class Refused(Exception):  # noqa: N818 - it is an answer, not an error
    """A bundle of which nothing more is unpacked; ``code`` is that of its note."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Handed:
    """What a child hands over at a time: some parts, whether these were the last, and why it stopped, or ""."""

    parts: tuple[Part, ...]
    last: bool
    code: str = ""
