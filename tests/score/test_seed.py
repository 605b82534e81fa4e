"""The real report of the set-up: what must be found of its scores and indicators, where, and what must stay silent."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from jixiao.pipeline import audit

SEED = Path(__file__).parents[3] / "shared" / "seeds" / "000_75bbe1a0b3472874.txt"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the seed report is not beside the repository")
FOUND = [  # id of expected.md, rule, line, what its message or values must hold
    ("S03", "SC136", 268, "198.3%"), ("S04", "SC136", 278, "180%"), ("S04", "IX106", 278, "9千件"), ("S05", "SC136", 812, "198.3%"),
    ("S06", "SC123", 350, "10"), ("S07", "SC112", 473, "100"), ("S07", "SC112", 1026, "100"), ("S08", "SC138", 351, "预算减少"),
    ("S19", "IX101", 632, "定性"), ("S22", "SC151", 1026, "99.4"),
]  # fmt: skip
SILENT = [286, 287, 288, 567, 568, 569, 597, 598, 599, 715, 820, 821, 822, 830, 831, 832, 955, *range(1005, 1011)]


@pytest.fixture(scope="module")
def seed():
    return audit(SEED, strict=True)


def test_the_recomputed_score_is_100(seed):
    sheet = seed.scores.department
    assert (sheet.stated, sheet.computed, sheet.grade) == (Decimal("99.4"), 100, "优")
    assert [one.computed for one in seed.scores.sheets] == [100, 100, 100]


@pytest.mark.parametrize(("name", "code", "line", "words"), FOUND, ids=[f"{i}-{c}-{n}" for i, c, n, _ in FOUND])
def test_faults_are_found_at_their_places(seed, name, code, line, words):
    rules = {rule.code: rule for rule in seed.rules}
    here = [f for f in seed.findings if f.code == code and f.places[0].line == line]
    assert here, name
    assert any(words in f"{rules[f.code].message(f)} {f.expected} {f.found}" for f in here)


def test_traps_stay_silent(seed):
    loud = [(f.code, f.places[0].line) for f in seed.findings if f.severity != "info" and f.code[:2] in ("SC", "IX")]
    assert [one for one in loud if one[1] in SILENT] == []
