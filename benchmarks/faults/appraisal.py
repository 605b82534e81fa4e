"""Faults in the 自评表: weights, scores, reasons, targets, actual values, units, directions."""

from __future__ import annotations

import random
import re
from decimal import Decimal

from benchmarks.faults.registry import Planted, fault
from benchmarks.generator.case import Case, Row, Sheet
from benchmarks.generator.numbers import short

_SUMS = "SC111 SC112 FG407 SC101 SC102 SC103 SC155 SC154"


def _pick(case: Case, rng: random.Random, *kinds: str, lost: bool | None = None) -> tuple[Sheet, Row] | None:
    found = [
        (sheet, row) for sheet in case.sheets for row in sheet.rows
        if (not kinds or row.kind in kinds) and (lost is None or row.lost == lost)
    ]  # fmt: skip
    return rng.choice(found) if found else None


def _plus(words: str, change: int) -> str:
    """The points in a class's heading changed: 产出指标（50分） → 产出指标（55分）."""
    return re.sub(r"\d+", lambda match: str(int(match.group()) + change), words)


def _score(sheet: Sheet, row: Row, points: Decimal) -> None:
    """Another score for a row, and the total that follows."""
    change = points - Decimal(row.cells["score"].text)
    row.set(score=short(points))
    sheet.total["score"].text = short(Decimal(sheet.total["score"].text) + change)


@fault("sum of weights", "SC101 SC102", "SC103 SC112 SC154 FG407 SC155")
def weight_sum(case: Case, rng: random.Random) -> Planted | None:
    picked = _pick(case, rng, lost=False)
    if not picked:
        return None
    sheet, row = picked
    other = str(row.weight + rng.choice([2, 3]))
    row.set(weight=other, score=other)
    sheet.total["score"].text = short(Decimal(sheet.total["score"].text) + int(other) - row.weight)
    return Planted([row.cells["weight"], sheet.heads[row.first], sheet.total["weight"]])


@fault("points of a class", "SC102 SC103", "SC101")
def class_points(case: Case, rng: random.Random) -> Planted | None:
    if not case.sheets:
        return None
    sheet = rng.choice(case.sheets)
    first = rng.choice(list(sheet.heads))
    head = sheet.heads[first]
    head.text = _plus(head.text, rng.choice([-5, 5]))
    return Planted([head, *(r.cells["weight"] for r in sheet.rows if r.first == first)])


@fault("sum of scores", "SC111", "SC112 FG407 SC154")
def score_sum(case: Case, rng: random.Random) -> Planted | None:
    if not case.sheets:
        return None
    sheet = rng.choice(case.sheets)
    right = sheet.total["score"].text
    sheet.total["score"].text = short(Decimal(right) - Decimal(rng.randint(5, 40)) / 10)
    for said in case.said:
        if said.kind == "score_said" and sheet is case.sheets[0]:
            said.say(score=sheet.total["score"].text)
    return Planted([sheet.total["score"]], (right,))


@fault("weight scheme", "SC103")
def scheme(case: Case, rng: random.Random) -> Planted | None:
    if not case.sheets:
        return None
    sheet = rng.choice(case.sheets)
    rows = {first: [r for r in sheet.rows if r.first == first and not r.lost] for first in ("产出指标", "效益指标")}
    big = max(rows["产出指标"], key=lambda r: r.weight, default=None)
    small = rows["效益指标"][0] if rows["效益指标"] else None
    if big is None or small is None or big.weight < 4 or len(case.sheets) > 3:
        return None
    move = big.weight - 2
    for row, weight in ((big, 2), (small, small.weight + move)):
        row.set(weight=str(weight), score=str(weight))
    for first, change in (("产出指标", -move), ("效益指标", move)):
        head = sheet.heads[first]
        head.text = _plus(head.text, change)
    return Planted()


@fault("score above weight", "SC121", f"{_SUMS} SC131")
def above_weight(case: Case, rng: random.Random) -> Planted | None:
    picked = _pick(case, rng, lost=False)
    if not picked:
        return None
    sheet, row = picked
    _score(sheet, row, Decimal(row.weight + rng.choice([1, 2])))
    return Planted([row.cells["score"]], ())


@fault("loss without a reason", "SC134", "SC137")
def no_reason(case: Case, rng: random.Random) -> Planted | None:
    picked = _pick(case, rng, lost=True)
    if not picked:
        return None
    picked[1].set(note="")
    return Planted([picked[1].cells["name"]])


@fault("reason without a loss", "SC135", "IX114")
def needless_reason(case: Case, rng: random.Random) -> Planted | None:
    picked = _pick(case, rng, "count", "rate", lost=False)
    if not picked:
        return None
    picked[1].set(note=rng.choice(["因疫情影响未按期完成，下一步加快进度", "项目进展缓慢，未完成年度任务"]))
    return Planted([picked[1].cells["name"]])


@fault("far above the target", "SC136 SC139 IX119", "SC137")
def far_above(case: Case, rng: random.Random) -> Planted | None:
    picked = _pick(case, rng, "count", lost=False)
    if not picked:
        return None
    row = picked[1]
    unit = row.cells["actual"].text.lstrip("0123456789")
    row.set(actual=f"{row.target * rng.randint(18, 32) // 10}{unit}", note=rng.choice(["无偏差", "无", ""]))
    return Planted([row.cells["name"]])


