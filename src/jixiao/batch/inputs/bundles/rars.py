"""rar: its directory by rarfile, its contents by whatever tool the machine has: no free library unpacks rar.

The tool prints all entries one after the other. No name of the archive reaches a command line or a path; the checksums of
the directory say which bytes are whose.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Timer
from typing import IO, Any
from zlib import crc32

from jixiao.batch.inputs import limits
from jixiao.batch.inputs.bundles.part import Part, Refused
from jixiao.batch.inputs.bundles.zips import most_of

# What prints all entries, the surest first. A free program of the name unrar knows no printing and writes files instead.
_TOOLS = (
    ("7zz", ("x", "-so", "-p-", "-bd", "-y", "--")),
    ("7z", ("x", "-so", "-p-", "-bd", "-y", "--")),
    ("bsdtar", ("-x", "-O", "-f")),
    ("unrar", ("p", "-inul", "-idq", "-p-", "-cfg-", "-y", "--")),
)
_MAKER = b"Roshal"
_ASKING = 5  # seconds
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the directory: its name, what it should inflate to, or the code for which it is not unpacked."""

    name: str
    size: int
    check: int | None
    printed: bool  # whether a tool prints bytes for it
    code: str = ""


def tools() -> list[tuple[str, ...]]:
    """The tools of this machine that may unpack rar, each with its words; some know rar only with a part of their own."""
    found = [(path, *words) for name, words in _TOOLS if (path := shutil.which(name))]
    return [one for one in found if "unrar" not in Path(one[0]).name or _is_unrar(one[0])]


def _is_unrar(path: str) -> bool:
    try:
        asked = subprocess.run([path], capture_output=True, stdin=subprocess.DEVNULL, timeout=_ASKING, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return _MAKER in asked.stdout


def entries(path: str) -> tuple[Entry, ...]:
    """The directory (in a guarded child); a bundle that cannot be opened is refused."""
    import rarfile  # noqa: PLC0415 - an extra

    try:
        with rarfile.RarFile(path, errors="strict", part_only=True) as package:
            secret = package.needs_password() and not package.infolist()
            volumes = len(package.volumelist())
            found = tuple(_entry(info) for info in package.infolist() if not info.is_dir())
    except rarfile.NeedFirstVolume as error:
        raise Refused("bundle_volumes") from error
    except MemoryError:
        raise
    except Exception as error:
        raise Refused("bundle_damaged") from error
    if secret or volumes > 1:
        raise Refused("bundle_encrypted" if secret else "bundle_volumes")
    if len(found) > limits.ENTRIES:
        raise Refused("bundle_entries")
    return found


def _entry(info: Any) -> Entry:  # noqa: ANN401
    size = max(0, info.file_size or 0)
    name = info.filename or ""
    if info.is_symlink() or getattr(info, "file_redir", None):
        return Entry(name, size, None, printed=False, code="entry_link")
    if info.needs_password():
        return Entry(name, size, None, printed=False, code="entry_encrypted")
    code = "entry_bomb" if size > limits.RATIO_FROM and size > limits.RATIO * max(1, info.compress_size) else ""
    code = code or ("entry_large" if size > most_of(name) else "")
    return Entry(name, size, info.CRC, printed=True, code=code)


def parts(path: str, held: tuple[Entry, ...]) -> Iterator[Part]:
    """Every entry in the order of the directory, as a tool prints them; one that knows no rar gives way to the next."""
    known = tools()
    if not known:
        raise Refused("no_rar_tool")
    for last, words in zip((*[False] * (len(known) - 1), True), known, strict=True):
        coming = _printed(words, path, held)
        first = list(islice(coming, next((n for n, one in enumerate(held, 1) if one.printed), 0)))
        if last or not first or first[-1].code != "entry_damaged":
            yield from first
            yield from coming
            return


def _printed(words: tuple[str, ...], path: str, held: tuple[Entry, ...]) -> Iterator[Part]:
    with (
        tempfile.TemporaryDirectory(prefix="jixiao-") as nowhere,
        subprocess.Popen(  # noqa: S603 - our own words and an absolute path
            [*words, path], cwd=nowhere, env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"}, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True,
        ) as process,
    ):  # fmt: skip
        _wall(process.pid)
        alarm = Timer(limits.TOOL_SECONDS, process.kill)
        alarm.start()
        try:
            assert process.stdout is not None  # noqa: S101 - it was asked for
            yield from _split(process.stdout, held)
        finally:
            alarm.cancel()
            process.kill()


def _split(stream: IO[bytes], held: tuple[Entry, ...]) -> Iterator[Part]:
    """Cuts what the tool prints by the sizes of the directory; from the first wrong checksum on nothing is sure."""
    lost = False
    for entry in held:
        if not entry.printed:
            yield Part(entry.name, code=entry.code)
            continue
        data, check = _taken(stream, entry.size, keep=not entry.code)
        lost = lost or len(data) != entry.size * (not entry.code) or (entry.check is not None and check != entry.check)
        yield Part(entry.name, code="entry_damaged") if lost else Part(entry.name, data, entry.code)


def _taken(stream: IO[bytes], size: int, *, keep: bool) -> tuple[bytes, int]:
    data, check, left = bytearray(), 0, size
    while left and (chunk := stream.read(min(_CHUNK, left))):
        left -= len(chunk)
        check = crc32(chunk, check)
        if keep:
            data += chunk
    return bytes(data), check


def _wall(process: int) -> None:
    """Keeps the tool from writing files, from taking all memory, and from running for ever, where the system can."""
    try:
        import resource  # noqa: PLC0415 - Windows has none

        for which, most in (
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_AS, limits.TOOL_BYTES),
            (resource.RLIMIT_CPU, limits.TOOL_SECONDS),
        ):
            resource.prlimit(process, which, (most, most))
    except (ImportError, AttributeError, OSError):
        pass
