"""Random 自评表 without a fault: money block, goals, indicators, total, in several layouts."""

from __future__ import annotations

import random
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from benchmarks.generator.blocks import Cell, Para, Table
from benchmarks.generator.case import Row, Sheet
from benchmarks.generator.numbers import Print, percent, rounded, short

SCHEMES = {
    "2020": [("产出指标", 50, ("数量指标", "质量指标", "时效指标", "成本指标")),
             ("效益指标", 30, ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标")),
             ("满意度指标", 10, ("服务对象满意度指标",))],
    "2021": [("成本指标", 20, ("经济成本指标",)),
             ("产出指标", 40, ("数量指标", "质量指标", "时效指标")),
             ("效益指标", 20, ("经济效益指标", "社会效益指标", "生态效益指标")),
             ("满意度指标", 10, ("服务对象满意度指标",))],
}  # fmt: skip
_COLUMNS = [
    [
        ("target", "年度指标值"),
        ("actual", "实际完成值"),
        ("weight", "分值"),
        ("score", "得分"),
        ("note", "偏差原因分析及改进措施"),
    ],
    [
        ("weight", "分值"),
        ("target", "年度指标值"),
        ("actual", "全年完成值"),
        ("score", "得分"),
        ("note", "偏差原因分析及改进措施"),
    ],
    [
        ("target", "年度\n指标值"),
        ("actual", "实际\n完成值"),
        ("weight", "分值"),
        ("score", "得分"),
        ("note", "未完成原因分析"),
    ],
]
_WIDTHS = {"target": 18, "actual": 18, "weight": 14, "score": 12, "note": 28}
_GOALS = [
    ("完成年度防汛物资储备和河道清淤任务，保障群众用水安全。", "全年储备防汛物资12类，清淤河道9条，全部验收合格。"),
    ("扩大职业技能培训覆盖面，帮助重点群体就业。", "举办培训班18期，参训人员就业率达到目标。"),
    ("推进档案数字化，改善查档服务。", "新增数字化档案2.3万页，查档平均用时缩短一半。"),
    ("做好食品安全抽检，守住不发生重大事故的底线。", "完成抽检任务并公布结果，未发生重大食品安全事故。"),
    ("加强农村道路养护，方便群众出行。", "养护里程全部完成，路况评定等级上升。"),
    ("推进湿地修复，扩大候鸟栖息地。", "修复湿地3处，监测到候鸟种类多于上年。"),
    ("办好群众文化活动，丰富基层文化生活。", "举办文化活动42场，参加群众超过两万人次。"),
    ("建设政务数据平台，减少重复填报。", "平台上线运行，归并报表26张。"),
    ("完善养老服务设施，方便老人就近就餐。", "新开社区食堂5处，日均就餐三百余人。"),
]


@dataclass(frozen=True)
class Form:
    """What all sheets of a report share: scheme, columns, how points stand behind a class, the word for no deviation."""

    scheme: list[Any]
    columns: list[tuple[str, str]]
    bracket: str
    note: str


def form(rng: random.Random) -> Form:
    """A form at random."""
    return Form(SCHEMES[rng.choice(["2020", "2020", "2021"])], rng.choice(_COLUMNS),
                rng.choice(["({}分)", "（{}分）", "\n（{}分）"]), rng.choice(["无偏差", "无", "", "　无偏差"]))  # fmt: skip


@cache
def wording() -> dict[str, Any]:
    """The pool of indicators."""
    pool: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "indicators.yaml").read_text(encoding="utf-8"))
    pool["经济成本指标"] = pool["成本指标"]
    return pool


def sheet(
    rng: random.Random,
    shape: Form,
    title: str,
    name: str,
    money: dict[str, int],
    used: set[str],
    *,
    department: str,
    supervisor: str,
    year: int,
) -> Sheet:
    """A sheet; ``money`` holds initial, adjusted, executed, other in 分; ``used`` are indicator names already taken."""
    print_ = Print("万元", 2, 2, commas=False)
    out = Sheet(
        Table([], [10, 16, 18, 28, *(_WIDTHS[c] for c, _ in shape.columns)], 0),
        Para(title, "caption"),
        name,
        {},
        [],
        {},
        (Cell(), Cell()),
        {},
    )
    table = out.table
    _head(rng, out, department, supervisor)
    execution = _funds(rng, out, money, print_)
    expected, achieved = rng.choice([g for g in _GOALS if g[0] not in used] or _GOALS)
    used.add(expected)
    out.goal = (Cell(expected, 4), Cell(achieved, 4))
    table.rows += [
        [Cell("年度总体目标"), Cell("预期目标", 4), Cell("实际完成情况", 4)],
        [Cell("", below=True), *out.goal],
    ]
    columns = shape.columns
    table.rows.append(
        [Cell("绩效指标"), Cell("一级指标"), Cell("二级指标"), Cell("三级指标"), *(Cell(label) for _, label in columns)]
    )
    total = execution + _indicators(rng, out, shape, used, year)
    out.total = {"weight": Cell("100"), "score": Cell(short(total))}
    names = [c for c, _ in columns]
    tail = {"weight": out.total["weight"], "score": out.total["score"], "note": Cell()}
    first = names.index("weight")
    table.rows.append([Cell("总分", 4 + first), *(tail.get(c, Cell()) for c in names[first:])])
    return out


