"""The runner: order, years, empty forms, and what happens when a rule breaks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jixiao import law as laws
from jixiao.model.document import Document, paragraph
from jixiao.model.finding import NotChecked, Rule
from jixiao.model.report import FormMatch, Report
from jixiao.model.score import Scores
from jixiao.rules.registry import catalogue, finding
from jixiao.rules.run import gathered, outcomes

LAW = laws.load("CN-2020")
SCORES = Scores("CN-2020", "", ())
LINES = ("第一行。", "第二行。")


def report(**known) -> Report:
    document = Document("a.txt", "txt", "", tuple(paragraph(i, text) for i, text in enumerate(LINES, 1)))
    return Report(document, FormMatch("", "", "", ""), **known)


def rule(code, check, family="text", since=2018, until=None) -> Rule:
    names = check.__code__.co_varnames[: check.__code__.co_argcount]
    return Rule(
        code,
        code.lower(),
        family,
        "标题",
        "title",
        {"": ("话", "words")},
        "practice",
        "warning",
        since,
        until,
        "",
        names,
        check,
    )


def run(report, law, scores, rules, *, strict=False):
    return gathered({one.code: outcomes(one, report, law, scores, strict=strict) for one in rules}, rules)


def every_line_backwards(report):
    for item in reversed(report.document.paragraphs):
        yield finding(item.place())


def broken(report):
    yield finding(report.document.paragraphs[0].place())
    raise ZeroDivisionError


def unsure(report, law, scores):
    yield NotChecked("缺少表", "no table")


def test_findings_come_in_reading_order_with_code_and_severity():
    found, unchecked = run(report(), LAW, SCORES, [rule("TX990", every_line_backwards)])
    assert [(f.places[0].block, f.code, f.severity) for f in found] == [
        (1, "TX990", "warning"),
        (2, "TX990", "warning"),
    ]
    assert not unchecked


def test_a_finding_may_be_milder_than_its_rule():
    def mild(report):
        yield finding(severity="info")

    found, _ = run(report(), LAW, SCORES, [rule("TX990", mild)])
    assert found[0].severity == "info"


@pytest.mark.parametrize(("year", "times"), [(2019, 0), (2020, 2), (2022, 2), (2023, 0), (None, 2)])
def test_a_rule_is_held_only_against_its_years(year, times):
    found, _ = run(report(year=year), LAW, SCORES, [rule("TX990", every_line_backwards, since=2020, until=2022)])
    assert len(found) == times


@pytest.mark.parametrize(
    ("family", "checked"), [("figures", False), ("scores", False), ("indicators", False), ("text", True)]
)
def test_no_arithmetic_is_raised_on_an_empty_form(family, checked):
    found, unchecked = run(report(blank_form=True), LAW, SCORES, [rule("FG990", every_line_backwards, family)])
    assert (bool(found), bool(unchecked)) == (checked, not checked)


def test_what_could_not_be_checked_is_listed_with_its_reason():
    found, unchecked = run(report(), LAW, SCORES, [rule("TX990", unsure)])
    assert not found
    assert [(u.code, u.why.reason) for u in unchecked] == [("TX990", "缺少表")]


def test_a_broken_rule_is_listed_and_the_others_go_on():
    found, unchecked = run(report(), LAW, SCORES, [rule("TX991", broken), rule("TX990", every_line_backwards)])
    assert {f.code for f in found} >= {"TX990"}
    assert [u.code for u in unchecked] == ["TX991"]


def test_strict_lets_the_exception_through():
    with pytest.raises(ZeroDivisionError):
        run(report(), LAW, SCORES, [rule("TX991", broken)], strict=True)


def test_the_whole_catalogue_stays_silent_on_nothing():
    empty = replace(report(), document=Document("a.txt", "txt", ""))
    found, _ = run(empty, LAW, SCORES, tuple(catalogue().values()), strict=True)
    assert not found


def test_every_rule_has_words_in_both_languages():
    for one in catalogue().values():
        assert one.title
        assert one.title_en
        assert all(zh and en for zh, en in one.messages.values())


def test_what_keeps_personal_data_on_purpose_is_not_held_against_the_rules_of_publication():
    def names(report):
        yield finding(report.document.blocks[0].place())

    one = rule("PB199", names, family="publication")
    whole = report()
    assert len(run(whole, LAW, SCORES, [one])[0]) == 1
    handed_in = replace(whole, document=replace(whole.document, properties={"category": "报送版"}))
    findings, unchecked = run(handed_in, LAW, SCORES, [one])
    assert not findings
    assert [entry.code for entry in unchecked] == ["PB199"]
    public = replace(whole, document=replace(whole.document, properties={"category": "公开版"}))
    assert len(run(public, LAW, SCORES, [one])[0]) == 1
