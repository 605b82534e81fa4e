"""How concepts and contexts are called: ids of the model to words."""

from __future__ import annotations

from jixiao.forms import concepts
from jixiao.model.amount import Amount
from jixiao.model.fact import Context, Fact

_STAGES = {
    "initial": ("年初预算", "initial budget"),
    "adjusted": ("全年预算", "adjusted budget"),
    "budget": ("预算", "budget"),
    "final": ("决算", "final"),
}
_FUNDS = {
    "all": ("全部资金", "all funds"), "general": ("一般公共预算", "general budget"), "gov_fund": ("政府性基金", "government funds"),
    "state_capital": ("国有资本", "state capital"), "social": ("社保基金", "social funds"), "special": ("专户", "special account"),
    "other": ("其他资金", "other funds"), "fiscal": ("财政拨款", "fiscal appropriation"), "total": ("资金总额", "total funds"),
    "carried": ("上年结转", "carried over"), "basic": ("基本支出", "basic"), "project": ("项目支出", "projects"),
}  # fmt: skip
_SCOPES = {"department": ("部门", "department"), "unit": ("本级", "unit itself")}


def concept_label(concept: str, lang: str = "zh") -> str:
    """支出合计 for total_expenditure; "" for a concept that is not known."""
    known = concepts().get(concept)
    return (known.label_en if lang == "en" else known.label) if known else ""


def fund_label(fund: str, lang: str = "zh") -> str:
    """一般公共预算 for general."""
    return _FUNDS[fund][lang == "en"] if fund in _FUNDS else fund


def context_words(context: Context, lang: str = "zh") -> str:
    """2023年 决算 一般公共预算 部门."""
    pieces = [
        str(context.year) + ("" if lang == "en" else "年") if context.year else "",
        *(table[key][lang == "en"] if key in table else key
          for table, key in ((_STAGES, context.stage), (_FUNDS, context.fund), (_SCOPES, context.scope))),
    ]  # fmt: skip
    return " ".join(piece for piece in pieces if piece)


def fact_words(fact: Fact | None, lang: str = "zh") -> str:
    """支出合计 1107.5万元; — where there is none."""
    if fact is None:
        return "—"
    return f"{concept_label(fact.concept, lang) or fact.label} {amount_words(fact.amount)}".strip()


def amount_words(amount: Amount) -> str:
    """The words of an amount, with the unit that its column or table says where none stands beside it."""
    return amount.text if not amount.unit or amount.unit in amount.text else amount.text.strip() + amount.unit
