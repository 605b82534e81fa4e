"""Carrying over (沿用上年): what of last year's filing begins this year's: goals and indicators, never results or points."""

from __future__ import annotations

from dataclasses import replace

from jixiao.model.filing import Filing, GoalEntry, IndicatorEntry, SheetEntry, SpendingItem


def carried(last: Filing, form: str, year: int, unit: str = "") -> Filing:
    """What of this year's filing last year's already tells: what was spent then is the column of last year now.

    Targets and weights are taken over to be looked at again; actual values, levels, points, reasons and evidence are not.
    """
    figures = {
        key.removesuffix("final") + "last": amount for key, amount in last.figures.items() if key.endswith(".final")
    }
    items = (SpendingItem(item.label, item.concept, item.fund, last=item.final) for item in last.items)
    return Filing(
        form,
        unit or last.unit,
        year,
        figures=figures,
        items=tuple(items),
        department=_sheet(last.department),
        projects=tuple(map(_sheet, last.projects)),
    )


def _sheet(sheet: SheetEntry) -> SheetEntry:
    return replace(
        sheet,
        funds=(),
        goals=tuple(GoalEntry(goal.expected, "") for goal in sheet.goals),
        indicators=tuple(
            IndicatorEntry(one.kind1, one.kind2, one.name, one.target, "", one.weight) for one in sheet.indicators
        ),
        signoff=None,
    )
