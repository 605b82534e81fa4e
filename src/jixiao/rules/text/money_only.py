"""只提资金不足、只建议加大投入。

By the bureau's rubric a chapter of problems that names nothing but a lack of money, and advice that asks for
nothing but more of it, get no points.
"""

from collections.abc import Iterator

from jixiao.law import pattern
from jixiao.model.finding import Outcome
from jixiao.model.items import Item, items
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_REST = 8  # characters that may be left when money and fillers are taken away


def _only_money(item: Item, name: str) -> bool:
    """Whether an item says nothing but that money is short (or should be more)."""
    text = "".join(item.text.split())
    if not pattern(name, "problems").search(text):
        return False
    rest = pattern("money_fillers", "problems").sub("", pattern(name, "problems").sub("", text))
    return len(rest.strip("，。；、")) <= _REST


@rule(
    "TX113",
    title="只提资金不足或加大投入",
    title_en="Nothing but money",
    message="只提出资金不足的问题，考核不得分，应归纳管理、履职等方面的问题",
    message_en="the only problem is a lack of money: no points by the rubric",
    cite="practice#wording",
    local={"430600": "hn.yueyang-rules#rubric_problems"},
    severity="warning",
    variants={
        "advice": (
            "只提出加大资金投入的建议，考核不得分，应针对问题提出措施",
            "the only advice is more money: no points by the rubric",
        )
    },
)
def money_only(report: Report) -> Iterator[Outcome]:
    for kind, name, variant in (
        ("problems", "money_problem_patterns", ""),
        ("measures", "money_advice_patterns", "advice"),
    ):
        found = items(report, kind)
        if found and all(_only_money(item, name) for item in found):
            yield finding(*(item.place for item in found), variant=variant)
