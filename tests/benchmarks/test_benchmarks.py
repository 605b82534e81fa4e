"""Every benchmark runs on a tiny setting and prints its table. No figure is asserted here: benchmarks are no timed tests."""

from __future__ import annotations

import io

import docx
import pytest

from benchmarks import accuracy, audit_speed, batch_speed, costs, reaudit, rivals, seed_check, sentences, write_speed
from benchmarks.faults import KINDS
from jixiao import pipeline


def test_at_least_forty_kinds() -> None:
    assert len(KINDS) >= 40


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_has_its_place_in_some_report(name: str) -> None:
    assert any(accuracy.plant(seed, KINDS[name]) for seed in range(40))


def test_accuracy_runs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["accuracy", "--reports", "4", "--kinds", "growth", "mobile"])
    accuracy.main()
    assert "mobile number" in capsys.readouterr().out


def test_speed_runs() -> None:
    lines = audit_speed.report(rounds=1, sizes=[1])
    assert any("full audit" in line for line in lines)


def test_writing_runs() -> None:
    lines = list(write_speed.report(rounds=1, batch=0, count=2))
    assert any("docxtpl ÷ docx" in line for line in lines)
    assert any("MiB held" in line for line in lines)


def test_the_template_says_the_same_words_as_our_word_file() -> None:
    filing = pipeline.read_filing(write_speed.SAMPLE).filing
    report = pipeline.compose(filing)
    filled = docx.Document(io.BytesIO(write_speed.rendered(write_speed.template(report), report)))
    texts = list(write_speed.context(report).values())
    assert [p.text for p in filled.paragraphs] == [line.text for line in report.lines]
    assert len(filled.tables) == len(report.grids)
    assert {c.text for table in filled.tables for row in table.rows for c in row.cells} <= set(texts)


def test_sentences_run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["sentences"])
    sentences.main()
    printed = capsys.readouterr().out
    assert "as they should be" in printed or "not checked" in printed


def test_seed_check_runs(capsys: pytest.CaptureFixture[str]) -> None:
    seed_check.main()
    printed = capsys.readouterr().out
    assert "traps fired" in printed or "not checked" in printed


def test_the_costs_of_kinds_of_files_run():
    found = costs.cost(audit_speed.SAMPLE, rounds=1)
    assert (found.kind, found.verdict) == ("docx", "read")
    assert found.seconds > 0
    assert found.memory > 10


def test_what_else_could_see_is_told_by_words_and_rows():
    known = pipeline.audit(audit_speed.SAMPLE)
    whole = "\n".join(
        " ".join(c.text.replace("\n", "") for c in row if c)
        for table in known.report.document.tables
        for row in table.grid
    )
    everything = whole + "\n" + "\n".join(p.text for p in known.report.document.paragraphs)
    assert rivals.visible("", known) == 0
    assert rivals.visible(everything, known) > rivals.visible(whole, known) > 0


def test_auditing_again_runs():
    lines = list(reaudit.report(count=4, rounds=1))
    assert any("one rule changed" in line for line in lines)


def test_every_file_of_a_large_batch_is_another_one(tmp_path):
    batch_speed.write(3, tmp_path)
    made = [path.read_bytes() for path in sorted(tmp_path.rglob("*.docx"))]
    assert len(set(made)) == 3
