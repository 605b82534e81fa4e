"""The words of a preview, in Chinese and English, for every format."""

from __future__ import annotations

from decimal import Decimal

from jixiao.model.finding import SEVERITIES, Finding
from jixiao.model.mark import Mark
from jixiao.model.preview import Asked, Loss, Preview, Repair, Spot
from jixiao.writers.view import plain_number

_WORDS: dict[str, tuple[str, str]] = {
    "title": ("预审：交上去会不会退回", "Preview: will it come back?"),
    "mistakes": ("填报数据中要先改的（{n}处）", "Mistakes in the data, to be mended first ({n})"),
    "repairs": ("先改这些：费事少、挽回多的在前", "Mend these first: most points for the least work"),
    "no_repairs": ("没有能靠修改挽回的分。", "No points can be regained by mending."),
    "counting": ("费事按要改的格、要补的条目或段落的个数算；标“估”的是本工具按可数的特征估计的，不是财政部门的结论。",
                 "Work is counted in cells, items or paragraphs to change; “est.” is our own estimate, not the bureau's."),
    "losses": ("自评得分", "Score of the self-evaluation"),
    "no_losses": ("各张自评表都没有失分。", "No sheet loses points."),
    "no_sheets": ("没有可以评分的自评表。", "There is no sheet to score."),
    "marks": ("自评工作考核评分（100分）", "The bureau's 100-point sheet"),
    "no_marks": ("所用规则包没有自评工作考核评分表，或报告还没有填写。", "The rule pack has no sheet for the work, or nothing was filled in yet."),
    "asked": ("不直接扣分、但可能被退回或追问的（{n}项）", "Costs no points, but may come back or be asked about ({n})"),
    "no_asked": ("没有。", "Nothing."),
    "masked": ("另有{n}处个人信息（填报签字），报送版按要求保留，公开版会自动遮盖，不计入。",
               "{n} pieces of personal data (signatures) stay in the full edition; the public one covers them. Not counted."),
    "sum": ("按报告能看出的{seen}分，考核评分估计得{points}分；照上面改完约失{left}分。另有{unseen}分要看报告以外的材料。",
            ("Of the {seen} points a report shows, an estimated {points}; after the repairs about {left} are lost."
            " {unseen} more depend on other proof.")),
    "cells": ("{n}格", "{n} cells"), "items": ("{n}条", "{n} items"), "sections": ("{n}处", "{n} places"),
    "head_gain": ("挽回", "gain"), "head_cost": ("要改", "work"), "head_what": ("怎么改", "what to do"),
    "head_item": ("项目", "item"), "head_points": ("得分", "points"), "head_why": ("依据", "why"), "head_where": ("在哪里改", "where"),
    "head_sheet": ("自评表", "sheet"), "head_level": ("级别", "level"), "head_asked": ("问题", "finding"),
    "estimate": ("估", "est."), "outside": ("报告外", "not here"), "and": ("等{n}处", "… {n} in all"),
    "result": ("完成情况所致，改报告不能挽回，写清原因", "the result itself: no wording regains it, give the reason"),
    "given_away": ("应得{due}分，少填了", "{due} are due, less was claimed"),
    "missing": ("没有填得分", "no score was entered"),
    "claimed": ("多填了，会按{due}分扣回", "more was claimed: it will be set to {due}"),
    "open": ("定性指标，按所选档次判断", "a qualitative result, judged by its level"),
    "of_rubric": ("考核", "bureau"), "of_score": ("自评", "score"),
}  # fmt: skip
_MOST = 4  # places that are named of one repair
_TENTH = Decimal("0.1")


def tell(key: str, lang: str, **values: object) -> str:
    """A fixed word or sentence."""
    return _WORDS[key][lang == "en"].format_map(values)


def points(value: Decimal) -> str:
    """Points to a tenth, as a person writes them: 1.6."""
    return plain_number(value.quantize(_TENTH))


def span(low: Decimal | None, high: Decimal | None, lang: str) -> str:
    """16–18, 5, or that the report does not tell."""
    if low is None or high is None:
        return tell("outside", lang)
    return points(low) if low == high else f"{points(low)}–{points(high)}"


def where(spots: tuple[Spot, ...], lang: str) -> str:
    """The places to mend, the first few of many."""
    named = list(dict.fromkeys(spot.where[lang == "en"] for spot in spots))
    shown = (", " if lang == "en" else "、").join(named[:_MOST])
    return f"{shown}{tell('and', lang, n=len(named))}" if len(named) > _MOST else shown


def repair_row(repair: Repair, lang: str) -> tuple[str, str, str]:
    """Gain, work and what to do."""
    sign = f"+{points(repair.gain)}{' ' + tell('estimate', lang) if repair.estimated else ''}"
    return sign, tell(repair.counted, lang, n=repair.cost), repair.what[lang == "en"]


def loss_row(loss: Loss, lang: str) -> tuple[str, str, str]:
    """The row of a sheet, its points, and why they are lost."""
    due = plain_number(loss.due) if loss.due is not None else ""
    got = f"{plain_number(loss.points)} / {plain_number(loss.weight)}"
    return loss.item, got, tell(loss.kind, lang, due=due)


def mark_row(mark: Mark, lang: str) -> tuple[str, str, str]:
    """The item, its points, and what they rest on."""
    guess = f" {tell('estimate', lang)}" if mark.estimated else ""
    got = f"{span(mark.low, mark.high, lang)} / {points(mark.most)}{guess}"
    return mark.item[lang == "en"], got, mark.why[lang == "en"]


def summed(preview: Preview, lang: str) -> str:
    """The last line: what the sheet would give, and what would remain."""
    unseen = sum((mark.most for mark in preview.marks if mark.low is None), Decimal(0))
    return tell(
        "sum", lang, seen=points(preview.seen), points=span(preview.low, preview.high, lang), left=points(preview.remains),
        unseen=points(unseen),
    )  # fmt: skip


def asked_in_order(preview: Preview) -> list[Asked]:
    """The gravest first."""
    return sorted(preview.asked, key=lambda one: SEVERITIES.index(one.finding.severity))


def asked_words(preview: Preview, asked: Asked, lang: str) -> tuple[Finding, str, str]:
    """A finding, its sentence, and where to mend it."""
    finding = asked.finding
    return finding, preview.audit.rule(finding.code).message(finding, lang), where(asked.spots, lang)
