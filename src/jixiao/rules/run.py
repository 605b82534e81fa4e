"""Runs the catalogue over one understood report."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace

from jixiao.law import Law
from jixiao.model.audit import Unchecked
from jixiao.model.finding import Finding, NotChecked, Rule
from jixiao.model.manuscript import EDITIONS
from jixiao.model.report import Report
from jixiao.model.score import Scores
from jixiao.rules.registry import catalogue

_log = logging.getLogger(__name__)
_BROKEN = NotChecked(
    "本规则运行时出错（本工具的缺陷，不是报告的问题）",
    "the rule failed to run (a defect of this tool, not of the report)",
)
_HANDED_IN = NotChecked(
    "文件属性写明是报送版，按要求保留个人信息；公开请用公开版",
    "the file says that it is the edition for the bureau, which keeps personal data; publish the public edition",
)
_BLANK = NotChecked("空白表样，没有可核对的内容", "an empty form: nothing to check")


def run(
    report: Report, law: Law, scores: Scores, rules: Iterable[Rule] | None = None, *, strict: bool = False
) -> tuple[tuple[Finding, ...], tuple[Unchecked, ...]]:
    """Findings in reading order, and the rules that could not be run with their reasons.

    A rule that raises is listed as not checked and logged; with ``strict`` (tests) the exception goes on.
    """
    findings: list[Finding] = []
    unchecked: list[Unchecked] = []
    at_hand = {"report": report, "law": law, "scores": scores}
    for rule in rules if rules is not None else catalogue().values():
        if report.year is not None and not (rule.since <= report.year <= (rule.until or report.year)):
            continue
        if report.blank_form and rule.family in ("figures", "scores", "indicators"):
            unchecked.append(Unchecked(rule.code, _BLANK))
            continue
        if rule.family == "publication" and report.document.properties.get("category") == EDITIONS["full"]:
            unchecked.append(Unchecked(rule.code, _HANDED_IN))
            continue
        try:
            for outcome in rule.check(**{name: at_hand[name] for name in rule.needs}):
                if isinstance(outcome, NotChecked):
                    unchecked.append(Unchecked(rule.code, outcome))
                else:
                    findings.append(replace(outcome, code=rule.code, severity=outcome.severity or rule.severity))
        except Exception:
            if strict:
                raise
            _log.exception("rule %s failed on %s", rule.code, report.document.path)
            unchecked.append(Unchecked(rule.code, _BROKEN))
    findings.sort(key=lambda f: (f.places[0].order if f.places else (0, 0, 0, 0), f.code))
    return tuple(findings), tuple(unchecked)
