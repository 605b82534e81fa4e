"""What a rule is made of is told by its code; what would escape that does not occur."""

from __future__ import annotations

import ast

import pytest

from jixiao import law as laws
from jixiao.batch.keep import sources
from jixiao.batch.keep.made import entries
from jixiao.batch.keep.noting import noting
from jixiao.rules.registry import catalogue

WORKING = [name for folder in ("rules", "score") for name in sources.modules(folder)]


def names(module):
    """The names that the code of a module mentions."""
    for node in ast.walk(ast.parse(sources._facts(module).path.read_bytes())):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.ImportFrom):
            yield from (alias.name for alias in node.names)


def test_a_rule_is_made_of_what_it_imports_and_that_again():
    found = sources.closure(["jixiao.rules.figures.share_mismatch"])
    assert {
        "jixiao.rules.figures._spans",
        "jixiao.rules.registry",
        "jixiao.model.amount",
        "jixiao.model.units",
    } <= found
    assert "jixiao.rules.figures.share_sum" not in found
    assert not {name for name in found if name.startswith(("jixiao.readers", "jixiao.extract", "jixiao.writers"))}


def test_lists_of_words_are_part_of_whoever_names_them():
    facts = sources._facts("jixiao.rules.text.pen_slip")
    assert [path.name for path in facts.data] == ["slips.yaml"]
    assert {path.parent.name for path in sources._facts("jixiao.rules.text.money_only").data} == {"words"}
    assert all(path.is_file() for name in WORKING for path in sources._facts(name).data)


@pytest.mark.parametrize("name", WORKING)
def test_nothing_is_read_past_what_is_noted(name):
    """A rule gets the law handed, so that it is noted what it reads; it opens no file, and loads no module by name."""
    allowed = {"jixiao.rules._data": {"open"}, "jixiao.rules.registry": {"import_module"}}.get(name, set())
    forbidden = {
        "open",
        "read_text",
        "read_bytes",
        "load_law",
        "import_module",
        "__import__",
        "environ",
        "getenv",
        "pack_hash",
    }
    if name == "jixiao.score.report":
        allowed = {"pack_hash"}  # is handed on, not looked at
    assert not forbidden & set(names(name)) - allowed
    imported = [
        alias.name
        for node in ast.walk(ast.parse(sources._facts(name).path.read_bytes()))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("jixiao.law")
        for alias in node.names
    ]
    assert set(imported) <= {"Law", "pattern", "words", "groups"}


def test_what_is_read_of_the_law_is_noted():
    law, notes = laws.load("CN-2020"), set()
    seen = noting(law, notes)
    assert seen.number("over.explain") == law.number("over.explain")
    assert seen.table("no such table") == ()
    assert seen.pack == "CN-2020"
    assert notes == {"numbers:over.explain", "tables:no such table"}
    assert len(list(seen.texts)) == len(law.texts)
    assert seen.lineage == law.lineage
    assert notes >= {"texts:*", "lineage"}
    assert notes - {"tables:no such table"} <= set(entries(law))


def test_every_rule_has_a_state_of_its_own():
    from jixiao.batch.keep.made import state

    assert set(state().rules) == set(catalogue())
    assert len(set(state().rules.values())) == len(catalogue())
