"""References (引用): ``{项目支出:预算}`` in the unit's own words becomes the figure itself, so that words and tables agree.

Before the colon: a concept in any of its wordings (项目支出, 三公经费, 编制数), 整体支出 or 年度资金总额 for the money of the year, an
item or a project by its name, 一般公共预算, 政府性基金 … for the execution by fund, 自评得分, in a project's sheet 本项目; or
the id of a figure. After the colon: 上年(决算数), 预算(数), 决算(数), 年初预算数, 全年预算数, 全年执行数, 执行率, 得分. Without a
colon what was spent is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property

from jixiao.compose.figures.money import FUNDS
from jixiao.forms import concept_of, concepts
from jixiao.model.figure import Figure
from jixiao.model.filing import Filing, Mistake
from jixiao.model.manuscript import Run, Runs
from jixiao.model.words import plain, squeezed

_PATTERN = re.compile(r"\{([^{}\n]*)\}|[{}]")
_COLUMNS = {
    "last": ("上年", "上年决算", "上年决算数", "上年数", "上年支出"),
    "budget": ("预算", "预算数", "本年预算", "本年预算数"),
    "final": ("决算", "决算数", "本年决算", "本年决算数", "支出", "执行"),
    "initial": ("年初预算数", "年初预算", "年初数"),
    "adjusted": ("全年预算数", "全年预算", "调整预算数"),
    "executed": ("全年执行数", "全年执行", "执行数"),
    "rate": ("执行率",),
    "score": ("得分", "自评得分"),
}
_COLUMN = {word: column for column, words in _COLUMNS.items() for word in words}
_YEAR = ("整体支出", "年度资金总额", "年度资金", "支出合计", "资金总额")
_OWN = ("本项目", "本部门", "本单位")
_SCORE = ("自评得分", "总分", "自评总分")
_ORDER = ("final", "executed", "", "rate", "budget")  # which column is meant where none is named
_NEAR = 3


class References:
    """Looks references up in the figures of one filing. ``scope``: department, projects.2, or "" in the report's text."""

    def __init__(self, filing: Filing, figures: Mapping[str, Figure]) -> None:
        self.filing, self.figures = filing, figures

    def runs(self, text: str, scope: str = "") -> Runs:
        """Words with the figures that they refer to; a reference that names nothing stays as it was written."""
        if "{" not in text:
            return (text,) if text else ()
        found: list[Run] = []
        at = 0
        for match in _PATTERN.finditer(text):
            figure = self.find(match[1], scope) if match[1] is not None else None
            if figure is None:
                continue
            if text[at : match.start()]:
                found.append(text[at : match.start()])
            found.append(figure)
            at = match.end()
        return (*found, text[at:]) if text[at:] else tuple(found)

    def find(self, reference: str, scope: str = "") -> Figure | None:
        """The figure that a reference (without its braces) names."""
        if reference.strip() in self.figures:
            return self.figures[reference.strip()]
        name, _, column = squeezed(reference).partition("：")
        wanted = _COLUMN.get(column) if column else None
        if column and wanted is None:
            return None
        if not column and name in _SCORE:
            wanted = "score"
        for stem in self._stems(name, scope):
            for last in (wanted,) if wanted else _ORDER:
                figure = self.figures.get(f"{stem}.{last}" if last else stem)
                if figure is not None:
                    return figure
        return None

    def wrong(self, text: str, address: str, scope: str = "") -> Iterator[Mistake]:
        """What is wrong with the references of one text."""
        for match in _PATTERN.finditer(text) if "{" in text or "}" in text else ():
            if match[1] is None:
                yield Mistake(
                    address, address, text, f"花括号不成对：“{match[0]}”；引用写作 {{项目支出}} 或 {{项目支出:预算}}",
                    f"A brace without its partner: “{match[0]}”; write {{项目支出}} or {{项目支出:预算}}", "reference_open",
                )  # fmt: skip
            elif (figure := self.find(match[1], scope)) is None:
                near = get_close_matches(match[1], self._names, _NEAR, 0.3) or self._names[:_NEAR]
                yield Mistake(
                    address, address, match[0], f"没有名为“{match[1]}”的数；相近的有 {'、'.join(f'{{{name}}}' for name in near)}",
                    f"No figure is called “{match[1]}”; near it are {', '.join(f'{{{name}}}' for name in near)}", "reference_unknown",
                )  # fmt: skip
            elif not figure.text and not figure.id.endswith("score"):
                yield Mistake(
                    address, address, match[0], f"引用的数“{figure.name}”没有填写；先填写它，或改写这句话",
                    f"The figure referred to, “{figure.name}”, is empty; fill it in or reword the sentence", "reference_empty",
                )  # fmt: skip

    def _stems(self, name: str, scope: str) -> Iterator[str]:
        if name in _OWN and scope:
            money = "year_funds" if scope == "department" else f"{scope}.funds.total"
            yield from (money, scope, f"{scope}.execution")
        yield from self._named.get(name, ())
        if name in _YEAR or name in ("本部门", "本单位"):
            yield from ("year_funds", "department", "department.execution")
        if name in _SCORE:
            yield from (f"{scope}", "department") if scope else ("department",)
        if concept := concept_of(name):
            yield from ("year_funds", concept) if concept == "total_expenditure" else (concept,)
        yield from (f"fund.{fund}" for fund, label in FUNDS.items() if name == squeezed(label))

    @cached_property
    def _named(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for n, item in enumerate(self.filing.items, 1):
            found.setdefault(squeezed(item.label), (f"items.{n}",))
        for n, project in enumerate(self.filing.projects, 1):
            stems = (f"projects.{n}.funds.total", f"projects.{n}", f"projects.{n}.execution")
            found[squeezed(project.name)] = (*found.get(squeezed(project.name), ()), *stems)
        found.pop("", None)
        return found

    @cached_property
    def _names(self) -> list[str]:
        """The names that may be written, for saying which are near."""
        stems = dict.fromkeys(name.partition(".")[0] for name, figure in self.figures.items() if figure.text)
        known = concepts()
        return [*(plain(item.label) for item in self.filing.items), *(known[s].label for s in stems if s in known), "年度资金总额",
                *FUNDS.values(), "自评得分"]  # fmt: skip
