"""The bundled sample: built from its source, every planted fault found, every trap silent, both formats alike."""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from jixiao import pipeline
from jixiao.model.audit import Audit
from jixiao.model.finding import Finding
from jixiao.rules.registry import catalogue

SAMPLE = Path(__file__).parents[2] / "examples" / "junshan-2023"
EXPECTED = yaml.safe_load((SAMPLE / "expected.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def text_audit() -> Audit:
    return pipeline.audit(SAMPLE / "report.txt")


def _said(finding: Finding) -> str:
    rule = catalogue()[finding.code]
    words = [rule.title, rule.message(finding), finding.expected, finding.found, finding.fix and finding.fix.text]
    return " ".join(str(w) for w in [*words, *(p.quote for p in finding.places)] if w)


def _hits(finding: Finding, case: dict[str, Any]) -> bool:
    near = any(
        p.line is not None and p.line <= high + 1 and (p.end_line or p.line) >= low - 1
        for p in finding.places
        for low, high in case["lines"]
    )
    return near and re.search(case["match"], _said(finding)) is not None


@pytest.mark.parametrize("case", EXPECTED["faults"], ids=lambda c: c["id"])
def test_fault_is_found(text_audit: Audit, case: dict[str, Any]) -> None:
    assert any(_hits(f, case) for f in text_audit.findings), case["stands"]


@pytest.mark.parametrize("case", EXPECTED["traps"], ids=lambda c: c["id"])
def test_trap_stays_silent(text_audit: Audit, case: dict[str, Any]) -> None:
    loud = [f for f in text_audit.findings if f.severity in ("error", "warning") and _hits(f, case)]
    assert not loud, [_said(f) for f in loud]


def test_word_file_gives_the_same_findings(text_audit: Audit) -> None:
    """All but the left-over bookmark, which shows in the text and is hidden in Word."""

    def essence(audit: Audit) -> Counter[tuple[str, str, str | None]]:
        seen = [(f, "".join(f.places[0].quote.split()) if f.places else "") for f in audit.findings]
        return Counter((f.code, quote, f.expected) for f, quote in seen if not quote.startswith("[bookmark"))

    word, text = essence(pipeline.audit(SAMPLE / "report.docx")), essence(text_audit)
    assert word == text


def test_files_are_built_from_the_source() -> None:
    spec = importlib.util.spec_from_file_location("build", SAMPLE / "build.py")
    assert spec is not None
    assert spec.loader is not None
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    for name, data in build.built().items():
        assert (SAMPLE / name).read_bytes() == data, f"{name}: run examples/junshan-2023/build.py"


def test_readme_lists_every_case() -> None:
    readme = (SAMPLE / "README.md").read_text(encoding="utf-8")
    assert all(f"| {case['id']} |" in readme for case in EXPECTED["faults"] + EXPECTED["traps"])
