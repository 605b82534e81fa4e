"""Hints (填写依据): the rule beside a field, short, with the document it rests on and whether its text was read by us."""

from __future__ import annotations

from jixiao import law
from jixiao.forms import Form
from jixiao.law import Law

# Of a figure, the article that says what is done with it; a province's own article only in that province.
_ARTICLES = {
    "staff": "hn.base-table#staff",
    "three_public": "hn.base-table#three_public_change",
    "building_area_actual": "hn.base-table#building_size",
    "building_cost_actual": "hn.base-table#building_cost",
    "public_cost": "cn.caiyu-2013-53#public_expense",
    "procurement": "cn.caiyu-2013-53#procurement",
}
_PLACES = {"hn.": "43", "hb.": "42", "sc.": "51"}


def law_of(form: Form) -> Law:
    """The rule pack of a form."""
    return law.load(form.pack)


def of_figure(form: Form, concept: str) -> str:
    """The rule beside a row of the base table, "" where there is none."""
    name = _ARTICLES.get(concept, "")
    place = _PLACES.get(name[:3])
    if not name or (place and not form.division.startswith(place)):
        return ""
    return cited(law_of(form), name, with_text=True)


def execution(form: Form) -> str:
    """How the execution rate is scored."""
    pack = law_of(form)
    choice = pack.choice("execution")
    weight = pack.number("weight.execution")
    how = {"linear": f"执行率×{weight:f}分", "stepped": "按执行率所在的档次给分"}[choice.value]
    return f"预算执行率得分：{how}，最高{weight:f}分。{cited(pack, choice.cite)}"


def weights(form: Form) -> str:
    """How the points are spread over the classes."""
    spread = "、".join(
        f"{one.label.removesuffix('指标')}{form.weights[one.kind]}分"
        for one in form.classes
        if one.kind in form.weights
    )
    more = f"预算执行率{form.weights['execution']}分、" if "execution" in form.weights else ""
    cite = law_of(form).tables.get("schemes")
    return f"分值：{more}{spread}，共100分。" + (cited(law_of(form), cite.cite) if cite else "")


def quantitative(form: Form) -> str:
    """How numbers are scored."""
    pack = law_of(form)
    reverse = {"linear": "超过的按超过比例扣分，两倍不得分", "ratio": "超过的按 指标值÷完成值 给分"}[
        pack.text("reverse")
    ]
    explain = pack.number("over.explain")
    return (
        f"定量指标：符号≥的，达到指标值得满分，不足按 完成值÷指标值 给分；符号≤的，不超过得满分，{reverse}。"
        f"完成值达到指标值{explain:f}%的要写偏差原因。{cited(pack, pack.choice('reverse').cite)}"
    )


def qualitative(form: Form) -> str:
    """How words are scored."""
    pack = law_of(form)
    rows = pack.table("levels")
    bands = "；".join(f"{row['name']} {float(row['low']):.0%}–{float(row['high']):.0%}" for row in rows)
    return f"定性指标（提升、优化等）：先选完成等次，再在该档内填自定得分：{bands}。{cited(pack, pack.norm('levels').cite)}"


def cited(pack: Law, name: str, *, with_text: bool = False) -> str:
    """（依据：…，未核实）."""
    citation = pack.citations.get(name)
    if citation is None:
        return ""
    status = "" if citation.verified else "，未核实"
    return f"{citation.text if with_text else ''}（依据：{citation}{status}）"
