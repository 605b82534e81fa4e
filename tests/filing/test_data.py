"""A filing as YAML and JSON: there and back without loss, and every mistake at once with its line."""

from __future__ import annotations

import json
import time
from dataclasses import replace

import jsonschema
import pytest
import yaml
from hypothesis import given, settings

from jixiao.filing import tree
from jixiao.filing.data import as_json, as_yaml, canonical, from_data, to_data
from jixiao.model.filing import Filing
from tests.house.source import SRC
from tests.roundtrip.filings import filings

HEAD = "form: 430000-hunan/430600-yueyang/department\nunit: 某某局\nyear: 2023\n"
SCHEMA = json.loads((SRC / "jixiao/filing/filing-1.json").read_text("utf-8"))


def rules(found):
    return [one.rule for one in found.mistakes]


def test_the_sample_is_read_without_a_mistake(read, sample_text):
    found = read(sample_text)
    assert found.ok
    assert found.format == "yaml"
    assert not found.understood
    assert found.filing.figures["year_funds.adjusted"].text == "1107.5万元"
    assert found.filing.projects[2].funds[1].fund == "other"


@given(filings())
@settings(max_examples=25, deadline=None)
def test_a_filing_is_the_same_after_yaml_json_and_canonical_text(filing):
    for text in (as_yaml(filing), as_json(filing), canonical(filing)):
        held = tree.of_json(text) if text.startswith("{") else tree.of_yaml(text)
        found, mistakes, understood = from_data(held.data)
        assert found == filing
        assert not mistakes
        assert not understood
        assert canonical(found) == canonical(filing)


def test_canonical_text_does_not_depend_on_the_order_of_entry(filing):
    turned = replace(filing, figures=dict(reversed(filing.figures.items())), texts=dict(reversed(filing.texts.items())))
    assert canonical(turned) == canonical(filing)
    assert "\n" not in canonical(filing)


def test_money_of_a_project_is_known_by_its_fund(read):
    found = read(
        HEAD
        + "projects:\n  - name: 甲\n    funds:\n      - fund: 上年结转\n        initial: 5\n        executed: 约5\n"
    )
    assert [(one.address, one.where) for one in found.mistakes] == [
        ("projects.1.funds.carried.executed", "第9行 projects.1.funds.1.executed")
    ]
    assert found.places["projects.1.funds.carried.initial"].startswith("第8行")
    assert found.filing.projects[0].funds[0].fund == "carried"


def test_numbers_of_a_script_are_taken_as_numbers():
    data = {"form": "cn/department", "unit": "甲", "year": 2023, "figures": {"staff": 36, "staff_cost.final": 204.87}}
    found, mistakes, _ = from_data(data)
    assert not mistakes
    assert [amount.text for amount in found.figures.values()] == ["36人", "204.87万元"]


def test_last_zero_of_a_number_is_kept(read):
    assert read(HEAD + "figures: {staff_cost.final: 204.50}").filing.figures["staff_cost.final"].text == "204.50万元"
    assert (
        read('{"form": "cn/department", "unit": "甲", "year": 2023, "figures": {"staff_cost.final": 204.50}}')
        .filing.figures["staff_cost.final"]
        .text
        == "204.50万元"
    )


def test_all_mistakes_at_once_each_with_its_line(read):
    found = read(
        HEAD
        + "figures:\n  staff: 36个\n  reception.final: ≥5\n  recption.last: 1\n  公务接待费.final: 1\n  reception: 1\n  staff.final: 2\n"
        + "  year_funds.executed: 3\n  year_funds.final: 3\n  three_public.final: 9\n  abroad.final: 2\n"
        + "department:\n  indicators:\n    - {kind1: output, kind2: quantity, name: 办件, target: ≥30万件, actual: 5, weight: 五}\n"
        + "    - {kind1: 产出指标, kind2: 满意度, name: 甲, target: ≥1, actual: 1, weight: 5, points: 6, level: 好}\n"
        + "txts: 1\n"
    )
    said = {(one.rule, one.address, one.where) for one in found.mistakes}
    assert said == {
        ("amount_unit", "figures.staff", "第5行 figures.staff"),
        ("amount_sign", "figures.reception.final", "第6行 figures.reception.final"),
        ("unknown_figure", "figures.recption.last", "第7行 figures.recption.last"),
        ("unknown_figure", "figures.公务接待费.final", "第8行 figures.公务接待费.final"),
        ("column", "figures.reception", "第9行 figures.reception"),
        ("no_column", "figures.staff.final", "第10行 figures.staff.final"),
        ("year_executed", "figures.year_funds.executed", "第11行 figures.year_funds.executed"),
        ("column", "figures.year_funds.final", "第12行 figures.year_funds.final"),
        ("worked_out", "figures.three_public.final", "第13行 figures.three_public.final"),
        ("points_unclear", "department.indicators.1.weight", "第17行 department.indicators.1.weight"),
        ("kinds_apart", "department.indicators.2.kind2", "第18行 department.indicators.2.kind2"),
        ("choice", "department.indicators.2.level", "第18行 department.indicators.2.level"),
        ("points_over", "department.indicators.2.points", "第18行 department.indicators.2.points"),
        ("unknown_key", "txts", "第19行 txts"),
    }
    assert all(one.message.endswith(("。", "？")) for one in found.mistakes), [one.message for one in found.mistakes]
    near = {one.address: one.message for one in found.mistakes}
    assert "reception" in near["figures.recption.last"]
    assert "reception.final" in near["figures.公务接待费.final"]
    assert "texts" in near["txts"]
    assert found.filing.unit == "某某局"


