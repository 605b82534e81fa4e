"""Numbers (数): with separators, full-width digits, signs of money, units, and brackets for what is below nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jixiao.records.checking.step import Step
from jixiao.records.checking.words import mapped
from jixiao.records.database import quoted

_WIDE, _NARROW = "０１２３４５６７８９．－＋（）％", "0123456789.-+()%"
_ASIDE = r"[,，\s￥¥元]|人民币"
_BRACKETS, _NEGATIVE = r"^[(](.*)[)]$", r"-\1"
_UNITS = {"万": 10_000, "亿": 100_000_000}
_EXACT = "DECIMAL(28,6)"


def steps(kind: str, name: str, factor: int, values: Mapping[str, Sequence[str]]) -> tuple[Step, ...]:
    """A number, amount or integer (``kind``) out of the text t_name; ``factor`` is what the heading counts in, in 元."""
    text, plain = f"t_{name}", f"p_{name}"
    first = (plain, f"CASE WHEN TRY_CAST({text} AS {_EXACT}) IS NULL THEN {_plain(text)} ELSE {text} END")
    if kind == "money":
        return first, (f"c_{name}", _money(text, plain, factor))
    exact = (f"n_{name}", f"TRY_CAST({plain} AS DECIMAL(18,6))")
    if kind == "number":
        return first, exact, (f"c_{name}", f"n_{name}")
    return first, exact, (f"c_{name}", _integer(text, f"n_{name}", values))


def _money(text: str, plain: str, factor: int) -> str:
    """元; where the cell says 万元, 亿元 or 元 itself, that counts and not the heading."""
    told = " ".join(
        f"WHEN SUFFIX({plain}, {quoted(unit)}) THEN TRY_CAST(RTRIM({plain}, {quoted(unit)}) AS {_EXACT}) * {many}"
        for unit, many in _UNITS.items()
    )
    own = f"WHEN SUFFIX({text}, '元') THEN TRY_CAST({plain} AS {_EXACT})"
    return f"TRY_CAST(CASE {told} {own} ELSE TRY_CAST({plain} AS {_EXACT}) * {factor} END AS DECIMAL(18,2))"


def _integer(text: str, exact: str, values: Mapping[str, Sequence[str]]) -> str:
    """Words that mean a number count as it, and then no other number does."""
    whole = f"CASE WHEN {exact} = TRUNC({exact}) THEN CAST({exact} AS BIGINT) END"
    if not values:
        return whole
    keys = ", ".join(values)
    return f"COALESCE(CAST({mapped(text, values)} AS BIGINT), CASE WHEN {exact} IN ({keys}) THEN {whole} END)"


def _plain(text: str) -> str:
    narrow = f"REGEXP_REPLACE(TRANSLATE({text}, {quoted(_WIDE)}, {quoted(_NARROW)}), {quoted(_ASIDE)}, '', 'g')"
    return f"REGEXP_REPLACE({narrow}, {quoted(_BRACKETS)}, {quoted(_NEGATIVE)})"
