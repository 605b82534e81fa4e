"""A result is a line of JSON that depends on nothing but the report."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest

from jixiao import pipeline
from jixiao.batch.auditing import audit_item
from jixiao.batch.item import Item
from jixiao.batch.job import Job, made_by
from jixiao.batch.result import Result
from jixiao.model.document import Unread
from tests.batch.conftest import item, report


def test_a_line_is_read_back_and_written_again(tmp_path):
    result = audit_item(item(report(tmp_path, "甲局.txt")), Job())
    line = result.line()
    assert line.endswith(b"}\n")
    assert line.count(b"\n") == 1
    assert Result.of_line(line) == result
    assert Result.of_line(line).line() == line


def test_the_name_is_shown_and_the_path_is_not(tmp_path):
    path = report(tmp_path, "甲局.txt")
    result = audit_item(Item("全县/甲局.txt", (("甲局.txt", str(path)),)), Job())
    assert (result.name, result.audit["path"], result.files[0][0]) == ("全县/甲局.txt", "全县/甲局.txt", "甲局.txt")
    assert str(tmp_path).encode() not in result.line()


def test_a_finding_tells_where_it_is_and_has_a_fingerprint(tmp_path):
    found = audit_item(item(report(tmp_path, "甲局.txt")), Job(only=("FG203",))).audit["findings"]
    assert [(one["code"], one["where"], one["chapter"]) for one in found] == [("FG203", "第4行", "一、支出情况")]
    moved = tmp_path / "长.txt"
    moved.write_text((tmp_path / "甲局.txt").read_text("utf-8").replace("一、", "前言。\n\n一、"), encoding="utf-8")
    later = audit_item(item(moved), Job(only=("FG203",))).audit["findings"]
    assert later[0]["where"] != found[0]["where"]
    assert later[0]["fingerprint"] == found[0]["fingerprint"]


def test_personal_data_is_covered(tmp_path):
    path = tmp_path / "甲局.txt"
    path.write_text("经办人：张测样 13500001234。支出合计846.2万元，项目支出533.7万元，占66.07%。", encoding="utf-8")
    assert b"13500001234" not in audit_item(item(path), Job()).line()


def test_what_is_not_there_is_refused_with_its_reason(tmp_path):
    gone = audit_item(item(tmp_path / "没有.txt"), Job())
    assert (gone.verdict, gone.reason) == ("refused", "missing")
    locked = Item("锁.zip/甲.docx", (), unread=Unread("locked", "压缩包有密码。", "locked.", fatal=True))
    assert (audit_item(locked, Job()).verdict, audit_item(locked, Job()).reason) == ("refused", "locked")


def test_several_files_are_one_report(tmp_path):
    body, table = report(tmp_path, "正文.txt", share="63.07"), report(tmp_path, "附表.txt", share="66.07")
    result = audit_item(Item("甲局", (("正文.txt", str(body)), ("附表.txt", str(table)))), Job(only=("FG203",)))
    assert [name for name, _ in result.files] == ["正文.txt", "附表.txt"]
    assert [one["code"] for one in result.audit["findings"]] == ["FG203"]


def test_a_defect_of_ours_is_one_result(tmp_path, monkeypatch):
    real = pipeline.understand

    def broken(document, form=None):
        if document.readable:
            raise ZeroDivisionError
        return real(document, form)

    monkeypatch.setattr(pipeline, "understand", broken)
    result = audit_item(item(report(tmp_path, "甲局.txt")), Job())
    assert (result.verdict, result.reason) == ("internal", "ZeroDivisionError")
    assert result.audit["unread"][0]["code"] == "internal"


@pytest.mark.parametrize("line", [b"", b"{}\n", b"[]\n", b"null\n", b'{"schema":"other/1"}\n', b"\xff\n"])
def test_another_line_is_no_result(line):
    with pytest.raises(ValueError):
        Result.of_line(line)


def test_a_job_has_another_digest_where_results_may_differ():
    assert Job().digest == Job(keep="/anywhere").digest
    others = (
        Job(pack="CN-2020"),
        Job(form="cn/department"),
        Job(only=("FG",)),
        Job(skip=("FG",)),
        Job(lang="en"),
        Job(pictures=False),
    )
    assert len({Job().digest, *(job.digest for job in others)}) == len(others) + 1
    assert len(made_by()) == 64


def test_a_line_is_as_its_schema_says_and_holds_an_audit_as_single_files_have_it(tmp_path):
    schema = json.loads(files("jixiao.batch").joinpath("schema/result-1.schema.json").read_text("utf-8"))
    single = json.loads(files("jixiao.writers").joinpath("schema/audit-1.schema.json").read_text("utf-8"))
    for path in (report(tmp_path, "甲局.txt"), tmp_path / "没有.txt"):
        line = json.loads(audit_item(item(path), Job()).line())
        jsonschema.validate(line, schema)
        audit = {key: value for key, value in line["audit"].items() if key not in ("format", "pack_hash")}
        for one in (*audit["findings"], *audit["unclear"]):
            for extra in ("where", "chapter", "fingerprint"):
                one.pop(extra, None)
        jsonschema.validate({"schema": "jixiao.audit/1", "files": [audit]}, single)


def test_a_line_is_canonical(tmp_path):
    line = audit_item(item(report(tmp_path, "甲局.txt")), Job()).line()
    data = json.loads(line)
    assert list(data) == sorted(data)
    assert "甲局".encode() in line
