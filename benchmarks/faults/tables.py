"""Faults in the tables of figures: sums, funds, rates, staff, budgets, agreement between tables."""

from __future__ import annotations

import random
from decimal import Decimal

from benchmarks.faults.registry import Planted, fault
from benchmarks.generator.blocks import Cell
from benchmarks.generator.case import Case
from benchmarks.generator.numbers import percent


def _shift(rng: random.Random, cell: Cell) -> None:
    """Another number, at least a tenth away."""
    value = Decimal(cell.text.replace(",", ""))
    cell.text = f"{(value * (100 + rng.choice([-1, 1]) * rng.randint(10, 40)) / 100 + 1).quantize(Decimal('0.01')):f}"


@fault("base table parts", "FG101 FG505", "FG401 FG402 FG403 FG111 FG113 FG114 FG404 FG408 FG503 FG502")
def base_parts(case: Case, rng: random.Random) -> Planted | None:
    if not case.base:
        return None
    row = rng.choice(["host", "office", "travel", "cars_run"])
    column = rng.choice(["past", "budget", "final"])
    cell = case.base.cells[row, column]
    if row in ("office", "travel"):  # 其中 need not list everything, so only too much is wrong
        cell.text = f"{Decimal(cell.text) * rng.randint(12, 30) / 10 + 1:.2f}"
    else:
        _shift(rng, cell)
    total = {"host": "three", "cars_run": "cars"}.get(row, "public")
    return Planted([cell, case.base.cells[total, column]])


@fault("control rate in the table", "FG106")
def staff_rate(case: Case, rng: random.Random) -> Planted | None:
    if not case.base:
        return None
    cell = case.base.staff["rate"]
    right = cell.text
    cell.text = percent(
        int(case.base.staff["heads"].text) + rng.choice([4, 6, 9]), int(case.base.staff["posts"].text), 2
    )
    return Planted([cell], (right.rstrip("%"), f"{Decimal(right.rstrip('%')):.0f}"))


@fault("over establishment", "FG112", "FG106 FG401 SC134 FG308")
def over_staff(case: Case, rng: random.Random) -> Planted | None:
    if not case.base:
        return None
    posts, heads = int(case.base.staff["posts"].text), int(case.base.staff["posts"].text) + rng.randint(8, 30)
    case.base.staff["heads"].text = str(heads)
    case.base.staff["rate"].text = percent(heads, posts, 2)
    case.money["heads"] = heads
    for said in case.said:
        if said.kind == "staff":
            said.say(heads=str(heads), staff_rate=percent(heads, posts, case.print.rate_places))
    return Planted([case.base.staff["heads"], case.base.staff["rate"], *(s for s in case.said if s.kind == "staff")])


@fault("three public expenses over budget", "FG113 FG109", "FG401 FG402 FG301")
def three_over(case: Case, rng: random.Random) -> Planted | None:
    if not case.base or case.sentence("three_save"):
        return None
    cells = case.base.cells
    for row in ("three", "host"):
        old = Decimal(cells[row, "final"].text)
        cells[row, "final"].text = f"{old + Decimal(cells['host', 'budget'].text):f}"
    change = case.sentence("host_change")
    if change:
        case.without(change)
    return Planted([cells["three", "final"], cells["host", "final"]])


@fault("spending without a budget", "FG114", "FG101 FG402 FG403 FG111")
def no_budget(case: Case, rng: random.Random) -> Planted | None:
    if not case.base or ("item2", "budget") not in case.base.cells:
        return None
    cells = case.base.cells
    left = Decimal(cells["project", "budget"].text) - Decimal(cells["item1", "budget"].text)
    cells["item1", "budget"].text = ""
    cells["project", "budget"].text = f"{left:f}"
    return Planted([cells["item1", "final"], cells["item1", "budget"]])


