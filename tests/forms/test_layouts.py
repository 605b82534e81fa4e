"""Layouts are data: every form's tables fit together, and what is wrong in one is told with its file and place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml

from jixiao import compose
from jixiao.forms import FormError, all_forms, base_lines, concepts, files, load
from jixiao.forms import forms as module
from jixiao.forms.layout import LayoutError, RowForm, rows_of
from jixiao.forms.tables import table_of
from jixiao.model.filing import Filing, SheetEntry

YUEYANG = "430000-hunan/430600-yueyang/department"
SHEETS = {"department_sheet": "department", "project_sheet": "projects.1"}


def named(rows: tuple[RowForm, ...]) -> Iterator[str]:
    """Every figure that a layout names."""
    for row in rows:
        yield from (cell.figure for cell in row.cells if cell.figure)
        yield from named(row.rows)


@pytest.mark.parametrize("path", all_forms())
def test_every_table_is_as_wide_as_the_text(path):
    for table in load(path).tables:
        assert table.layout
        assert sum(table.widths) == (225 if table.landscape else 156)


@pytest.mark.parametrize("path", all_forms())
def test_every_figure_that_a_layout_names_is_made(path):
    form = load(path)
    made = compose.figures(Filing(path, "某局", 2023, projects=(SheetEntry("专项"),)), form)
    for table in form.tables:
        prefix = SHEETS.get(table.id, "")
        for name in named(table.layout):
            assert (prefix + name if name.startswith(".") else name) in made, (table.id, name)


@pytest.mark.parametrize("path", all_forms())
def test_classes_and_weights_speak_of_the_same(path):
    form = load(path)
    assert {one.kind for one in form.classes} | {"execution"} == set(form.weights)
    assert all(form.section(name) for name in form.chapters)
    assert form.signoff_labels


@pytest.mark.parametrize("path", [path for path in all_forms() if not path.startswith("cn/department-")])
def test_a_form_whose_original_was_not_seen_says_so(path):
    assert "tables" in load(path).unverified


def test_tables_are_merged_by_their_id():
    assert [table.id for table in load(YUEYANG).tables] == ["base", "department_sheet", "project_sheet", "rubric"]
    assert [table.id for table in load("430000-hunan/department").tables] == [
        "base",
        "department_sheet",
        "project_sheet",
    ]
    assert [table.id for table in load("420000-hubei/department").tables] == ["department_sheet", "project_sheet"]


def test_terms_differ_from_place_to_place():
    assert load(YUEYANG).terms["department"] == "市级预算部门名称"
    assert load("430000-hunan/department").terms["department"] == "预算部门名称"


def test_the_rubric_says_what_its_points_are_for():
    assert all(item.criterion for item in load(YUEYANG).rubric)


def test_the_lines_of_the_base_table():
    lines = {line.concept or line.items[0]: line for line in base_lines(load(YUEYANG))}
    assert lines["three_public"].parts == ("vehicles", "reception", "abroad")
    assert not lines["three_public"].open
    assert lines["public_cost"].parts == ("office_cost", "water_power_travel", "meeting_training")
    assert lines["public_cost"].open
    assert (lines["establishment"].columns, lines["establishment"].unit) == (("",), "人")
    assert lines["building_area_approved"].unit == "㎡"
    assert lines["procurement"].columns == ("budget", "final")
    assert lines["city_special"].items == ("city_special",)
    assert "staff_rate" not in lines
    assert all(line.concept in concepts() for line in lines.values() if line.concept)


def test_a_form_without_a_base_table_has_no_lines():
    assert base_lines(load("cn/department")) == ()


TABLE = {"id": "t", "title": "某表", "widths": [50, 50, 56]}
MISTAKES = {
    "各格共2栏，应为3栏": [["甲", "乙"]],
    "各格共4栏，应为3栏": [["甲", {"head": "乙", "span": 3}]],
    "各格共3栏，应为2栏": [[{"head": "甲", "down": 2}, "乙", "丙"], ["丁", "戊", "己"]],
    "向下伸出了表": [[{"head": "甲", "down": 3}, "乙", "丙"], ["丁", "戊"]],
    "没有字段 colour": [[{"field": "colour"}, "", ""]],
    "不认识 colour": [[{"head": "甲", "colour": "red"}, "", ""]],
    "应含 side、each、concept、items": [{"rows": []}],
    "each 只能是": [{"each": "projects", "fields": ["name"]}],
    "each 要有 fields": [{"each": "goals"}],
    "side 要有 rows": [{"side": "甲"}],
    "没有概念 no_such": [{"concept": "no_such"}],
    "items 应是概念的列表": [{"items": "business_work_cost"}],
    "要写 stages": [{"concept": "reception"}],
    "align 只能是": [[{"head": "甲", "align": "middle"}, "", ""]],
    "span 应是整数": [[{"head": "甲", "span": "2"}, "", ""]],
    "一格应是文字": [[["甲"], "", ""]],
    "一行应是格的列表": ["甲"],
    "rows 应是各行的列表": {"a": 1},
}  # fmt: skip


@pytest.mark.parametrize("words", MISTAKES)
def test_what_is_wrong_in_a_layout_is_told_with_its_place(words):
    with pytest.raises(LayoutError, match=f"表 t.*{words}"):
        table_of(TABLE | {"rows": MISTAKES[words]})


@pytest.mark.parametrize(("part", "words"), [
    ({"colour": "red"}, "不认识 colour"), ({"widths": [1, 2, 153]}, "栏宽"), ({"stages": ["next"]}, "stages 中没有 next"),
    ({"widths": ["宽", 50, 56]}, "毫米数"), ({"widths": 3}, "毫米数"),
    ({"stages": ["last"], "stage_spans": [1, 1, 1]}, "stage_spans 应有2个数"),
])  # fmt: skip
def test_what_is_wrong_in_a_table_is_told(part, words):
    with pytest.raises(LayoutError, match=words):
        table_of(TABLE | {"rows": [["甲", "乙", "丙"]]} | part)


def test_a_side_takes_its_column_from_the_rows_beside_it():
    rows = rows_of("表", [{"side": "甲", "span": 1, "rows": [["乙", "丙"], ["丁", "戊"]]}], 3, ())
    assert len(rows[0].rows) == 2


PARTS = {
    "attachments 中的 别的表 不是": {"attachments": ["别的表"]},
    "chapters 中的 no_such 不在 sections": {"chapters": ["no_such"]},
    "sentences 中的 no_such 不在 sections": {"sentences": {"no_such": {}}},
    "weights 中的 colour 不在 classes": {"weights": {"colour": 100}},
    "封面和标题": {"cover": ["某某"]},
    "signoff 应写作": {"signoff": ["preparer"]},
    "classes 的每一项": {"classes": [{"kind": "output"}]},
    "rubric 的每一项": {"rubric": {"title": "表", "items": [{"block": "甲"}]}},
    "tables 的每一项": {"tables": [{"id": "t"}]},
    "terms 应是": {"terms": ["甲"]},
    "sentences 应是": {"sentences": "甲"},
    "写法不对": {"sections": 5},
}  # fmt: skip


@pytest.mark.parametrize("words", PARTS)
def test_what_is_wrong_in_a_form_is_told_with_its_file(words, tmp_path, monkeypatch):
    whole = {
        "title": "某报告", "kind": "department", "pack": "CN-2020", "sections": [{"id": "overview", "title": "概况"}],
        "tables": [TABLE | {"rows": [["甲", "乙", "丙"]]}], "classes": [{"kind": "output", "label": "产出", "parts": {}}],
        "weights": {"execution": 10, "output": 90},
    }  # fmt: skip
    (tmp_path / "cn").mkdir()
    (tmp_path / "cn" / "a.yaml").write_text(yaml.safe_dump(whole | PARTS[words], allow_unicode=True), encoding="utf-8")
    monkeypatch.setattr(files, "ROOT", tmp_path)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    files.load_yaml.cache_clear()
    load.cache_clear()
    try:
        with pytest.raises(FormError, match=f"cn/a.yaml：.*{words}"):
            load("cn/a")
    finally:
        files.load_yaml.cache_clear()
        load.cache_clear()
