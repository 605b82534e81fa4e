from decimal import Decimal

import pytest

from jixiao.model.amount import Amount
from jixiao.model.document import paragraph
from jixiao.model.fact import Context, Fact
from jixiao.model.relation import Breakdown, Change, Completion, Relations, Restated, Share
from jixiao.writers.labels import amount_words, context_words
from jixiao.writers.relations import told

WORDS = paragraph(1, "公务接待费1.38万元，比上年1.47万元减少0.09万元，下降6.12%，执行率92%。")


def fact(quote, unit, concept=""):
    start = WORDS.text.index(quote)
    number = quote.removesuffix(unit)
    amount = Amount(Decimal(number), unit, len(number.partition(".")[2]), quote)
    return Fact(
        concept, Context(2023, "final", "general"), amount, WORDS.place(start, start + len(quote)), "公务接待费"
    )


NOW, BEFORE, LESS = fact("1.38万元", "万元"), fact("1.47万元", "万元"), fact("0.09万元", "万元")
RATE, DONE = fact("6.12%", "%"), fact("92%", "%")
RELATIONS = Relations(
    shares=(Share(DONE, NOW, None, DONE.place, whole_concept="total_expenditure"),),
    changes=(Change(NOW, BEFORE, LESS, RATE, -1, "last_year", "", None, "减少", LESS.place),),
    breakdowns=(
        Breakdown(BEFORE, (NOW, LESS), complete=True, place=BEFORE.place),
        Breakdown(BEFORE, (NOW,), complete=False, place=BEFORE.place),
    ),
    completions=(Completion("执行率", NOW, None, DONE, DONE.place),),
    restated=(Restated(NOW, BEFORE),),
)
SENTENCES = [
    ("share", "公务接待费 1.38万元 ÷ 支出合计 → 写作 92%", 2),
    ("change", "减少 · 本期 1.38万元，基数 1.47万元，增减额 0.09万元，比率 6.12%", 4),
    ("breakdown", "公务接待费 1.47万元 = 公务接待费 1.38万元 + 公务接待费 0.09万元", 3),
    ("breakdown", "公务接待费 1.47万元 ≥ 公务接待费 1.38万元", 2),
    ("completion", "执行率：公务接待费 1.38万元 ÷ — → 写作 92%", 2),
    ("restated", "公务接待费 1.38万元 ≠ 公务接待费 1.47万元", 2),
]


def test_every_relation_is_told_with_the_places_of_its_figures():
    found = [(one.kind, one.sentence, len(one.figures)) for one in told(RELATIONS)]
    assert found == SENTENCES


def test_english():
    assert next(told(RELATIONS, "en")).sentence.endswith("→ stated 92%")


@pytest.mark.parametrize(
    ("context", "words"),
    [
        (Context(2023, "final", "general", "unit"), "2023年 决算 一般公共预算 本级"),
        (Context(), ""),
        (Context(scope="某某项目"), "某某项目"),
    ],
)
def test_contexts_in_words(context, words):
    assert context_words(context) == words


def test_an_amount_shows_the_unit_of_its_column_once():
    assert amount_words(Amount(Decimal(5), "万元", 0, "5")) == "5万元"
    assert amount_words(Amount(Decimal(5), "万元", 0, "5万元")) == "5万元"
    assert amount_words(Amount(Decimal(5), "", 0, "5")) == "5"
