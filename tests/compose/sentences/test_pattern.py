"""Patterns are data, and what is wrong in them is said with the file and the section."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jixiao.compose.sentences.lines import _PHRASES
from jixiao.compose.sentences.pattern import KINDS, pattern
from jixiao.forms import FormError, all_forms, concepts, load
from jixiao.forms.files import load_yaml

FORM = load("cn/department")


def read(item):
    return pattern("other", replace(FORM, sentences={"other": item}))


def test_every_pattern_of_every_form_is_understood():
    for form in map(load, all_forms()):
        for section in {*load_yaml("sentences.yaml"), *form.sentences}:
            assert pattern(section, form).paragraphs


def test_every_kind_has_its_code_and_every_code_its_kind():
    assert set(KINDS) == set(_PHRASES)


def test_figures_of_the_patterns_speak_of_known_things():
    named = {
        name
        for section in load_yaml("sentences.yaml")
        for paragraph in pattern(section, FORM).paragraphs
        for sentence in paragraph
        for clause in sentence.clauses
        if clause.kind not in ("items", "classes", "projects", "reason")
        for _, name in clause.figures
    }
    assert {name.partition(".")[0] for name in named} <= set(concepts()) | {"fund", "department"}


def test_a_form_may_replace_one_chapter():
    own = read({"order": "after", "paragraphs": [[{"clauses": [{"amount": "staff", "as": "在职"}]}]]})
    assert own.own_first
    assert own.paragraphs[0][0].clauses[0].words == "在职"


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("一句话", "应写成“名称: 内容”"),
        ({"order": "first"}, "order 应为 before 或 after"),
        ({"paragraphs": "无"}, "段落的列表"),
        ({"paragraphs": ["无"]}, "段落的列表"),
        ({"paragraph": []}, "不认识的栏目 paragraph"),
        ({"paragraphs": [[{"clauses": []}]]}, "至少一个分句"),
        ({"paragraphs": [[{"subject": "某"}]]}, "至少一个分句"),
        ({"paragraphs": [[{"clauses": ["无"]}]]}, "分句不认识"),
        ({"paragraphs": [[{"clauses": [{"if": "a > b"}]}]]}, "分句不认识"),
        ({"paragraphs": [[{"clauses": [{"amount": "a", "saved": ["a", "b"]}]}]]}, "分句不认识"),
        ({"paragraphs": [[{"clauses": [{"amount": "a", "when": "b"}]}]]}, "不认识的栏目 when"),
        ({"paragraphs": [[{"clauses": [{"change": ["a"]}]}]]}, "change 后面数据的个数不对"),
        ({"paragraphs": [[{"clauses": [{"amount": ["a", "b"]}]}]]}, "amount 后面数据的个数不对"),
        ({"paragraphs": [[{"clauses": [{"amount": None}]}]]}, "amount 后面数据的个数不对"),
        ({"paragraphs": [[{"clauses": [{"list": []}]}]]}, "list 后面数据的个数不对"),
    ],
)
def test_what_is_wrong_in_a_pattern_is_said_in_a_sentence(item, words):
    with pytest.raises(FormError) as wrong:
        read(item)
    assert "cn/department.yaml：句式 other" in str(wrong.value)
    assert words in str(wrong.value)
