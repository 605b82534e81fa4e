"""The unit's own figures (部门的数): people, base table, items, money of the year by nature and by fund."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.compose.figures.ledger import Ledger, Named
from jixiao.forms import Form, base_lines, concepts
from jixiao.forms.base import RATES, unit_of
from jixiao.model.filing import COLUMNS, STAGES, Filing

FUNDS = {"general": "一般公共预算", "gov_fund": "政府性基金", "state_capital": "国有资本经营预算", "social": "社会保险基金",
         "special": "纳入专户管理的非税收入", "other": "其他资金"}  # fmt: skip
STAGE_WORDS = {"initial": "年初预算数", "adjusted": "全年预算数", "executed": "全年执行数"}
YEAR_RATE = ("year_funds.rate", "年度资金执行率")
_BASIC = ("staff_cost", "public_cost")
_NATURES = ("basic_expenditure.final", "project_expenditure.final")


def column_words(filing: Filing, column: str) -> str:
    """A column as it is headed: last → 2022年决算数."""
    year, words = {"last": (-1, "决算数"), "budget": (0, "预算数"), "final": (0, "决算数")}[column]
    return f"{filing.year + year}年{words}"


def put_money(ledger: Ledger, filing: Filing, form: Form) -> None:
    """Every figure of the unit as a whole."""
    _entered(ledger, filing)
    _items(ledger, filing)
    _empty(ledger, filing, form)
    for concept, parts in _sums(filing, form):
        for column in COLUMNS:
            names = [f"{part}.{column}" for part in parts]
            if any(ledger.value(name) is not None for name in names):
                ledger.sum(_named(filing, concept, column), names)
    _project(ledger, filing)
    _basic(ledger, filing)
    if form.kind == "department":
        _year(ledger)
    _funds(ledger, filing)
    for name, (part, whole) in RATES.items():
        if ledger.figures.keys() >= {part, whole}:
            ledger.rate((name, concepts()[name].label), part, whole)


def _named(filing: Filing, concept: str, column: str) -> tuple[str, str]:
    known = concepts().get(concept)
    return f"{concept}.{column}", f"{known.label if known else concept}（{column_words(filing, column)}）"


def _entered(ledger: Ledger, filing: Filing) -> None:
    places = {concept: place for place, concept in enumerate(concepts())}
    order = sorted(filing.figures, key=lambda name: (places.get(name.partition(".")[0], len(places)), name))
    for name in order:  # by what they are: a workbook and a file of the same data give the same report
        concept, _, column = name.partition(".")
        known = concepts().get(concept)
        label = known.label if known else concept
        words = column_words(filing, column) if column in COLUMNS else STAGE_WORDS.get(column, "")
        ledger.enter((name, f"{label}（{words}）" if words else label), filing.figures[name], unit_of(concept))


def _items(ledger: Ledger, filing: Filing) -> None:
    for n, item in enumerate(filing.items, 1):
        for column in COLUMNS:
            name = f"{item.label}（{column_words(filing, column)}）"
            ledger.enter((f"items.{n}.{column}", name), getattr(item, column), "万元")


def _sums(filing: Filing, form: Form) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each concept that is the sum of others, parts before wholes; what was entered itself stays as entered."""
    lines = {line.concept: line.parts for line in base_lines(form) if line.parts}
    known = concepts()
    wanted = [*lines, *_above({name.partition(".")[0] for name in filing.figures})]
    done: set[str] = set()

    def visit(concept: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        if concept in done or concept in ("basic_expenditure", "project_expenditure", "total_expenditure"):
            return
        done.add(concept)
        parts = lines.get(concept) or (known[concept].members if concept in known else ())
        for part in parts:
            yield from visit(part)
        if parts:
            yield concept, parts

    for concept in wanted:
        yield from visit(concept)


def _above(entered: set[str]) -> list[str]:
    """The concepts that those entered are parts of, and the concepts that these are parts of in turn."""
    found: list[str] = []
    while more := [
        one.id for one in concepts().values() if one.id not in found and not entered.isdisjoint(one.members)
    ]:
        entered = entered | set(more)
        found += more
    return found


def _empty(ledger: Ledger, filing: Filing, form: Form) -> None:
    """An empty figure for every blank of the base table that is entered: it can be filled in later, in Word, too."""
    for line in base_lines(form):
        if line.concept and not line.parts and line.concept != "project_expenditure":
            for column in line.columns:
                named = (
                    _named(filing, line.concept, column) if column else (line.concept, concepts()[line.concept].label)
                )
                ledger.enter(named, None, line.unit)


def _project(ledger: Ledger, filing: Filing) -> None:
    for column in COLUMNS:
        ids = [f"items.{n}.{column}" for n in range(1, len(filing.items) + 1)]
        ledger.sum(_named(filing, "project_expenditure", column), ids)


def _basic(ledger: Ledger, filing: Filing) -> None:
    """基本支出: of other years only where both parts are known, since a blank 人员经费 is not nothing."""
    for column in COLUMNS:
        ids = [f"{part}.{column}" for part in _BASIC]
        if column == "final" or all(ledger.value(one) is not None for one in ids):
            ledger.sum(_named(filing, "basic_expenditure", column), ids)


def _year(ledger: Ledger) -> None:
    for stage in STAGES[:2]:
        ledger.enter(year_named(stage), None, "万元")
    ledger.sum(year_named("executed"), _NATURES)
    ledger.rate(YEAR_RATE, "year_funds.executed", "year_funds.adjusted")


def year_named(stage: str) -> Named:
    """Id and name of the money of the year in one of its stages."""
    return f"year_funds.{stage}", f"年度资金总额（{STAGE_WORDS[stage]}）"


def _funds(ledger: Ledger, filing: Filing) -> None:
    """Execution by fund and nature: 基本支出 is paid from the general budget, each item from its own fund."""
    for fund, label in FUNDS.items():
        basic = ["basic_expenditure.final"] if fund == "general" else []
        items = [f"items.{n}.final" for n, item in enumerate(filing.items, 1) if item.fund == fund]
        for part, ids, words in (
            ("basic", basic, "基本支出"),
            ("project", items, "项目支出"),
            ("executed", basic + items, ""),
        ):
            ledger.sum((f"fund.{fund}.{part}", f"{label}{words}（{STAGE_WORDS['executed']}）"), ids)
