"""Unpacking (解压): a bundle taken apart in a guarded child, its files written under names of our own into the spool."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp
from typing import Self

from jixiao.batch.inputs import limits
from jixiao.batch.inputs.bundles import handing, rars
from jixiao.batch.inputs.bundles.kinds import bundle_kind
from jixiao.batch.inputs.bundles.part import Part, Refused
from jixiao.batch.inputs.clutter import clutter
from jixiao.batch.inputs.found import Found, suffix_of, tidy
from jixiao.batch.inputs.told import Tell, note
from jixiao.isolation import Crew, Failed

_LIMIT = {
    "bundle_entries": limits.ENTRIES, "bundle_total": limits.TOTAL_BYTES >> 20, "entry_large": limits.ENTRY_BYTES >> 20,
}  # fmt: skip
_NEEDED = {"7z": ("py7zr", "no_7z"), "rar": ("rarfile", "no_rar")}


class Unpacker:
    """Unpacks one bundle after the other into a spool, with children that it keeps for them. Use it in a ``with`` block."""

    def __init__(self, spool: Path, tell: Tell) -> None:
        self._spool, self._tell = spool, tell
        self._crews: dict[str, Crew] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        while self._crews:
            self._crews.popitem()[1].close()

    def unpacked(self, kind: str, bundle: Found, depth: int = limits.DEPTH) -> list[Found]:
        """The files of a bundle by name; what cannot be unpacked is among them, with the reason."""
        folder = Path(mkdtemp(dir=self._spool))
        found: list[Found] = []
        budget = _Budget(Path(bundle.path).stat().st_size)
        try:
            for number, part in enumerate(self._parts(kind, bundle.path), 1):
                inside = tidy(part.name)
                name = f"{bundle.name}/{inside}"
                if (reason := clutter(inside)) is not None:
                    self._tell(replace(reason, name=name))
                    continue
                budget.take(len(part.data))
                found += self._kept(part, name, folder / f"{number:06d}{suffix_of(name).lower()}", depth)
        except Refused as refused:
            found.append(_refused(bundle.name, refused.code))
        found.sort(key=lambda one: one.name)
        return found or [_refused(bundle.name, "bundle_empty")]

    def _kept(self, part: Part, name: str, path: Path, depth: int) -> list[Found]:
        """An entry as a file of the spool, or as the files in it where it is a bundle itself."""
        if part.code:
            return [_refused(name, part.code)]
        path.write_bytes(part.data)
        one = Found(name, str(path))
        kind = bundle_kind(one.path, name)
        if not kind:
            return [one]
        try:
            return self.unpacked(kind, one, depth - 1) if depth else [_refused(name, "entry_nested")]
        finally:
            path.unlink()

    def _parts(self, kind: str, path: str) -> Iterator[Part]:
        module, code = _NEEDED.get(kind, ("", ""))
        if module and find_spec(module) is None:
            raise Refused(code)
        absolute = str(Path(path).resolve())
        return self._of_rar(absolute) if kind == "rar" else self._guarded(kind, absolute)

    def _crew(self, kind: str) -> Crew:
        """The child for a kind of bundle, which goes on from where it was with the last part that it handed over."""
        if kind not in self._crews:
            preload = (handing.__name__, *((_NEEDED[kind][0],) if kind in _NEEDED else ()))
            self._crews[kind] = Crew(1, limits.CHILD, preload)
        return self._crews[kind]

    def _guarded(self, kind: str, path: str) -> Iterator[Part]:
        """The parts as children hand them over. An entry that costs its child is passed over, once; then the bundle is."""
        start, single, lost = 0, False, False
        while True:
            ((_, handed),) = self._crew(kind).map(handing.hand, [(kind, path, start, single)])
            if not isinstance(handed, Failed):
                yield from handed.parts
                start += len(handed.parts)
                if handed.code:
                    raise Refused(handed.code)
                if handed.last:
                    return
                continue
            if lost or handed.kind == "timed_out":
                raise Refused(f"bundle_{handed.kind}")
            if single:
                yield Part(f"第{start + 1}个文件", code="entry_damaged")
                start, lost = start + 1, True
            single = True

    def _of_rar(self, path: str) -> Iterator[Part]:
        ((_, held),) = self._crew("rar").map(handing.listed, [path])
        if isinstance(held, Failed):
            raise Refused(f"bundle_{held.kind}")
        if isinstance(held, str):
            raise Refused(held)
        yield from rars.parts(path, held)


class _Budget:
    """How much all entries of a bundle may inflate to."""

    def __init__(self, packed: int) -> None:
        self._most = min(limits.TOTAL_BYTES, limits.RATIO * max(packed, limits.RATIO_FROM))
        self._total = 0

    def take(self, size: int) -> None:
        """Counts an entry; one too many ends the unpacking."""
        self._total += size
        if self._total > self._most:
            raise Refused("bundle_total" if self._most == limits.TOTAL_BYTES else "bundle_bomb")


def _refused(name: str, code: str) -> Found:
    words = {"limit": _LIMIT[code]} if code in _LIMIT else {}
    return Found(name, "", note(code, **words))
