"""``jixiao import``: an old report to begin with."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

SAMPLE = str(Path(__file__).parents[2] / "examples" / "junshan-2023" / "report.docx")


def test_an_old_report_as_a_workbook_that_reads_back(jixiao, folder):
    code, out, err = jixiao("import", SAMPLE, "-o", "填报.xlsx")
    assert (code, out) == (0, "")
    assert "岳阳市君山区行政审批服务局　2023年度：带入17个数，3项明细，41条指标，2个项目。" in err
    assert "“财政资金支出”填报得分 9.4，按完成值算得 10" in err
    code, out, _ = jixiao("read", "填报.xlsx")
    assert code == 0
    assert "没有错误" in out


def test_without_a_file_the_data_are_shown(jixiao):
    code, out, _ = jixiao("import", SAMPLE)
    data = yaml.safe_load(out)
    assert code == 0
    assert data["figures"]["reception.last"] == "0.51万元"
    assert data["department"]["indicators"][8]["actual"] == "{年度资金总额:全年执行数}"


@pytest.mark.parametrize("name", ["下年.yaml", "下年.json"])
def test_as_last_year_takes_goals_and_targets_and_no_results(jixiao, folder, name):
    code, _, err = jixiao("import", SAMPLE, "--as-last-year", "-o", name)
    assert code == 0
    assert "得分" not in err
    data = yaml.safe_load((folder / name).read_text("utf-8"))
    assert (data["year"], data["figures"]["reception.last"]) == (2024, "0.97万元")
    assert not any(key.endswith((".budget", ".final")) for key in data["figures"])
    assert "signoff" not in data
    rows = [row for sheet in (data["department"], *data["projects"]) for row in sheet["indicators"]]
    assert {key for row in rows for key in row} == {"kind1", "kind2", "name", "target", "weight"}
    assert all("achieved" not in goal for goal in data["department"]["goals"])


def test_as_last_year_into_a_workbook(jixiao):
    assert jixiao("import", SAMPLE, "--as-last-year", "-o", "下年.xlsx")[0] == 0
    assert "2024" in jixiao("read", "下年.xlsx")[1]


def test_english(jixiao):
    _, _, err = jixiao("import", SAMPLE, "-o", "a.yaml", "--lang", "en")
    assert "17 figures, 3 items, 41 indicators, 2 projects taken over." in err
    assert "Wrote a.yaml." in err


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("空.txt",), 3, "空"),
        (("坏.docx",), 3, "没有 Word 正文"),
        (("没有.docx",), 3, "没有这个文件"),
        ((SAMPLE, "-o", "a.pdf"), 2, ".xlsx"),
        ((SAMPLE, "-o", SAMPLE.replace(".docx", ".yaml.docx")), 2, ".yaml"),
        ((SAMPLE, "--form", "没有"), 2, "没有地址"),
        ((SAMPLE, "-o", "没有/a.yaml"), 2, "文件夹"),
    ],
)
def test_what_cannot_be_taken_is_said(jixiao, args, code, says):
    got, out, err = jixiao("import", *args)
    assert (got, out) == (code, "")
    assert says in err


def test_a_text_that_is_no_report(jixiao, folder):
    (folder / "信.txt").write_text("各位同事：周五下午三点开会。\n", "utf-8")
    code, _, err = jixiao("import", "信.txt", "-o", "a.xlsx")
    assert code == 3
    assert "没有找到可以带入的" in err
    assert not (folder / "a.xlsx").exists()


def test_a_year_that_the_report_does_not_say(jixiao, folder):
    table = "| 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 |\n|-|-|-|-|-|-|-|\n"
    row = "| 产出指标 | 数量指标 | 办件数 | ≥5件 | 6件 | 50 | 50 |\n| 满意度指标 | 满意度指标 | 群众满意度 | ≥90% | 95% | 10 | 10 |\n"
    (folder / "表.txt").write_text("某市某局\n自评表\n" + table + row, "utf-8")
    code, _, err = jixiao("import", "表.txt")
    assert (code, "--year" in err) == (2, True)
    code, out, _ = jixiao("import", "表.txt", "--year", "2022")
    assert (code, yaml.safe_load(out)["year"]) == (0, 2022)
