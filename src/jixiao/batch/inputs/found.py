"""Found (找到的文件): a file of an input, or what stands in place of one that cannot be unpacked."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

from jixiao.batch.inputs.limits import NAME
from jixiao.model.document import Unread

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_DRIVE = re.compile(r"^[A-Za-z]:")
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")
UNNAMED = "无名文件"


@dataclass(frozen=True, slots=True)
class Found:
    """``name`` is shown: relative to what the user gave, ``/`` between folders; ``path`` is where the bytes are."""

    name: str
    path: str
    unread: Unread | None = None

    @property
    def folder(self) -> str:
        """The folder in which the name stands, "" for none."""
        return self.name.rpartition("/")[0]


def tidy(name: str) -> str:
    """A name as it may be shown: no drive, no way up or out, nothing invisible. It is never used as a path."""
    text = _CONTROL.sub("", unicodedata.normalize("NFC", name.replace("\\", "/").partition("\0")[0]))
    parts = [part.strip() for part in text.split("/")]
    kept = [part for part in parts if part not in {"", ".", ".."} and not _DRIVE.fullmatch(part)]
    joined = "/".join(_DRIVE.sub("", part) if i == 0 else part for i, part in enumerate(kept))
    return _short(joined) or UNNAMED


def _short(name: str) -> str:
    if len(name) <= NAME:
        return name
    suffix = suffix_of(name)
    return name[: NAME - len(suffix) - 1] + "…" + suffix


def suffix_of(name: str) -> str:
    """The ending of a name, where it is an ordinary one: .docx; else ""."""
    suffix = PurePosixPath(name).suffix
    return suffix if _SUFFIX.fullmatch(suffix) else ""


class Names:
    """Gives each name once: a twin, also one that differs only by case or width of letters, gets a number."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def once(self, name: str) -> str:
        """The name, or 名称（2）.docx where it is taken."""
        suffix = suffix_of(name)
        stem, number, one = name.removesuffix(suffix), 1, name
        while (key := unicodedata.normalize("NFKC", one).casefold()) in self._taken:
            number += 1
            one = f"{stem}（{number}）{suffix}"
        self._taken.add(key)
        return one
