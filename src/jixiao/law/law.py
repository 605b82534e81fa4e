"""Law (规则包): the numbers, conventions and tables that hold for a place and a time, and their citations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from jixiao.law.problem import LawError

if TYPE_CHECKING:
    from jixiao.model.law import Choice, Citation, Norm, Parameter, Row

T = TypeVar("T")


@dataclass(frozen=True)
class Law:
    """One pack with its parents merged in.

    ``pack`` is its id, ``pack_hash`` twelve hex digits over every merged value, ``lineage`` the pack and its parents.
    """

    pack: str
    title: str
    pack_hash: str
    lineage: tuple[str, ...]
    numbers: Mapping[str, Parameter]
    texts: Mapping[str, Choice]
    tables: Mapping[str, Norm]
    citations: Mapping[str, Citation]

    def parameter(self, name: str) -> Parameter:
        """A number with its unit, citation and status."""
        return _look(self.numbers, name, self.pack, "参数")

    def number(self, name: str) -> Decimal:
        """A number: ``law.number("over.explain")`` → 130 (%)."""
        return self.parameter(name).value

    def choice(self, name: str) -> Choice:
        """A convention with its citation and status."""
        return _look(self.texts, name, self.pack, "约定")

    def text(self, name: str) -> str:
        """A convention by name: ``law.text("reverse")`` → linear or ratio."""
        return self.choice(name).value

    def norm(self, name: str) -> Norm:
        """A table with its citation and status."""
        return _look(self.tables, name, self.pack, "分档表")

    def table(self, name: str) -> tuple[Row, ...]:
        """The rows of a table, () where this pack has none of that name."""
        found = self.tables.get(name)
        return found.rows if found else ()

    def citation(self, name: str) -> Citation:
        """The document and article of an id such as ``cn.budget-law#14``."""
        return _look(self.citations, name, self.pack, "依据")

    def grade(self, score: Decimal) -> str:
        """评价等级 of a total score: exactly 90 is 优."""
        return next((str(row["name"]) for row in self.table("grades") if score >= Decimal(row["low"])), "")


def _look(found: Mapping[str, T], name: str, pack: str, kind: str) -> T:
    if name not in found:
        raise LawError(f"规则包 {pack} 中没有{kind}“{name}”")
    return found[name]