def test_what_was_understood_differently_is_listed(read):
    found = read(
        HEAD
        + "date: 2024年5月30日\nfigures: {staff_cost.final: '１，２０４．８７', reception.final: 9700.00元, abroad.final: —, "
        "office_cost.final: 138000元}\n"
        "department: {indicators: [{kind1: 产出, kind2: 数量指标, name: 办件, target: ≥ ３０ 万件, actual: '1,000件', weight: 5分}]}"
    )
    assert {one.address: one.taken for one in found.understood} == {
        "date": "2024-05-30",
        "figures.staff_cost.final": "1204.87万元",
        "figures.abroad.final": "（空，没有填）",
        "figures.office_cost.final": "13.8万元",
        "department.indicators.1.target": "≥30万件",
        "department.indicators.1.actual": "1000件",
        "department.indicators.1.weight": "5分",
    }
    assert rules(found) == ["amount_yuan"]
    assert found.filing.department.indicators[0].kind1 == "output"


DAMAGED = {
    "key twice": ("unit: 乙\n", "key_twice"),
    "alias": ("figures: &a {staff: 1}\nitems: *a\n", "alias"),
    "anchor bomb": ("a: &a [x,x]\nb: &b [*a,*a]\n", "alias"),
    "tag": ("date: !!python/object/apply:os.system [ls]\n", "tag"),
    "deep": ("items: " + "[" * 50 + "]" * 50 + "\n", "deep"),
    "deeper": ("items: " + "[" * 20_000 + "\n", "deep"),
    "tab": ("figures:\n\tstaff: 1\n", "syntax"),
    "quote": ('date: "2024\n', "syntax"),
    "control": ("date: '\x01'\n", "syntax"),
    "two documents": ("---\nform: x\n", "several"),
    "list for mapping": ("figures: [1, 2]\n", "type"),
    "mapping for word": ("date: {a: 1}\n", "type"),
    "word for list": ("items: 1\n", "type"),
    "word for mapping": ("department: 有\n", "type"),
    "mapping as key": ("? {a: 1}\n: 1\n", "syntax"),
    "year": ("", ""),
}


@pytest.mark.parametrize("name", sorted(set(DAMAGED) - {"year"}))
def test_damaged_yaml_is_a_sentence_with_a_line(read, name):
    text, rule = DAMAGED[name]
    begin = time.process_time()
    found = read(HEAD + text)
    assert time.process_time() - begin < 5
    assert rule in rules(found)
    one = next(one for one in found.mistakes if one.rule == rule)
    assert one.where.startswith("第")
    assert one.message.endswith("。")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ('{"form": 1,', "syntax_json"),
        ('{"a": 1, "a": 2}', "key_twice"),
        ("[" * 100_000, "deep"),
        ("[1]", "file_foreign"),
        ("只有一句话", "file_foreign"),
        ("", "file_empty"),
        ("\n\n", "file_empty"),
        ("# 只有注释\n", "file_foreign"),
        ('{"form": true, "unit": "甲", "year": 2023}', "type"),
        ('{"form": "cn/department", "unit": "甲", "year": 1.5}', "year"),
        ('{"form": "cn/departement", "unit": "甲", "year": 2023}', "unknown_form"),
    ],
)
def test_other_damaged_texts(read, text, rule):
    assert rule in rules(read(text))


def test_a_huge_text_is_refused_at_once(read):
    begin = time.process_time()
    assert rules(read(HEAD + "# " + "x" * (3 << 20))) == ["file_large"]
    assert time.process_time() - begin < 1


def test_text_of_other_encodings(read):
    for encoding in ("utf-8-sig", "gb18030", "utf-16"):
        assert read((HEAD + "date: 2024-05-30\nfigures: {staff: 3}").encode(encoding)).filing.unit == "某某局"


def test_a_filing_with_nothing_in_it_says_so(read):
    assert rules(read(HEAD)) == ["nothing"]


def test_the_schema_takes_what_the_reader_takes(filing, sample_text):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(to_data(filing), SCHEMA)
    jsonschema.validate(yaml.safe_load(sample_text), SCHEMA)


@given(filings())
@settings(max_examples=10, deadline=None)
def test_the_schema_takes_every_filing(filing):
    jsonschema.validate(to_data(filing), SCHEMA)


def test_the_schema_names_every_field_of_the_nouns():
    from jixiao.filing import sheets, takes

    assert set(SCHEMA["properties"]) == set(takes.KEYS) == set(Filing.__dataclass_fields__)
    assert set(SCHEMA["$defs"]["project"]["properties"]) == set(sheets._SHEET)
    assert set(SCHEMA["$defs"]["indicators"]["items"]["properties"]) == set(sheets._INDICATOR)
    assert set(SCHEMA["$defs"]["item"]["properties"]) == set(takes._ITEM)


@pytest.mark.parametrize("wrong", [{"nots": 1}, {"projects": [{"nam": 1}]}, {"items": [{"label": "甲", "x": 1}]}])
def test_what_the_schema_refuses_the_reader_refuses(wrong):
    data = {"form": "cn/department", "unit": "甲", "year": 2023, **wrong}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMA)
    assert "unknown_key" in [one.rule for one in from_data(data)[1]]