@fault("shortfall denied", "SC125 SC137", f"{_SUMS} SC134 SC126")
def denied(case: Case, rng: random.Random) -> Planted | None:
    picked = _pick(case, rng, lost=True)
    if not picked:
        return None
    sheet, row = picked
    row.set(note="无偏差")
    _score(sheet, row, Decimal(row.weight))
    return Planted([row.cells["name"]])


@fault("met limit docked", "SC123 SC138", f"{_SUMS} SC134 SC124")
def limit_docked(case: Case, rng: random.Random) -> Planted | None:
    picked = _pick(case, rng, "limit")
    if not picked:
        return None
    sheet, row = picked
    _score(sheet, row, Decimal(row.weight) - Decimal("0.5"))
    row.set(actual=row.cells["target"].text.lstrip("≤"), note="节约资金")
    return Planted([row.cells["name"]], (str(row.weight),))


@fault("met target docked", "SC124 SC138 SC134", f"{_SUMS}")
def met_docked(case: Case, rng: random.Random) -> Planted | None:
    picked = _pick(case, rng, "count", lost=False)
    if not picked:
        return None
    sheet, row = picked
    _score(sheet, row, Decimal(row.weight) - 1)
    row.set(note="")
    return Planted([row.cells["name"]])


@fault("scores far above execution", "SC131 SC132", "FG401 FG402 FG102 FG110 FG308 FG105 FG403 FG111")
def far_above_execution(case: Case, rng: random.Random) -> Planted | None:
    if not case.sheets or case.base:
        return None
    case.without(*(s for s in case.said if s.kind in ("executed", "adjusted")))
    sheet = case.sheets[0]
    done = Decimal(sheet.money["total", "executed"].text)
    for row in ("total", "fiscal"):
        cell = sheet.money[row, "adjusted"]
        cell.text = f"{(Decimal(cell.text) + done * 6 / 10).quantize(Decimal('0.01')):f}"
    rate = done / Decimal(sheet.money["total", "adjusted"].text)
    points = (rate * 10).quantize(Decimal("0.01"))
    change = points - Decimal(sheet.money["total", "score"].text)
    sheet.money["total", "rate"].text = f"{(rate * 100).quantize(Decimal('0.01'))}%"
    sheet.money["total", "score"].text = short(points)
    sheet.total["score"].text = short(Decimal(sheet.total["score"].text) + change)
    for said in case.said:
        if said.kind == "score_said":
            said.say(score=sheet.total["score"].text, grade="优" if Decimal(sheet.total["score"].text) >= 90 else "良")
    return Planted([sheet.money["total", "executed"], sheet.total["score"]])


@fault("execution score", "SC127 SC128", f"{_SUMS} SC131")
def execution_score(case: Case, rng: random.Random) -> Planted | None:
    found = [s for s in case.sheets if s.money["total", "rate"].text == "100%"]
    if not found:
        return None
    sheet = rng.choice(found)
    sheet.money["total", "score"].text = "8.5"
    sheet.total["score"].text = short(Decimal(sheet.total["score"].text) - Decimal("1.5"))
    return Planted([sheet.money["total", "score"]], ("10",))


@fault("qualitative outside its band", "SC141 SC137 SC125 SC134", _SUMS)
def band(case: Case, rng: random.Random) -> Planted | None:
    picked = _pick(case, rng, "quality")
    if not picked:
        return None
    row = picked[1]
    row.set(target="达成年度指标", actual=rng.choice(["未达成年度指标且效果较差", "部分达成年度指标并具有一定效果"]))
    return Planted([row.cells["name"]])


@fault("target is a method", "IX101")
def method(case: Case, rng: random.Random) -> Planted | None:
    picked = _pick(case, rng, "quality")
    if not picked:
        return None
    picked[1].set(target=rng.choice(["定性", "定性指标", "问卷调查"]))
    return Planted([picked[1].cells["name"]])


@fault("target repeats the name", "IX101", "IX102 IX105 IX107")
def name_as_target(case: Case, rng: random.Random) -> Planted | None:
    picked = _pick(case, rng, "rate", lost=False)
    if not picked:
        return None
    row = picked[1]
    row.set(target=row.cells["name"].text)
    return Planted([row.cells["name"]])


@fault("target missing", "IX103 IX101")
def no_target(case: Case, rng: random.Random) -> Planted | None:
    picked = _pick(case, rng)
    if not picked:
        return None
    picked[1].set(target="")
    return Planted([picked[1].cells["name"]])


@fault("actual missing", "IX104 SC156", "SC134")
def no_actual(case: Case, rng: random.Random) -> Planted | None:
    picked = _pick(case, rng, lost=False)
    if not picked:
        return None
    picked[1].set(actual="")
    return Planted([picked[1].cells["name"]])


