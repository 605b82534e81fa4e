"""Indicators from records as JSON and CSV: the whole proof, so that another program can do the sum again.

Numbers are decimal strings in JSON: no digit is lost on the way through a double.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from jixiao import __version__
from jixiao.model.proof import Proof, Source
from jixiao.writers.csv import guarded
from jixiao.writers.records.view import Line, Listing, Sheet, Slice, shown
from jixiao.writers.records.words import tell
from jixiao.writers.view import plain_number

_BYTE_ORDER_MARK = "\ufeff"
_NUMBER = re.compile(r"-?\d+(\.\d+)?")  # a negative number is no formula
_EXACT = Decimal("0.000001")
_PROOF = (
    "code", "name", "value", "unit", "numerator", "denominator", "rows", "read", "refused", "start", "end", "definition", "cite",
    "verified", "reason", "sources",
)  # fmt: skip


def as_json(found: Sheet, by: str = "") -> str:
    """The sheet with months and units of every indicator, or only those asked for."""
    whole = {
        "version": __version__, "store": found.store, "period": found.period, "start": found.start.isoformat(),
        "end": found.end.isoformat(), "indicators": [_line(line, by) for line in found.lines],
    }  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def listing_json(found: Listing) -> str:
    """The rows behind an indicator, with its proof."""
    rows = [dict(zip(found.columns, map(_cell, row), strict=True)) for row in found.rows]
    whole = {
        "version": __version__, "store": found.store, "period": found.period, "indicator": proof_data(found.proof),
        "what": found.what, "total": found.total, "rows": rows,
    }  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def proof_data(proof: Proof) -> dict[str, object]:
    """A proof as plain data."""
    return {
        "code": proof.code, "title": proof.title, "unit": proof.unit, "measure": proof.measure, "text": proof.text,
        "value": _number(proof.value), "reason": proof.reason, "numerator": _number(proof.numerator),
        "denominator": _number(proof.denominator), "start": proof.start.isoformat(), "end": proof.end.isoformat(),
        "rows": proof.rows, "read": proof.read, "refused": proof.refused, "sources": [_source(one) for one in proof.sources],
        "definition": proof.definition, "cite": proof.cite, "verified": proof.verified, "names": list(proof.names),
        "query": proof.query,
    }  # fmt: skip


def as_csv(found: Sheet, by: str, lang: str) -> Iterator[str]:
    """A row an indicator, or a row a month or unit of it."""
    if by:
        part = tell("month" if by == "month" else "org", lang)
        heads = [tell(key, lang) for key in ("code", "name", "value", "unit", "numerator", "denominator", "rows")]
        yield from rows((*heads[:2], part, *heads[2:]), _slices(found, by))
    else:
        yield from rows([tell(key, lang) for key in _PROOF], (_cells(line) for line in found.lines))


def listing_csv(found: Listing) -> Iterator[str]:
    """The rows behind an indicator under their names."""
    yield from rows(found.columns, ([shown(cell) for cell in row] for row in found.rows))


def rows(head: Sequence[str], body: Iterable[Sequence[str]]) -> Iterator[str]:
    """CSV that Excel opens as it is and never takes for formulas."""
    yield _BYTE_ORDER_MARK + _row(head)
    for row in body:
        yield _row(row)


def _line(line: Line, by: str) -> dict[str, object]:
    data = proof_data(line.proof)
    if by != "unit":
        data["months"] = [_slice(one) for one in line.months]
    if by != "month":
        data["units"] = [_slice(one) for one in line.units]
    return data


def _slice(one: Slice) -> dict[str, object]:
    return {
        "name": one.name, "value": _number(one.value), "numerator": _number(one.numerator),
        "denominator": _number(one.denominator), "rows": one.rows,
    }  # fmt: skip


def _source(one: Source) -> dict[str, object]:
    return {
        "table": one.table, "name": one.name, "sha256": one.sha256, "read": one.read, "refused": one.refused,
        "replaced": one.replaced,
    }  # fmt: skip


def _cells(line: Line) -> Sequence[str]:
    proof = line.proof
    sources = "；".join(f"{one.name} {one.sha256}" for one in proof.sources)
    return (
        proof.code, line.title, _number(proof.value) or "", proof.unit, _number(proof.numerator) or "",
        _number(proof.denominator) or "", str(proof.rows), str(proof.read), str(proof.refused), f"{proof.start:%Y-%m-%d}",
        f"{proof.end:%Y-%m-%d}", proof.definition, proof.cite, "✓" if proof.verified else "", proof.reason, sources,
    )  # fmt: skip


def _slices(found: Sheet, by: str) -> Iterator[Sequence[str]]:
    for line in found.lines:
        for one in line.months if by == "month" else line.units:
            numbers = (_number(one.numerator) or "", _number(one.denominator) or "", str(one.rows))
            yield (line.proof.code, line.title, one.name, _number(one.value) or "", one.unit, *numbers)


def _number(value: Decimal | None) -> str | None:
    """Six decimals at most: a share that never ends is not carried further."""
    if value is None:
        return None
    return plain_number(value.quantize(_EXACT) if -value.as_tuple().exponent > 6 else value)  # type: ignore[operator]  # noqa: PLR2004


def _cell(cell: object) -> object:
    return cell if cell is None or isinstance(cell, bool | int) else shown(cell)


def _row(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([cell if _NUMBER.fullmatch(cell) else guarded(cell) for cell in cells])
    return out.getvalue()
