"""Where reports and data come from: files by their path as given, or standard input for ``-``; what names rules and forms."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from jixiao import forms, law, pipeline
from jixiao.cli import options
from jixiao.cli.problem import UNREADABLE, Problem
from jixiao.model.document import Document
from jixiao.readers import read_bytes
from jixiao.rules.registry import catalogue

if TYPE_CHECKING:
    from jixiao.filing.result import Read


def checked_paths(paths: Sequence[str]) -> list[str]:
    """The paths, each once, standard input at most once."""
    if paths.count("-") > 1:
        raise Problem("标准输入 - 只能写一次。", "Standard input (-) can be given only once.")
    return list(dict.fromkeys(paths))


def document(path: str) -> Document:
    """What stands in a file or in standard input."""
    data = standard_input(path)
    return replace(pipeline.read(path), path=path) if data is None else read_bytes(data, path)


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
    return pipeline.read_filing(path) if data is None else pipeline.read_filing_bytes(data, path)


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