@fault("item underspent", "FG111 SC132", "FG402 FG403 FG110")
def underspent(case: Case, rng: random.Random) -> Planted | None:
    if not case.base:
        return None
    cells = case.base.cells
    more = (Decimal(cells["item1", "final"].text) * rng.randint(17, 26) / 10).quantize(Decimal("0.01"))
    cells[
        "project", "budget"
    ].text = f"{Decimal(cells['project', 'budget'].text) - Decimal(cells['item1', 'budget'].text) + more:f}"
    cells["item1", "budget"].text = f"{more:f}"
    return Planted([cells["item1", "final"], cells["item1", "budget"], cells["project", "final"]])


@fault("table and table", "FG402 FG403 FG404 FG408 FG401", "FG111 FG503")
def table_table(case: Case, rng: random.Random) -> Planted | None:
    if not case.base:
        return None
    cells = case.base.cells
    change = Decimal(rng.randint(1500, 9000))
    for key in (("item1", "final"), ("project", "final"), ("item1", "budget"), ("project", "budget")):
        cells[key].text = f"{Decimal(cells[key].text) + change:f}"
    names = [s.table.rows[0][1] for s in case.sheets]
    return Planted(
        [
            cells["project", "final"],
            cells["item1", "final"],
            *names,
            *(s.money["total", "executed"] for s in case.sheets),
        ]
    )


@fault("fund sources", "FG102", "FG105 FG402 FG103 SC129 FG505 FG109")
def fund_sources(case: Case, rng: random.Random) -> Planted | None:
    sheet = rng.choice(case.sheets) if case.sheets else None
    if not sheet:
        return None
    column = rng.choice(["initial", "adjusted", "executed"])
    _shift(rng, sheet.money["fiscal", column])
    return Planted([sheet.money["fiscal", column], sheet.money["total", column]])


@fault("execution rate in the table", "FG105", "SC127 SC112 FG308")
def execution_rate(case: Case, rng: random.Random) -> Planted | None:
    sheet = rng.choice(case.sheets) if case.sheets else None
    if not sheet:
        return None
    cell = sheet.money["total", "rate"]
    right = cell.text.rstrip("%")
    cell.text = f"{(Decimal(right) - Decimal(rng.randint(20, 90)) / 10).quantize(Decimal('0.01'))}%"
    return Planted([cell], (right, f"{Decimal(right):.0f}"))


@fault("total row of the funds empty", "FG104 SC129", "FG102 FG105 SC127 SC112 FG402 FG401 FG403 FG404")
def fund_total(case: Case, rng: random.Random) -> Planted | None:
    sheet = rng.choice(case.sheets) if case.sheets else None
    if not sheet:
        return None
    for column in ("initial", "adjusted", "executed"):
        sheet.money["total", column].text = "0"
    return Planted([sheet.money["total", "executed"]])


@fault("spending above the budget", "FG109", "FG105 FG401 FG402 FG102 SC127 SC112 FG308")
def overspent(case: Case, rng: random.Random) -> Planted | None:
    sheet = rng.choice(case.sheets) if case.sheets else None
    if not sheet:
        return None
    for row in ("total", "fiscal"):
        cell = sheet.money[row, "adjusted"]
        cut = Decimal(sheet.money["total", "executed"].text) * rng.randint(3, 3) / 10
        cell.text = f"{(Decimal(cell.text) - cut).quantize(Decimal('0.01')):f}"
    rate = Decimal(sheet.money["total", "executed"].text) / Decimal(sheet.money["total", "adjusted"].text)
    sheet.money["total", "rate"].text = percent(rate, 1, 2)
    return Planted([sheet.money["total", "executed"]])


@fault("two-sided totals", "FG116", "FG118 FG401 FG402 FG201")
def two_sides(case: Case, rng: random.Random) -> Planted | None:
    if not case.sides:
        return None
    cell = case.sides["outgo"]
    _shift(rng, cell)
    return Planted([cell])


@fault("one side of the table", "FG118 FG117", "FG401 FG402 FG201 FG505")
def one_side(case: Case, rng: random.Random) -> Planted | None:
    if not case.sides:
        return None
    key = rng.choice([k for k, c in case.sides.items() if k.startswith(("left", "right")) and c.text])
    cell = case.sides[key]
    _shift(rng, cell)
    return Planted([cell, case.sides["receipts" if key.startswith("left") else "spending"]])
