"""Random 基础数据表 of the Hunan form, and the two-sided 收入支出决算总表."""

from __future__ import annotations

import random

from benchmarks.generator.blocks import Cell, Para, Table
from benchmarks.generator.case import Base
from benchmarks.generator.numbers import Print, parts_of, percent

COLUMNS = ("past", "budget", "final")


def base_table(
    rng: random.Random, year: int, print_: Print, money: dict[str, int], items: list[tuple[str, int, int, int]]
) -> Base:
    """The table; ``items`` are projects with past, budget, final in 分."""
    title = Para(f"{year}年度部门整体支出绩效评价基础数据表", "caption")
    out = Base(Table([], [60, 33, 33, 33], 0), title, {}, {})
    posts, heads = money["posts"], money["heads"]
    out.staff = {"posts": Cell(str(posts)), "heads": Cell(str(heads)), "rate": Cell(percent(heads, posts, 2))}
    rows = out.table.rows
    rows.append([Cell("财政供养人员情况（人）"), Cell("编制数"), Cell(f"{year}年实际在职人数"), Cell("控制率")])
    rows.append([Cell("", below=True), *out.staff.values()])
    rows.append(
        [Cell("经费控制情况（万元）"), Cell(f"{year - 1}年决算数"), Cell(f"{year}年预算数"), Cell(f"{year}年决算数")]
    )

    def line(key: str, label: str, values: tuple[int, ...] | None) -> None:
        made = [Cell(print_.money(v, unit=False)) for v in values] if values else [Cell(), Cell(), Cell()]
        out.cells.update({(key, c): cell for c, cell in zip(COLUMNS, made, strict=True)})
        rows.append([Cell(label), *made])

    cars = tuple(money[k] for k in ("cars_past", "cars_budget", "cars"))
    host = tuple(money[k] for k in ("host_past", "host_budget", "host"))
    line("three", "三公经费", tuple(a + b for a, b in zip(cars, host, strict=True)))
    line("cars", "   1、公务用车购置和维护经费", cars)
    line("cars_buy", "       其中：公车购置", None)
    line("cars_run", "             公车运行维护", cars)
    line("abroad", "   2、出国经费", None)
    line("host", "   3、公务接待", host)
    sums = (sum(i[1] for i in items), sum(i[2] for i in items), sum(i[3] for i in items))
    line("project", "项目支出：", sums)
    for number, (name, past, budget, final) in enumerate(items, 1):
        line(f"item{number}", f"    {number}、{name}", (past, budget, final))
    public = money["public"]
    office, travel = parts_of(rng, public, 2, print_.step)
    line("public", "公用经费", (public, public, public))
    line("office", "    其中：办公经费", (office, office, office))
    line("travel", "          水费、电费、差旅费", (travel, travel, travel))
    rows.append([Cell("厉行节约保障措施"), Cell("从严控制一般性支出，压减会议和接待", 3)])
    return out


def two_sides(
    print_: Print, money: dict[str, int], classes: list[tuple[str, int]], extra: int
) -> tuple[Table, dict[str, Cell]]:
    """收入支出决算总表: income left, spending right, both totals equal."""
    sums = {"receipts": money["receipts"], "brought": money["brought"], "income": money["income"],
            "spending": money["spending"], "carried": money["carried"], "outgo": money["income"]}  # fmt: skip
    named = {k: Cell(print_.money(v, unit=False)) for k, v in sums.items()}
    left = [("一、一般公共预算财政拨款收入", money["fiscal"]), ("二、政府性基金预算财政拨款收入", None), ("三、国有资本经营预算财政拨款收入", None),
            ("四、事业收入", money["service"]), ("五、其他收入", money["others"])]  # fmt: skip
    right = [
        *((f"{'一二三四五六'[i]}、{name}支出", value) for i, (name, value) in enumerate(classes)),
        ("五、其他支出", extra),
    ]
    rows = [["收入{2}", "支出{2}"], ["项目", "决算数", "项目", "决算数"]]
    made = [[Cell("收入", 2), Cell("支出", 2)], [Cell(w) for w in rows[1]]]
    for (a, x), (b, y) in zip(left, right, strict=True):
        cells = [Cell(print_.money(v, unit=False)) if v is not None else Cell() for v in (x, y)]
        named[f"left{len(made)}"], named[f"right{len(made)}"] = cells
        made.append([Cell(a), cells[0], Cell(b), cells[1]])
    made.append([Cell("本年收入合计"), named["receipts"], Cell("本年支出合计"), named["spending"]])
    made.append([Cell("年初结转和结余"), named["brought"], Cell("年末结转和结余"), named["carried"]])
    made.append([Cell("总计"), named["income"], Cell("总计"), named["outgo"]])
    return Table(made, [55, 27, 50, 27], 2), named
