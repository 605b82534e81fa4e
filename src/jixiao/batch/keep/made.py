"""由何而来: hashes of what a kept record was made by; whatever of that changes, the record is made anew."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from jixiao import law as laws
from jixiao import pipeline
from jixiao.batch.canonical import canonical
from jixiao.batch.keep.noting import ALL, TABLES
from jixiao.batch.keep.sources import closure, digest, files, modules
from jixiao.readers.formats import formats
from jixiao.rules.registry import catalogue

if TYPE_CHECKING:
    from jixiao.law import Law

_ENCODING = tuple(
    f"jixiao.batch.keep.{name}" for name in ("columns", "kinds", "segments", "report", "words", "outcomes")
)
_COMMON, _FORMAT = "jixiao.readers.common", 2  # dots in the name of a format's package: jixiao.readers.docx
_SINGLE = ("title", "pack_hash", "lineage")


@cache
def documents() -> frozenset[bytes]:
    """What the document of a file may have been made by: the readers of each format as they are now."""
    return frozenset(map(document, [one.name for one in formats()]))


@cache
def document(form: str) -> bytes:
    """The reader of a format with all that it uses, what tells formats apart, and what looks for personal data."""
    known = next(one for one in formats() if one.name == form)
    telling = [name for name in modules("readers") if name.count(".") <= _FORMAT or name.startswith(_COMMON)]
    own = [name for name in modules("readers") if name.startswith(known.read.__module__)]
    return _bytes(digest({*telling, *closure([*own, "jixiao.model.covering"]), *_ENCODING}, files("readers")))


@cache
def understood() -> bytes:
    """Extraction with all that it uses and the forms."""
    glue = inspect.getsource(pipeline.understand)
    return _bytes(digest({*closure(modules("extract")), *_ENCODING}, files("forms")) + glue)


@dataclass(frozen=True)
class State:
    """All rules, the scoring and the law as they are at one time (规则现状)."""

    rules: dict[str, str]  # code → hash of what it is made of
    score: str
    law: dict[str, dict[str, str]]  # pack → entry → hash of its value

    @cached_property
    def id(self) -> bytes:
        """Another one for another state."""
        return sha256(canonical([self.rules, self.score, self.law])).digest()[:16]


@cache
def state() -> State:
    """The state now."""
    common = closure(["jixiao.rules.run", "jixiao.rules.registry"])
    glue = inspect.getsource(pipeline.audit_report)
    rules = {}
    for code, rule in catalogue().items():
        used = closure([rule.check.__module__]) | common
        rules[code] = _hex(digest(used) + glue)
    return State(
        rules, digest(closure(["jixiao.score.report"])), {name: entries(laws.load(name)) for name in laws.packs()}
    )


def entries(law: Law) -> dict[str, str]:
    """A hash of every value of a law, by the name under which a rule may have read it."""
    found = {name: _hex(repr(getattr(law, name))) for name in _SINGLE}
    for table in TABLES:
        values = getattr(law, table)
        found |= {f"{table}:{key}": _hex(repr(value)) for key, value in values.items()}
        found[f"{table}:{ALL}"] = _hex(repr(sorted(values.items(), key=lambda item: str(item[0]))))
    return found


def _bytes(text: str) -> bytes:
    return sha256(text.encode()).digest()[:16]


def _hex(text: str) -> str:
    return _bytes(text).hex()
