"""jixiao new and jixiao read as a clerk runs them: new, fill in, read, mend, read."""

from __future__ import annotations

import json

import pytest

from jixiao.cli.front import run
from tests.filing.books import changed, find
from tests.filing.conftest import SAMPLE, YUEYANG


@pytest.fixture
def jixiao(tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "JIXIAO_DEBUG", "JIXIAO_LANG", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def call(*args):
        code = run([str(one) for one in args])
        out, err = capfd.readouterr()
        return code, out, err

    return call


def test_new_fill_read_mend_read(jixiao, tmp_path):
    code, out, err = jixiao(
        "new", "--form", YUEYANG, "--year", 2024, "--projects", 1, "--unit", "某某局", "-o", "填报.xlsx"
    )
    assert (code, out) == (0, "")
    assert "jixiao read 填报.xlsx" in err
    path = tmp_path / "填报.xlsx"

    def fill(book):
        base = book["基础数据"]
        base.cell(find(base, "figures:staff_cost"), 6).value = "约200万元"
        base.cell(find(base, "figure:staff"), 4).value = "36人"

    path.write_bytes(changed(path.read_bytes(), fill))
    code, out, _ = jixiao("read", "填报.xlsx", "--mark", "标错.xlsx")
    assert code == 1
    assert "「基础数据」!F" in out
    assert "amount_loose" in out
    assert "约200万元" in out

    marked = tmp_path / "标错.xlsx"
    marked.write_bytes(
        changed(
            marked.read_bytes(),
            lambda book: (
                book["基础数据"].cell(find(book["基础数据"], "figures:staff_cost"), 6).__setattr__("value", 200)
            ),
        )
    )
    code, out, _ = jixiao("read", "标错.xlsx", "-o", "数据.yaml")
    assert code == 0
    assert "没有错误" in out
    assert "staff_cost.final: 200万元" in (tmp_path / "数据.yaml").read_text("utf-8")
    assert jixiao("read", "数据.yaml")[0] == 0


def test_read_as_json_is_json(jixiao):
    code, out, _ = jixiao("read", SAMPLE, "--format", "json")
    body = json.loads(out)
    assert code == 0
    assert body["ok"]
    assert body["filing"]["figures"]["reception.final"] == "0.97万元"


def test_schema_is_printed(jixiao):
    code, out, _ = jixiao("read", "--schema")
    assert code == 0
    assert json.loads(out)["properties"]["figures"]


def test_last_year_goes_into_this_years_workbook(jixiao):
    code, _, _ = jixiao("new", "--from", SAMPLE, "--as-last-year", "-o", "今年.xlsx")
    assert code == 0
    code, out, _ = jixiao("read", "今年.xlsx")
    assert code == 1
    assert "2024年度" in out
    assert out.count("还没有填实际完成值") == 1


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["read", "没有.xlsx"], 3, "没有这个文件"),
        (["read"], 2, "缺少"),
        (["new"], 2, "--form"),
        (["new", "--form", "没有", "--year", "2024"], 2, "没有地址"),
        (["new", "--form", YUEYANG, "--year", "24"], 2, "--year"),
        (["new", "--as-last-year", "--form", YUEYANG, "--year", "2024"], 2, "--from"),
        (["read", SAMPLE, "--mark", "x.xlsx"], 2, "--mark"),
        (["read", SAMPLE, "-o", "没有这个文件夹/x.yaml"], 2, "文件夹不存在"),
        (["read", SAMPLE, "-o", SAMPLE], 2, "不会覆盖"),
    ],
)
def test_wrong_use_is_a_sentence(jixiao, tmp_path, args, code, words):
    found, _, err = jixiao(*args)
    assert found == code
    assert words in err
    assert "Traceback" not in err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("verb", ["new", "read"])
def test_help_in_both_languages(jixiao, verb):
    assert "用法：" in jixiao(verb, "--help")[1]
    english = jixiao("--lang", "en", verb, "--help")[1]
    assert not [char for char in english if "\u4e00" <= char <= "\u9fff"]
