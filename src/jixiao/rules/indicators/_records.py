"""Which typed values of indicators mean the very thing that the records were asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.model.amount import Amount
from jixiao.model.appraisal import Indicator
from jixiao.model.claims import by_name, wording
from jixiao.model.proof import Proof
from jixiao.model.report import Report
from jixiao.model.units import unit_of
from jixiao.rules.indicators._rows import squeezed

# Another span or another way of counting, said anywhere in the row, makes it another indicator.
_OTHERWISE = re.compile(
    r"口径|累计|截至|截止|半年|季度|上年|去年|年初|[1-9]\d?月|月[底末均]|近[二两三五]年|[二两三五]年|抽查|抽样|不含|约|左右|余"
)


def typed(report: Report, proofs: Sequence[Proof]) -> Iterator[tuple[Indicator, Amount, Proof]]:
    """Rows whose value may be held against the records, each with the proof that is meant by its exact name."""
    if report.year is None:
        return
    known = by_name(report.year, proofs)
    found = [
        (row, row.actual.amount, known[name])
        for sheet in report.appraisals
        if sheet.implementer is None or _own(sheet.implementer.text, report)
        for row in sheet.indicators
        if row.actual.amount is not None
        and (name := wording(row.name.text)) in known
        and _plain(row, row.actual.amount)
    ]
    for row, amount, proof in found:
        others = (value for other, value, same in found if other is not row and same is proof)
        if amount.dimension == unit_of(proof.unit)[0] and all(amount.agrees(value.span) for value in others):
            yield row, amount, proof


def _own(implementer: str, report: Report) -> bool:
    """A sheet that another unit carried out counts other things than the report's own records."""
    return not implementer or report.unit is None or squeezed(implementer) == squeezed(report.unit.text)


def _plain(row: Indicator, amount: Amount) -> bool:
    """Whether the value is one number alone and nothing in the row says that it was counted otherwise."""
    printed = squeezed(amount.text)
    alone = squeezed(row.actual.text) in (printed, printed + amount.unit)
    words = "".join(squeezed(one.text) for one in (row.actual, row.target, row.note) if one is not None)
    return alone and not _OTHERWISE.search(words)
