"""自评表 as a sheet: the department's own, or one project's, with points and sums that show while one types."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from jixiao.filing import choices
from jixiao.filing.kinds import classes
from jixiao.filing.workbook import hints
from jixiao.filing.workbook.pen import Pen
from jixiao.filing.workbook.plan import BLOCKS, GAP, HEADS, QUALITATIVE, SIGNS, STAGE, apart
from jixiao.forms import Form
from jixiao.model.amount import Amount
from jixiao.model.filing import FundEntry, GoalEntry, IndicatorEntry, SheetEntry, Signature

_WIDTHS = (11, 15, 30, 8, 15, 15, 11, 8, 10, 11, 10, 32, 24, 14, 14, 9, 9)
_AT = BLOCKS["indicator"]
_SCORE, _LAST_TARGET, _LAST_ACTUAL, _TARGET, _ACTUAL = 10, 15, 16, 17, 18
_EXPECTED_TO, _ACHIEVED_TO = 7, 14
_NOTE_TO = 14
_ROWS, _BELOW, _A_CLASS, _A_FEW = 200, 200, 2, 8
_SIGN_OFF = {"preparer": "填表人", "phone": "联系电话", "head": "单位负责人", "date": "填报日期"}
_LINE, _TALLEST = 16, 400  # points; Excel's rows end at 409


@dataclass(frozen=True, slots=True)
class Money:
    """年度资金总额 of the department: what is entered, and the formulas of what follows from 基础数据."""

    initial: Amount | None
    adjusted: Amount | None
    executed: str
    basic: str
    project: str


def write(
    book: object,
    name: str,
    form: Form,
    year: int,
    entry: SheetEntry,
    last: SheetEntry | None,
    money: Money | None = None,
) -> None:
    """One sheet: the department's where its ``money`` is given, else a project's."""
    pen = Pen(book, name, "department" if money else "project", _WIDTHS)
    pen.sheet.set_column(_TARGET - 1, _ACTUAL - 1, 9, None, {"hidden": True})
    pen.text(2, f"{year}年度{'部门整体支出' if money else '项目支出'}绩效自评表", "title")
    pen.down(height=30)
    strip = _strip(pen, form)
    pen.sheet.freeze_panes(pen.row - 1, 4)
    if not money:
        _project(pen, entry)
    score_at, money_row = _department_money(pen, form, money) if money else _project_money(pen, form, entry)
    _goals(pen, entry, last)
    _sign_off(pen, entry.signoff)
    own = {
        f"{{{'年度资金总额' if money else '本项目'}:{choices.STAGES[stage]}}}": pen.at(at, money_row)
        for stage, at in zip(choices.STAGES, STAGE, strict=True)
    }
    rows = _indicators(pen, form, entry, last, own)
    _sums(pen, form, strip, rows, score_at)


def _strip(pen: Pen, form: Form) -> dict[str, tuple[int, int]]:
    """The row of sums that stays in sight; their formulas are written when the rows are known."""
    cells: dict[str, tuple[int, int]] = {}
    names = [
        (one.kind, f"{one.label.removesuffix('指标')} / {form.weights[one.kind]}")
        for one in classes(form)
        if one.kind in form.weights
    ]
    pen.key(GAP)
    pen.text(2, "分值核对（预算执行率在内，合计应为100分）", "head", to=4)
    columns = (5, 6, 7, 8, 9, 10, 11, 12)
    for (kind, label), column in zip([*names, ("all", "分值合计"), ("points", "已算得分")], columns, strict=False):
        pen.text(column, label, "head")
        cells[kind] = (pen.row + 1, column)
    pen.down(height=26)
    pen.key(GAP)
    pen.text(2, "现在填了（绿色：合乎分值；橙色：对不上）", "label", to=4)
    pen.down(height=20)
    return cells


def _project(pen: Pen, entry: SheetEntry) -> None:
    for key, label in (("name", "项目名称"), ("supervisor", "主管部门"), ("implementer", "实施单位")):
        pen.key(f"one:{key}")
        pen.text(2, label, "label", to=3)
        pen.text(4, getattr(entry, key), "word", to=7)
        if key == "name":
            pen.text(9, "要再加项目：右键本工作表标签，选“移动或复制”，勾选“建立副本”。", "note", to=_NOTE_TO)
        pen.down(height=22)


def _money_head(pen: Pen, form: Form) -> None:
    pen.key(GAP)
    pen.down(height=8)
    pen.key("head:fund")
    heads = [HEADS["fund"][stage] for stage in choices.STAGES]
    pen.text(2, "资金（万元）", "head", to=4)
    for column, words in zip((5, *STAGE, 9, 10, 11), ("单位", *heads, "分值", "执行率", "得分"), strict=True):
        pen.text(column, words, "head")
    pen.text(12, hints.execution(form), "note", to=_NOTE_TO)
    pen.down(height=26)


def _row_of_money(pen: Pen, label: str, key: str, indent: int = 0) -> None:
    pen.key(key)
    pen.text(2, label, "label", to=4, indent=indent)
    pen.text(5, "万元", "unit")


def _department_money(pen: Pen, form: Form, money: Money) -> tuple[str, int]:
    """Gives the cell of the points and the row of the money."""
    _money_head(pen, form)
    _row_of_money(pen, "年度资金总额", "year")
    for column, amount in zip(STAGE, (money.initial, money.adjusted), strict=False):
        pen.amount(column, amount, "万元")
    pen.formula(STAGE[2], money.executed)
    score, row = _execution(pen, form), pen.row
    pen.down(height=20)
    for label, formula in (("其中：基本支出（自动）", money.basic), ("　　　项目支出（自动）", money.project)):
        _row_of_money(pen, label, GAP)
        for column in STAGE[:2]:
            pen.text(column, "", "never")
        pen.formula(STAGE[2], formula)
        pen.down()
    return score, row


def _project_money(pen: Pen, form: Form, entry: SheetEntry) -> tuple[str, int]:
    """Gives the cell of the points and the row of the whole money."""
    _money_head(pen, form)
    funds = {fund.fund: fund for fund in entry.funds}
    order = [*dict.fromkeys([*funds, *choices.FUNDS])]
    _row_of_money(pen, "年度资金总额（自动）", GAP)
    for column in STAGE:
        cells = f"{pen.at(column, pen.row + 1)}:{pen.at(column, pen.row + len(order))}"
        pen.formula(column, f'=IF(COUNT({cells})=0,"",ROUND(SUM({cells}),6))')
    score, row = _execution(pen, form), pen.row
    pen.down(height=20)
    for name in order:
        fund = funds.get(name, FundEntry(name))
        _row_of_money(pen, choices.FUNDS[name], f"fund:{name}", 1)
        for column, stage in zip(STAGE, choices.STAGES, strict=True):
            pen.amount(column, getattr(fund, stage), "万元")
        pen.down()
    return score, row


def _execution(pen: Pen, form: Form) -> str:
    """Weight, rate and points beside the money; gives the cell of the points."""
    adjusted, executed = pen.at(STAGE[1]), pen.at(STAGE[2])
    weight = hints.law_of(form).number("weight.execution")
    pen.formula(9, f"={weight:f}")
    pen.formula(10, f'=IF(OR(N({adjusted})=0,COUNT({executed})=0),"",{executed}/{adjusted})', "rate")
    share = f"MAX(0,MIN(1,{pen.at(10)}))"
    if hints.law_of(form).text("execution") == "stepped":
        share = "0"
        for row in reversed(hints.law_of(form).table("execution_steps")):
            share = f"IF({pen.at(10)}*100>={row['low']},{row['share']},{share})"
    pen.formula(11, f'=IF({pen.at(10)}="","",ROUND({share}*{pen.at(9)},2))')
    return pen.at(11)


def _goals(pen: Pen, entry: SheetEntry, last: SheetEntry | None) -> None:
    pen.key(GAP)
    pen.down(height=8)
    pen.key(GAP)
    pen.text(2, "年度总体目标：预期目标", "head", to=_EXPECTED_TO)
    pen.text(8, "实际完成情况", "head", to=_ACHIEVED_TO)
    pen.down(height=20)
    before = last.goals if last else ()
    empty = GoalEntry("", "")
    goals = (*entry.goals, empty) if entry.goals else (empty, empty)
    for goal, old in zip_longest(goals, before[: len(goals)]):
        told = f"上年完成：{old.achieved}" if old is not None and old.achieved else ""
        pen.key("goal")
        pen.text(2, goal.expected, "words", to=_EXPECTED_TO)
        pen.text(8, goal.achieved, "words", to=_ACHIEVED_TO)
        if told:
            pen.text(_LAST_TARGET, told, "last", to=_LAST_ACTUAL)
        sides = ((goal.expected, 45), (goal.achieved, 55), (told, 14))
        longest = max(len(text) // wide + text.count("\n") for text, wide in sides)
        pen.down(height=min(_TALLEST, _LINE * max(2, longest + 1)))


def _sign_off(pen: Pen, signature: Signature | None) -> None:
    pen.key(GAP)
    pen.down(height=8)
    for n, (key, label) in enumerate(_SIGN_OFF.items()):
        pen.key(f"one:signoff.{key}")
        pen.text(2, label, "label", to=3)
        pen.text(4, getattr(signature, key) if signature else "", "word")
        if n == 0:
            pen.text(5, "填报签字与基础数据里的相同时，这四格不填。", "note", to=9)
        pen.down()


def _indicators(
    pen: Pen, form: Form, entry: SheetEntry, last: SheetEntry | None, own: dict[str, str]
) -> tuple[int, int]:
    """The rows of indicators; gives the first and the last row that the sums cover. ``own``: references to the money."""
    pen.key(GAP)
    pen.down(height=8)
    for words in (hints.weights(form), hints.quantitative(form), hints.qualitative(form)):
        pen.key(GAP)
        pen.text(2, words, "note", to=_NOTE_TO)
        pen.down(height=15)
    pen.key("head:indicator")
    for name, words in HEADS["indicator"].items():
        pen.text(_AT[name], words, "head")
    pen.text(_SCORE, "得分（自动）", "head")
    if last:
        pen.text(_LAST_TARGET, "上年指标值", "head")
        pen.text(_LAST_ACTUAL, "上年完成值", "head")
    pen.down(height=28)
    _choices(pen, form)
    first = pen.row
    before = {one.name: one for one in last.indicators} if last else {}
    rows = [*entry.indicators, *([None] * _A_FEW)] if entry.indicators else _prepared(form)
    for one in rows:
        _indicator(pen, form, one or IndicatorEntry("", "", "", "", "", None), own)
        old = before.get(one.name) if one else None
        if last:
            pen.text(_LAST_TARGET, old.target if old else "", "last")
            pen.text(_LAST_ACTUAL, old.actual if old else "", "last")
        pen.down(height=min(_TALLEST, _LINE * _lines(one) + 4))
    pen.key("indicator")  # what is pasted below the prepared rows belongs to the list, too
    return first, pen.row + _BELOW


def _lines(one: IndicatorEntry | None) -> int:
    """How many lines the longest cell of a row takes."""
    if one is None:
        return 1
    cells = ((one.name, 15), (one.target, 7), (one.actual, 7), (one.note, 16), (one.evidence, 12))
    return max(sum(len(line) // wide + 1 for line in text.split("\n")) for text, wide in cells)


def _prepared(form: Form) -> list[IndicatorEntry | None]:
    """Two empty rows a class, in the form's order."""
    return [
        IndicatorEntry(one.kind, kind, "", "", "", None) for one in classes(form) for kind, _ in one.parts for _ in range(_A_CLASS)
    ]  # fmt: skip


