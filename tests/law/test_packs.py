"""The packs: every number is dated, cited and marked; parents are merged; names are forgiving and mistakes plain."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from jixiao import law
from jixiao.law import files
from jixiao.law import loader as loading
from jixiao.law.problem import LawError


@pytest.fixture(params=law.packs())
def pack(request):
    return law.load(request.param)


def test_default_pack_comes_first_and_is_the_national_one():
    assert law.packs()[0] == law.DEFAULT == "CN-2020"
    assert law.load().pack == "CN-2020"


def test_every_entry_is_dated_cited_and_marked(pack):
    entries = [*pack.numbers.values(), *pack.texts.values(), *pack.tables.values()]
    assert all(entry.since for entry in entries)
    assert all(pack.citation(entry.cite) for entry in entries)
    assert all(isinstance(entry.verified, bool) for entry in entries)


def test_conventions_are_known_ones(pack):
    assert pack.text("reverse") in {"linear", "ratio"}
    assert pack.text("execution") in {"linear", "stepped"}
    if pack.text("execution") == "stepped":
        assert pack.table("execution_steps")


def test_levels_and_grades_leave_no_gap(pack):
    levels = pack.table("levels")
    assert [row["word"] for row in levels] == ["met", "partly", "unmet"]
    assert all(upper["low"] == lower["high"] for upper, lower in pairwise(levels))
    lows = [row["low"] for row in pack.table("grades")]
    assert lows == sorted(lows, reverse=True)
    assert lows[-1] == 0


@pytest.mark.parametrize(
    ("score", "grade"),
    [
        ("100", "优"),
        ("90", "优"),
        ("89.99", "良"),
        ("80", "良"),
        ("79.99", "中"),
        ("60", "中"),
        ("59.99", "差"),
        ("0", "差"),
    ],
)
def test_grade_at_its_bounds(score, grade):
    assert law.load().grade(Decimal(score)) == grade


def test_child_pack_keeps_what_it_does_not_change():
    parent, child = law.load("CN-2020"), law.load("CN-2021")
    assert child.number("over.explain") == parent.number("over.explain")
    assert (parent.text("execution"), child.text("execution")) == ("linear", "stepped")
    assert child.lineage == ("CN-2021", "CN-2020")


def test_hash_tells_packs_apart_and_stays_the_same():
    hashes = {law.load(name).pack_hash for name in law.packs()}
    assert len(hashes) == len(law.packs())
    assert all(len(one) == 12 for one in hashes)
    before = law.load("HB").pack_hash
    loading._load.cache_clear()
    assert law.load("HB").pack_hash == before


def test_pack_name_may_be_lower_case():
    assert law.load(" cn-2021 ").pack == "CN-2021"


def test_unknown_names_are_said_plainly():
    with pytest.raises(LawError, match="没有名为“CN-1999”的规则包，可用的有：CN-2020"):
        law.load("CN-1999")
    with pytest.raises(LawError, match="规则包 CN-2020 中没有参数“x”"):
        law.load().number("x")
    with pytest.raises(LawError, match="没有依据“cn"):
        law.load().citation("cn.nothing#1")
    assert law.load().table("execution_steps") == ()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"numbers": {"a": {"value": 1, "cite": "nowhere", "verified": False}}}, "“a”引用了不存在的依据“nowhere”"),
        ({"numbers": {"a": {"value": 1, "cite": "arithmetic"}}}, "“a”没有写明是否核实"),
        ({"numbers": {"a": {"value": "many", "cite": "arithmetic", "verified": True}}}, "“many”不是数"),
        ({"extends": "NOWHERE"}, "extends 指向不存在的“NOWHERE”"),
        ({"extends": "CN-2020"}, "绕成了圈"),
    ],
)
def test_a_pack_that_is_wrong_is_refused(monkeypatch, data, message):
    monkeypatch.setattr(loading, "raw", lambda _, name: data if name == "CN-2020" else {})
    loading._load.cache_clear()
    with pytest.raises(LawError, match=message):
        law.load("CN-2020")
    loading._load.cache_clear()


def test_a_file_that_is_no_yaml_or_no_mapping_is_refused(monkeypatch, tmp_path):
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "broken.yaml").write_text("a: [1", encoding="utf-8")
    (tmp_path / "packs" / "list.yaml").write_text("- 1", encoding="utf-8")
    monkeypatch.setattr(files, "files", lambda _: tmp_path)
    with pytest.raises(LawError, match="不是有效的 YAML"):
        files.raw("packs", "broken")
    with pytest.raises(LawError, match="应是一个映射"):
        files.raw("packs", "list")


def test_words_are_lists_and_patterns():
    assert "人次" in law.words("counters")
    assert law.pattern("no_reason").search("无偏差")
    assert not law.pattern("no_reason").search("无人机故障")
