"""执行率与执行数、预算数不符。

执行率 is 全年执行数 ÷ 全年预算数 (the adjusted budget), and may be cut at 100 %. A rate that fits only 年初预算数 was worked out on the
wrong base, which the message says. 「0.98」 or 「1」 written as a ratio is read as such.
"""

from collections.abc import Iterator
from decimal import Decimal

from jixiao.model.amount import Amount, Span, sharp_spans, written
from jixiao.model.appraisal import FundLine
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_FULL = Decimal(100)


@rule(
    "FG105",
    title="执行率与执行数、预算数不符",
    title_en="The execution rate differs from its figures",
    message="执行率应为{expected}（{done}÷{budget}），写成了{found}",
    message_en="The execution rate is {expected} ({done} / {budget}), stated as {found}",
    variants={
        "initial": (
            "执行率应按全年预算数{budget}计算，为{expected}，现{found}是按年初预算数算的",
            "The rate belongs on the adjusted budget {budget}: {expected}; {found} is on the initial one",
        ),
    },
    cite="product#execution",
)
def fund_rate_mismatch(report: Report) -> Iterator[Outcome]:
    for sheet in report.appraisals:
        for line in sheet.funds:
            rate = line.rate.amount if line.rate else None
            done, budget = _amount(line, "executed"), _amount(line, "adjusted") or _amount(line, "initial")
            if rate is None or done is None or budget is None or line.rate is None:
                continue
            exact = _rate(done, budget)
            if exact is None or _fits(rate, exact):
                continue
            initial = _amount(line, "initial")
            wrong_base = initial is not None and (other := _rate(done, initial)) is not None and _fits(rate, other)
            right = written(done.value / budget.value * _FULL, max(rate.decimals, 2 if not rate.decimals else 0)) + "%"
            entries = [f.place for f in (line.executed, line.adjusted or line.initial) if f is not None]
            yield finding(
                line.rate.place, *entries, expected=right, found=line.rate.text, done=done.text, budget=budget.text,
                variant="initial" if wrong_base else "",
            )  # fmt: skip


def _amount(line: FundLine, name: str) -> Amount | None:
    entry = getattr(line, name)
    return entry.amount if entry is not None and entry.amount is not None and entry.amount.value > 0 else None


def _rate(done: Amount, budget: Amount) -> Span | None:
    part, whole = sharp_spans(done, budget)
    return part.over(whole)


def _fits(stated: Amount, exact: Span) -> bool:
    """Whether the rate is right as it stands, as a ratio, or cut at 100 %."""
    if stated.agrees(exact) or (stated.number == _FULL and exact.low > _FULL):
        return True
    as_ratio = Amount(stated.number * _FULL, "%", max(0, stated.decimals - 2), stated.text)
    return "%" not in stated.text and as_ratio.agrees(exact)
