"""Runs rules over one understood report, one by one, and gathers what they come to."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from jixiao.law import Law
from jixiao.model.audit import Unchecked
from jixiao.model.finding import Finding, NotChecked, Outcome, Rule
from jixiao.model.manuscript import EDITIONS
from jixiao.model.proof import Proof
from jixiao.model.report import Report
from jixiao.model.score import Scores

_log = logging.getLogger(__name__)
BROKEN = NotChecked(
    "本规则运行时出错（本工具的缺陷，不是报告的问题）",
    "the rule failed to run (a defect of this tool, not of the report)",
)
_HANDED_IN = NotChecked(
    "文件属性写明是报送版，按要求保留个人信息；公开请用公开版",
    "the file says that it is the edition for the bureau, which keeps personal data; publish the public edition",
)
_BLANK = NotChecked("空白表样，没有可核对的内容", "an empty form: nothing to check")


Outcomes = Mapping[str, tuple[Outcome, ...]]  # by the code of each rule that was run or could not be run


def outcomes(
    rule: Rule, report: Report, law: Law, scores: Scores, *, proofs: Sequence[Proof] = (), strict: bool = False
) -> tuple[Outcome, ...]:
    """What one rule comes to; nothing where it did not hold in the year of the report.

    A rule that raises is not checked and logged; with ``strict`` (tests) the exception goes on.
    """
    if report.year is not None and not (rule.since <= report.year <= (rule.until or report.year)):
        return ()
    if report.blank_form and rule.family in ("figures", "scores", "indicators"):
        return (_BLANK,)
    if rule.family == "publication" and report.document.properties.get("category") == EDITIONS["full"]:
        return (_HANDED_IN,)
    at_hand = {"report": report, "law": law, "scores": scores, "proofs": proofs}
    found: list[Outcome] = []
    try:
        for outcome in rule.check(**{name: at_hand[name] for name in rule.needs}):
            if isinstance(outcome, Finding):
                found.append(replace(outcome, code=rule.code, severity=outcome.severity or rule.severity))
            else:
                found.append(outcome)
    except Exception:
        if strict:
            raise
        _log.exception("rule %s failed on %s", rule.code, report.document.path)
        found.append(BROKEN)
    return tuple(found)


def gathered(found: Outcomes, rules: Iterable[Rule]) -> tuple[tuple[Finding, ...], tuple[Unchecked, ...]]:
    """The outcomes of rules as one: findings in reading order, and in order of the rules what could not be checked."""
    findings: list[Finding] = []
    unchecked: list[Unchecked] = []
    for rule in rules:
        for outcome in found.get(rule.code, ()):
            if isinstance(outcome, Finding):
                findings.append(outcome)
            else:
                unchecked.append(Unchecked(rule.code, outcome))
    findings.sort(key=lambda f: (f.places[0].order if f.places else (0, 0, 0, 0), f.code))
    return tuple(findings), tuple(unchecked)
