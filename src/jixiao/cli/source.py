"""Where reports come from: files by their path as given, or standard input for ``-``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace

from jixiao import forms, law, pipeline
from jixiao.cli.problem import UNREADABLE, Problem
from jixiao.model.document import Document
from jixiao.readers import read_bytes


def checked_paths(paths: Sequence[str]) -> list[str]:
    """The paths, each once, standard input at most once."""
    if paths.count("-") > 1:
        raise Problem("标准输入 - 只能写一次。", "Standard input (-) can be given only once.")
    return list(dict.fromkeys(paths))


def document(path: str) -> Document:
    """What stands in a file or in standard input."""
    if path == "-":
        return read_bytes(sys.stdin.buffer.read(), "-")
    return replace(pipeline.read(path), path=path)


def readable(path: str) -> Document:
    """The same, where a document that could not be read ends the command."""
    found = document(path)
    if not found.readable:
        note = next(note for note in found.unread if note.fatal)
        raise Problem(f"{path}：{note.message}", f"{path}: {note.message_en}", UNREADABLE)
    return found


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
