"""Every benchmark runs on a tiny setting and prints its table. No figure is asserted here: benchmarks are no timed tests."""

from __future__ import annotations

import io

import docx
import pytest

from benchmarks import accuracy, audit_speed, seed_check, sentences, write_speed
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
