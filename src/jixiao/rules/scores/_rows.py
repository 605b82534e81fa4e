"""What several rules of this family ask about a scored row or sheet."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from jixiao.law import Law, pattern
from jixiao.model.amount import Span, trimmed
from jixiao.model.appraisal import Field, FundLine, Indicator
from jixiao.model.finding import NotChecked
from jixiao.model.score import Points, Scores, SheetScore

ZERO = Decimal(0)
NO_WHOLE_SHEET = NotChecked("没有读到完整的自评表", "no whole self-evaluation sheet was found")
NO_FULL_WEIGHTS = NotChecked("没有分值齐全的自评表", "no sheet with all of its weights was found")
NO_RUBRIC = NotChecked("文件中没有考核评分表", "there is no rubric in this file")


def rows(scores: Scores) -> Iterator[tuple[Indicator, Points]]:
    """Every indicator of every sheet with its points."""
    for sheet in scores.sheets:
        yield from sheet.indicators


def agrees(field: Field | None, value: Decimal) -> bool:
    """Whether a printed score is a computed one, rounded or cut off as it was printed."""
    if field is None or field.amount is None:
        return False
    exponent = value.as_tuple().exponent
    play = Decimal(1).scaleb(exponent) / 2 if isinstance(exponent, int) and exponent < 0 else ZERO
    return field.amount.agrees(Span(value - play, value + play))


def shown(value: Decimal) -> str:
    """A number as it is written: 10.00 → 10, 9.470 → 9.47."""
    return trimmed(value.quantize(Decimal("0.01"), ROUND_HALF_UP))


def percent(value: Decimal) -> str:
    """A ratio as it is written: 198.3%."""
    return f"{trimmed(value.quantize(Decimal('0.1'), ROUND_HALF_UP))}%"


def docked(points: Points) -> bool:
    """Whether the row was given fewer points than its weight."""
    return points.stated is not None and points.weight > 0 and ZERO <= points.stated < points.weight


def note(indicator: Indicator) -> str:
    """The deviation note without blanks, "" where there is no such column or nothing in it."""
    return "".join(indicator.note.text.split()).strip("。；，;,") if indicator.note is not None else ""


def reason(indicator: Indicator) -> str:
    """The note where it gives a reason; "" for 无, 无偏差, dashes and blanks."""
    text = note(indicator)
    return "" if pattern("no_reason").search(text) else text


def empty_total(line: FundLine) -> bool:
    """Whether the 年度资金总额 row was left at zero: SC129 says what it should be."""
    amounts = [
        f.amount.number for f in (line.initial, line.adjusted, line.executed, line.sole) if f is not None and f.amount
    ]
    return bool(amounts) and not any(amounts)


def full_weights(sheet: SheetScore, law: Law) -> bool:
    """Whether this is a whole table whose weights, with the execution rate's or without, make the full mark."""
    if not sheet.appraisal.complete or not sheet.indicators or any(not p.weight for _, p in sheet.indicators):
        return False
    return weight_sum(sheet) == law.number("weight.total") or counts_execution(sheet, law)


def weight_sum(sheet: SheetScore) -> Decimal:
    """The sum of the indicators' weights."""
    return sum((p.weight for _, p in sheet.indicators), ZERO)


def counts_execution(sheet: SheetScore, law: Law) -> bool:
    """Whether the execution rate of the money row is needed to make the full mark."""
    return sheet.execution is not None and weight_sum(sheet) + sheet.execution.weight == law.number("weight.total")


def counted(sheet: SheetScore, law: Law) -> list[Points]:
    """All points that make the total: the indicators and, where it counts, the execution rate."""
    parts = [p for _, p in sheet.indicators]
    if sheet.execution is not None and counts_execution(sheet, law):
        parts.append(sheet.execution)
    return parts
