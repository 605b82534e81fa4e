import json
import zipfile
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

SAMPLE = str(Path(__file__).parents[2] / "examples" / "junshan-2023" / "report.docx")


def schema(name):
    return json.loads(files("jixiao.writers").joinpath(f"schema/{name}-1.schema.json").read_text(encoding="utf-8"))


def test_a_commented_copy_is_written_and_the_original_stays(jixiao, folder):
    before = Path(SAMPLE).read_bytes()
    code, out, err = jixiao("audit", SAMPLE, "--annotate", "批注.docx", "--format", "json")
    assert (code, err) == (1, "")
    found = len(json.loads(out)["files"][0]["findings"])
    with zipfile.ZipFile(folder / "批注.docx") as archive:
        assert archive.read("word/comments.xml").count(b"<w:comment ") == found
    assert Path(SAMPLE).read_bytes() == before
    first = (folder / "批注.docx").read_bytes()
    jixiao("audit", SAMPLE, "--annotate", "批注.docx")
    assert (folder / "批注.docx").read_bytes() == first


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ((SAMPLE, "错.txt", "--annotate", "a.docx"), "一份"),
        (("-", "--annotate", "a.docx"), "标准输入"),
        ((SAMPLE, "-o", "a.docx", "--annotate", "a.docx"), "同一个文件"),
        (("错.txt", "--annotate", "a.docx"), "docx"),
        ((SAMPLE, "--annotate", "没有/a.docx"), "文件夹"),
    ],
)
def test_what_cannot_be_commented_is_said(jixiao, args, says):
    code, _, err = jixiao("audit", *args)
    assert code == 2
    assert says in err


def test_a_damaged_word_file_gets_no_copy(jixiao, folder):
    assert jixiao("audit", "坏.docx", "--annotate", "a.docx")[0] == 3
    assert not (folder / "a.docx").exists()


def test_understood_and_scored_reports_as_json(jixiao):
    jsonschema.validate(json.loads(jixiao("show", SAMPLE, "--format", "json")[1]), schema("report"))
    data = json.loads(jixiao("score", SAMPLE, "--format", "json", "--pack", "CN-2021")[1])
    jsonschema.validate(data, schema("score"))
    assert data["pack"] == "CN-2021"
    assert data["sheets"][0]["stated"] == 99.4


def test_scores_and_reports_for_the_eye(jixiao):
    assert "填报总分 99.4   复算总分 100" in jixiao("score", SAMPLE)[1]
    assert "自评表" in jixiao("show", SAMPLE)[1]
    _, _, compared = jixiao("score", SAMPLE, "--pack", "CN-2021")[1].rpartition("填报总分  ")
    head, department, *_ = compared.splitlines()
    assert head.split() == ["HN-YUEYANG", "CN-2021"]
    assert department.split()[-3:-1] == ["99.4", "100"]
    assert "没有找到自评表" in jixiao("score", "错.txt")[1]


def test_rules_as_json_have_a_citation_each(jixiao):
    rules = json.loads(jixiao("rules", "--format", "json")[1])
    assert len({rule["code"] for rule in rules}) == len(rules) >= 80
    assert all(rule["citation"] for rule in rules)


@pytest.mark.parametrize(
    ("name", "says"),
    [("over.explain", "CN-2020"), ("cn.budget-law#57", "预算法"), ("reverse", "linear"), ("grades", "优")],
)
def test_a_parameter_or_citation_by_name(jixiao, name, says):
    code, out, _ = jixiao("law", "show", name)
    assert code == 0
    assert says in out
