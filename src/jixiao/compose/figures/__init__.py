"""Figures (数): every figure of a filing, entered and worked out, each once, in a fixed order.

Ids. What was entered has its address (model/filing.py): ``reception.final``, ``establishment``, ``items.2.budget``,
``projects.1.funds.fiscal.initial``, ``department.indicators.3.target|actual|weight``. What is worked out:

- ``<concept>.<column>`` of a concept that others make: ``three_public.last``, ``vehicles.budget``, ``public_cost.final``,
  ``basic_expenditure.final``, ``project_expenditure.last|budget|final`` (of other columns than final, 基本支出 only where
  人员经费 is known)
- ``staff_rate``, ``building_area_rate``, ``building_cost_rate``
- ``year_funds.executed`` = 基本支出 + 项目支出, ``year_funds.rate``; in a report on projects ``year_funds.<stage>`` is the
  sum of theirs
- ``fund.<fund>.basic|project|executed``: fund is general, gov_fund, state_capital, social, special, other
- ``projects.<n>.funds.total.<stage>``
- of each sheet (``department``, ``projects.<n>``): ``.execution.weight|rate|score``, ``.indicators.<n>.score``,
  ``.kind.<kind1>.weight|score``, ``.weight``, ``.score``, ``.grade`` (优; only where all points are known)

A blank that the form has is an empty figure (``text`` is ""); a rate without a base is 「—」. Sentences add their own
(``share.…``, ``growth.…``), see compose/sentences.
"""

from __future__ import annotations

from dataclasses import replace

from jixiao.compose.figures.ledger import Ledger
from jixiao.compose.figures.money import put_money
from jixiao.compose.figures.sheets import put_sheets
from jixiao.compose.references import References
from jixiao.forms import Form
from jixiao.model.figure import Figure, Formula
from jixiao.model.filing import Filing
from jixiao.model.score import Scores


def figures(filing: Filing, form: Form, scores: Scores | None = None) -> dict[str, Figure]:
    """Every figure by its id; without ``scores`` the points that are worked out are empty."""
    ledger = Ledger()
    put_money(ledger, filing, form)
    put_sheets(ledger, filing, form, scores)
    return _referred(filing, ledger.figures)


def _referred(filing: Filing, figures: dict[str, Figure]) -> dict[str, Figure]:
    """Targets and results that refer to figures, as they read: ≤{本项目:年初预算数} → ≤173万元."""
    references = References(filing, figures)
    for name in [name for name, figure in figures.items() if "{" in figure.text]:
        figure = figures[name]
        runs = references.runs(figure.text, name.partition(".indicators.")[0])
        if len(runs) == 1 and isinstance(runs[0], Figure):
            same = Formula("same", (runs[0].id,))
            figures[name] = replace(figure, text=runs[0].text, unit=runs[0].unit, value=runs[0].value, formula=same)
        else:
            figures[name] = replace(figure, text="".join(run if isinstance(run, str) else run.words for run in runs))
    return figures
