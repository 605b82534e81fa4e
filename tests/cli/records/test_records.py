"""``jixiao records``: from the export of a system to a number that can be looked into."""

import csv
import json
import os
import re
from pathlib import Path

import pytest

from jixiao.writers.width import columns

COMPUTE = ("records", "compute")


def test_one_late_case_of_three(jixiao, store):
    code, out, err = jixiao(*COMPUTE, "台账库", "--period", "2023", "--only", "CS03")
    assert (code, err) == (0, "")
    assert "66.67%" in out
    assert "2 ÷ 3" in out


def test_the_files_themselves_give_the_same_as_the_store(jixiao, store):
    kept = json.loads(jixiao(*COMPUTE, "台账库", "--period", "2023", "--only", "CS03", "--format", "json")[1])
    fresh = json.loads(jixiao(*COMPUTE, "台账", "--period", "2023", "--only", "CS03", "--format", "json")[1])
    [one], [other] = kept["indicators"], fresh["indicators"]
    assert one == other
    assert [part["name"] for part in one["months"]] == ["2023-05", "2023-06"]
    assert one["units"][0]["name"] == "民政局"
    assert one["units"][0]["value"] == "50"


def test_a_quarter_holds_only_its_own(jixiao, store):
    assert "50.00%" in jixiao(*COMPUTE, "台账库", "--period", "2023-05", "--only", "CS03")[1]
    out = jixiao(*COMPUTE, "台账库", "--period", "2023-Q1", "--only", "CS03")[1]
    assert "没有算出的（1 个）" in out


def test_the_late_case_is_named(jixiao, store):
    code, out, _ = jixiao("records", "explain", "CS03", "台账库", "--period", "2023")
    assert code == 0
    assert "B-2" in out
    assert "B-1" not in out
    assert "共 1 条" in out


def test_the_rows_behind_a_number_as_a_file_for_excel(jixiao, store):
    assert jixiao("records", "explain", "cs03", "台账库", "--period", "2023", "-o", "逾期件.csv")[0] == 0
    with Path("逾期件.csv").open(encoding="utf-8-sig", newline="") as file:
        head, row = csv.reader(file)
    assert row[head.index("id")] == "B-2"


def test_a_page_needs_nothing_else(jixiao, store):
    assert jixiao(*COMPUTE, "台账库", "--period", "2023", "-o", "指标.html")[0] == 0
    page = (store.parent / "指标.html").read_text("utf-8")
    assert "2 ÷ 3" in page
    assert "办件按时办结率（按月）" in page


def test_a_bad_row_is_told_by_file_row_and_column_and_the_rest_counts(jixiao, records):
    (records / "up_pro_result.csv").open("a", encoding="utf-8").write("B-9,明天,1,2023-06-08 15:00:00\n")
    code, out, _ = jixiao("records", "check", "台账")
    assert code == 1
    for words in ("up_pro_result.csv", "第 5 行", "result_date", "明天"):
        assert words in out
    code, out, err = jixiao(*COMPUTE, "台账", "--period", "2023", "--only", "CS03")
    assert code == 0
    assert "66.67%" in out
    assert "没有计入" in err


