"""The generator: the same seed gives the same file, it knows nothing of the auditor, and its Word files are whole."""

from __future__ import annotations

import ast
import io
from pathlib import Path

import docx
import pytest

from benchmarks.generator.large import large
from benchmarks.generator.report import case, file_of
from benchmarks.generator.word import word

ROOT = Path(__file__).parents[2] / "benchmarks"
SOURCES = sorted([*(ROOT / "generator").glob("*.py"), *(ROOT / "faults").glob("*.py")])


@pytest.mark.parametrize("source", SOURCES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_shares_no_code_with_the_auditor(source: Path) -> None:
    names: set[str] = set()
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    assert not [n for n in names if n.split(".")[0].startswith("jixiao")]


@pytest.mark.parametrize("seed", range(6))
def test_same_seed_same_file(seed: int) -> None:
    assert file_of(case(seed)) == file_of(case(seed))


def test_both_kinds_and_all_formats_occur() -> None:
    reports = [case(seed) for seed in range(60)]
    assert {r.kind for r in reports} == {"self", "accounts"}
    assert {r.format for r in reports} == {"docx", "txt", "md", "html"}


def test_speed_file_has_nine_tables() -> None:
    assert len(docx.Document(io.BytesIO(word(large(1)))).tables) == 9
