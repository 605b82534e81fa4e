"""Every example of every rule's Markdown twin, and that each rule has one."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from jixiao.rules.registry import FAMILIES, catalogue
from tests.rules import twins

RULES = Path(str(files("jixiao.rules")))
TWINS = [twins.read(path) for path in twins.paths()]
EXAMPLES = [pytest.param(example, id=example.name) for twin in TWINS for example in twin.examples]


def rule_files() -> list[Path]:
    return sorted(p for family in FAMILIES for p in (RULES / family).glob("*.py") if not p.name.startswith("_"))


def listed(lines: list[str]) -> str:
    return "\n".join(f"    {one}" for one in lines) or "    （无）"


@pytest.mark.parametrize("example", EXAMPLES)
def test_example_gives_exactly_what_its_page_says(example, audit_text):
    findings = audit_text(example.text, example.records).findings
    mine = [f for f in findings if f.code == example.code]
    rules = catalogue()
    for found in mine:  # a message that lacks one of its values raises here
        assert all(rules[found.code].message(found, lang) for lang in ("zh", "en"))
    left = list(mine)
    missing = []
    for wanted in example.expected:
        hit = next((f for f in left if wanted.fits(f)), None)
        if hit is None:
            missing.append(f"{wanted.code} {wanted.severity} 「{wanted.quote}」 → {wanted.expected or '…'}")
        else:
            left.remove(hit)
    if missing or left:
        pytest.fail(
            f"{example.name}\n  expected but not found:\n{listed(missing)}"
            f"\n  found but not expected:\n{listed([twins.line(f) for f in left])}"
            f"\n  all that this rule found:\n{listed([twins.line(f) for f in mine])}"
            f"\n  text:\n{listed(example.text.splitlines())}",
            pytrace=False,
        )
    if not example.expected:
        errors = [f for f in findings if f.severity == "error"]
        if errors:
            lines = [f"{twins.line(f)}  {rules[f.code].message(f)}" for f in errors]
            pytest.fail(
                f"{example.name}\n  a good example, but another rule raises an error:\n{listed(lines)}", pytrace=False
            )


@pytest.mark.parametrize("path", rule_files(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_rule_has_its_twin(path):
    twin = twins.HERE / path.parent.name / f"{path.stem}.md"
    assert twin.exists(), f"{twin.relative_to(twins.HERE.parent)} is missing: every rule has its Markdown page"
    page = twins.read(twin)
    by_name = {(rule.family, rule.name): rule for rule in catalogue().values()}
    rule = by_name[path.parent.name, path.stem]
    assert (page.code, page.title) == (rule.code, rule.title)


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: twin.name)
def test_twin_belongs_to_a_rule_and_shows_both_sides(twin):
    assert (RULES / twin.path.parent.name / f"{twin.path.stem}.py").exists(), f"{twin.name}: no rule of this name"
    assert any(example.expected for example in twin.examples), f"{twin.name}: no bad example"
    assert any(not example.expected for example in twin.examples), f"{twin.name}: no good example"
