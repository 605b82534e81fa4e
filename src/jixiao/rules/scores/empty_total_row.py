"""年度资金总额为0而分项有数。

The total row was left at zero although the rows below it carry money, so the execution rate and its score came out as 0 too.
"""

from collections.abc import Iterator
from decimal import Decimal

from jixiao.model.amount import Amount, in_finest
from jixiao.model.appraisal import Appraisal, FundLine
from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import percent, shown


@rule(
    "SC129",
    title="年度资金总额为0而分项有数",
    title_en="Total funds are zero, their parts are not",
    message="年度资金总额为0，分项{part}；总额应为{expected}，执行率{rate}，得分{score}",
    message_en="Total funds are 0 but a part is {part}: total {expected}, rate {rate}, score {score}",
    cite="arithmetic",
    variants={
        "one": (
            "年度资金总额为0，分项{part}有{expected}；全部执行的话执行率100%，得分{score}",
            "Total funds are 0 but {part} is {expected}; if all was spent the rate is 100 %, the score {score}",
        ),
    },
)
def empty_total_row(scores: Scores) -> Iterator[Outcome]:
    for sheet in scores.sheets:
        line, points = sheet.appraisal.fund, sheet.execution
        if line is None or points is None or not _zero(line):
            continue
        part, total = _parts(sheet.appraisal)
        if part is None or not total:
            continue
        # Where a part has but one figure, what was spent of it is not said.
        known = (
            part.adjusted is not None
            and part.executed is not None
            and points.points is not None
            and points.ratio is not None
        )
        rate = percent(points.ratio) if known and points.ratio is not None else ""
        score = shown(points.points if known and points.points is not None else points.weight)
        zero = next(f for f in (line.adjusted, line.initial, line.executed, line.sole) if f is not None and f.amount)
        yield finding(
            zero.place, part.label.place, expected=total, found="0", variant="" if known else "one",
            part=part.label.text.removeprefix("其中："), rate=rate, score=score,
        )  # fmt: skip


def _amounts(line: FundLine) -> list[Amount]:
    fields = (line.initial, line.adjusted, line.executed, line.sole)
    return [f.amount for f in fields if f is not None and f.amount is not None]


def _zero(line: FundLine) -> bool:
    return bool(_amounts(line)) and not any(a.value for a in _amounts(line))


def _parts(appraisal: Appraisal) -> tuple[FundLine | None, str]:
    """The first part with money, and what the total row should say."""
    parts = [p for p in appraisal.funds if p.fund not in ("total", "basic", "project", "") and not _zero(p)]
    largest = [max(_amounts(p), key=lambda a: a.value) for p in parts if _amounts(p)]
    if not largest:
        return None, ""
    first = next(p for p in parts if _amounts(p))
    return first, in_finest(sum((a.value for a in largest), Decimal(0)), largest)
