"""Faults in the sentences: sums, shares, changes, rates, directions, reasons, units, years."""

from __future__ import annotations

import random
from decimal import Decimal

from benchmarks.faults.registry import Planted, fault
from benchmarks.generator.blocks import Para
from benchmarks.generator.case import Case, Said
from benchmarks.generator.narrative import RATES
from benchmarks.generator.numbers import percent, short

_SAME = "FG401 FG402 FG313"  # the changed figure now differs from the same figure elsewhere


def _one_of(case: Case, rng: random.Random, *kinds: str) -> Said | None:
    found = [s for s in case.said if s.kind in kinds]
    return rng.choice(found) if found else None


def _off(rng: random.Random, value: int) -> int:
    """Another value, 3 to 30 % away."""
    return value + rng.choice([-1, 1]) * max(20_000, value * rng.randint(3, 30) // 100 // 10_000 * 10_000)


_PARTS = {
    "split": ("basic", "project"),
    "basic_split": ("staff", "public"),
    "procure": ("goods", "works", "services"),
    "three_full": ("cars", "host"),
}


@fault("parts and total", "FG201 FG505", f"{_SAME} FG203 FG302 FG308 FG301 FG501 FG502 FG202")
def parts(case: Case, rng: random.Random) -> Planted | None:
    said = _one_of(case, rng, *_PARTS)
    if not said:
        return None
    name = rng.choice(_PARTS[said.kind])
    said.say(**{name: case.print.money(_off(rng, said.exact[name]))})
    return Planted([said])


@fault("counts and total", "FG201")
def counts(case: Case, rng: random.Random) -> Planted | None:
    said = _one_of(case, rng, "counts")
    if not said:
        return None
    said.say(b=str(said.exact["b"] + rng.choice([1, 2])))
    return Planted([said])


@fault("parts of a difference", "FG201 FG301 FG505", f"{_SAME} FG302")
def difference_parts(case: Case, rng: random.Random) -> Planted | None:
    said = _one_of(case, rng, "three_change")
    if not said:
        return None
    said.say(host_cut=case.print.money(said.exact["host_cut"] + rng.randint(5, 30) * 10_000))
    return Planted([said])


def _wrong_rate(case: Case, rng: random.Random, kinds: tuple[str, ...], names: tuple[str, ...]) -> Planted | None:
    said = _one_of(case, rng, *kinds)
    here = [n for n in names if said and said.has(n) and n in said.slots]
    if not said or not here:
        return None
    name = rng.choice(here)
    part, whole = RATES[name]
    right = said.slots[name]
    true = Decimal(said.exact[part]) * 100 / said.exact[whole]
    wrong = true + rng.choice([-1, 1]) * Decimal(rng.randint(12, 90)) / 10
    wrong = wrong if 0 < wrong < 100 or true > 100 else true - Decimal(rng.randint(12, 60)) / 10
    if wrong <= 0:
        return None
    said.say(**{name: percent(wrong, 100, case.print.rate_places)})
    return Planted([said], (right.rstrip("%"),))


@fault("share", "FG203", "FG202 FG204 FG308")
def share(case: Case, rng: random.Random) -> Planted | None:
    return _wrong_rate(case, rng, ("shares", "income_split", "classes", "procure_small"), tuple(RATES))


@fault("sum of shares", "FG202", "FG203 FG204")
def share_sum(case: Case, rng: random.Random) -> Planted | None:
    said = _one_of(case, rng, "share_only")
    if not said:
        return None
    right = said.slots["project_rate"]
    said.say(project_rate=percent(Decimal(right.rstrip("%")) + rng.randint(3, 9), 100, case.print.rate_places))
    return Planted([said])


@fault("growth rate", "FG302", "FG301")
def growth(case: Case, rng: random.Random) -> Planted | None:
    return _wrong_rate(case, rng, ("host_change", "income_change", "run_fee"), ("host_rate", "income_rate", "run_rate"))


@fault("growth rate on the wrong base", "FG302", "FG301")
def growth_base(case: Case, rng: random.Random) -> Planted | None:
    said = _one_of(case, rng, "host_change", "income_change", "run_fee")
    if not said:
        return None
    topic = {"host_change": "host", "income_change": "income", "run_fee": "run"}[said.kind]
    right = said.slots[f"{topic}_rate"]
    wrong = case.print.rate(said.exact[f"{topic}_diff"], said.exact[topic])
    if abs(Decimal(wrong.rstrip("%")) - Decimal(right.rstrip("%"))) < Decimal("0.3"):
        return None
    said.say(**{f"{topic}_rate": wrong})
    return Planted([said], (right.rstrip("%"),))


@fault("change amount", "FG301", "FG302 FG401")
def change_amount(case: Case, rng: random.Random) -> Planted | None:
    said = _one_of(case, rng, "host_change", "income_change", "run_fee")
    if not said:
        return None
    name = {"host_change": "host_diff", "income_change": "income_diff", "run_fee": "run_diff"}[said.kind]
    right = said.slots[name]
    said.say(**{name: case.print.money(_off(rng, said.exact[name]))})
    return Planted([said], (right, right.replace(",", ""), short(Decimal(right.replace(",", "").rstrip("亿万元")))))


@fault("saving", "FG301", _SAME)
def saving(case: Case, rng: random.Random) -> Planted | None:
    said = _one_of(case, rng, "three_save")
    if not said:
        return None
    said.say(three_saved=case.print.money(said.exact["three_saved"] + rng.randint(2, 40) * 10_000))
    return Planted([said])


@fault("execution rate in the text", "FG308", "FG401")
def execution(case: Case, rng: random.Random) -> Planted | None:
    return _wrong_rate(case, rng, ("executed",), ("rate",))


@fault("completion rate", "FG308", "FG401 FG203")
def completion(case: Case, rng: random.Random) -> Planted | None:
    return _wrong_rate(case, rng, ("completed", "three_full"), ("c1_done", "three_done"))


@fault("control rate in the text", "FG106 FG308 FG401")
def control(case: Case, rng: random.Random) -> Planted | None:
    return _wrong_rate(case, rng, ("staff",), ("staff_rate",))


@fault("direction of change", "FG303 FG311", "FG307 FG301")
def direction(case: Case, rng: random.Random) -> Planted | None:
    said = _one_of(case, rng, "host_change", "income_change", "run_fee")
    if not said:
        return None
    topic = {"host_change": "host", "income_change": "income", "run_fee": "run"}[said.kind]
    up = said.exact[topic] > said.exact[f"{topic}_past"]
    said.say(**{f"{topic}_word": "减少" if up else "增加", f"{topic}_verb": "下降" if up else "增长"})
    return Planted([said])


@fault("direction of comparison", "FG303", "FG307 FG305")
def comparison(case: Case, rng: random.Random) -> Planted | None:
    said = _one_of(case, rng, "completed")
    if not said:
        return None
    said.say(c1_cmp="大于" if said.slots["c1_cmp"] == "小于" else "小于")
    return Planted([said])


@fault("reason against the direction", "FG307")
def against(case: Case, rng: random.Random) -> Planted | None:
    said = _one_of(case, rng, "income_change", "run_fee", "host_change")
    if not said:
        return None
    topic = {"host_change": "host", "income_change": "income", "run_fee": "run"}[said.kind]
    up = said.exact[topic] > said.exact[f"{topic}_past"]
    reason = rng.choice(
        ["人员减少，人员经费下降", "项目减少", "压减一般性支出"]
        if up
        else ["人员增加，工资福利支出增加", "新增专项资金", "接待批次增加"]
    )
    said.say(**{f"{topic}_reason": reason, f"{topic}_why": f"主要原因是{reason}。"})
    return Planted([said])


@fault("reason without a change", "FG305", "FG301 FG302 FG303 FG401")
def no_change(case: Case, rng: random.Random) -> Planted | None:
    said = _one_of(case, rng, "host_change")
    if not said:
        return None
    said.pattern = rng.choice(
        [
            "公务接待费支出{host}，与上年持平，主要原因是压减接待费用。",
            "公务接待费{host}，较上年减少0万元，下降0%，主要原因是厉行节约。",
        ]
    )
    said.say()
    return Planted([said])


@fault("rate on a base of zero", "FG304", f"{_SAME} FG301 FG302 FG303")
def zero_base(case: Case, rng: random.Random) -> Planted | None:
    said = _one_of(case, rng, "host_change")
    if not said:
        return None
    said.pattern = rng.choice(
        ["公务接待费支出{host}，上年为0万元，增加{host}，增长100%。", "本年公务接待费预算{host}，上年0万元，增加100%。"]
    )
    said.say()
    return Planted([said])


@fault("money unit in the text", "FG501", f"{_SAME} FG201 FG203 FG502 FG505 FG308 FG301 FG503")
def unit(case: Case, rng: random.Random) -> Planted | None:
    said = _one_of(case, rng, "split", "shares", "executed", "income_split", "classes")
    if not said or case.print.unit != "万元":
        return None
    name = {
        "split": "total",
        "shares": "total",
        "executed": "executed",
        "income_split": "receipts",
        "classes": "general",
    }[said.kind]
    right = said.slots[name]
    said.say(**{name: right.replace("万元", rng.choice(["元", "元", "亿元"]))})
    return Planted([said], (right, right.replace(",", "")))


@fault("decimal point", "FG502 FG401 FG201 FG501 FG503 FG505 FG308 FG203", f"{_SAME} FG203 FG308 FG301 FG302")
def magnitude(case: Case, rng: random.Random) -> Planted | None:
    said = _one_of(case, rng, "split", "one_total", "executed")
    name = {"split": "project", "one_total": "total", "executed": "executed"}.get(said.kind) if said else None
    if not said or not name:
        return None
    said.say(**{name: case.print.money(said.exact[name] * rng.choice([10, 10, 100]))})
    return Planted([said], ())


@fault("text and table", "FG401 FG402 FG313", "FG501 FG502")
def text_table(case: Case, rng: random.Random) -> Planted | None:
    said = _one_of(case, rng, "one_total")
    if not said:
        return None
    said.say(total=case.print.money(_off(rng, said.exact["total"])))
    return Planted([said])


@fault("text and score", "FG407 SC155 SC111")
def text_score(case: Case, rng: random.Random) -> Planted | None:
    said = _one_of(case, rng, "score_said")
    if not said:
        return None
    said.say(score=short(Decimal(said.slots["score"]) - Decimal(rng.randint(5, 30)) / 10))
    return Planted([said])


@fault("grade", "SC155")
def grade(case: Case, rng: random.Random) -> Planted | None:
    said = _one_of(case, rng, "score_said")
    if not said:
        return None
    said.say(grade="良" if said.slots["grade"] == "优" else "优")
    return Planted([said])


@fault("year in the text", "TX120")
def year(case: Case, rng: random.Random) -> Planted | None:
    said = _one_of(case, rng, "carried")
    if not said:
        return None
    said.say(ny=str(case.year))
    return Planted([said])


@fault("promise against the figures", "TX116")
def promise(case: Case, rng: random.Random) -> Planted | None:
    said = _one_of(case, rng, "executed")
    if not said or said.exact["executed"] >= said.exact["adjusted"] - 2_000_000:
        return None
    said.pattern = "资金已全部拨付到位。截至年底，资金总额{adjusted}，实际拨付{executed}。"
    said.say()
    return Planted([said])


def _add(case: Case, rng: random.Random, text: str) -> Planted:
    para = Para(text)
    case.after(rng.choice(case.said), para)
    return Planted([para])


@fault("compared with itself", "TX119")
def with_itself(case: Case, rng: random.Random) -> Planted | None:
    amount = case.print.money(rng.randint(100, 9_000) * 10_000)
    text = rng.choice(["{y}年度培训费支出比{y}年度决算增加{a}。", "{y}年会议费较{y}年减少{a}，下降3.2%。"])
    return _add(case, rng, text.format(y=case.year, a=amount))


@fault("old name of a class", "TX122")
def old_class(case: Case, rng: random.Random) -> Planted | None:
    amount = case.print.money(rng.randint(100, 9_000) * 10_000)
    return _add(
        case,
        rng,
        rng.choice(
            ["医疗卫生与计划生育支出{a}，用于职工医疗保险缴费。", "按功能分类，医疗卫生与计划生育支出{a}。"]
        ).format(a=amount),
    )


@fault("copied purpose", "TX123")
def purpose(case: Case, rng: random.Random) -> Planted | None:
    amount = case.print.money(rng.randint(100, 9_000) * 10_000)
    text = rng.choice(
        [
            "住房公积金支出{a}，主要用于职工医疗保险缴费。",
            "行政单位医疗支出{a}，主要用于缴纳住房公积金。",
            "机关事业单位基本养老保险缴费支出{a}，主要用于职工医疗保险缴费。",
        ]
    )
    return _add(case, rng, text.format(a=amount))


@fault("decrease above 100 %", "FG312", "FG302 FG301")
def below_nothing(case: Case, rng: random.Random) -> Planted | None:
    return _add(
        case,
        rng,
        rng.choice(["会议费较上年下降{r}%。", "培训费比上年减少，降幅{r}%。", "会议费支出同比降低{r}%。"]).format(
            r=rng.randint(110, 300)
        ),
    )