def _head(rng: random.Random, out: Sheet, department: str, supervisor: str) -> None:
    if not supervisor:
        out.table.rows.append([Cell("部门名称", 2), Cell(department, 7)])
        return
    out.supervisor = Cell(supervisor, 2)
    out.table.rows.append([Cell("项目名称", 2), Cell(out.name, 7)])
    out.table.rows.append([Cell("主管部门", 2), out.supervisor, Cell("实施单位", 2), Cell(department, 3)])


def _funds(rng: random.Random, out: Sheet, money: dict[str, int], print_: Print) -> Decimal:
    label = rng.choice(["项目资金\n（万元）", "年度预算\n（万元）"]) if out.supervisor else "年度预\n算申请\n（万元）"
    heads = ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
    out.table.rows.append([Cell(label), Cell("", 2), *map(Cell, heads)])
    rate = Decimal(money["executed"]) / money["adjusted"]
    points = rounded(rate * 10, 2)
    printed = {c: print_.money(money[c], unit=False) for c in ("initial", "adjusted", "executed")}
    row = {**printed, "weight": "10", "rate": percent(money["executed"], money["adjusted"], 2), "score": short(points)}
    out.table.rows.append([Cell("", below=True), Cell("年度资金总额", 2), *_named(out, "total", row)])
    other = money.get("other", 0)
    for fund, words in (("fiscal", "其中：当年财政拨款"), ("carried", "上年结转资金"), ("other", "其他资金")):
        if fund == "carried" or (fund == "other" and not other):
            row = dict.fromkeys(printed, "")
        else:
            row = {c: print_.money(other if fund == "other" else money[c] - other, unit=False) for c in printed}
        out.table.rows.append(
            [Cell("", below=True), Cell(words, 2), *_named(out, fund, {**row, "weight": "", "rate": "", "score": ""})]
        )
    return points


def _named(out: Sheet, fund: str, row: dict[str, str]) -> list[Cell]:
    made = {column: Cell(text) for column, text in row.items()}
    out.money.update({(fund, column): cell for column, cell in made.items()})
    return [made[c] for c in ("initial", "adjusted", "executed", "weight", "rate", "score")]


def _indicators(rng: random.Random, out: Sheet, shape: Form, used: set[str], year: int) -> Decimal:
    total = Decimal(0)
    losses = rng.choice([0, 1, 1, 2])
    for first, points, seconds in shape.scheme:
        plan = [(second, item) for second in seconds for item in _pick(rng, second, used)]
        weights = _weights(rng, points, len(plan))
        head = Cell(first + shape.bracket.format(points))
        out.heads[first] = head
        before = ""
        for number, ((second, item), weight) in enumerate(zip(plan, weights, strict=True)):
            row = _row(
                rng,
                first,
                second,
                item,
                weight,
                year,
                lose=losses > 0 and item[1] in ("count", "rate") and "满意" not in second,
                note=shape.note,
            )
            losses -= row.lost
            total += Decimal(row.cells["score"].text)
            left = [
                head if number == 0 else Cell("", below=True),
                Cell("", below=True) if second == before else Cell(second),
            ]
            before = second
            out.rows.append(row)
            out.table.rows.append(
                [Cell("", below=True), *left, row.cells["name"], *(row.cells[c] for c, _ in shape.columns)]
            )
    return total


def _pick(rng: random.Random, second: str, used: set[str]) -> list[list[Any]]:
    free = [item for item in wording()[second] if item[0] not in used]
    chosen = rng.sample(free, min(len(free), rng.choice([1, 2, 3]) if second == "数量指标" else rng.choice([1, 1, 2])))
    chosen = chosen or [rng.choice(wording()[second])]
    if "满意" in second:
        chosen = chosen[:1]
    used.update(item[0] for item in chosen)
    return chosen


def _weights(rng: random.Random, points: int, count: int) -> list[int]:
    weights = [points // count] * count
    for i in range(points - sum(weights)):
        weights[i % count] += 1
    for _ in range(2):
        a, b = rng.randrange(count), rng.randrange(count)
        if weights[a] > 3 and a != b:
            weights[a] -= 1
            weights[b] += 1
    return weights


def _row(
    rng: random.Random, first: str, second: str, item: list[Any], weight: int, year: int, *, lose: bool, note: str
) -> Row:
    name, kind, unit, low, high = item
    score = Decimal(weight)
    number, reason = 0, note
    lost = False
    if kind in ("count", "rate"):
        number = rng.randint(low, high)
        lost = lose and number >= 20 and rng.random() < 0.6
        done = (
            number * rng.randint(80, 95) // 100
            if lost
            else number + (rng.randint(0, max(0, number // 12)) if kind == "count" else 0)
        )
        if kind == "rate" and not lost:
            done = rng.randint(number, 100)
        if lost:
            score, reason = rounded(Decimal(done) / number * weight, 2), rng.choice(wording()["loss_reasons"])
        sign = "≥" if number < 100 or kind == "count" else rng.choice(["=", ""])
        target, actual = f"{sign}{number}{unit}", f"{done}{unit}"
    elif kind == "zero":
        target, actual = rng.choice([f"0{unit}", f"≤0{unit}"]), f"0{unit}"
    elif kind == "limit":
        number = rng.randint(low, high)
        target, actual = f"≤{number}{unit}", f"{number - rng.randint(0, number // 20)}{unit}"
    elif kind == "date":
        target, actual = f"{year}年11月底前", f"{year}年11月"
    else:
        target, actual = unit, rng.choice(wording()["done"][unit])
    texts = {
        "name": name,
        "target": target,
        "actual": actual,
        "weight": str(weight),
        "score": short(score),
        "note": reason,
    }
    return Row({c: Cell(t) for c, t in texts.items()}, first, second, kind, weight, number, lost)
