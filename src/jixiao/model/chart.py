"""Chart (图): one definition for Word, PDF, web page and workbook; how it is drawn is each writer's business."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.model.figure import Figure


@dataclass(frozen=True, slots=True)
class Series:
    """系列: a name and one figure a category, None where there is nothing to draw."""

    name: str
    figures: tuple[Figure | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """图.

    ``kind``: bar (横条), column (竖条), stacked (堆叠竖条). ``alt`` says in one sentence what it shows, for those who
    cannot see it and as the words of the picture.
    """

    id: str
    kind: str
    title: str
    unit: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