def _choices(pen: Pen, form: Form) -> None:
    """The lists of this and the following rows."""
    seconds = tuple(dict.fromkeys(label for one in classes(form) for _, label in one.parts))
    pen.choose(_AT["kind1"], tuple(one.label for one in classes(form)), _ROWS)
    pen.choose(_AT["kind2"], seconds, _ROWS)
    pen.choose(
        _AT["sign"], (*SIGNS, QUALITATIVE), _ROWS, "符号", "≥ 不低于　≤ 不超过　= 等于　定性：写提升、优化等文字"
    )
    pen.choose(_AT["level"], tuple(choices.LEVELS.values()), _ROWS, "完成等次", "只有定性指标要选")
    for name, title, words in (
        ("target", "年度指标值", "只写数，单位写在右边；也可以整个写成 ≥30万件。写 {项目支出} 引用填过的数。"),
        ("actual", "实际完成值", "只写数；单位不同时连单位一起写。写 {本项目:全年执行数} 引用填过的数。"),
        ("points", "自定得分", "定性指标，或单位自己要扣分时填写；其余由系统计算。"),
        ("note", "偏差原因", "没有完成、扣了分、完成值远超指标值时填写：原因是什么，怎么改。"),
        ("weight", "分值", "各行合计加上预算执行率应为100分，看上方的“分值核对”。"),
    ):
        pen.tell(_AT[name], title, words, _ROWS)


