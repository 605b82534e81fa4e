"""Stamp (工作簿标记): form, year, unit and version in the hidden sheet, and the print of them that shows a change."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from jixiao.filing.workbook.plan import VERSION

MAGIC = "jixiao filing"
_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a workbook was made for; ``unit`` is "" where it was made for any unit."""

    form: str
    year: int
    unit: str
    version: str = str(VERSION)

    @property
    def fingerprint(self) -> str:
        """Sixteen hex digits over the rest."""
        return sha256("\0".join([MAGIC, self.form, str(self.year), self.unit, self.version]).encode()).hexdigest()[
            :_LENGTH
        ]

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """The rows of the hidden sheet."""
        return (
            ("kind", MAGIC),
            ("version", self.version),
            ("form", self.form),
            ("year", str(self.year)),
            ("unit", self.unit),
            ("fingerprint", self.fingerprint),
        )
