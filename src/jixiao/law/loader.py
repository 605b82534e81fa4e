"""Loads a pack (规则包): its own YAML over that of its parents, validated, with a hash over the result."""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from functools import cache
from hashlib import sha256

from jixiao.law.citations import citations
from jixiao.law.files import Raw, names, raw
from jixiao.law.law import Law
from jixiao.law.problem import LawError
from jixiao.model.law import Choice, Norm, Parameter, Row

DEFAULT = "CN-2020"
_PARTS = ("numbers", "texts", "tables")


def packs() -> tuple[str, ...]:
    """The ids of all packs, the default one first."""
    return tuple(sorted(names("packs"), key=lambda name: (name != DEFAULT, name)))


def load(pack: str = DEFAULT) -> Law:
    """The law under a pack; upper and lower case are the same. Raises LawError for a name that is none."""
    known = {name.upper(): name for name in packs()}
    name = known.get(pack.strip().upper())
    if name is None:
        raise LawError(f"没有名为“{pack}”的规则包，可用的有：{'、'.join(packs())}")
    return _load(name)


@cache
def _load(name: str) -> Law:
    lineage = _lineage(name)
    merged: dict[str, Raw] = {part: {} for part in _PARTS}
    for ancestor in reversed(lineage):
        for part in _PARTS:
            merged[part].update(raw("packs", ancestor).get(part) or {})
    printed = json.dumps(merged, sort_keys=True, ensure_ascii=False, default=str)
    return Law(
        name,
        str(raw("packs", name).get("title", name)),
        sha256(printed.encode()).hexdigest()[:12],
        lineage,
        {key: _parameter(name, key, entry) for key, entry in merged["numbers"].items()},
        {key: _choice(name, key, entry) for key, entry in merged["texts"].items()},
        {key: _norm(name, key, entry) for key, entry in merged["tables"].items()},
        citations(),
    )


def _lineage(name: str) -> tuple[str, ...]:
    chain = [name]
    while parent := raw("packs", chain[-1]).get("extends"):
        if parent in chain:
            raise LawError(f"规则包 {name} 的 extends 绕成了圈：{' → '.join([*chain, parent])}")
        if parent not in names("packs"):
            raise LawError(f"规则包 {chain[-1]} 的 extends 指向不存在的“{parent}”")
        chain.append(parent)
    return tuple(chain)


def _parameter(pack: str, key: str, entry: Raw) -> Parameter:
    cite, verified = _basis(pack, key, entry)
    value = _decimal(pack, key, entry.get("value"))
    return Parameter(key, value, str(entry.get("unit", "")), cite, verified, entry.get("since"), entry.get("until"))


def _choice(pack: str, key: str, entry: Raw) -> Choice:
    cite, verified = _basis(pack, key, entry)
    return Choice(key, str(entry["value"]), cite, verified, entry.get("since"), entry.get("until"))


def _norm(pack: str, key: str, entry: Raw) -> Norm:
    cite, verified = _basis(pack, key, entry)
    rows = tuple(_row(row) for row in entry.get("rows", ()))
    return Norm(key, rows, cite, verified, entry.get("since"), entry.get("until"))


def _row(row: Raw) -> Row:
    return {key: value if isinstance(value, str) else Decimal(str(value)) for key, value in row.items()}


def _basis(pack: str, key: str, entry: Raw) -> tuple[str, bool]:
    cite, verified = entry.get("cite"), entry.get("verified")
    if cite not in citations():
        raise LawError(f"规则包 {pack} 的“{key}”引用了不存在的依据“{cite}”")
    if not isinstance(verified, bool):
        raise LawError(f"规则包 {pack} 的“{key}”没有写明是否核实（verified）")
    return str(cite), verified


def _decimal(pack: str, key: str, value: object) -> Decimal:
    try:
        return Decimal(str(value))
    except InvalidOperation as error:
        raise LawError(f"规则包 {pack} 的“{key}”的值“{value}”不是数") from error
