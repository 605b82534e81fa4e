"""一级指标分值与所属指标分值之和不符。

「产出指标（50分）」 states the sum of its rows; a row that was added or dropped later breaks it.
"""

from collections import defaultdict
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.place import Place
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import NO_WHOLE_SHEET, ZERO, shown


@rule(
    "SC102",
    title="一级指标分值与所属指标之和不符",
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
        groups = defaultdict(list)
        for row, points in sheet.indicators:
            if row.stated1 is not None and row.level1 is not None:
                groups[row.kind1 or row.level1.text, row.stated1].append((row, points))
        for (_, stated), group in groups.items():
            total = sum((points.weight for _, points in group), ZERO)
            if not sheet.appraisal.complete or total == stated or any(not points.weight for _, points in group):
                continue
            level = group[0][0].level1
            places: list[Place] = [row.weight.place for row, _ in group if row.weight]
            if level is not None:
                name = "".join(level.text.split())
                yield finding(level.place, *places, expected=shown(total), found=shown(stated), level=name[:12])
