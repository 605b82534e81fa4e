"""Forms along their extends chain, and which form a document follows."""

from __future__ import annotations

import pytest

from jixiao.forms import FormError, all_forms, concept_of, concepts, load, match
from jixiao.forms import forms as module
from jixiao.forms.vocabulary import bare, kind_of, role
from jixiao.readers import read_bytes


def found(text: str):
    return match(read_bytes(text.encode(), "a.txt"))


@pytest.mark.parametrize("path", all_forms())
def test_every_form_loads(path):
    form = load(path)
    assert form.sections
    assert form.weights
    assert sum(form.weights.values()) == 100
    assert form.sources["sections"].endswith(".yaml")


def test_yueyang_extends_hunan_extends_the_base():
    form = load("430000-hunan/430600-yueyang/department")
    assert form.chain == ("430000-hunan/430600-yueyang/department", "430000-hunan/department", "cn/department")
    assert form.sources["sections"] == "cn/department.yaml"
    assert form.sources["required"] == "430000-hunan/department.yaml"
    assert form.sources["rubric"] == "430000-hunan/430600-yueyang/department.yaml"
    assert sum(item.most for item in form.rubric) == 100


@pytest.mark.parametrize(("parent", "child", "above"), [
    ("cn/department", "430000-hunan/department", True), ("430000-hunan/department", "430000-hunan/430600-yueyang/department", True),
    ("500000-chongqing/department", "510000-sichuan/department", False), ("430600-yueyang/department", "430000-hunan/department", False),
])  # fmt: skip
def test_ancestry_goes_in_pairs_of_digits(parent, child, above):
    assert module._above(parent, child) is above


def test_errors_are_plain_sentences(tmp_path, monkeypatch):
    from jixiao.forms import files

    (tmp_path / "cn").mkdir()
    (tmp_path / "cn" / "a.yaml").write_text("extends: cn/b\n", encoding="utf-8")
    (tmp_path / "cn" / "b.yaml").write_text("extends: cn/a\n", encoding="utf-8")
    (tmp_path / "cn" / "c.yaml").write_text("colour: red\n", encoding="utf-8")
    (tmp_path / "cn" / "d.yaml").write_text("- 1\n", encoding="utf-8")
    (tmp_path / "cn" / "e.yaml").write_text("title: t\n", encoding="utf-8")
    monkeypatch.setattr(files, "ROOT", tmp_path)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    files.load_yaml.cache_clear()
    load.cache_clear()
    all_forms.cache_clear()
    try:
        for path, words in {
            "cn/a": "绕成了圈",
            "cn/c": "不认识的栏目",
            "cn/d": "列表",
            "cn/e": "缺少",
            "cn/f": "没有这个格式",
        }.items():
            with pytest.raises(FormError, match=words):
                load(path)
    finally:
        files.load_yaml.cache_clear()
        load.cache_clear()
        all_forms.cache_clear()


@pytest.mark.parametrize(("text", "path", "kind"), [
    ("2023年度清溪县水利局部门整体支出绩效自评报告\n\n一、部门基本情况", "cn/department", "department"),
    ("2022年度清溪县水利局\n\n河道治理项目支出绩效自评报告", "cn/project", "project"),
    ("清溪县水利局2023年度部门决算公开说明\n\n一、部门概况", "", "final_accounts"),
    ("全年支出合计846.2万元。", "", ""),
    ("根据财政局关于开展部门整体支出绩效自评工作的通知，我局开展了自评。", "", ""),
    ("", "", ""),
])  # fmt: skip
def test_a_document_is_recognised_by_its_own_words(text, path, kind):
    form = found(text)
    assert (form.path, form.kind) == (path, kind)
    assert form.reason


def test_cost_at_first_level_is_the_2021_scheme():
    table = "2023年度部门整体支出绩效自评表\n| 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 |\n| {} | 经济成本指标 | 成本 | ≤3万元 | 2万元 |\n| 产出指标 | 数量指标 | 场次 | ≥3场 | 4场 |"
    assert found(table.format("成本指标")).pack == "CN-2021-LINEAR"
    assert found(table.format("产出指标")).pack == "CN-2020"


def test_concepts_are_whole():
    all_concepts = concepts()
    for concept in all_concepts.values():
        assert all(part in all_concepts for part in (*concept.parts, *concept.more))
        assert concept_of(concept.label) == concept.id
        assert all(concept_of(alias) == concept.id for alias in concept.aliases)


@pytest.mark.parametrize(("label", "concept"), [
    ("2、“三公” 经费合计（万元）：", "three_public"), ("其中：公车购置", "vehicle_purchase"), ("（一）基本支出", "basic_expenditure"), ("印刷费支出", "printing"),
    ("　项目支出：", "project_expenditure"), ("公务用车运行\n维护费", "vehicle_running"), ("天气", ""), ("", ""),
])  # fmt: skip
def test_labels_of_any_spelling(label, concept):
    assert concept_of(label) == concept


def test_vocabulary():
    assert role("money", "年初预算数（A）") == "initial"
    assert role("columns", "年度指标值") == "target"
    assert role("funds", "其中：当年财政拨款") == "fiscal"
    assert bare("1、其他资金（万元）：") == "其他资金"
    assert kind_of("kinds1", "产出指标（50分）") == "output"
    assert kind_of("kinds2", "生态环境成本指标") == "cost_ecological"
