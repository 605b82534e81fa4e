"""The package: refused as a whole or written as a whole; nothing is ever half there."""

import hashlib
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from jixiao.cli.placing import place
from jixiao.cli.problem import Problem
from tests.house.source import ROOT

DATA = str(ROOT / "examples" / "junshan-2023" / "filing.yaml")
QUICK = ("--format", "json,exchange")


def entered():
    return yaml.safe_load(Path(DATA).read_text("utf-8"))


def filed(folder, data):
    (folder / "数据.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    return "数据.yaml"


def files(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_everything_is_written_and_it_says_what_is_where(jixiao, folder):
    code, out, err = jixiao("write", DATA, "-o", "成套/")
    assert (code, err) == (0, "")
    both = ("自评报告.docx", "自评表.xlsx", "自评报告.pdf", "自评报告.html", "自评数据.json")
    assert files(folder / "成套") == sorted(
        [f"{edition}/{name}" for edition in ("报送版", "公开版") for name in both]
        + ["报送版/一体化导出.xlsx", "遮盖清单.csv", "清单.txt"]
    )
    for word in ("报送版/", "公开版/", *both, "遮盖清单.csv", "清单.txt", "遮盖了"):
        assert word in out
    for line in (folder / "成套" / "清单.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            digest, path = line.split("  ", 1)
            assert hashlib.sha256((folder / "成套" / path).read_bytes()).hexdigest() == digest


def test_the_public_folder_names_nobody(jixiao, folder):
    jixiao("write", DATA, "-o", "成套", *QUICK)
    for path in (folder / "成套" / "公开版").iterdir():
        assert b"13900000000" not in path.read_bytes()
        assert "李示例".encode() not in path.read_bytes()
    listed = (folder / "成套" / "遮盖清单.csv").read_text("utf-8-sig")
    assert "139****0000" in listed
    assert "13900000000" not in listed


def test_only_what_is_asked_for(jixiao, folder):
    code, out, _ = jixiao(
        "write", DATA, "-o", "成套", "--format", "json，exchange", "--edition", "full", "--lang", "en"
    )
    assert code == 0
    assert files(folder / "成套") == ["报送版/一体化导出.xlsx", "报送版/自评数据.json", "清单.txt"]
    assert "Wrote into 成套" in out


def test_the_same_data_give_the_same_bytes(jixiao, folder):
    jixiao("write", DATA, "-o", "甲", "--format", "docx,xlsx,json,exchange")
    jixiao("write", DATA, "-o", "乙", "--format", "docx,xlsx,json,exchange")
    assert files(folder / "甲") == files(folder / "乙")
    assert all((folder / "甲" / one).read_bytes() == (folder / "乙" / one).read_bytes() for one in files(folder / "甲"))


def test_mistakes_are_listed_all_at_once_and_nothing_is_written(jixiao, folder):
    data = entered()
    data["figures"]["staff"] = "三十六"
    data["department"]["indicators"][0]["target"] = "{没有这个数}"
    code, out, err = jixiao("write", filed(folder, data), "-o", "成套")
    assert code == 1
    assert "2处要改" in out
    assert "三十六" in out
    assert "没有这个数" in out
    assert "--draft" in err
    assert not (folder / "成套").exists()


def test_a_draft_is_written_in_spite_of_them_and_marked(jixiao, folder):
    data = entered()
    data["department"]["indicators"][0]["target"] = "{没有这个数}"
    code, out, err = jixiao("write", filed(folder, data), "-o", "草稿", "--draft", *QUICK)
    assert code == 0
    assert "（草稿）" in out
    assert "没有这个数" in err
    assert '"draft": true' in (folder / "草稿" / "报送版" / "自评数据.json").read_text("utf-8")
    assert "草稿" in (folder / "草稿" / "清单.txt").read_text("utf-8")


def test_a_report_that_the_audit_would_find_wrong_is_refused(jixiao, folder):
    data = entered()
    data["texts"]["overview_spending"] = "全年支出合计846.2万元，其中项目支出533.7万元，占总支出的66.07%。"
    code, out, _ = jixiao("write", filed(folder, data), "-o", "成套")
    assert code == 1
    assert "FG203" in out
    assert "66.07%" in out
    assert not (folder / "成套").exists()


def test_a_value_too_long_for_the_export_leaves_only_that_file_out(jixiao, folder):
    data = entered()
    data["department"]["goals"][0]["expected"] = "完成年度任务。" * 400
    code, _, err = jixiao("write", filed(folder, data), "-o", "成套", "--draft", *QUICK)
    assert code == 1
    assert "未生成 报送版/一体化导出.xlsx" in err
    assert "最多2000个" in err
    assert "报送版/自评数据.json" in files(folder / "成套")


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("没有.yaml", "-o", "成套"), 3, "没有.yaml"),
        (("空.txt", "-o", "成套"), 3, "空"),
        (("坏.docx", "-o", "成套"), 3, "坏.docx"),
        ((DATA,), 2, "-o"),
        ((DATA, "-o", "成套", "--format", "doc"), 2, "docx"),
        ((DATA, "-o", "成套", "--edition", "secret"), 2, "public"),
        ((DATA, "-o", "没有/成套"), 2, "文件夹"),
        ((DATA, "-o", "错.txt"), 2, "错.txt"),
        ((DATA, "-o", "成套", "--fonts", "没有"), 2, "字体"),
    ],
)
def test_wrong_use_is_said_in_one_sentence(jixiao, folder, args, code, says):
    got, out, err = jixiao("write", *args)
    assert (got, out) == (code, "")
    assert says in err
    assert "Traceback" not in err
    assert not (folder / "成套").exists()


