"""写出: one module a format, each with ``write(audits, look)``, which yields the text in pieces.

Whatever the format, the personal data of a report is covered first (``discreet``).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # nothing is loaded before something is written: the help of the command passes here
    from collections.abc import Iterable, Iterator

    from jixiao.model.audit import Audit
    from jixiao.writers.view import Look

FORMATS = ("text", "json", "jsonl", "sarif", "csv", "html")


def write(audits: Iterable[Audit], form: str, look: Look | None = None) -> Iterator[str]:
    """Audits in one of ``FORMATS``, in pieces; ``text`` and ``jsonl`` write each audit as it comes.

    Mobile, identity and account numbers and the names of those who filled the report in appear covered (138****1234).
    """
    if form not in FORMATS:
        raise ValueError(f"unknown format {form!r}, choose one of {', '.join(FORMATS)}")
    if look is None:
        look = import_module("jixiao.writers.view").Look()
    discreet = import_module("jixiao.writers.discreet").discreet
    pieces: Iterator[str] = import_module(f"jixiao.writers.{form}").write(map(discreet, audits), look)
    return pieces


def folder(audits: Iterable[Audit], look: Look) -> Iterator[tuple[str, Iterator[str]]]:
    """One HTML page a report and a first page ``index.html``, by name and in pieces, each report as it comes."""
    discreet = import_module("jixiao.writers.discreet").discreet
    pages: Iterator[tuple[str, Iterator[str]]] = import_module("jixiao.writers.html.folder").folder(
        map(discreet, audits), look
    )
    return pages
