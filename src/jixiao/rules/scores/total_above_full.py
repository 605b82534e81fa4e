"""总分超过满分。"""

from collections.abc import Iterator

from jixiao.law import Law
from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import shown


@rule(
    "SC154",
    title="总分超过满分",
    title_en="Total above the full mark",
    message="总分{found}超过满分{expected}",
    message_en="The total {found} is above the full mark {expected}",
    cite="product#score_cap",
)
def total_above_full(scores: Scores, law: Law) -> Iterator[Outcome]:
    full = law.number("weight.total")
    for sheet in scores.sheets:
        total, weight = sheet.appraisal.total_score, sheet.appraisal.total_weight
        most = max(full, weight.amount.number) if weight is not None and weight.amount is not None else full
        if total is not None and sheet.stated is not None and sheet.stated > most:
            yield finding(total.place, expected=shown(most), found=total.text)