def test_data_come_from_standard_input_too(process, folder):
    done = process("write", "-", "-o", "成套", *QUICK, input=Path(DATA).read_bytes())
    assert done.returncode == 0
    assert "报送版/自评数据.json" in files(folder / "成套")


def test_the_data_file_itself_is_never_overwritten(jixiao, folder):
    jixiao("write", DATA, "-o", "成套", "--format", "json")
    target = folder / "成套" / "报送版" / "自评数据.json"
    target.write_bytes(Path(DATA).read_bytes())
    code, _, err = jixiao("write", str(target), "-o", "成套", "--format", "json")
    assert code == 2
    assert "不会覆盖" in err
    assert target.read_bytes() == Path(DATA).read_bytes()


def test_files_of_an_earlier_run_are_named(jixiao, folder):
    jixiao("write", DATA, "-o", "成套", *QUICK)
    _, _, err = jixiao("write", DATA, "-o", "成套", "--format", "json", "--edition", "full")
    assert "一体化导出.xlsx 是以前写的" in err
    assert "公开版/自评数据.json 是以前写的" in err


def test_a_place_taken_by_a_folder_stops_everything(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(Problem, match="文件夹"):
        place([("a", b"new"), ("b", b"new")], str(tmp_path))
    assert (tmp_path / "a").read_bytes() == b"old"
    assert files(tmp_path) == ["a"]


def test_what_a_killed_run_left_behind_is_swept_away_after_an_hour(tmp_path):
    for name, age in (("old", 4000), ("new", 60)):
        left = tmp_path / f".jixiao-{name}.part"
        left.mkdir()
        os.utime(left, (time.time() - age,) * 2)
    place([("a", b"1")], str(tmp_path))
    assert sorted(path.name for path in tmp_path.iterdir()) == [".jixiao-new.part", "a"]


ENDLESS = """
import sys
from jixiao.cli.placing import place
place([(f"{d}/{n}", b"A" * 300000) for d in ("x", "y") for n in range(3)], sys.argv[1])
print("ready", flush=True)
while True:
    for letter in (b"B", b"A"):
        place([(f"{d}/{n}", letter * 300000) for d in ("x", "y") for n in range(3)], sys.argv[1])
"""


def test_killed_at_any_moment_every_file_is_whole(tmp_path):
    seen = set()
    for moment in range(10):
        child = subprocess.Popen([sys.executable, "-c", ENDLESS, str(tmp_path)], stdout=subprocess.PIPE)
        child.stdout.readline()
        time.sleep(moment * 0.011)
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        for path in tmp_path.glob("[xy]/*"):
            data = path.read_bytes()
            assert len(data) == 300000
            assert len(set(data)) == 1
            seen.add(data[:1])
    assert len(list(tmp_path.glob("[xy]/*"))) == 6
    assert seen <= {b"A", b"B"}


def test_a_full_disk_leaves_the_old_files_and_says_so(process, jixiao, folder):
    jixiao("write", DATA, "-o", "成套", *QUICK)
    before = {one: (folder / "成套" / one).read_bytes() for one in files(folder / "成套")}

    def little_room():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    data = entered() | {"unit": "另一个单位"}
    done = process("write", filed(folder, data), "-o", "成套", *QUICK, preexec_fn=little_room)
    assert done.returncode == 2
    assert "磁盘已满" in done.stderr.decode()
    assert {one: (folder / "成套" / one).read_bytes() for one in files(folder / "成套")} == before
    assert not list((folder / "成套").glob(".jixiao-*"))
