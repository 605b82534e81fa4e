"""同一总额的占比之和不是100%。

Two shares that between them cover a whole (基本支出 and 项目支出 of 支出合计) must make 100 %. Only raised where the amounts
themselves are not given, since otherwise each share is recomputed by its own rule.
"""

from collections.abc import Iterator
from decimal import Decimal

from jixiao.forms import Concept, concepts
from jixiao.model.amount import Span, total
from jixiao.model.finding import Outcome
from jixiao.model.relation import Share
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_NEAR = (
    8  # paragraphs between two shares of one whole: with more between them they may be of another table (our choice)
)


@rule(
    "FG202",
    title="同一总额的占比之和不是100%",
    title_en="Shares of one total do not make 100 %",
    message="{names}占{whole}的比例相加为{found}，应为100%",
    message_en="The shares of {names} in {whole} add up to {found}, not 100%",
    cite="arithmetic",
)
def share_sum(report: Report) -> Iterator[Outcome]:
    for whole, shares in _groups(report):
        made_of = _concept(whole)
        if len(made_of.parts) < 2 or not set(made_of.parts) <= set(shares) <= set(made_of.members):  # noqa: PLR2004
            continue  # one part is no breakdown
        stated = [share.stated.amount for share in shares.values()]
        if total(stated).meets(Span(Decimal(100), Decimal(100))):
            continue
        yield finding(
            *(s.stated.place for s in shares.values()),
            expected="100%", found=f"{sum((a.value for a in stated), Decimal(0))}%",
            names="、".join(concepts()[c].label for c in shares), whole=concepts()[whole or "total_expenditure"].label,
        )  # fmt: skip


def _groups(report: Report) -> Iterator[tuple[str, dict[str, Share]]]:
    """Shares of one whole whose amount is not given, as they follow each other in a paragraph or a few of them."""
    groups: dict[str, dict[str, Share]] = {}
    for share in report.relations.shares:
        if share.whole is not None:
            continue
        group = groups.get(share.whole_concept, {})
        last = next(reversed(group.values()), share)
        if share.part_concept in group or share.place.block - last.place.block > (_NEAR if share.whole_concept else 0):
            yield share.whole_concept, group
            group = {}
        groups[share.whole_concept] = {**group, share.part_concept: share}
    yield from groups.items()


def _concept(whole: str) -> Concept:
    """What is made up of parts; the spending of one fund is made up as all spending is."""
    funds = ("fiscal_appropriation", *concepts()["fiscal_appropriation"].parts)
    return concepts()["total_expenditure" if whole in ("", *funds) else whole]
