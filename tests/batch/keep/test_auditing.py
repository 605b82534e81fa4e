"""Kept outcomes: what changed is run again, that and nothing else, and the result is as if everything had been."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from jixiao import law as laws
from jixiao import pipeline
from jixiao.batch.auditing import _json
from jixiao.batch.canonical import canonical
from jixiao.batch.job import Job
from jixiao.batch.keep import Store, audited, auditing, made, sources
from jixiao.model.document import Unread
from jixiao.rules.registry import catalogue
from tests.batch.keep.conftest import forget

DIGEST = "5e" * 32
SCORED = {code for code, rule in catalogue().items() if "scores" in rule.needs}
RULES = set(catalogue())


def unread():
    raise AssertionError("the file was read")


def line(audit) -> bytes:
    return canonical(_json(audit, Job()))


class Bureau:
    """A store with the sample in it, and which rules run and whether it is scored when it is audited again."""

    def __init__(self, folder, document, monkeypatch):
        self.folder, self.document = str(folder / "kept"), document
        self.ran: set[str] = set()
        self.scored = 0
        run, score = auditing.outcomes, auditing.score.score

        def outcomes(rule, *others):
            self.ran.add(rule.code)
            return run(rule, *others)

        def scored(*others):
            self.scored += 1
            return score(*others)

        monkeypatch.setattr(auditing, "outcomes", outcomes)
        monkeypatch.setattr(auditing.score, "score", scored)
        self.audit(read=lambda: document)

    def audit(self, read=unread, **options):
        forget()
        self.ran, self.scored = set(), 0
        with Store(self.folder) as store:
            found = audited(self.folder, DIGEST, "report.docx", read, **options)
            store.add(found.new, DIGEST)
        return found


@pytest.fixture
def bureau(tmp_path, sample, monkeypatch, change):
    return Bureau(tmp_path, sample, monkeypatch)


def test_the_first_audit_is_that_of_the_file_and_the_second_reads_nothing(bureau, sample):
    plain = line(pipeline.audit_document(replace(sample, path="report.docx")))
    again = bureau.audit()
    assert again.known
    assert again.new == b""
    assert bureau.ran == set()
    assert bureau.scored == 0
    assert line(again.audit) == plain


@pytest.mark.parametrize(
    ("path", "rerun"),
    [
        ("rules/figures/share_mismatch.py", {"FG203"}),
        ("rules/figures/_spans.py", {"FG201", "FG203", "FG204"}),
        ("rules/scores/score_sum_differs.py", {"SC101"}),
    ],
)
def test_a_changed_rule_is_run_again_and_no_other(bureau, change, path, rerun):
    users = {
        code
        for code, rule in catalogue().items()
        if f"jixiao.{path[:-3].replace('/', '.')}" in sources.closure([rule.check.__module__])
    }
    before = line(bureau.audit().audit)
    change(path)
    again = bureau.audit()
    assert bureau.ran == users
    assert len(users) == 1 or "_" in path
    assert line(again.audit) == before
    assert again.new
    bureau.audit()
    assert bureau.ran == set()


def test_a_changed_word_list_concerns_the_rules_that_name_it(bureau, change):
    change("rules/data/slips.yaml")
    bureau.audit()
    assert {catalogue()[code].name for code in bureau.ran} == {"pen_slip"}


def test_a_changed_way_of_scoring_concerns_whoever_looks_at_scores(bureau, change):
    change("score/execution.py")
    bureau.audit()
    assert bureau.scored == 1
    assert bureau.ran >= SCORED
    assert {code for code in bureau.ran - SCORED if catalogue()[code].family != "scores"} == set()


def test_all_rules_are_run_where_their_runner_changed(bureau, change):
    change("rules/run.py")
    again = bureau.audit()
    assert bureau.ran == RULES
    assert again.known


@pytest.mark.parametrize("path", ["extract/funds.py", "forms/concepts.yaml"])
def test_a_report_is_understood_anew_from_its_document_where_extraction_changed(bureau, change, path):
    before = line(bureau.audit().audit)
    change(path)
    again = bureau.audit()
    assert again.known
    assert bureau.ran == RULES
    assert line(again.audit) == before
    bureau.audit()
    assert bureau.ran == set()


@pytest.mark.parametrize(
    "path", ["readers/docx/grid.py", "readers/common/zipped.py", "model/document.py", "batch/keep/kinds.py"]
)
def test_a_file_is_read_again_where_its_reader_or_a_noun_changed(bureau, change, sample, path):
    change(path)
    with pytest.raises(AssertionError, match="was read"):
        bureau.audit()
    assert not bureau.audit(read=lambda: sample).known
    assert bureau.audit().known


def test_another_reader_is_no_concern_of_a_word_file(bureau, change):
    change("readers/pdf/file.py")
    assert bureau.audit().known
    assert bureau.ran == set()


def changed_law(monkeypatch, name, value):
    load = laws.load

    def other(pack=laws.DEFAULT):
        law = load(pack)
        numbers = {**law.numbers}
        numbers[name] = replace(numbers[name], value=value)
        return replace(law, numbers=numbers, pack_hash="changed")

    monkeypatch.setattr(laws, "load", other)


def test_a_changed_number_of_the_law_concerns_those_who_read_it(bureau, monkeypatch, sample):
    changed_law(monkeypatch, "over.explain", Decimal(101))
    again = bureau.audit()
    names = {catalogue()[code].name for code in bureau.ran}
    assert "over_target" in names
    assert names <= {"over_target", "deviation_unexplained"}  # nobody else has it in the code
    assert line(again.audit) == line(pipeline.audit_document(replace(sample, path="report.docx")))


def test_a_number_that_the_scoring_reads_concerns_whoever_looks_at_scores(bureau, monkeypatch, sample):
    changed_law(monkeypatch, "weight.total", Decimal(99))
    again = bureau.audit()
    assert bureau.scored == 1
    assert bureau.ran >= SCORED
    assert bureau.ran != RULES
    assert line(again.audit) == line(pipeline.audit_document(replace(sample, path="report.docx")))


def test_options_are_kept_apart(bureau, sample):
    assert bureau.audit(pack="CN-2021-LINEAR").known
    assert bureau.ran == RULES
    other = bureau.audit(pack="CN-2021-LINEAR")
    assert bureau.ran == set()
    assert other.audit.scores.pack == "CN-2021-LINEAR"
    assert bureau.audit(form="cn/department").known  # of the same document
    assert bureau.ran == RULES


def test_a_rule_that_broke_is_run_again_from_the_file(bureau, monkeypatch, sample):
    rule = catalogue()["FG203"]

    def broken(**_):
        raise ZeroDivisionError

    monkeypatch.setitem(catalogue(), "FG203", replace(rule, check=broken))
    pipeline.rules_at.cache_clear()
    found = audited(bureau.folder, "77" * 32, "report.docx", lambda: sample)
    with Store(bureau.folder) as store:
        store.add(found.new, "77" * 32)
    monkeypatch.setitem(catalogue(), "FG203", rule)
    pipeline.rules_at.cache_clear()
    forget()
    bureau.ran = set()
    again = audited(bureau.folder, "77" * 32, "report.docx", unread)
    assert again.known
    assert bureau.ran == {"FG203"}
    assert all(one.code != "FG203" for one in again.audit.not_checked)


def test_nothing_is_kept_of_what_cannot_be_read(bureau):
    document = replace(bureau.document, blocks=(), unread=(Unread("empty", "空", "empty", fatal=True),))
    found = audited(bureau.folder, "00" * 32, "report.docx", lambda: document)
    assert found.new == b""
    assert not found.known


def test_states_are_the_same_for_the_same_program(change):
    first = made.state().id
    forget()
    assert made.state().id == first
