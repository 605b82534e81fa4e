"""数据来源与计算依据: the indicator values that come from records, each with what it was computed from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from jixiao.model.amount import trimmed
from jixiao.model.claims import by_name, wording
from jixiao.model.figure import Figure
from jixiao.model.filing import Filing, IndicatorEntry, Mistake, SheetEntry
from jixiao.model.manuscript import Break, Grid, Line, Piece, Runs, Slot
from jixiao.model.proof import Proof

TITLE = "数据来源与计算依据"
_HEAD = ("指标", "完成值", "分子", "分母", "期间", "来源文件\n（SHA-256前8位）", "计算口径")
_WIDTHS = (34.0, 20.0, 22.0, 22.0, 32.0, 50.0, 45.0)
_LEFT = (0, 5, 6)  # columns of words
_BOUND = re.compile(r"\s*记录\s*[:：]\s*(?P<code>[A-Za-z]{2}\d{2,3})\s*")


def bound(filing: Filing, proofs: Sequence[Proof]) -> tuple[Filing, tuple[Mistake, ...]]:
    """The filing with every 「记录:CS03」 replaced by the value of the records, and what cannot be replaced."""
    known = {proof.code: proof for proof in proofs}
    mistakes: list[Mistake] = []

    def sheet(one: SheetEntry, address: str) -> SheetEntry:
        rows = []
        for n, row in enumerate(one.indicators, 1):
            code = code_in(row.actual)
            proof = known.get(code)
            if code and (proof is None or proof.value is None):
                mistakes.append(_mistake(f"{address}.indicators.{n}.actual", row, code, proof))
            rows.append(replace(row, actual=proof.text) if proof and proof.value is not None else row)
        return replace(one, indicators=tuple(rows))

    department = sheet(filing.department, "department")
    projects = tuple(sheet(one, f"projects.{n}") for n, one in enumerate(filing.projects, 1))
    return replace(filing, department=department, projects=projects), tuple(mistakes)


def code_in(actual: str) -> str:
    """The code in 「记录:CS03」, "" where the value was typed."""
    found = _BOUND.fullmatch(actual)
    return found["code"].upper() if found else ""


def used(filing: Filing, proofs: Sequence[Proof]) -> tuple[Proof, ...]:
    """The proofs of those indicators of the filing that are bound to the records or mean one of them by name."""
    codes, names = {proof.code: proof for proof in proofs if proof.value is not None}, by_name(filing.year, proofs)
    rows = (row for sheet in (filing.department, *filing.projects) for row in sheet.indicators)
    found = (codes.get(code_in(row.actual)) or names.get(wording(row.name)) for row in rows)
    return tuple({proof.code: proof for proof in found if proof is not None}.values())


def figures(proofs: Sequence[Proof]) -> dict[str, Figure]:
    """The values as figures of the report: ``records.CS03``."""
    return {
        f"records.{proof.code}": Figure(f"records.{proof.code}", proof.title, proof.text, value=proof.value)
        for proof in proofs
    }


def pieces(proofs: Sequence[Proof], known: Mapping[str, Figure]) -> Iterator[Piece]:
    """The table on a page of its own, nothing where no value comes from records."""
    if not proofs:
        return
    yield Break(landscape=True)
    yield Line("caption", (TITLE,))
    slots = [Slot(1, n, (words,), role="head") for n, words in enumerate(_HEAD, 1)]
    for row, proof in enumerate(proofs, 2):
        cells: Runs = (
            proof.title,
            known[f"records.{proof.code}"],
            *_sums(proof),
            _span(proof),
            _files(proof),
            proof.definition,
        )
        slots += [
            Slot(row, n + 1, (run,), role="label" if n == 0 else "value", align="left" if n in _LEFT else "center")
            for n, run in enumerate(cells)
        ]
    yield Grid("evidence", TITLE, _WIDTHS, tuple(slots), 1)
    yield Line("note", ("注：完成值由来源文件中的业务记录逐条计算得出；填报值与此不符的，以本表为核对依据。",))


def _sums(proof: Proof) -> tuple[str, str]:
    return trimmed(proof.numerator), "—" if proof.denominator is None else trimmed(proof.denominator)


def _span(proof: Proof) -> str:
    last = proof.end - timedelta(days=1)
    return f"{proof.start:%Y-%m-%d}\n至{last:%Y-%m-%d}"


def _files(proof: Proof) -> str:
    return "\n".join(dict.fromkeys(f"{source.name}（{source.sha256[:8]}）" for source in proof.sources)) or "—"


def _mistake(address: str, row: IndicatorEntry, code: str, proof: Proof | None) -> Mistake:
    why = f"记录算不出{code}：{proof.reason}" if proof else f"业务记录中没有指标{code}，或没有用 --records 给出记录"
    why_en = f"the records give no value for {code}" if proof else f"no indicator {code}, or no --records was given"
    return Mistake(
        address, address, row.actual, f"{why}。请改正代码、补齐记录，或直接填写完成值。",
        f"{why_en}: mend the code or the records, or type the value.", "records",
    )  # fmt: skip