@fault("rate without a number", "IX105 IX107")
def no_number(case: Case, rng: random.Random) -> Planted | None:
    picked = _pick(case, rng, "rate", lost=False)
    if not picked:
        return None
    picked[1].set(actual=rng.choice(["完成", "已完成", "达标"]))
    return Planted([picked[1].cells["name"]])


@fault("mixed units", "IX106", "SC136 SC139 IX119 SC137")
def mixed(case: Case, rng: random.Random) -> Planted | None:
    picked = _pick(case, rng, "count", lost=False)
    if not picked or picked[1].target < 100:
        return None
    row = picked[1]
    unit = row.cells["actual"].text.lstrip("0123456789")
    if unit == "万元":
        return None
    row.set(
        target=f"≥{short(Decimal(row.target) / 1000)}千{unit}",
        actual=f"{short(Decimal(row.target) * 105 / 1_000_000)}万{unit}",
    )
    return Planted([row.cells["name"]])


@fault("another dimension", "IX107 IX105")
def dimension(case: Case, rng: random.Random) -> Planted | None:
    picked = _pick(case, rng, "count", lost=False)
    if not picked:
        return None
    picked[1].set(actual="100%")
    return Planted([picked[1].cells["name"]])


@fault("two measures", "IX109")
def measures(case: Case, rng: random.Random) -> Planted | None:
    picked = _pick(case, rng, "count", lost=False)
    if not picked:
        return None
    row = picked[1]
    row.set(name=rng.choice(["培训场次和培训人数", "办件量及信息公开量", "检查次数和整改数量"]))
    return Planted([row.cells["name"]])


@fault("one indicator, two values", "IX110 FG402 FG313 IX120", "SC136 SC139 SC125 SC137")
def two_values(case: Case, rng: random.Random) -> Planted | None:
    first = [r for r in case.sheets[0].rows if r.kind == "count" and not r.lost] if case.sheets else []
    rest = [r for s in case.sheets[1:] for r in s.rows if r.kind == "count" and not r.lost]
    if not first or not rest:
        return None
    one, two = rng.choice(first), rng.choice(rest)
    unit = one.cells["actual"].text.lstrip("0123456789")
    two.set(name=one.cells["name"].text, target=one.cells["target"].text, actual=f"{one.target * 112 // 100 + 3}{unit}")
    if one.cells["actual"].text == two.cells["actual"].text:
        return None
    return Planted([one.cells["name"], two.cells["name"]])


@fault("direction of the target", "IX111", "SC125 SC137 SC136 SC139 SC134")
def direction(case: Case, rng: random.Random) -> Planted | None:
    picked = _pick(case, rng, "rate", lost=False)
    if not picked:
        return None
    row = picked[1]
    row.set(name=rng.choice(["群众投诉率", "设备故障率", "差错率"]), target="≥5%", actual="5%")
    return Planted([row.cells["name"]])


@fault("year in an indicator", "IX112")
def indicator_year(case: Case, rng: random.Random) -> Planted | None:
    picked = _pick(case, rng, "date")
    if not picked:
        return None
    row = picked[1]
    row.set(target=f"{case.year - 1}年11月底前", actual=f"{case.year - 1}年11月")
    return Planted([row.cells["name"]])


@fault("spending as an output", "IX113", "IX116 FG402 FG401")
def spending_output(case: Case, rng: random.Random) -> Planted | None:
    found = [(s, r) for s in case.sheets for r in s.rows if r.second == "数量指标" and not r.lost]
    if not found:
        return None
    row = rng.choice(found)[1]
    row.set(
        name=rng.choice(["工程资金支出金额", "专项资金支出数", "项目经费支出金额"]), target="≥43万元", actual="43万元"
    )
    return Planted([row.cells["name"]])


@fault("rate above 100 %", "IX121", "SC136 SC139")
def above_full(case: Case, rng: random.Random) -> Planted | None:
    found = [
        (s, r)
        for s in case.sheets
        for r in s.rows
        if r.kind == "rate" and not r.lost and ("合格率" in r.cells["name"].text or "满意度" in r.cells["name"].text)
    ]
    if not found:
        return None
    row = rng.choice(found)[1]
    row.set(actual=f"{rng.randint(103, 118)}%")
    return Planted([row.cells["name"]])


@fault("actual copied from the goal", "TX110")
def copied(case: Case, rng: random.Random) -> Planted | None:
    if not case.sheets:
        return None
    expected, achieved = rng.choice(case.sheets).goal
    achieved.text = rng.choice(["", "　"]) + expected.text
    return Planted([achieved])


@fault("all scores full", "SC133", f"{_SUMS}")
def all_full(case: Case, rng: random.Random) -> Planted | None:
    found = [s for s in case.sheets if any(r.lost for r in s.rows) and s.money["total", "rate"].text == "100%"]
    if not found:
        return None
    sheet = rng.choice(found)
    for row in sheet.rows:
        if row.lost:
            row.set(actual=row.cells["target"].text.lstrip("≥="), score=str(row.weight), note="")
    sheet.total["score"].text = "100"
    for said in case.said:
        if said.kind == "score_said" and sheet is case.sheets[0]:
            said.say(score="100")
    return Planted([sheet.total["score"]])
