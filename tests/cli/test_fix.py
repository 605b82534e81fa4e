"""``jixiao fix``: proposes, and changes nothing unasked."""

import json
import shutil
from pathlib import Path

import pytest

from jixiao import audit_bytes

JUNSHAN = Path(__file__).resolve().parents[2] / "examples" / "junshan-2023" / "report.docx"


@pytest.fixture
def report(folder):
    shutil.copy(JUNSHAN, folder / "报告.docx")
    return folder / "报告.docx"


def test_repairs_are_listed_with_calculation_and_basis(jixiao, report):
    code, out, err = jixiao("fix", "报告.docx")
    assert (code, err) == (0, "")
    assert "85.21% → 79.98%" in out
    assert "部分 ÷ 总体 × 100%（885.83万元；1107.5万元）" in out
    assert "依据：算术关系" in out
    assert "报告没有改动" in out
    assert report.read_bytes() == JUNSHAN.read_bytes()


def test_the_list_in_english(jixiao, report):
    _, out, _ = jixiao("fix", "报告.docx", "--lang", "en")
    assert "calculation: part ÷ whole × 100%" in out
    assert "Nothing was changed" in out


def test_json_says_what_was_written(jixiao, report, folder):
    code, out, _ = jixiao("fix", "报告.docx", "--apply", "-o", "改正.docx", "--format", "json")
    found = json.loads(out)
    assert code == 0
    assert (found["schema"], found["written"]) == ("jixiao.fix/1", "改正.docx")
    assert [(one["found"], one["expected"]) for one in found["repairs"]][1] == ("85.21%", "79.98%")
    assert found["uncertain"][0]["reason"]
    codes = {f.code for f in audit_bytes((folder / "改正.docx").read_bytes(), "改正.docx").findings}
    assert not codes & {"FG501", "FG203", "SC123", "SC112"}
    assert report.read_bytes() == JUNSHAN.read_bytes()


def test_a_report_without_errors_has_nothing_to_repair(jixiao, folder):
    code, out, _ = jixiao("fix", "对.txt")
    assert code == 0
    assert "没有可以代改的" in out


def test_a_text_is_told_but_not_written(jixiao):
    assert "63.07%" in jixiao("fix", "错.txt")[1]
    code, _, err = jixiao("fix", "错.txt", "--apply", "-o", "改正.docx")
    assert code == 2
    assert "只能用于 Word" in err


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--apply",), "要一起写"),
        (("-o", "改正.docx"), "要一起写"),
        (("--apply", "-o", "报告.docx"), "不会覆盖"),
        (("--only", "ZZ9"), "不是规则代码"),
        (("--apply", "-o", "没有/改正.docx"), "文件夹"),
    ],
)
def test_wrong_use_is_said_and_nothing_is_written(jixiao, report, args, words):
    code, out, err = jixiao("fix", "报告.docx", *args)
    assert code == 2
    assert words in err
    assert "Traceback" not in out + err
    assert report.read_bytes() == JUNSHAN.read_bytes()


def test_a_damaged_file_is_unreadable(jixiao, folder):
    code, _, err = jixiao("fix", "坏.docx")
    assert code == 3
    assert "坏.docx" in err
