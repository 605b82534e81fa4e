"""A rule is one file with one function, a code of its family, a citation that resolves, and two languages."""

from __future__ import annotations

import ast
import re

import pytest

from jixiao import law
from jixiao.model.finding import SEVERITIES
from jixiao.rules.registry import FAMILIES, catalogue
from tests.house.source import ROOT, SRC, tree

LETTERS = {
    "structure": "ST", "figures": "FG", "indicators": "IX", "scores": "SC", "text": "TX", "publication": "PB",
    "reading": "RD",
}  # fmt: skip
LONGEST_RULE = 80
LONGEST_MESSAGE = 60
RULES = catalogue()
HELD = re.compile(r"\{[^}]*\}")
HAN = re.compile(r"[\u4e00-\u9fff]")
FILES = [
    path
    for family in FAMILIES
    for path in sorted((SRC / "jixiao/rules" / family).glob("*.py"))
    if not path.name.startswith("_")
]


def rules_in(path):
    """The names of the functions that carry @rule."""
    for node in tree(path).body:
        if isinstance(node, ast.FunctionDef):
            marks = [mark.func if isinstance(mark, ast.Call) else mark for mark in node.decorator_list]
            if any(isinstance(mark, ast.Name) and mark.id == "rule" for mark in marks):
                yield node.name


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_file_holds_one_rule_of_its_own_name(path):
    assert list(rules_in(path)) == [path.stem]
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_RULE


def test_every_file_is_in_the_catalogue():
    assert {(rule.family, rule.name) for rule in RULES.values()} == {(path.parent.name, path.stem) for path in FILES}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_rule_has_a_code_of_its_family_and_a_basis(rule):
    assert re.fullmatch(LETTERS[rule.family] + r"\d{3}", rule.code)
    assert law.load().citation(rule.cite)
    assert rule.severity in SEVERITIES
    assert rule.doc.strip()
    assert set(rule.needs) <= {"report", "law", "scores", "proofs"}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_rule_speaks_chinese_and_english(rule):
    for chinese, english in [(rule.title, rule.title_en), *rule.messages.values()]:
        words = HELD.sub("", chinese)
        assert HAN.search(words) or HELD.search(chinese), chinese
        assert len(words) <= LONGEST_MESSAGE, chinese
        assert english.strip(), chinese
        assert not HAN.search(HELD.sub("", english)), english


def test_titles_are_told_apart():
    for titles in ([rule.title for rule in RULES.values()], [rule.title_en for rule in RULES.values()]):
        assert not {title for title in titles if titles.count(title) > 1}


def test_codes_are_never_reused():
    """docs/rules/codes.txt lists every code that was ever given; a rule that goes keeps its line."""
    listed = [line.split() for line in (ROOT / "docs/rules/codes.txt").read_text("utf-8").splitlines()]
    given = dict(listed)
    assert len(given) == len(listed), "a code is listed twice"
    assert {rule.code: f"{rule.family}/{rule.name}" for rule in RULES.values()}.items() <= given.items()
