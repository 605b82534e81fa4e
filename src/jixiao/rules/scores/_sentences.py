"""Classes with their points as a paragraph lists them: 「产出指标（50分）得48分、效益指标得28分……总分95分」."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from jixiao.law import groups
from jixiao.model.document import Document, Paragraph
from jixiao.model.place import Place

_START = re.compile(r"产出|履职效能")
_N = r"\s?(\d{1,3}(?:\.\d{1,2})?)\s?分"
_ITEM = re.compile(
    r"(?P<name>预算执行|投入|决策|过程|产出|效益|效果|满意度|运行成本|成本|管理效率|履职效能|社会效应|可持续发展)(?:率|能力)?(?:类|方面|部分)?(?:指标)?"
    rf"(?:（(?:分值|权重|满分|共)?{_N}）)?(?:(?:的)?(?:权重|分值|满分|占|为|共计|共|总分|设)*：?{_N}(?![）数])[，]?)?"
    rf"(?:(?:自评|实际|评价|应|共|综合)*实?得分?(?:为|：|是)?{_N})?"
    rf"(?:（(?:满分|总分|分值|权重)为?{_N}）)?"  # 产出指标37.5分（满分40分）: points given, then the full ones
)
_TOTAL = re.compile(
    rf"(?:总得?分|综合(?:得分|评分|评价得分)|合计得?分?|自评得?总?分|最终得分|总体得分|评价得分)[^，。；、\d\f]{{0,8}}?{_N}"
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One paragraph's list: weights and scores by class (those that were stated), and the totals it states."""

    weights: dict[str, Decimal]
    scores: dict[str, Decimal]
    totals: tuple[tuple[Decimal, Place], ...]
    place: Place


def listed(document: Document) -> Iterator[Listed]:
    """Every paragraph that lists each class of a scheme exactly once."""
    seen: set[int] = set()
    for _, words, _ in document.find(_START):
        if isinstance(words, Paragraph) and words.block not in seen:
            seen.add(words.block)
            found = _listed(words)
            if found is not None:
                yield found


def _listed(words: Paragraph) -> Listed | None:
    weights: dict[str, Decimal] = {}
    scores: dict[str, Decimal] = {}
    start, end = len(words.plain), 0
    for match in _ITEM.finditer(words.plain):
        name, weight, score = match["name"], match[2] or match[3], match[4]
        if match[5]:
            weight, score = match[5], score or match[3]
        if not (weight or score):
            continue
        if (weight and name in weights) or (score and name in scores):
            return None  # told twice: classes of several sheets
        if weight:
            weights[name] = Decimal(weight)
        if score:
            scores[name] = Decimal(score)
        start, end = min(start, match.start()), max(end, match.start() + len(match[0].rstrip("，")))
    if not any(group in (frozenset(weights), frozenset(scores)) for group in groups("first_levels")):
        return None
    totals = tuple((Decimal(m[1]), words.place(m.start(1), m.end(1))) for m in _TOTAL.finditer(words.plain))
    return Listed(weights, scores, totals, words.place(start, end))


def whole(points: dict[str, Decimal]) -> bool:
    """Whether the classes are all of one scheme."""
    return frozenset(points) in groups("first_levels")
