"""A random self-evaluation report (部门整体支出绩效自评报告) without a fault."""

from __future__ import annotations

import random

from benchmarks.generator.base import base_table
from benchmarks.generator.blocks import PageBreak, Para
from benchmarks.generator.case import Case
from benchmarks.generator.narrative import says
from benchmarks.generator.numbers import Print, parts_of
from benchmarks.generator.sheets import form, sheet

_PLACES = ["青禾县", "云岭区", "白石市", "清溪县", "南屏区", "宁安市"]
_OFFICES = ["水利局", "农业农村局", "文化旅游局", "应急管理局", "民政局", "市场监督管理局", "交通运输局", "档案馆"]
_PROJECTS = [
    "基层培训专项",
    "信息系统运行维护",
    "执法检查经费",
    "公共设施维修",
    "宣传教育专项",
    "救助服务经费",
    "数据采集专项",
    "设备更新专项",
]
_CHAPTERS = ["部门（单位）基本情况", "一般公共预算支出情况", "政府性基金预算支出情况", "国有资本经营预算支出情况", "社会保险基金预算支出情况",
             "部门整体支出绩效情况", "存在的问题及原因分析", "下一步改进措施", "部门整体支出绩效自评结果拟应用和公开情况", "其他需要说明的情况"]  # fmt: skip
_TROUBLES = [
    ("部分项目支出进度前慢后快，原因是前期手续办理时间较长", "提前办理项目前期手续，按季通报支出进度"),
    ("个别绩效指标量化不够，原因是业务人员参与目标编制不多", "组织业务人员参与绩效目标编制，细化量化指标"),
    ("固定资产盘点不够及时，原因是资产管理人员变动频繁", "每半年盘点一次固定资产，明确资产管理岗位"),
    ("政府采购计划编制偏粗，原因是需求调查不充分", "采购前开展需求调查，编细政府采购计划"),
]


def case(rng: random.Random, seed: int, layout: str, *, projects: int = 0, base: bool = False) -> Case:
    """The report; with a number of projects (else 1 to 3) and surely with a base table."""
    year = rng.choice([2021, 2022, 2023, 2024])
    unit = rng.choice(_PLACES) + rng.choice(_OFFICES)
    print_ = Print(rng.choice(["万元", "万元", "万元", "元"]), 2, rng.choice([1, 2, 2]), commas=rng.random() < 0.2)  # fmt: skip
    grain = rng.choice([10_000, 10_000, 1])
    money, items = _money(rng, grain, projects or rng.choice([1, 2, 3]))
    out = Case(seed, "self", layout, year, unit, print_, money, [], [])
    words = {"unit": unit, "y": str(year), "py": str(year - 1), "ny": str(year + 1)}
    table_print = Print("万元", 2, 2, commas=False)
    out.base = base_table(rng, year, table_print, money, items) if rng.random() < 0.7 or base else None
    _tables(rng, out, money, items)
    score = out.sheets[0].total["score"].text
    words |= {"score": score, "grade": "优" if float(score) >= 90 else "良"}
    _text(rng, out, print_, words)
    _annexes(out, rng)
    return out