def _indicator(pen: Pen, form: Form, one: IndicatorEntry, own: dict[str, str]) -> None:
    pen.key("indicator")
    firsts = {first.kind: first for first in classes(form)}
    seconds = {kind: label for first in classes(form) for kind, label in first.parts}
    sign, target, actual, unit = apart(one.target, one.actual)
    words = {
        "kind1": firsts[one.kind1].label if one.kind1 in firsts else one.kind1, "kind2": seconds.get(one.kind2, one.kind2),
        "name": one.name, "sign": sign, "target": target, "actual": actual, "unit": unit, "level": choices.LEVELS.get(one.level, ""),
        "note": one.note, "evidence": one.evidence,
    }  # fmt: skip
    for name, text in words.items():
        pen.text(_AT[name], text, "pick" if name in ("kind1", "kind2", "sign", "unit", "level") else "word")
    for name, points in (("weight", one.weight), ("points", one.points)):
        if points is None:
            pen.text(_AT[name], "", "entry")
        else:
            pen.sheet.write_number(pen.row - 1, _AT[name] - 1, float(points), pen.style("entry"))
    _score(pen, form, own)


def _score(pen: Pen, form: Form, references: dict[str, str]) -> None:
    """The points while one types; those that count are worked out from the data when it is read."""
    sign, target, actual, unit, weight, own = (
        pen.at(_AT[n]) for n in ("sign", "target", "actual", "unit", "weight", "points")
    )
    t, a = pen.at(_TARGET), pen.at(_ACTUAL)
    bare = 'VALUE(SUBSTITUTE(SUBSTITUTE({cell},"%",""),{unit},""))'
    for words, at in references.items():
        bare = f'IF({{cell}}="{words.replace("{", "{{").replace("}", "}}")}",{at},{bare})'
    pen.formula(_TARGET, f'=IF({target}="","",IFERROR({bare.format(cell=target, unit=unit)},""))', "hidden")
    plain = bare.format(cell=actual, unit=unit)
    scaled = f'IF(AND({unit}="%",ISNUMBER({actual}),{plain}<=1),{plain}*100,{plain})'
    pen.formula(_ACTUAL, f'=IF({actual}="","",IFERROR({scaled},""))', "hidden")
    linear = hints.law_of(form).text("reverse") == "linear"
    less = f"MAX(0,{weight}*(1-({a}-{t})/{t}))" if linear else f"{weight}*{t}/{a}"
    forward = f'IF({a}>={t},{weight},IF({t}<=0,"",{weight}*MAX({a},0)/{t}))'
    reverse = f"IF({a}<={t},{weight},IF({t}<=0,0,{less}))"
    chosen = f'IF(OR({sign}="≥",{sign}=">",{sign}="="),{forward},IF(OR({sign}="≤",{sign}="<"),{reverse},IF({a}={t},{weight},"")))'
    pen.formula(
        _SCORE,
        f'=IF({own}<>"",{own},IF(OR({weight}="",{t}="",{a}=""),"",IFERROR(ROUND({chosen},2),"")))',
    )


