"""Item (一份报告): one report of a batch, in one file or in several."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.model.document import Unread


@dataclass(frozen=True, slots=True)
class Item:
    """One report: its name in the batch, and its files, each by its name and by the path where its bytes are.

    ``name`` and the names of the files are those that results show: relative to what the user gave, with ``/`` between
    folders, and the same on every machine; a path is never shown. ``unit`` is the unit that the name was matched to.
    ``unread`` says why there is nothing to read where that is known already (a part of a bundle with a password).
    ``identity`` stands for the contents where these are too far away to be hashed first (address, size and time).
    ``held`` are the files with their hashes where it is audited from what is kept of it, and no file is opened.
    """

    name: str
    files: tuple[tuple[str, str], ...]
    unit: str = ""
    unread: Unread | None = None
    identity: str = ""
    held: tuple[tuple[str, str], ...] = ()
