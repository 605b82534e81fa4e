"""``jixiao preview`` as it is called: data or a report in, exit codes as those of audit."""

from __future__ import annotations

import json

import pytest

from jixiao.cli import front


@pytest.fixture
def examples(request):
    return request.config.rootpath / "examples/junshan-2023"


def test_data_without_faults_is_clean(examples, capsys):
    assert front.run(["preview", str(examples / "filing.yaml")]) == 0
    assert "先改这些" in capsys.readouterr().out


def test_a_report_with_errors_is_found(examples, capsys):
    assert front.run(["preview", str(examples / "report.docx")]) == 1
    assert front.run(["preview", str(examples / "report.docx"), "--fail-on", "never"]) == 0
    assert "财政资金支出" in capsys.readouterr().out


def test_json_is_alone_on_standard_output(examples, capsys):
    assert front.run(["preview", str(examples / "filing.yaml"), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["schema"] == "jixiao.preview/1"


def test_the_ending_of_the_output_names_the_format(examples, tmp_path):
    page = tmp_path / "预审.html"
    assert front.run(["preview", str(examples / "filing.yaml"), "-o", str(page)]) == 0
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("空.yaml", "", "空"),
        ("坏.json", '{"form": ', ""),
        ("别的.yaml", "- 甲\n- 乙\n", ""),
        ("便条.txt", "今天下雨，改到明天开会。\n", "既不是填报数据"),
        ("坏.xlsx", "PK\x03\x04坏", ""),
        ("没有格式.yaml", "unit: 某局\nyear: 2023\n", ""),
    ],
)
def test_what_is_neither_data_nor_a_report_is_refused_in_a_sentence(tmp_path, capsys, name, content, words):
    path = tmp_path / name
    path.write_text(content, "utf-8")
    assert front.run(["preview", str(path)]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert words in said.err
    assert said.err.startswith("jixiao：")
    assert "Traceback" not in said.err


def test_a_file_that_is_not_there_is_refused(tmp_path, capsys):
    assert front.run(["preview", str(tmp_path / "没有.xlsx")]) == 3
    assert "没有" in capsys.readouterr().err


def test_mistakes_of_the_data_are_shown_first_and_count(tmp_path, examples, capsys):
    path = tmp_path / "填报.yaml"
    path.write_text((examples / "filing.yaml").read_text("utf-8").replace("staff: 36人", "staff: 三十几人"), "utf-8")
    assert front.run(["preview", str(path)]) == 1
    out = capsys.readouterr().out
    assert out.index("要先改的") < out.index("先改这些")
