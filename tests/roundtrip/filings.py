"""A hypothesis strategy of filings that a careful unit might have entered: every figure fits every other.

What hypothesis draws is the shape (form, year, how many of what) and one seed; the details come from the seed, so that a
filing of two hundred entries costs one draw and a failure shrinks to fewer rows, not to fewer digits.

A ``calm`` filing gives the audit nothing to ask about in its figures: spending near the budget, no more 三公经费 than last
year, projects that cover the whole 项目支出. One that is not calm is as right in its arithmetic and less moderate: little
spent, targets missed or far exceeded, budgets of nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from hypothesis import strategies as st

from jixiao.forms import load
from jixiao.model.amount import Amount
from jixiao.model.filing import Filing, FundEntry, GoalEntry, IndicatorEntry, SheetEntry, Signature, SpendingItem

YUEYANG = "430000-hunan/430600-yueyang/department"
FORMS = (YUEYANG, "430000-hunan/department", "cn/department", "cn/department-2021")
_PLACES = ("青禾市", "青禾市云岭区", "白渡县", "临溪市", "临溪市东塘区", "桐川县")
_ORGANS = ("应急管理局", "交通运输局", "文化馆", "水利局", "市场监督管理局", "教育局", "图书馆", "行政审批服务局")
_WORKS = (
    "窗口服务", "电子政务外网运维", "河道清淤", "执法装备购置", "古籍修缮", "应急演练", "道路日常养护", "信息系统建设", "监测点维护", "技能培训班",
    "志愿服务", "检验检测", "宣传展览", "水质监测", "仓储物资更新", "档案整理",
)  # fmt: skip
_OBJECTS = (
    "站点", "线路", "档案", "物资", "设施", "工单", "场馆", "课程", "样品", "台账", "检查", "培训", "图书", "桥梁", "泵站", "窗口",
)  # fmt: skip
_UNITS = ("个", "件", "次", "人次", "公里", "批次", "册", "万件", "场", "套")
_EFFECTS = (
    "服务能力", "办事体验", "安全水平", "管理规范程度", "资源利用水平", "公众知晓程度", "环境质量", "保障机制", "数据质量", "响应速度",
)  # fmt: skip
_PEOPLE = ("受益群众", "服务对象", "办事企业", "参训人员", "使用单位", "周边居民")
_MET = (("提升", "有效提升"), ("优化", "持续优化"), ("改善", "明显改善"), ("健全", "已健全"), ("增强", "稳步增强"))
_PARTLY = (("提升", "有所提升，未达到预期"), ("健全", "基本健全，细则尚在修订"))
_PERSONS = ("李示例", "王示例", "赵示例", "欧阳示例")
_SUMS = {
    "2020": {"output": 50, "benefit": 30, "satisfaction": 10},
    "2021": {"cost": 20, "output": 40, "benefit": 20, "satisfaction": 10},
}
_PUBLIC = ("office_cost", "water_power_travel", "meeting_training")
_COST = {"2020": ("cost",), "2021": ("cost_economic", "cost_social", "cost_ecological")}
_CLASSES = {
    "output": ("quantity", "quality", "timeliness"),
    "benefit": ("economic", "social", "ecological", "sustained"),
    "satisfaction": ("satisfaction",),
}
_FAR_OVER = "目标值沿用旧口径，定得偏低；下年度按近三年实际数重新测算"
_SHORT = "前期手续办理较慢，部分工作顺延；下年度提前编制计划，按月调度"


@dataclass
class _Maker:
    """One filing in the making."""

    random: Random
    year: int
    unit: str
    scheme: str
    calm: bool
    projects: int
    indicators: int
    decimals: int
    used: set[str]
    itemised: bool  # whether the form has a table for the kinds of 公用经费

    def money(self, most: str, *, zero: bool = True) -> Amount:
        """An amount of 万元 up to ``most``; now and then a whole one, now and then nothing."""
        if zero and self.random.random() < 0.08:
            return amount(Decimal(0))
        places = self.random.choice((0, self.decimals, self.decimals))
        number = Decimal(self.random.randint(1, int(Decimal(most) * 10**places))).scaleb(-places)
        return amount(number)

    def part(self, of: Amount, low: float, high: float) -> Amount:
        """An amount between two shares of another, as fine as the figures of this filing; all of it now and then."""
        if self.random.random() < 0.3 and high >= 1:
            return of
        exact = of.number * Decimal(str(round(self.random.uniform(low, high), 4)))
        return amount(exact.quantize(Decimal(1).scaleb(-max(of.decimals, self.decimals))).normalize())

    def name(self, *words: tuple[str, ...]) -> str:
        """A name that this filing has not used."""
        for _ in range(200):
            found = "".join(self.random.choice(group) for group in words)
            if found not in self.used:
                break
        else:
            found += str(len(self.used))
        self.used.add(found)
        return found


def amount(number: Decimal, unit: str = "万元") -> Amount:
    """An amount as a Filing holds it."""
    number = number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize()
    decimals = max(0, -int(number.as_tuple().exponent))
    return Amount(number, unit, decimals, f"{number:f}{unit}")


@st.composite
def filings(
    draw: st.DrawFn, *, forms: tuple[str, ...] = FORMS, calm: bool = False,
) -> Filing:  # fmt: skip
    """A filing of one of the forms."""
    form = draw(st.sampled_from(forms))
    year = draw(st.integers(2019, 2025))
    projects = draw(st.integers(0, 5))
    indicators = draw(st.integers(3, 25))
    decimals = draw(st.integers(0, 2))
    seed = draw(st.integers(0, 2**32 - 1))
    return made(form, year, projects, indicators, decimals, seed, calm=calm)


def made(
    form: str, year: int, projects: int, indicators: int, decimals: int, seed: int, *, calm: bool = True,
) -> Filing:  # fmt: skip
    """The filing of a shape and a seed; the same arguments give the same filing."""
    random = Random(seed)  # noqa: S311 - a game of figures, no secret
    scheme = "2021" if "cost" in load(form).weights else "2020"
    unit = random.choice(_PLACES) + random.choice(_ORGANS)
    maker = _Maker(
        random, year, unit, scheme, calm, projects, indicators, decimals, set(), bool(load(form).table("base"))
    )
    items = _items(maker)
    figures = _figures(maker, items)
    sheets = _projects(maker, items)
    department = SheetEntry(goals=_goals(maker), indicators=_indicators(maker, "年度资金总额"), signoff=None)
    filing = Filing(
        form, unit, year, f"{year + 1}-{random.randint(3, 9):02d}-{random.randint(1, 28):02d}", figures, items,
        {}, department, sheets, _signature(maker),
    )  # fmt: skip
    return replace(filing, texts=_texts(maker, filing))


def _figures(maker: _Maker, items: tuple[SpendingItem, ...]) -> dict[str, Amount]:
    random = maker.random
    staff = random.randint(5, 300)
    found = {
        "establishment": amount(Decimal(staff + random.randint(0, 9)), "人"),
        "staff": amount(Decimal(staff), "人"),
    }
    found["staff_cost.final"] = maker.money("3000", zero=False)
    public = _PUBLIC if maker.itemised else ("public_cost",)
    for concept in public:
        found |= _row(maker, concept, "200")
    for concept in ("vehicle_purchase", "vehicle_running", "abroad", "reception"):
        if random.random() < 0.6:
            found |= _row(maker, concept, "30")
    if random.random() < 0.5:
        budget = maker.money("400", zero=False)
        found |= {"procurement.budget": budget, "procurement.final": maker.part(budget, 0.9, 1)}
    if random.random() < 0.4:
        found["net_assets.final"] = maker.money("5000", zero=False)
    spent = sum((found[f"{c}.final"].number for c in ("staff_cost", *public) if f"{c}.final" in found), Decimal(0))
    spent += sum((i.final.number for i in items if i.final), Decimal(0))
    executed = amount(spent)
    found["year_funds.adjusted"] = _above(maker, executed, Decimal("1.02") if maker.calm else Decimal("1.6"))
    initial = found["year_funds.adjusted"]
    if random.random() < 0.5:
        initial = maker.part(initial, 0.92, 1) if maker.calm else maker.part(initial, 0.6, 1.4)
    found["year_funds.initial"] = initial
    return found


def _above(maker: _Maker, executed: Amount, most: Decimal) -> Amount:
    """A budget that what was executed fits into."""
    if maker.random.random() < 0.3:
        return executed
    more = executed.number * (most - 1) * Decimal(str(round(maker.random.random(), 3)))
    return amount(executed.number + more.quantize(Decimal(1).scaleb(-maker.decimals)))


def _row(maker: _Maker, concept: str, most: str) -> dict[str, Amount]:
    """A row of three columns, any of which may be missing."""
    last = maker.money(most)
    budget = maker.part(last, 0.5, 1) if maker.calm or last.number else maker.money(most)
    final = maker.part(budget, 0.9, 1) if maker.calm else maker.part(budget, 0.2, 1)
    row = {f"{concept}.last": last, f"{concept}.budget": budget, f"{concept}.final": final}
    if not maker.calm:
        row = {key: value for key, value in row.items() if maker.random.random() > 0.15}
    return row


def _items(maker: _Maker) -> tuple[SpendingItem, ...]:
    """项目支出明细: at least one line for each project, and some that no project covers unless the filing is calm."""
    random = maker.random
    count = maker.projects or (0 if maker.calm else random.randint(0, 3))
    found = []
    for _ in range(count):
        other = random.random() < 0.2
        budget = maker.money("900", zero=False)
        final = maker.part(budget, 0.97, 1) if maker.calm else maker.part(budget, 0.1, 1)
        if not final.number:
            final = budget
        concept = "other_funds" if other else random.choice(("business_work_cost", "running_special", "city_special"))
        last = maker.part(budget, 0.8, 1.3) if random.random() < 0.6 else None
        found.append(
            SpendingItem(maker.name(_WORKS) + "经费", concept, "other" if other else "general", last, budget, final)
        )
    return tuple(found)


def _projects(maker: _Maker, items: tuple[SpendingItem, ...]) -> tuple[SheetEntry, ...]:
    return tuple(_project(maker, item) for item in items[: maker.projects])


def _project(maker: _Maker, item: SpendingItem) -> SheetEntry:
    """A sheet for one line of 项目支出, its money divided over the kinds of funds."""
    random = maker.random
    assert item.budget is not None
    assert item.final is not None
    main = "other" if item.fund == "other" else "fiscal"
    funds = [FundEntry(main, item.budget, item.budget, item.final)]
    if random.random() < 0.3 and item.fund != "other":
        share = maker.part(item.budget, 0.1, 0.4)
        done = min(maker.part(item.final, 0.1, 0.4), share, key=lambda a: a.number)
        rest = FundEntry(main, minus(item.budget, share), minus(item.budget, share), minus(item.final, done))
        if rest.executed and rest.initial and rest.executed.number <= rest.initial.number:
            funds = [
                rest,
                FundEntry(random.choice(("carried", "other")) if not maker.calm else "carried", share, share, done),
            ]
    signoff = _signature(maker) if random.random() < 0.2 else None
    return SheetEntry(
        item.label, maker.unit, maker.unit, tuple(funds), _goals(maker)[:1], _indicators(maker, "本项目"), signoff,
    )  # fmt: skip


def minus(one: Amount, other: Amount) -> Amount:
    """The difference of two amounts of 万元."""
    return amount(one.number - other.number)


def _goals(maker: _Maker) -> tuple[GoalEntry, ...]:
    found = []
    for _ in range(maker.random.randint(1, 3)):
        work = maker.name(_WORKS, ("工作", "任务", "计划"))
        count = maker.random.randint(2, 400)
        found.append(
            GoalEntry(
                f"完成{work}，全年不少于{count}次，按期办结。",
                f"{work}全年开展{count + maker.random.randint(0, count // 5)}次，全部按期办结。",
            )
        )
    return tuple(found)


def _indicators(maker: _Maker, scope: str) -> tuple[IndicatorEntry, ...]:
    """Indicators of every class, their weights as the scheme has them."""
    sums = _SUMS[maker.scheme]
    counts = dict.fromkeys(sums, 1)
    for _ in range(max(0, maker.indicators - len(sums))):
        counts[maker.random.choice(list(sums))] += 1
    found = []
    for kind1, total in sums.items():
        kinds = _COST[maker.scheme] if kind1 == "cost" else _CLASSES[kind1]
        if kind1 == "output" and maker.scheme == "2020":
            kinds = (*kinds, "cost")
        if kind1 == "benefit" and maker.scheme == "2021":
            kinds = kinds[:3]
        count = min(counts[kind1], total)
        chosen = sorted((kinds[i % len(kinds)] for i in range(count)), key=kinds.index)
        for kind2, weight in zip(chosen, _split(maker.random, total, count), strict=True):
            found.append(_indicator(maker, kind1, kind2, weight, scope))
    return tuple(found)


def _split(random: Random, total: int, count: int) -> list[Decimal]:
    """A sum divided into whole points, and now and then a half one."""
    cuts = sorted(random.sample(range(1, total), count - 1)) if count > 1 else []
    parts = [Decimal(b - a) for a, b in zip((0, *cuts), (*cuts, total), strict=True)]
    if count > 1 and random.random() < 0.3 and parts[0] > 1:
        parts[0], parts[1] = parts[0] - Decimal("0.5"), parts[1] + Decimal("0.5")
    return parts


def _indicator(maker: _Maker, kind1: str, kind2: str, weight: Decimal, scope: str) -> IndicatorEntry:
    make = {"cost": _cost, "satisfaction": _satisfaction}.get(kind1) or (_cost if kind2 == "cost" else None)
    if make is None:
        make = (
            _qualitative
            if kind1 == "benefit" and maker.random.random() < 0.8
            else _quantity
            if kind2 == "quantity"
            else _rate
        )
    name, target, actual, note, level = make(maker, kind2, scope)
    points = None
    if level:
        points = weight if level == "met" else Decimal(f"{(weight * Decimal('0.6')).normalize():f}")
    evidence = "业务台账和年度统计" if maker.random.random() < 0.3 else ""
    return IndicatorEntry(kind1, kind2, name, target, actual, weight, level, points, note, evidence)


_Row = tuple[str, str, str, str, str]


def _quantity(maker: _Maker, _kind2: str, _scope: str) -> _Row:
    unit = maker.random.choice(_UNITS)
    goal = maker.random.randint(2, 900)
    done, note = _reached(maker, goal)
    sign = maker.random.choice(("≥", "≥", "≥", ""))
    name = maker.name(_WORKS, _OBJECTS) + "数量"
    if sign == "":
        done, note = goal, ""
    return name, f"{sign}{goal}{unit}", f"{done}{unit}", note, ""


def _reached(maker: _Maker, goal: int) -> tuple[int, str]:
    """What was done towards a goal, and the reason where it is much more or less."""
    fate = maker.random.random()
    if maker.calm or fate < 0.7:
        return goal + maker.random.randint(0, max(0, goal // 10)), ""
    if fate < 0.85:
        return goal * 2, _FAR_OVER
    return max(1, goal * 8 // 10), _SHORT


def _rate(maker: _Maker, _kind2: str, _scope: str) -> _Row:
    name = maker.name(_WORKS, _OBJECTS) + maker.random.choice(("合格率", "完成率", "及时率"))
    goal = maker.random.choice(("90", "95", "98", "100", "92.5"))
    if goal == "100" or maker.random.random() < 0.5:
        return name, f"≥{goal}%", f"{goal}%", "", ""
    if not maker.calm and maker.random.random() < 0.2:
        return name, f"≥{goal}%", f"{Decimal(goal) - 4}%", _SHORT, ""
    return name, f"≥{goal}%", "100%", "", ""


def _satisfaction(maker: _Maker, _kind2: str, _scope: str) -> _Row:
    goal = maker.random.choice((85, 90, 95))
    return maker.name(_WORKS, _PEOPLE) + "满意度", f"≥{goal}%", f"{goal + maker.random.randint(0, 5)}%", "", ""


def _cost(maker: _Maker, kind2: str, scope: str) -> _Row:
    """成本: the money of the sheet itself by reference, or a price of one piece."""
    if kind2 in ("cost", "cost_economic") and f"{scope}成本" not in maker.used and maker.random.random() < 0.7:
        maker.used.add(f"{scope}成本")
        return maker.name(_WORKS) + "支出", f"≤{{{scope}:全年预算数}}", f"{{{scope}:全年执行数}}", "", ""
    goal = maker.random.randint(2, 90)
    if maker.random.random() < 0.3:
        return maker.name(_WORKS, _OBJECTS) + "环境影响事件", "≤0起", "0起", "", ""
    return (
        maker.name(_WORKS, _OBJECTS) + "单位成本",
        f"≤{goal}元",
        f"{goal - maker.random.randint(0, goal // 12)}元",
        "",
        "",
    )


def _qualitative(maker: _Maker, _kind2: str, _scope: str) -> _Row:
    name = maker.name(_WORKS, _EFFECTS)
    if not maker.calm and maker.random.random() < 0.2:
        target, actual = maker.random.choice(_PARTLY)
        return name, target, actual, _SHORT, "partly"
    target, actual = maker.random.choice(_MET)
    return name, target, actual, "", "met"


def _signature(maker: _Maker) -> Signature:
    random = maker.random
    day = f"{maker.year + 1}-{random.randint(3, 9):02d}-{random.randint(1, 28):02d}"
    phone = random.choice(("13900000000", "0730-0000000"))
    return Signature(random.choice(_PERSONS), phone, random.choice(_PERSONS), day)


def _texts(maker: _Maker, filing: Filing) -> dict[str, str]:
    """The unit's own paragraphs, with references to figures that are there."""
    random = maker.random
    found = {
        "overview_unit": f"{maker.unit}设办公室、财务股和业务股3个股室，负责{random.choice(_WORKS)}和{random.choice(_WORKS)}。"
    }
    if filing.items and random.random() < 0.7:
        item = random.choice(filing.items)
        found["project"] = f"项目支出主要用于{item.label}，全年支出{{{item.label}}}。"
    if "net_assets.final" in filing.figures:
        found["performance"] = "资产由办公室统一建账，年末账面净值{固定资产净值}。\n\n闲置资产由办公室统一调剂。"
    faults = [
        (
            "部分指标的目标值定得偏低，原因是测算时沿用了旧口径",
            "以近三年实际数为依据重新测算目标值，报财政部门审核后再定",
        ),
        ("固定资产登记不及时，原因是没有专职的资产管理员", "明确一名资产管理员，领用、调拨、报废当月登记"),
        ("预算执行前慢后快，原因是采购计划下达较晚", "上半年完成采购计划，每季度对照进度"),
    ]
    chosen = random.sample(faults, random.randint(1, 3))
    found["problems"] = "\n\n".join(f"{n}. {fault}。" for n, (fault, _) in enumerate(chosen, 1))
    found["measures"] = "\n\n".join(f"{n}. {cure}。" for n, (_, cure) in enumerate(chosen, 1))
    if random.random() < 0.6:
        found["use_of_results"] = "自评结果将用于编制下一年度绩效目标，并随部门决算一并公开。"
    if random.random() < 0.5:
        found["savings"] = "1、从严编制支出预算；2、少开会、开短会。"
    return found
