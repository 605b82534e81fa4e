"""A random statement of a year's accounts (部门决算情况说明 with its 三公 part) without a fault."""

from __future__ import annotations

import random

from benchmarks.generator.base import two_sides
from benchmarks.generator.blocks import PageBreak, Para
from benchmarks.generator.case import Case
from benchmarks.generator.narrative import patterns, says
from benchmarks.generator.numbers import Print, parts_of

_UNITS = [
    "青禾县档案馆",
    "云岭区民政局",
    "白石市水利局",
    "清溪县林业局",
    "南屏区人民法院",
    "宁安市气象局",
    "青禾县第一中学",
    "云岭区疾控中心",
]
_CLASSES = ["一般公共服务", "教育", "社会保障和就业", "卫生健康", "农林水", "住房保障", "节能环保", "城乡社区"]
_ORDER = [  # heading, sentences
    ("收入支出决算总体情况说明", ["income_change"]),
    ("收入决算情况说明", ["income_split"]),
    ("支出决算情况说明", ["shares"]),
    ("一般公共预算财政拨款支出决算情况说明", ["classes", "completed"]),
    ("“三公”经费支出决算情况说明", ["three_full", "three_change", "host_change", "cars_level"]),
    ("机关运行经费支出说明", ["run_fee"]),
    ("政府采购支出说明", ["procure", "procure_small"]),
    ("年末结转和结余说明", ["carried"]),
]


def case(rng: random.Random, seed: int, layout: str) -> Case:
    """The statement."""
    year = rng.choice([2021, 2022, 2023, 2024])
    unit = rng.choice(_UNITS)
    print_ = Print(rng.choice(["万元", "万元", "元"]), 2, rng.choice([1, 2, 2]), commas=rng.random() < 0.3)
    grain = rng.choice([10_000, 1])
    names = rng.sample(_CLASSES, 4)
    money, extra = _money(rng, grain)
    words = {"unit": unit, "y": str(year), "py": str(year - 1), "ny": str(year + 1)} | {
        f"c{i}n": n for i, n in enumerate(names, 1)
    }
    less = money["c1"] < money["c1_budget"]
    words |= {
        "c1_cmp": "小于" if less else "大于",
        "c1_reason": rng.choice(patterns()["down_reasons" if less else "up_reasons"]),
    }
    out = Case(seed, "accounts", layout, year, unit, print_, money, [], [])
    out.blocks += [Para(f"{year}年度{unit}部门决算", "title"), PageBreak(), Para("第一部分 单位概况", "heading1")]
    out.blocks.append(Para(f"{unit}按照职责分工承担本行业的管理和服务工作。"))
    out.blocks += [Para(f"第二部分 {year}年度部门决算情况说明", "heading1")]
    for number, (title, kinds) in enumerate(_ORDER):
        heading = Para(f"{'一二三四五六七八九十'[number]}、{title}", "heading2")
        out.headings[title] = heading
        out.blocks.append(heading)
        for kind in kinds:
            if kind == "cars_level" or (kind == "three_change" and rng.random() < 0.3):
                continue
            said = says(rng, kind, print_, money, words)
            out.said.append(said)
            out.blocks.append(said)
    out.blocks += [Para(f"第三部分 {year}年度部门决算表", "heading1"), Para("收入支出决算总表", "caption")]
    table, out.sides = two_sides(print_, money, [(n, money[f"c{i}"]) for i, n in enumerate(names, 1)], extra)
    out.blocks += [Para(f"部门：{unit}　　　　　　单位：{print_.unit}", "note"), table]
    return out


def _money(rng: random.Random, grain: int) -> tuple[dict[str, int], int]:
    general = rng.randint(40_000, 900_000) * 10_000
    classes = parts_of(rng, general, 4, grain)
    extra = rng.randint(2_000, 30_000) * 10_000
    spending = general + extra
    basic, project = parts_of(rng, spending, 2, grain)
    carried = rng.randint(500, 20_000) * 10_000
    brought = rng.randint(500, 9_000) * 10_000
    income = spending + carried
    receipts = income - brought
    fiscal = receipts * rng.randint(75, 90) // 100 // grain * grain
    service = (receipts - fiscal) * rng.randint(20, 80) // 100 // grain * grain
    past = income * rng.choice([80, 88, 94, 103, 109, 117, 125]) // 100 // grain * grain
    c1_budget = classes[0] * rng.choice([82, 91, 96, 104, 112]) // 100 // grain * grain
    cars, host = (rng.randint(100, 900) * 10_000 for _ in range(2))
    cars_diff, host_cut = rng.randint(10, 90) * 10_000, rng.randint(10, 90) * 10_000
    three_budget = (cars + host) * rng.randint(102, 130) // 100 // 10_000 * 10_000
    bought = rng.randint(2_000, 40_000) * 10_000
    goods, works, services = parts_of(rng, bought, 3, grain)
    run = rng.randint(3_000, 40_000) * 10_000
    run_past = run * rng.choice([85, 92, 107, 115]) // 100 // grain * grain
    money = {
        "total": spending, "basic": basic, "project": project, "general": general, "spending": spending,
        "carried": carried, "brought": brought, "income": income, "income_past": past, "income_diff": abs(income - past),
        "receipts": receipts, "fiscal": fiscal, "service": service, "others": receipts - fiscal - service,
        "c1_budget": c1_budget, "cars": cars, "host": host, "host_past": host + host_cut, "host_diff": host_cut, "host_cut": host_cut,
        "cars_diff": cars_diff, "three_final": cars + host, "three_past": cars + host + cars_diff + host_cut,
        "three_diff": cars_diff + host_cut, "three_budget": three_budget, "bought": bought, "goods": goods, "works": works,
        "services": services, "small": bought * rng.randint(20, 95) // 100 // grain * grain, "run": run, "run_past": run_past,
        "run_diff": abs(run - run_past), **{f"c{i}": v for i, v in enumerate(classes, 1)},
    }  # fmt: skip
    return money, extra
