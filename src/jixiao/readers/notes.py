"""读取说明: the sentences for what could not be read: what, where, and how to mend it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

from jixiao.model.document import Unread

PICTURES = frozenset(
    {"scan", "scan_pages", "image"}
)  # notes of words that are only on a picture, where these are not read


@cache
def _sentences() -> dict[str, dict[str, str]]:
    loaded: dict[str, dict[str, str]] = yaml.safe_load(files(__package__).joinpath("notes.yaml").read_text("utf-8"))
    return loaded


def note(code: str, *, fatal: bool = False, **words: str | int) -> Unread:
    """The ``Unread`` of a code, with its sentences filled in."""
    sentence = _sentences()[code]
    return Unread(code, sentence["zh"].format(**words), sentence["en"].format(**words), fatal)
