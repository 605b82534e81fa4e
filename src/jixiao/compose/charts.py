"""Charts (图表): what people would rather look at than read. One definition serves every format; see model/chart.py."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jixiao.compose.figures.money import FUNDS
from jixiao.compose.sentences.listing import class_stems
from jixiao.forms import Form, concepts
from jixiao.model.chart import Chart, Series
from jixiao.model.figure import Figure
from jixiao.model.filing import COLUMNS, Filing

_THREE_PUBLIC = ("vehicles", "abroad", "reception")
_LEAST = 2  # bars: one bar shows nothing that its number does not say

Figures = Mapping[str, Figure]


def charts(filing: Filing, figures: Figures, form: Form) -> list[Chart]:
    """The charts of a report, each only where there is something to see."""
    if form.kind != "department":
        return []
    found = (
        _by_fund(filing, figures),
        _by_project(filing, figures),
        _by_class(figures, form),
        _three_public(filing, figures),
    )
    return [chart for chart in found if chart is not None]


def _by_fund(filing: Filing, figures: Figures) -> Chart | None:
    """支出的资金来源: what was spent out of each fund."""
    spent = {label: _number(figures, f"fund.{fund}.executed") for fund, label in FUNDS.items()}
    bars = {label: figure for label, figure in spent.items() if figure is not None and figure.value}
    return _chart(
        "execution_by_fund",
        "bar",
        f"{filing.year}年度支出的资金来源",
        list(bars),
        [Series("全年执行数", tuple(bars.values()))],
    )


def _by_project(filing: Filing, figures: Figures) -> Chart | None:
    """项目预算执行: budget and result of each project that has a sheet."""
    rows = {}
    for number, sheet in enumerate(filing.projects, 1):
        pair = [_number(figures, f"projects.{number}.funds.total.{stage}") for stage in ("adjusted", "executed")]
        if any(figure is not None and figure.value for figure in pair):
            rows[sheet.name] = pair
    series = [
        Series(name, tuple(pair[at] for pair in rows.values())) for at, name in enumerate(("全年预算数", "全年执行数"))
    ]
    return _chart("execution_by_project", "bar", f"{filing.year}年度项目预算执行情况", list(rows), series)


def _by_class(figures: Figures, form: Form) -> Chart | None:
    """自评得分: points given beside the weight of each first-level class."""
    rows = {}
    for label, stem in class_stems("department", form):
        pair = [_number(figures, f"{stem}.{what}") for what in ("weight", "score")]
        if all(figure is not None for figure in pair):
            rows[label] = pair
    series = [Series(name, tuple(pair[at] for pair in rows.values())) for at, name in enumerate(("分值", "得分"))]
    return _chart("score_by_class", "column", "部门整体支出绩效自评得分", list(rows), series)


def _three_public(filing: Filing, figures: Figures) -> Chart | None:
    """三公经费: last year's result, this year's budget and result, stacked by kind where there are several."""
    columns = {
        "last": f"{filing.year - 1}年决算数",
        "budget": f"{filing.year}年预算数",
        "final": f"{filing.year}年决算数",
    }
    kinds = []
    for concept in _THREE_PUBLIC:
        row = tuple(_number(figures, f"{concept}.{column}") for column in COLUMNS)
        if any(figure is not None and figure.value for figure in row):
            kinds.append(Series(concepts()[concept].label, row))
    shown = [at for at in range(len(COLUMNS)) if any(kind.figures[at] is not None for kind in kinds)]
    series = [Series(kind.name, tuple(kind.figures[at] for at in shown)) for kind in kinds]
    categories = [columns[COLUMNS[at]] for at in shown]
    kind = "stacked" if len(series) > 1 else "column"
    return _chart("three_public", kind, "“三公”经费", categories, series)


def _chart(name: str, kind: str, title: str, categories: Sequence[str], series: Sequence[Series]) -> Chart | None:
    drawn = [figure for one in series for figure in one.figures if figure is not None]
    if len(categories) < _LEAST or not any(figure.value for figure in drawn):
        return None
    alt = f"{title}：{'；'.join(_told(categories, series))}。"
    return Chart(name, kind, title, drawn[0].unit, tuple(categories), tuple(series), alt)


def _told(categories: Sequence[str], series: Sequence[Series]) -> Iterator[str]:
    """The chart in words: 甲项目全年预算数173万元、全年执行数173万元."""
    for at, category in enumerate(categories):
        one = [(item.name, item.figures[at]) for item in series]
        told = [f"{name if len(one) > 1 else ''}{figure.words}" for name, figure in one if figure is not None]
        yield f"{category}{'、'.join(told)}"


def _number(figures: Figures, name: str) -> Figure | None:
    figure = figures.get(name)
    return figure if figure is not None and figure.value is not None else None
