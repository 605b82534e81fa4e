import csv
import hashlib
import io

import pytest

from jixiao.model.masked import Masked
from jixiao.writers.report import EDITIONS, FORMATS, MANIFEST, MASKED, NotWritten
from jixiao.writers.report.package import Making, chosen


def making(junshan, *formats):
    return Making(junshan, ("HN-YUEYANG", "abc"), formats, lambda _path: None)


def test_everything_is_written_where_nothing_is_named():
    assert chosen((), ()) == (tuple(FORMATS), tuple(EDITIONS))
    assert chosen(("pdf", "docx", "pdf"), ("public",)) == (("docx", "pdf"), ("public",))


def test_each_file_has_a_chinese_name_of_its_own():
    assert [kind.file for kind in FORMATS.values()] == [
        "自评报告.docx", "自评表.xlsx", "自评报告.pdf", "自评报告.html", "自评数据.json", "一体化导出.xlsx",
    ]  # fmt: skip


def test_the_manifest_comes_last_and_names_every_file_with_its_hash(junshan, report):
    job = making(junshan, "json", "exchange")
    job.edition(report)
    made = job.done(report, ())
    paths = [path for path, _ in made.files]
    assert paths == ["报送版/自评数据.json", "报送版/一体化导出.xlsx", MASKED, MANIFEST]
    text = made.files[-1][1].decode()
    for path, data in made.files[:-1]:
        assert f"{hashlib.sha256(data).hexdigest()}  {path}\n" in text
    assert "规则包 HN-YUEYANG（abc）" in text
    assert f"共 {len(report.figures)} 个数字" in text
    assert all(line.startswith("#") or line[64:66] == "  " for line in text.splitlines())


def test_what_cannot_be_made_is_left_out_and_said(junshan, report, monkeypatch):
    def refuse(_manuscript):
        raise NotWritten("没有字体", "no fonts")

    monkeypatch.setattr("jixiao.writers.report.json.write", refuse)
    job = making(junshan, "json", "xlsx")
    job.edition(report)
    made = job.done(report, None)
    assert [(path, error.message) for path, error in made.left_out] == [("报送版/自评数据.json", "没有字体")]
    assert [path for path, _ in made.files] == ["报送版/自评表.xlsx", MANIFEST]
    assert "# 未生成 报送版/自评数据.json：没有字体" in made.files[-1][1].decode()


@pytest.mark.parametrize("start", ["=", "+", "@"])
def test_the_list_of_what_was_masked_holds_no_formula(junshan, report, start):
    made = making(junshan).done(report, (Masked(f"{start}1+1", "mobile", "139****0000"),))
    rows = list(csv.reader(io.StringIO(made.files[0][1].decode("utf-8-sig"))))
    assert rows == [["位置", "种类", "遮盖后"], [f"'{start}1+1", "手机号码", "139****0000"]]
