"""What inputs tell: wrong use, what was left out on purpose, and the sentences for what cannot be unpacked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from jixiao.model.document import Unread


class NotInput(ValueError):  # noqa: N818 - an answer to the user, not a defect
    """What was given is no input at all: no such folder, an empty list."""

    def __init__(self, message: str, message_en: str) -> None:
        super().__init__(message)
        self.message, self.message_en = message, message_en


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was left out on purpose (跳过): it is no report, by its name or by the user's own wish."""

    name: str
    reason: str
    reason_en: str


Tell = Callable[[Skipped], None]


def quiet(_skipped: Skipped) -> None:
    """Hears of what was skipped and says nothing."""


@cache
def _sentences() -> dict[str, dict[str, str]]:
    loaded: dict[str, dict[str, str]] = yaml.safe_load(files(__package__).joinpath("notes.yaml").read_text("utf-8"))
    return loaded


def note(code: str, /, **words: str | int) -> Unread:
    """Why a file of an input cannot be read: the ``Unread`` of a code in notes.yaml."""
    zh, en = sentences(code, **words)
    return Unread(code, zh, en, fatal=True)


def sentences(code: str, /, **words: str | int) -> tuple[str, str]:
    """A sentence of notes.yaml in both languages, filled in."""
    held = _sentences()[code]
    return held["zh"].format(**words), held["en"].format(**words)


def not_input(code: str, /, **words: str | int) -> NotInput:
    """The refusal of an input as a whole."""
    return NotInput(*sentences(code, **words))


def skipped(name: str, code: str, /, **words: str | int) -> Skipped:
    """A file left out, for a reason of notes.yaml."""
    return Skipped(name, *sentences(code, **words))