def _money(rng: random.Random, grain: int, count: int) -> tuple[dict[str, int], list[tuple[str, int, int, int]]]:
    total = rng.randint(30_000, 900_000) * 10_000 + (rng.randint(1, 9_999) if grain == 1 else 0)
    basic, project = parts_of(rng, total, 2, grain)
    staff, public = parts_of(rng, basic, 2, grain)
    finals = parts_of(rng, project, count, grain)
    names = rng.sample(_PROJECTS, count)
    items = []
    for name, final in zip(names, finals, strict=True):
        budget = final + (0 if rng.random() < 0.5 else final * rng.randint(1, 30) // 1000 // grain * grain)
        items.append((name, final * rng.randint(80, 120) // 100 // grain * grain, budget, final))
    adjusted = basic + sum(i[2] for i in items)
    cars, host = (rng.randint(100, 900) * 10_000 for _ in range(2))
    before = {k: v * rng.randint(105, 140) // 100 // 10_000 * 10_000 for k, v in (("cars", cars), ("host", host))}
    planned = {k: v * rng.randint(103, 120) // 100 // 10_000 * 10_000 for k, v in (("cars", cars), ("host", host))}
    posts = rng.randint(15, 120)
    a, b = rng.randint(3, 19), rng.randint(2, 9)
    initial = adjusted * rng.randint(93, 104) // 100 // grain * grain
    return {
        "total": total, "executed": total, "adjusted": adjusted, "initial": initial, "basic": basic, "project": project,
        "staff": staff, "public": public, "cars": cars, "cars_past": before["cars"], "cars_budget": planned["cars"],
        "host": host, "host_past": before["host"], "host_budget": planned["host"], "host_diff": before["host"] - host,
        "three_budget": planned["cars"] + planned["host"], "three_final": cars + host,
        "three_saved": planned["cars"] + planned["host"] - cars - host, "posts": posts, "heads": posts - rng.randint(0, 5),
        "n": a + b, "a": a, "b": b,
    }, items  # fmt: skip


def _tables(rng: random.Random, out: Case, money: dict[str, int], items: list[tuple[str, int, int, int]]) -> None:
    used: set[str] = set()
    shape = form(rng)
    year, unit = out.year, out.unit
    other = rng.choice([0, money["executed"] // 20 // 10_000 * 10_000])
    head = {k: money[k] for k in ("initial", "adjusted", "executed")} | {"other": other}
    out.sheets.append(
        sheet(
            rng, shape, f"{year}年度部门整体支出绩效自评表", unit, head, used, department=unit, supervisor="", year=year
        )
    )
    for name, _, budget, final in items:
        used = {w for w in used if w.endswith("。")} if len(used) > 25 else used
        funds = {"initial": budget, "adjusted": budget, "executed": final}
        out.sheets.append(
            sheet(
                rng,
                shape,
                f"{year}年度项目支出绩效自评表",
                name,
                funds,
                used,
                department=unit,
                supervisor=unit,
                year=year,
            )
        )


def _text(rng: random.Random, out: Case, print_: Print, words: dict[str, str]) -> None:
    year, unit = out.year, out.unit

    def add(*kinds: str, lead: str = "") -> None:
        for kind in kinds:
            said = says(rng, kind, print_, out.money, words)
            said.lead = lead
            said.say()
            out.said.append(said)
            out.blocks.append(said)

    cover = [Para(f"部门（单位）名称：{unit}（盖章）", "cover"), Para(f"{year + 1}年5月20日", "cover")]
    out.cover = cover
    out.blocks += [*cover, PageBreak(), Para(f"{year}年度{unit}", "title"), Para("整体支出绩效自评报告", "title")]
    troubles = rng.sample(_TROUBLES, 3)
    for number, chapter in enumerate(_CHAPTERS):
        heading = Para(f"{'一二三四五六七八九十'[number]}、{chapter}", "heading1")
        out.headings[chapter] = heading
        out.blocks.append(heading)
        if number == 0:
            out.blocks += [
                Para("（一）机构设置与职责", "heading2"),
                Para(f"{unit}是同级人民政府工作部门，负责本行业的管理和服务，执行行政单位会计制度。"),
            ]
            add("staff")
            out.blocks.append(Para("（二）支出规模和使用方向", "heading2"))
            add("split", "basic_split")
        elif number == 1:
            out.blocks.append(Para("一般公共预算资金用于保障职工待遇、机关运转和履行职能，没有用于楼堂馆所建设。"))
        elif number == 5:
            kinds = [
                "shares",
                "share_only",
                "three_save",
                "executed",
                "adjusted",
                "one_total",
                "counts",
                "score_said",
                "host_change",
            ]
            for kind in rng.sample(kinds, 7):
                add(kind)
        elif number in (6, 7):
            lines = [Para(f"{i}、{pair[number - 6]}。") for i, pair in enumerate(troubles, 1)]
            out.blocks += lines
            setattr(out, "problems" if number == 6 else "measures", lines)
        elif number == 8:
            out.blocks.append(Para("自评结果作为编制下一年度预算的参考，随部门决算在政府门户网站公开。"))
        else:
            out.blocks.append(Para("无"))


def _annexes(out: Case, rng: random.Random) -> None:
    titles = [*(["部门整体支出绩效评价基础数据表"] if out.base else []), "部门整体支出绩效自评表", "项目支出绩效自评表"]
    out.listed = [Para(f"{i}.{title}") for i, title in enumerate(titles, 1)]
    out.blocks += [Para("附件："), *out.listed, PageBreak()]
    sign = Para(
        f"填表人：李示例  填报日期：{out.year + 1}年5月20日  联系电话：0730-8690000  单位负责人签字：王示例", "note"
    )
    if out.base:
        out.blocks += [out.base.title, out.base.table, Para(sign.text, "note"), PageBreak()]
    for one in out.sheets:
        one.signoff = Para(sign.text, "note")
        out.blocks += [one.title, one.table, one.signoff, PageBreak()]
