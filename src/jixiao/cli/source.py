"""Where reports and data come from: files by their path as given, or standard input for ``-``; what names rules and forms."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from jixiao import forms, law, pipeline, readers
from jixiao.cli import options, progress
from jixiao.cli.problem import UNREADABLE, Problem
from jixiao.isolation import ON_PICTURES, Failed, call
from jixiao.model.document import Document
from jixiao.readers.notes import PICTURES, note
from jixiao.rules.registry import catalogue

if TYPE_CHECKING:
    from jixiao.filing.result import Read

T = TypeVar("T")


def checked_paths(paths: Sequence[str]) -> list[str]:
    """The paths, each once, standard input at most once."""
    if paths.count("-") > 1:
        raise Problem("标准输入 - 只能写一次。", "Standard input (-) can be given only once.")
    return list(dict.fromkeys(paths))


def document(path: str, data: bytes | None = None, *, quiet: bool = False) -> Document:
    """What stands in a file or in ``data`` from standard input; it is read in a child process that can be lost.

    Pictures are read only where words are on nothing else, with limits of their own and, for a person who waits at a
    terminal, a line that says how far it is; ``quiet``: without it.
    """
    data = standard_input(path) if data is None else data
    found = _read(path, data, pictures=False)
    if any(one.code in PICTURES for one in found.unread):
        with progress.pages(path, quiet=quiet) as tell:
            found = _read(path, data, pictures=True, limits=ON_PICTURES, tell=tell)
    return found


def _read(path: str, data: bytes | None, **how: Any) -> Document:  # noqa: ANN401 - options of _guarded
    found: Document | Failed
    if data is None:
        found = _guarded(readers.read, _whole(path), **how)
    else:
        found = _guarded(readers.read_bytes, data, path, **how)
    if isinstance(found, Failed):
        return Document(path, "", "", unread=(note(found.kind, fatal=True),))
    return replace(found, path=path)


def _guarded(function: Callable[..., T], *args: Any, pictures: bool | None = None, **how: Any) -> T | Failed:  # noqa: ANN401
    found = call(partial(function, pictures=pictures) if pictures is not None else function, *args, **how)
    if isinstance(found, Failed) and found.kind == "raised":
        raise RuntimeError(found.detail)
    return found


def _whole(path: str) -> str:
    """The path as it is found from anywhere: a child works in a folder of its own."""
    return str(Path(path).absolute())


def readable(path: str) -> Document:
    """The same, where a document that could not be read ends the command."""
    found = document(path)
    if not found.readable:
        note = next(note for note in found.unread if note.fatal)
        raise Problem(f"{path}：{note.message}", f"{path}: {note.message_en}", UNREADABLE)
    return found


def rule_codes(given: str | None, option: str) -> list[str]:
    """The codes of rules, or beginnings of codes, that an option lists; one that no rule has is wrong use."""
    codes = [code.upper() for code in options.listed(given)]
    unknown = [code for code in codes if not any(known.startswith(code) for known in catalogue())]
    if unknown:
        raise Problem(
            f"选项 {option} 中的“{'、'.join(unknown)}”不是规则代码。jixiao rules 列出全部规则。",
            f"Option {option}: no rule has the code {', '.join(unknown)}. jixiao rules lists them all.",
        )
    return codes


def entered(path: str, data: bytes | None = None) -> Read:
    """What was entered in a file, or in ``data`` that came from standard input."""
    if data is None and (Path(path).is_dir() or not os.access(path, os.R_OK)):
        return pipeline.read_filing(
            path
        )  # there is nothing to read, and it says so in the user's own words for the file
    found: Read | Failed
    if data is None:
        found = _guarded(pipeline.read_filing, _whole(path))
    else:
        found = _guarded(pipeline.read_filing_bytes, data, path)
    if isinstance(found, Failed):
        one = note(found.kind)
        raise Problem(f"{path}：{one.message}", f"{path}: {one.message_en}", UNREADABLE)
    return found


def not_taken(path: str, found: Read) -> Problem:
    """Why nothing of a file of data could be taken."""
    one = found.mistakes[0]
    return Problem(f"{path}：{one.message}", f"{path}: {one.message_en}", UNREADABLE)


def standard_input(path: str) -> bytes | None:
    """The bytes of standard input where ``-`` is given, None for the path of a file."""
    return sys.stdin.buffer.read() if path == "-" else None


def check_choices(pack: str | None, form: str | None) -> None:
    """A pack and a form that do not exist are wrong use, and said before anything is read."""
    if pack:
        try:
            law.load(pack)
        except law.LawError as error:
            raise Problem(
                f"{error}。", f"There is no rule pack “{pack}”. There are: {', '.join(law.packs())}."
            ) from error
    if form and form not in forms.all_forms():
        raise Problem(
            f"没有地址为“{form}”的报告格式。jixiao form list 列出全部格式。",
            f"There is no form “{form}”. jixiao form list lists them all.",
        )
