import pytest

import jixiao
from jixiao import pipeline
from jixiao.law import LawError

TEXT = "2023年度某某局部门整体支出绩效自评报告\n全年支出合计846.2万元，项目支出533.7万元，占总支出的66.07%。\n"


def test_an_audit_says_by_what_it_was_made(tmp_path):
    path = tmp_path / "报告.txt"
    path.write_text(TEXT, encoding="utf-8")
    audit = jixiao.audit(path, strict=True)
    assert audit.report.document.path == str(path)
    assert audit.scores.pack in (audit.report.form.pack, "CN-2020")
    assert len(audit.scores.pack_hash) == 12
    assert audit.rule("FG203").title == "占比与金额不符"
    assert str(audit.basis("FG203")) == "算术关系"
    assert [finding.expected for finding in audit.findings if finding.code == "FG203"] == ["63.07%"]
    assert audit.count("error") == sum(finding.severity == "error" for finding in audit.findings)


def test_bytes_are_audited_like_the_file(tmp_path):
    path = tmp_path / "报告.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert jixiao.audit_bytes(TEXT.encode(), str(path)).findings == jixiao.audit(path).findings


def test_what_cannot_be_read_has_no_findings_but_notes():
    audit = jixiao.audit_bytes(b"PK\x03\x04word/" * 9, "报告.docx")
    assert audit.findings == ()
    assert audit.scores.sheets == ()
    assert any(note.fatal for note in audit.report.document.unread)
    assert pipeline.score(audit.report).sheets == ()


def test_the_steps_give_what_the_whole_gives():
    document = pipeline.audit_document(jixiao.audit_bytes(TEXT.encode(), "a.txt").report.document)
    report = jixiao.understand(document.report.document)
    assert jixiao.recompute(report) == document.scores


def test_another_pack_is_one_word_away():
    report = jixiao.audit_bytes(TEXT.encode(), "a.txt").report
    assert jixiao.recompute(report, "CN-2021").pack == "CN-2021"
    assert jixiao.audit_bytes(TEXT.encode(), "a.txt", pack="CN-2021").scores.pack == "CN-2021"
    with pytest.raises(LawError, match="CN-1999"):
        jixiao.recompute(report, "CN-1999")


def test_the_front_offers_what_it_names():
    for name in jixiao.__all__:
        assert getattr(jixiao, name)
    with pytest.raises(AttributeError):
        _ = jixiao.nothing