def test_all_mistakes_as_csv(jixiao, records):
    bad = "".join(f"C-{n},不知道,1,2023-06-08 15:00:00\n" for n in range(60))
    (records / "up_pro_result.csv").open("a", encoding="utf-8").write(bad)
    assert jixiao("records", "check", "台账", "-o", "问题.csv")[0] == 1
    with Path("问题.csv").open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    assert head[:5] == ["文件", "表", "行", "列", "值"]
    assert {row[2] for row in rows} >= {str(n) for n in range(5, 65)}


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (("compute", "台账", "--period", "2023", "--only", "CS3"), 2, "没有指标“CS3”。是不是 CS"),
        (("compute", "台账", "--period", "2023", "--only", "办件按时办节率"), 2, "办件按时办结率"),
        (("explain", "CS99", "台账", "--period", "2023"), 2, "jixiao records describe"),
        (("compute", "台账", "--period", "去年"), 2, "看不懂期间“去年”"),
        (("compute", "台账"), 2, "缺少 --period 期间"),
        (("compute", "没有", "--period", "2023"), 3, "没有“没有”"),
        (("compute", "空", "--period", "2023"), 3, "没有读到任何台账"),
        (("check", "空"), 3, "没有读到任何台账"),
        (("compute", "台账", "--period", "2023", "-o", "没有/指标.json"), 2, "写不了 没有/指标.json"),
        (("check", "台账", "-o", "页.html"), 2, "没有网页"),
        (("describe", "up_pro_acept"), 2, "up_pro_accept"),
        (("describe", "火星"), 2, "没有名为“火星”的台账或指标"),
        (("compute", "台账", "--period", "2023", "--by", "week"), 2, "month、unit"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_cannot_be_done_is_said_in_one_sentence(jixiao, records, args, code, told):
    (records.parent / "空").mkdir()
    found, out, err = jixiao("records", *args)
    assert (found, out) == (code, "")
    assert told in err
    assert "Traceback" not in err
    english = jixiao("--lang", "en", "records", *args)
    assert english[0] == code
    assert english[2].startswith("jixiao: ")


def test_a_store_whose_manifest_is_cut_is_not_taken_for_one(jixiao, store):
    manifest = store / "manifest.json"
    manifest.write_bytes(manifest.read_bytes()[:40])
    code, out, err = jixiao(*COMPUTE, "台账库", "--period", "2023")
    assert (code, out) == (3, "")
    assert "台账库" in err
    assert "manifest.json" in err


def test_a_store_that_lost_a_file_does_not_count_less(jixiao, store):
    for path in store.glob("up_pro_accept*.parquet"):
        path.unlink()
    code, out, err = jixiao(*COMPUTE, "台账库", "--period", "2023", "--only", "CS03")
    assert (code, out) == (3, "")
    assert "up_pro_accept" in err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_store_where_nothing_may_be_written(jixiao, records):
    records.parent.joinpath("锁").mkdir(mode=0o500)
    code, _, err = jixiao("records", "check", "台账", "--store", "锁/库")
    assert code == 2
    assert "没有写入权限" in err


def test_every_table_and_indicator_is_described(jixiao):
    out = jixiao("records", "describe")[1]
    for words in ("up_pro_accept", "hotline_order", "CS03", "办件按时办结率"):
        assert words in out
    out = jixiao("records", "describe", "up_pro_accept")[1]
    for words in ("project_no", "必填", "国家标准", "自拟", "CS03"):
        assert words in out
    out = jixiao("records", "describe", "CS03")[1]
    for words in ("口径", "自拟口径", "「未核实」", "$start", "逾期办结"):
        assert words in out


def test_empty_tables_are_filled_in_and_read(jixiao, folder):
    assert jixiao("records", "describe", "up_pro_accept", "--template", "空表")[0] == 0
    text = (folder / "空表/up_pro_accept.csv").read_text("utf-8-sig")
    head = text.strip().split(",")
    assert head[0] == "project_no"
    values = {"project_no": "B-1", "org_name": "民政局", "accept_date": "2023-05-04", "promise_date": "2023-05-08"}
    with (folder / "空表/up_pro_accept.csv").open("a", encoding="utf-8") as file:
        file.write(",".join(values.get(name, "") for name in head) + "\n")
    assert "民政局" not in jixiao("records", "check", "空表")[1]
    out = jixiao(*COMPUTE, "空表", "--period", "2023", "--only", "CS01", "--format", "json")[1]
    assert json.loads(out)["indicators"][0]["value"] == "1"


@pytest.mark.parametrize("verb", ["", "check", "compute", "explain", "describe"])
def test_every_verb_explains_itself_in_both_languages(jixiao, verb):
    code, out, _ = jixiao("records", *verb.split(), "--help")
    assert code == 0
    assert "示例\n  jixiao records" in out
    assert max(map(columns, out.splitlines())) <= 90
    code, out, _ = jixiao("records", *verb.split(), "--help", "--lang", "en")
    assert code == 0
    assert not re.search("[\u4e00-\u9fff]", out), out
