"""The charts of a batch: findings by rule and by unit, scores as stated, what was not read and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from jixiao.batch.outputs.words import VERDICTS, say
from jixiao.batch.tally import Tally
from jixiao.model.chart import Chart, Series
from jixiao.model.figure import Figure
from jixiao.model.finding import SEVERITIES

_MOST = 12  # bars of one chart
_NAME = 16  # characters of a bar's name


def charts(tally: Tally, lang: str) -> Iterator[Chart]:
    """The charts that have something to show."""
    rules = [(f"{row.code} {row.title}", row.reports) for row in tally.commonest()[:_MOST]]
    yield from _bar("rules", say("by_rule", lang), say("count", lang), rules)
    units = [row for row in tally.worst() if any(row.counts.values())][:_MOST]
    if units:
        names = [_cut(row.name or say("no_unit", lang)) for row in units]
        series = [Series(say(s, lang), tuple(_figure(row.counts[s]) for row in units)) for s in SEVERITIES[:2]]
        yield _chart("units", say("by_unit", lang), say("findings_count", lang), names, series)
    yield from _bar("scores", say("by_score", lang), say("count", lang), tally.scores(), kind="column")
    verdicts = [(VERDICTS[verdict][lang == "en"], count) for verdict, count in tally.verdicts.items() if count]
    if len(verdicts) > 1:
        yield from _bar("verdicts", say("by_verdict", lang), say("count", lang), verdicts)
        yield from _bar("reasons", say("by_reason", lang), say("count", lang), tally.reasons.most_common(_MOST))


def _bar(key: str, title: str, unit: str, rows: Iterable[tuple[str, int]], kind: str = "bar") -> Iterator[Chart]:
    rows = list(rows)
    if any(count for _, count in rows):
        series = Series(title, tuple(_figure(count) for _, count in rows))
        yield _chart(key, title, unit, [_cut(name) for name, _ in rows], [series], kind)


def _chart(key: str, title: str, unit: str, names: Sequence[str], series: Sequence[Series], kind: str = "bar") -> Chart:
    told = "；".join(
        f"{name} {'、'.join(figure.text if (figure := one.figures[n]) else '—' for one in series)}"
        for n, name in enumerate(names)
    )
    return Chart(key, kind, title, unit, tuple(names), tuple(series), f"{title}（{unit}）：{told}")


def _figure(count: int) -> Figure:
    return Figure("", "", f"{count}", value=Decimal(count))


def _cut(name: str) -> str:
    return name if len(name) <= _NAME else name[: _NAME - 1] + "…"
