"""Funds (年度资金): the rows of the money block of a 自评表."""

from __future__ import annotations

import re

from jixiao.extract.lines import Line, field_at, field_of, placed
from jixiao.forms.vocabulary import bare, role
from jixiao.model.appraisal import Field, FundLine
from jixiao.model.document import Cell
from jixiao.model.quantities import single

_ROLES = ("initial", "adjusted", "executed", "weight", "rate", "score")
_HUNDRED = 100
_MONEY = re.compile(r"[万亿]?元")
_SOLE = re.compile(r"(?P<label>[^：:\d]{2,24}?)[：:]\s*(?P<value>[^：:]*)")


def money_columns(line: Line) -> dict[str, int]:
    """The columns of a head row of the money block: role → position; {} where it is none.

    A sure head has two stages of money, or one beside 分值, 执行率 or 得分.
    """
    found = line.columns("money")
    if len(found) < 3:  # noqa: PLR2004
        return {}
    if "adjusted" in found:  # the label column may be headed 年度预算数, too: the last one counts
        found["adjusted"] = max(i for i, roles in enumerate(line.roles) if roles.get("money") == "adjusted")
    stages = sum(name in found for name in ("initial", "adjusted", "executed"))
    marks = sum(name in found for name in ("weight", "rate", "score"))
    return found if stages and marks else {}


def unit_in(*texts: str) -> str:
    """The unit of money that a caption or head cell names: 「年度预算申请（万元）」 → 万元; "" for none."""
    for text in texts:
        if "元" in text and (match := _MONEY.search(text)):
            return match[0]
    return ""


def fund_lines(line: Line, head: Line, columns: dict[str, int], unit: str) -> list[FundLine]:
    """The fund rows that one row of the table holds: one with columns, or 「一般公共预算：954.17」 in single cells."""
    sole = [found for i in line.filled if (found := _sole(line.cells[i], unit))]
    if sole and (len(sole) > 1 or sole[0].sole or not any(single(line.texts[i]) for i in line.filled)):
        return sole
    place = next((i for i in line.filled if "funds" in line.roles[i]), None)
    if place is None:  # a kind of money that we do not know is kept: what it belongs to cannot be added up
        place = next((i for i in line.filled if not single(line.texts[i])), None)
        if place is None or not any(single(line.texts[i]) for i in line.filled if i > place):
            return []
    values: dict[str, Field] = {}
    for name in _ROLES:
        if name in columns:
            at = placed(line, head, columns[name])
            if at is not None and at > place and line.own[at]:
                values[name] = field_of(line.cells[at], _unit_for(name, unit))
    if misplaced(values.get("weight")) or misplaced(values.get("score")):
        values = {}
    return [FundLine(line.roles[place].get("funds", ""), field_of(line.cells[place]), **values)]


def misplaced(points: Field | None) -> bool:
    """Whether what stands in a column of points is a rate or a sum of money: the row was read askew, nothing in it can be relied on."""
    return (
        points is not None
        and points.amount is not None
        and (points.text.endswith("%") or points.amount.number > _HUNDRED)
    )


def _unit_for(name: str, unit: str) -> str:
    return unit if name in ("initial", "adjusted", "executed") else "%" if name == "rate" else ""


def _sole(cell: Cell, unit: str) -> FundLine | None:
    """「其中：一般公共预算：954.17」 as a row with one figure; None for a cell that is no such thing."""
    plain = cell.plain
    if "：" not in plain:
        return None
    head = re.match(r"\s*其\s*中\s*：?\s*", plain)
    match = _SOLE.match(plain, head.end() if head else len(plain) - len(plain.lstrip()))
    if match is None or match.end() < len(plain.rstrip()):
        return None
    fund = role("funds", bare("".join(match["label"].split())))
    if not fund:
        return None
    return FundLine(
        fund,
        field_at(cell, match.start("label"), match.end("label")),
        sole=field_at(cell, match.start("value"), match.end("value"), unit),
    )
