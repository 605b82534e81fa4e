from decimal import Decimal

import pytest

from jixiao.model.figure import Figure, Formula
from jixiao.writers.report.workings import words
from jixiao.writers.report.xlsx.formulas import formula_of

CELLS = {"a": "B2", "b": "C2", "c": "D2", "w": "E2", "r": "F2", "y": "G2"}


def entered(identity, text, unit="万元"):
    return Figure(identity, f"数{identity}", text, unit, Decimal(text) if text else None)


FIGURES = {
    one.id: one
    for one in (
        entered("a", "885.83"), entered("b", "1107.5"), entered("c", "0"), entered("w", "10", "分"), entered("r", "93.88", "%"),
        entered("y", "8858300", "元"), entered("blank", ""), Figure("t", "指标值", "≥30万件"), Figure("u", "指标值", "≤2个"),
        entered("done", "594.9", "千件"), entered("short", "27.5", "万件"), entered("pieces", "3", "个"),
    )
}  # fmt: skip


def written(operation, arguments, text, unit="万元"):
    value = Decimal(text) if text[-1].isdigit() else None
    figure = Figure("x", "所求", text, unit, value, Formula(operation, tuple(arguments)))
    return formula_of(figure, {**FIGURES, "x": figure}, lambda one: CELLS.get(one, "Z9"))


@pytest.mark.parametrize(
    ("operation", "arguments", "text", "formula"),
    [
        ("sum", "ab", "1993.33", "=SUM(B2,C2)"),
        ("sum", ["a", "blank"], "885.83", "=SUM(B2,Z9)"),
        ("sum", "ab", "1993.3", "=ROUND(SUM(B2,C2),1)"),
        ("sum", "ay", "1771.66", "=SUM(B2,G2*0.0001)"),
        ("difference", "ba", "221.67", "=C2-B2"),
        ("difference", "bac", "221.67", "=C2-B2-D2"),
        ("rate", "ab", "79.98", '=IF(C2=0,"—",ROUND(B2/C2*100,2))'),
        ("rate", "ab", "79.985", '=IF(C2=0,"—",ROUND(B2/C2*100,3))'),
        ("growth", "ba", "25.02", '=IF(B2=0,"—",ROUND((C2-B2)/B2*100,2))'),
        ("points", "wr", "9.39", "=ROUND(MIN(E2,E2*F2/100),2)"),
        ("points", ["w", "t", "done"], "10", "=ROUND(IF(Z9>=300,E2,MAX(Z9,0)/300*E2),2)"),
        ("points", ["w", "t", "short"], "9.17", "=ROUND(IF(Z9>=30,E2,MAX(Z9,0)/30*E2),2)"),
        ("same", "a", "885.83", "=B2"),
        ("rate", "ac", "—", '=IF(D2=0,"—",ROUND(B2/D2*100,2))'),
    ],
)
def test_what_is_worked_out_is_a_formula(operation, arguments, text, formula):
    assert written(operation, arguments, text) == formula


@pytest.mark.parametrize(
    ("operation", "arguments", "text"),
    [
        ("sum", "ab", "1990"),  # the parts give another value
        ("rate", "ab", "85.21"),
        ("rate", "ab", "—"),
        ("points", "wr", "8"),  # judged by a person
        ("points", ["w", "u", "pieces"], "10"),  # less is better: packs differ there
        ("points", ["w", "t", "pieces"], "10"),  # of two kinds
        ("points", ["w", "t", "short"], "9"),
        ("sum", ["a", "nobody"], "885.83"),
        ("difference", ["a", "blank"], "885.83"),
        ("count", "ab", "2"),
    ],
)
def test_what_a_formula_would_get_wrong_stays_a_number(operation, arguments, text):
    assert written(operation, arguments, text) == ""


def test_how_it_is_worked_out_in_words():
    def said(operation, *arguments):
        return words(Figure("x", "所求", "1", formula=Formula(operation, arguments)), FIGURES)

    assert words(FIGURES["a"], FIGURES) == "填报"
    assert said("sum", "a", "b") == "「数a」＋「数b」"
    assert said("rate", "a", "b") == "「数a」÷「数b」×100%"
    assert said("growth", "a", "b") == "（「数a」－「数b」）÷「数b」×100%"
    assert said("points", "w", "r") == "按评分规则，由「数w」、「数r」算出"
    assert said("count", "a", "b") == "所列2项的个数"
