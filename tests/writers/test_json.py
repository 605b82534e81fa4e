import json
from importlib.resources import files

import jsonschema

from jixiao.writers import write
from jixiao.writers.view import Look

SCHEMA = json.loads(files("jixiao.writers").joinpath("schema/audit-1.schema.json").read_text(encoding="utf-8"))


def test_the_json_is_as_the_schema_says(audit, unreadable):
    for lang in ("zh", "en"):
        data = json.loads("".join(write([audit, unreadable], "json", Look(lang))))
        jsonschema.validate(data, SCHEMA, cls=jsonschema.Draft202012Validator)


def test_the_same_audit_gives_the_same_bytes(audit):
    assert "".join(write([audit], "json")) == "".join(write([audit], "json"))


def test_a_finding_carries_everything(audit):
    data = json.loads("".join(write([audit], "json")))["files"][0]
    assert (data["stated_score"], data["computed_score"], data["grade"]) == (9.4, 10, "优")
    assert data["not_checked"] == [{"rule": "FG203", "reason": "没有基础数据表"}]
    finding = data["findings"][1]
    assert finding["places"][0]["quote"] == finding["fix"]["place"]["quote"] == "66.07%"
    assert finding["places"][0]["line"] == 4
    assert finding["fix"]["text"] == "63.07%"
    assert finding["message"] == "533.7万元占846.2万元应为63.07%，写成了66.07%"
    assert data["findings"][2]["basis"]["article"].startswith("第十六条")
    assert data["findings"][2]["basis"]["verified"] is False


def test_an_unreadable_file_has_null_scores_and_its_note(unreadable):
    data = json.loads("".join(write([unreadable], "json")))["files"][0]
    assert data["stated_score"] is data["computed_score"] is data["grade"] is data["unit"] is data["year"] is None
    assert data["unread"] == [{"code": "encrypted", "message": "文件有密码，没有读取", "fatal": True}]


def test_json_lines_are_one_file_a_line(audit, unreadable):
    lines = "".join(write([audit, unreadable], "jsonl")).splitlines()
    assert [json.loads(line)["path"] for line in lines] == ["报告.txt", "密.docx"]
    assert all(json.loads(line)["schema"] == "jixiao.audit/1" for line in lines)