def _sums(pen: Pen, form: Form, strip: dict[str, tuple[int, int]], rows: tuple[int, int], score_at: str) -> None:
    """The formulas of the row of sums, over the prepared rows and what is inserted or pasted below them."""
    first, last = rows
    spread = {
        name: f"${pen.at(at, first)}:${pen.at(at, last)}"
        for name, at in (("kind1", _AT["kind1"]), ("weight", _AT["weight"]), ("score", _SCORE))
    }
    labels = {one.kind: one.label for one in classes(form)}
    weight = hints.law_of(form).number("weight.execution")
    here = pen.row
    for kind, (row, column) in strip.items():
        pen.row = row
        if kind == "points":
            pen.formula(column, f"=ROUND(SUM({spread['score']})+N({score_at}),2)")
            continue
        wanted = "100" if kind == "all" else str(form.weights[kind])
        if kind == "all":
            pen.formula(column, f"=SUM({spread['weight']})+{weight:f}")
        else:
            pen.formula(column, f'=SUMIF({spread["kind1"]},"{labels[kind]}",{spread["weight"]})')
        for criteria, style in (("==", "right"), ("!=", "wrong")):
            pen.sheet.conditional_format(
                f"{pen.at(column)}:{pen.at(column)}",
                {"type": "cell", "criteria": criteria, "value": wanted, "format": pen.style(style)},
            )
    pen.row = here
