"""基础数据 as a sheet: the unit, its people and money, and the items of project expenditure."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.filing import choices
from jixiao.filing.workbook import hints, rows
from jixiao.filing.workbook.pen import Pen
from jixiao.filing.workbook.plan import BASE, BLOCKS, GAP, HEADS, NEVER
from jixiao.forms import BaseLine, Form, base_lines, concepts
from jixiao.model.amount import Amount
from jixiao.model.filing import COLUMNS, Filing, SpendingItem

_WIDTHS = (34, 8, 15, 15, 15, 17, 17, 62, 15)
_HINT, _LAST_YEAR = 9, 10
_LINE, _A_LINE = 18, 48
_MORE_ROWS, _ITEM_ROWS = 5, 8
_AMOUNTS = "可以写 1107.5、1,107.50、1107.5万元；没有的留空，不要写0以外的符号。"
_OPEN = "自动合计下面各项；还有别的支出时，直接写合计数。"
_SOURCES = ("general", "gov_fund", "state_capital", "special", "other")


def write(book: object, form: Form, unit: str, filing: Filing, last: Filing | None) -> dict[str, str]:
    """The sheet; the rows of the money are those of the form's own table. Gives the cell of this year's figure by concept."""
    pen = Pen(book, BASE, "base", _WIDTHS)
    pen.text(2, f"{filing.year}年度{form.title}　基础数据", "title")
    pen.down(height=30)
    pen.key(GAP)
    pen.text(2, "黄色格填写，绿色格自动计算，灰色格不填。金额一律以万元为单位。", "note", to=_HINT)
    pen.down(height=16)
    pen.sheet.freeze_panes(pen.row - 1, 2)
    _unit(pen, unit, filing)
    if form.kind == "project":
        _more(pen, filing, set())
        return {}
    lines = rows.lines(form)
    _singles(pen, form, filing, [line for line in lines if line.columns == ("",)])
    found = _money(pen, form, filing, last, [line for line in lines if line.concept and line.columns != ("",)])
    _more(pen, filing, {line.concept for line in lines})
    _items(pen, form, filing, last, found[rows.PROJECTS])
    return {concept: f"'{BASE}'!${pen.at(BLOCKS['figures']['final'], row)[0]}${row}" for concept, row in found.items()}


def _unit(pen: Pen, unit: str, filing: Filing) -> None:
    _section(pen, "单位和填报人")
    rows = (
        ("unit", "单位名称", filing.unit or unit), ("year", "年度", str(filing.year)), ("date", "报告日期", filing.date),
        ("signoff.preparer", "填表人", filing.signoff.preparer), ("signoff.phone", "联系电话", filing.signoff.phone),
        ("signoff.head", "单位负责人", filing.signoff.head), ("signoff.date", "填报日期", filing.signoff.date),
    )  # fmt: skip
    for key, label, value in rows:
        pen.key(f"one:{key}")
        pen.text(2, label, "label", to=3)
        pen.text(4, value, "label" if key == "year" or (key == "unit" and unit) else "word", to=6)
        if key.endswith("date"):
            pen.tell(4, label, "写成 2024-05-30 或 2024年5月30日")
        pen.down(height=_LINE)


def _singles(pen: Pen, form: Form, filing: Filing, lines: list[BaseLine]) -> None:
    if not lines:
        return
    _section(pen, "人员和楼堂馆所")
    at: dict[str, str] = {}
    for line in lines:
        pen.key(f"figure:{line.concept}")
        pen.text(2, line.label, "label")
        pen.text(3, line.unit, "unit")
        pen.amount(4, filing.figures.get(line.concept), line.unit)
        _hint(pen, hints.of_figure(form, line.concept), 5)
        at[line.concept] = pen.at(4)
        pen.down(height=_LINE)
    for label, part, whole in (
        ("在职人员控制率", "staff", "establishment"),
        ("规模控制率", "building_area_actual", "building_area_approved"),
        ("投资概算控制率", "building_cost_actual", "building_cost_budget"),
    ):
        if part in at and whole in at:
            pen.key(GAP)
            pen.text(2, label, "label")
            pen.text(3, "%", "unit")
            pen.formula(4, f'=IFERROR(IF(N({at[whole]})=0,"—",{at[part]}/{at[whole]}),"—")', "rate")
            pen.down()


def _money(pen: Pen, form: Form, filing: Filing, last: Filing | None, lines: list[BaseLine]) -> dict[str, int]:
    """The rows of money; gives the row of each concept."""
    _section(pen, "经费（万元）")
    pen.key("head:figures")
    heads = {
        "last": f"{filing.year - 1}年决算数",
        "budget": f"{filing.year}年预算数",
        "final": f"{filing.year}年决算数",
    }
    for column, words in (
        (2, "项目"), (3, "单位"), *((BLOCKS["figures"][name], heads[name]) for name in COLUMNS), (7, "决算比上年增减"), (8, "决算占预算"),
        (_HINT, "规定和依据"), *([(_LAST_YEAR, "去年报表里的决算数")] if last else []),
    ):  # fmt: skip
        pen.text(column, words, "head")
    pen.down(height=22)
    there = {line.concept: pen.row + at for at, line in enumerate(lines)}
    for line in lines:
        _line(pen, form, filing, line, there)
        if last:
            pen.text(_LAST_YEAR, _words(last.figures.get(f"{line.concept}.final")), "last")
        pen.down(height=_LINE * (2 if len(_hint_of(form, line)) > _A_LINE else 1))
    return there


def _line(pen: Pen, form: Form, filing: Filing, line: BaseLine, there: dict[str, int]) -> None:
    pen.key(f"figures:{line.concept}")
    pen.text(2, line.label, "label", indent=line.depth)
    pen.text(3, line.unit, "unit")
    parts = [there[part] for part in rows.summed(form).get(line.concept, ())]
    for name in COLUMNS:
        column = BLOCKS["figures"][name]
        amount = filing.figures.get(f"{line.concept}.{name}")
        if line.concept == "project_expenditure" and amount is None:
            continue  # the sum of the items: where they stand is known later
        if parts and amount is None:
            cells = ",".join(pen.at(column, row) for row in parts)
            pen.formula(column, f'=IF(COUNT({cells})=0,"",ROUND(SUM({cells}),6))', "open" if line.open else "sum")
        elif name in line.columns or amount is not None:
            pen.amount(column, amount, line.unit)
        else:
            pen.text(column, NEVER, "never")
    _rates(pen)
    _warn_of_words(pen)
    _hint(pen, _hint_of(form, line))


def _hint_of(form: Form, line: BaseLine) -> str:
    own = _OPEN if line.open else _AMOUNTS if line.concept == "staff_cost" else ""
    return own + hints.of_figure(form, line.concept)


def _rates(pen: Pen) -> None:
    last, budget, final = pen.at(4), pen.at(5), pen.at(6)
    pen.formula(7, f'=IFERROR(IF(COUNT({last},{final})<2,"—",({final}-{last})/{last}),"—")', "rate")
    pen.formula(8, f'=IFERROR(IF(COUNT({budget},{final})<2,"—",{final}/{budget}),"—")', "rate")


def _warn_of_words(pen: Pen) -> None:
    """An amount typed as words is read later, but it is not in the sums that one sees."""
    for column in BLOCKS["figures"].values():
        cell = pen.at(column)
        criteria = f'AND(ISTEXT({cell}),{cell}<>"",{cell}<>"—")'
        pen.sheet.conditional_format(
            f"{cell}:{cell}", {"type": "formula", "criteria": f"={criteria}", "format": pen.style("wrong")}
        )


def _more(pen: Pen, filing: Filing, there: set[str]) -> None:
    """Any other figure, by the name of its concept."""
    _section(pen, "其他数（表里没有、正文要用的，在下拉列表里选名称）")
    pen.key(GAP)
    for column, words in ((2, "名称"), (3, "单位"), *((BLOCKS["more"][n], HEADS["figures"][n]) for n in COLUMNS)):
        pen.text(column, words, "head")
    pen.down()
    wanted: dict[str, dict[str, Amount]] = {}
    for key, amount in filing.figures.items():
        concept, _, part = key.partition(".")
        if concept not in there and concept != "year_funds":
            wanted.setdefault(concept, {})[part] = amount
    for concept in (*wanted, *[""] * _MORE_ROWS):
        pen.key("more")
        known = concepts().get(concept)
        pen.text(2, known.label if known else "", "word")
        pen.check(2, 1, {"validate": "list", "source": "=names", "error_type": "warning"})
        pen.text(3, "", "unit")
        held = wanted.get(concept, {})
        for name in COLUMNS:
            pen.amount(BLOCKS["more"][name], held.get(name) or (held.get("") if name == "final" else None), "万元")
        pen.down()


def _items(pen: Pen, form: Form, filing: Filing, last: Filing | None, at: int) -> None:
    _section(pen, "项目支出明细（一个项目或专项一行；行不够可以插入行，也可以整块粘贴）")
    pen.key("head:item")
    for column, words in ((3, "单位"), *((BLOCKS["item"][name], words) for name, words in HEADS["item"].items())):
        pen.text(column, words, "head")
    if last:
        pen.text(_LAST_YEAR, "去年报表里的决算数", "head")
    pen.down(height=22)
    first = pen.row
    before = {item.label: item for item in last.items} if last else {}
    for item in (*filing.items, *[SpendingItem("", fund="")] * _ITEM_ROWS):
        _item(pen, form, item)
        if last:
            pen.text(_LAST_YEAR, _words(before[item.label].final if item.label in before else None), "last")
        pen.down()
    bottom = pen.row - 1
    pen.key("item")  # what is pasted below the prepared rows belongs to the list, too
    here, pen.row = pen.row, at
    for name in COLUMNS:
        if f"project_expenditure.{name}" not in filing.figures:
            column = BLOCKS["item"][name]
            cells = f"{pen.at(column, first)}:{pen.at(column, bottom)}"
            pen.formula(column, f'=IF(COUNT({cells})=0,"",ROUND(SUM({cells}),6))')
    pen.row = here


def _item(pen: Pen, form: Form, item: SpendingItem) -> None:
    pen.key("item")
    pen.text(2, item.label, "word")
    pen.text(3, "万元", "unit")
    for name in COLUMNS:
        pen.amount(BLOCKS["item"][name], getattr(item, name), "万元")
    kinds = item_concepts(form)
    pen.text(BLOCKS["item"]["concept"], _label(item.concept), "pick")
    pen.choose(
        BLOCKS["item"]["concept"],
        tuple(map(_label, kinds)),
        title="归入",
        message="基础数据表里归到哪一行；选不出的留空",
    )
    pen.text(BLOCKS["item"]["fund"], choices.ITEM_FUNDS.get(item.fund, ""), "pick")
    pen.choose(
        BLOCKS["item"]["fund"], tuple(choices.ITEM_FUNDS[name] for name in _SOURCES), title="资金来源", message="不选按一般公共预算"
    )  # fmt: skip
    _warn_of_words(pen)


def item_concepts(form: Form) -> tuple[str, ...]:
    """The rows of the form to which an item may belong."""
    named: Iterable[str] = (name for line in base_lines(form) for name in line.items if name in concepts())
    return tuple(dict.fromkeys((*named, "business_work_cost", "running_special", "city_special", "other_funds")))


def _label(concept: str) -> str:
    return concepts()[concept].label if concept in concepts() else ""


def _words(amount: Amount | None) -> str:
    return f"{amount.number:f}" if amount else ""


def _section(pen: Pen, words: str) -> None:
    pen.key(GAP)
    pen.down(height=8)
    pen.key(GAP)
    pen.text(2, words, "section")
    pen.down(height=20)


def _hint(pen: Pen, words: str, column: int = _HINT) -> None:
    if words:
        pen.text(column, words, "hint", to=_HINT)
