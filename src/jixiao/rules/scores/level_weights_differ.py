"""一级、二级指标标明的分值与所属指标分值之和不符。

「产出指标（50分）」 and 「数量指标（20分）」 state the sum of their rows; a row that was added or dropped later breaks it.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.model.appraisal import Field, Indicator
from jixiao.model.finding import Outcome
from jixiao.model.score import Points, Scores, SheetScore
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import NO_WHOLE_SHEET, ZERO, shown

_STATED = re.compile(r"（(\d{1,3}(?:\.\d+)?)分?）$")
_Group = list[tuple[Indicator, Points]]


@rule(
    "SC102",
    title="指标分值与所属指标之和不符",
    title_en="Weight of a class differs from the sum of its indicators",
    message="“{level}”标明{found}分，所属指标分值相加为{expected}分",
    message_en="{level} states {found} points, its indicators add up to {expected}",
    cite="product#weights",
)
def level_weights_differ(scores: Scores) -> Iterator[Outcome]:
    if not any(sheet.appraisal.complete for sheet in scores.sheets):
        yield NO_WHOLE_SHEET
        return
    for sheet in scores.sheets:
        if not sheet.appraisal.complete:
            continue
        for level, stated, group in _groups(sheet):
            total = sum((points.weight for _, points in group), ZERO)
            if total != stated and all(points.weight for _, points in group):
                places = [row.weight.place for row, _ in group if row.weight]
                name = "".join(level.text.split())[:12]
                yield finding(level.place, *places, expected=shown(total), found=shown(stated), level=name)


def _groups(sheet: SheetScore) -> Iterator[tuple[Field, Decimal, _Group]]:
    """Every class of both levels that states its points, with its rows."""
    groups: dict[tuple[int, object], tuple[Field, Decimal, _Group]] = {}
    for row, points in sheet.indicators:
        for depth, level in ((1, row.level1), (2, row.level2)):
            if level is None:
                continue
            stated = row.stated1 if depth == 1 else _points(level)
            if stated is not None:
                # The same class may go on after a page break: by its name, the second level under the cell it stands in.
                key = (depth, row.kind1 or level.text) if depth == 1 else (depth, level.place)
                groups.setdefault(key, (level, stated, []))[2].append((row, points))
    yield from groups.values()


def _points(level: Field) -> Decimal | None:
    match = _STATED.search("".join(level.text.split()))
    return Decimal(match[1]) if match else None
