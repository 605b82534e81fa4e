"""填报值与业务记录不符。

An indicator whose name means exactly one indicator of the records is held against what the records of the same year give.
Silent where the two agree at the printed precision. A full 100 % claims every single case; rounded up to it, it is asked about.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.model.amount import Amount, trimmed
from jixiao.model.finding import Outcome
from jixiao.model.proof import Proof
from jixiao.model.report import Report
from jixiao.model.units import PERCENT, unit_of
from jixiao.rules.indicators._records import typed
from jixiao.rules.indicators._rows import title
from jixiao.rules.registry import finding, rule

_WHOLE = Decimal(100)


@rule(
    "IX129",
    title="填报值与业务记录不符",
    title_en="A value differs from the records",
    message="“{item}”填{found}，记录算得{expected}（{sums}；{sources}）",
    message_en="{item} says {found}; the records give {expected} ({sums}; {sources})",
    cite="arithmetic",
    severity="warning",
    variants={
        "rounded": (
            "“{item}”填{found}，记录为{expected}（{sums}；{sources}），并非全部",
            "{item} says {found}; the records give {expected} ({sums}; {sources}), which is not all",
        )
    },
)
def records_differ(report: Report, proofs: Sequence[Proof]) -> Iterator[Outcome]:
    for row, amount, proof in typed(report, proofs):
        value = (proof.value or Decimal(0)) * unit_of(proof.unit)[1]
        if not amount.agrees(value):
            severity, variant = "", ""
        elif amount.is_percent and amount.value == _WHOLE > value:
            severity, variant = "info", "rounded"
        else:
            continue
        yield finding(
            row.actual.place,
            expected=_right(amount, proof, value),
            found=amount.text,
            severity=severity,
            variant=variant,
            item=title(row),
            sums=_sums(proof),
            sources="、".join(dict.fromkeys(source.name for source in proof.sources)),
        )


def _right(amount: Amount, proof: Proof, value: Decimal) -> str:
    """The right value in the unit and with the decimals that were typed; a rate as its proof prints it."""
    return proof.text if proof.unit == PERCENT else amount.written(value)


def _sums(proof: Proof) -> str:
    """What was divided by what; a total stands for itself."""
    parts = (proof.numerator, proof.denominator)
    return "÷".join(trimmed(part) for part in parts if part is not None)
