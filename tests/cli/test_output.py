import io
import json
import sys
from importlib.resources import files

import jsonschema
import pytest

from jixiao.cli.progress import each


def test_standard_output_carries_the_result_and_nothing_else(process):
    done = process("audit", "错.txt", "没有.txt", "--format", "json")
    data = json.loads(done.stdout)
    schema = json.loads(files("jixiao.writers").joinpath("schema/audit-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(data, schema)
    assert [file["path"] for file in data["files"]] == ["错.txt", "没有.txt"]
    assert "没有.txt" in done.stderr.decode()


def test_the_same_input_gives_the_same_bytes_everywhere(process):
    for form in ("json", "sarif", "csv", "html", "text", "jsonl"):
        first = process("audit", "错.txt", "--format", form, env={"PYTHONHASHSEED": "1"}).stdout
        assert first == process("audit", "错.txt", "--format", form, env={"PYTHONHASHSEED": "2", "LC_ALL": "C"}).stdout


def test_standard_input_is_read(process, folder):
    done = process("audit", "-", "--format", "json", input=(folder / "错.txt").read_bytes())
    data = json.loads(done.stdout)["files"][0]
    assert done.returncode == 1
    assert data["path"] == "-"
    assert "FG203" in [finding["code"] for finding in data["findings"]]


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.json", '{\n  "schema"'),
        ("a.csv", "\ufeff文件"),
        ("a.html", "<!DOCTYPE"),
        ("a.sarif", "{"),
        ("a.txt", "错.txt"),
    ],
)
def test_the_ending_of_the_output_chooses_the_format(jixiao, folder, name, start):
    code, out, _ = jixiao("audit", "错.txt", "-o", name)
    assert (code, out) == (1, "")
    assert (folder / name).read_bytes().decode().startswith(start)
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_a_new_file_has_the_usual_rights_and_an_old_one_keeps_its_own(jixiao, folder):
    jixiao("audit", "错.txt", "-o", "a.json")
    assert (folder / "a.json").stat().st_mode & 0o777 == 0o666 & ~_mask()
    (folder / "a.json").chmod(0o600)
    jixiao("audit", "错.txt", "-o", "a.json")
    assert (folder / "a.json").stat().st_mode & 0o777 == 0o600


def _mask():
    import os

    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_path_is_given_back_as_it_was_given(jixiao):
    data = json.loads(jixiao("audit", "./错.txt", ".//对.txt", "--format", "json")[1])
    assert [file["path"] for file in data["files"]] == ["./错.txt", ".//对.txt"]


def test_only_and_skip_choose_rules(jixiao):
    def codes(*more):
        return {
            f["code"]
            for f in json.loads(jixiao("audit", "错.txt", "--format", "json", *more)[1])["files"][0]["findings"]
        }

    assert codes("--only", "FG203") == {"FG203"}
    assert codes("--only", "FG2，ST") >= {"FG203"}
    assert "FG203" not in codes("--skip", "FG")


def test_english_titles_messages_and_headings(jixiao):
    out = jixiao("audit", "错.txt", "--lang", "en", "--only", "FG203")[1]
    assert "Stated share differs from the amounts" in out
    assert "533.7万元 is 63.07% of 846.2万元, stated as 66.07%" in out
    assert jixiao("audit", "--lang", "en", "--help")[1].startswith("Usage: jixiao audit")
    assert "退出码" in jixiao("audit", "--help")[1]


def test_no_colour_without_a_terminal(jixiao):
    assert "\x1b" not in jixiao("audit", "错.txt")[1]


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_the_bar_is_only_for_a_person_with_several_files(monkeypatch):
    for paths, quiet, shown in ((["a"], False, False), (["a", "b"], True, False), (["a", "b"], False, True)):
        monkeypatch.setattr(sys, "stderr", Terminal())
        assert list(each(paths, quiet=quiet)) == paths
        assert bool(sys.stderr.getvalue()) is shown
        if shown:
            assert sys.stderr.getvalue().endswith("\r\x1b[2K")


def test_pages_of_several_reports_go_into_a_folder(jixiao, folder):
    code, out, err = jixiao("audit", "错.txt", "对.txt", "空.txt", "-o", "结果/")
    assert (code, out) == (3, "")
    assert "空.txt" in err
    names = sorted(path.name for path in (folder / "结果").iterdir())
    assert names == ["001-错.html", "002-对.html", "003-空.html", "index.html"]
    assert 'href="001-错.html"' in (folder / "结果" / "index.html").read_text(encoding="utf-8")
    assert jixiao("audit", "错.txt", "-o", "结果", "--lang", "en")[0] == 1
    assert "all reports" in (folder / "结果" / "001-错.html").read_text(encoding="utf-8")


def test_only_pages_go_into_a_folder_and_never_over_a_report(jixiao, folder):
    code, _, err = jixiao("audit", "错.txt", "-o", "结果/", "--format", "csv")
    assert code == 2
    assert "文件夹" in err
    assert not (folder / "结果").exists()
    (folder / "结果").mkdir()
    (folder / "结果" / "001-index.html").write_text("<p>支出合计846.2万元。</p>", encoding="utf-8")
    (folder / "结果" / "index.html").write_text("<p>支出合计846.2万元。</p>", encoding="utf-8")
    assert jixiao("audit", "结果/index.html", "-o", "结果/")[0] == 2
    assert "846.2" in (folder / "结果" / "index.html").read_text(encoding="utf-8")
    assert jixiao("audit", "错.txt", "-o", "没有/结果/")[0] == 2
    assert jixiao("audit", "错.txt", "-o", "对.txt/")[0] == 2


def test_the_last_line_counts_what_could_not_be_read(jixiao):
    out = jixiao("audit", "错.txt", "空.txt", "没有.txt", "--only", "FG203")[1]
    assert out.splitlines()[-1] == "共 3 份报告  错误 1  预警 0  提示 0  未能读取 2"
    assert "未能读取" not in jixiao("audit", "错.txt", "对.txt")[1]
