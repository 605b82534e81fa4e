"""The charts of an indicator: a column a month, a bar an organisation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.model.chart import Chart, Series
from jixiao.model.figure import Figure
from jixiao.writers.records.view import Line, Slice, grouped
from jixiao.writers.records.words import tell
from jixiao.writers.width import tame

_MOST = 12  # bars of one chart
_NAME = 18  # characters of a bar's name
_SHOWN = Decimal("0.01")


def charts(line: Line, lang: str) -> Iterator[Chart]:
    """The charts that have something to compare."""
    title = line.title
    if sum(one.value is not None for one in line.months) > 1:
        words = f"{title}（{tell('by_month', lang)}）" if lang == "zh" else f"{title}: {tell('by_month', lang)}"
        yield _chart(f"{line.proof.code}-months", "column", words, line, _by_month(line.months, lang), lang)
    units = [one for one in line.units if one.value is not None]
    if len(units) > 1:
        words = f"{title}（{split(line, lang)}）" if lang == "zh" else f"{title}: {split(line, lang)}"
        if len(units) > _MOST:
            words = tell("few_units", lang, title=title, n=_MOST, m=len(units))
        yield _chart(
            f"{line.proof.code}-units", "bar", words, line, [(_cut(one.name), one) for one in units[:_MOST]], lang
        )


def split(line: Line, lang: str) -> str:
    """By what the units part an indicator: 按单位, 按科目."""
    return f"按{line.by}" if line.by and lang == "zh" else tell("by_unit", lang)


def _by_month(months: Sequence[Slice], lang: str) -> list[tuple[str, Slice]]:
    """By the month alone where all lie in one year: 3月."""
    if len({one.name[:4] for one in months}) > 1 or lang == "en":
        return [(one.name, one) for one in months]
    return [(f"{int(one.name[5:])}月", one) for one in months]


def _chart(key: str, kind: str, title: str, line: Line, parts: Sequence[tuple[str, Slice]], lang: str) -> Chart:
    figures = tuple(_figure(one) for _, one in parts)
    told = "；".join(
        f"{name} {figure.text if figure else '—'}" for (name, _), figure in zip(parts, figures, strict=True)
    )
    unit = "" if lang == "en" else line.proof.unit  # the drawing says 单位 before it
    named = f"{title} ({line.proof.unit})" if lang == "en" else title
    names, alt = tuple(name for name, _ in parts), f"{title}（{line.proof.unit}）：{told}"
    return Chart(key, kind, named, unit, names, (Series(title, figures),), alt)


def _figure(one: Slice) -> Figure | None:
    if one.value is None:
        return None
    text = one.text.removesuffix(one.unit) if one.unit == "%" else grouped(one.value.quantize(_SHOWN))
    text = text.removesuffix(".00")  # twelve columns of 100.00 have no room above them
    return Figure("", "", text, value=one.value)


def _cut(name: str) -> str:
    name = tame(name)
    return name if len(name) <= _NAME else name[: _NAME - 1] + "…"
