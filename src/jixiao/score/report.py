"""Scores every 自评表 of a report under one pack."""

from __future__ import annotations

from jixiao.law import Law
from jixiao.model.report import Report
from jixiao.model.score import Scores
from jixiao.score.sheet import sheet


def score(report: Report, law: Law) -> Scores:
    """All sheets recomputed; an empty form gives none."""
    sheets = () if report.blank_form else tuple(sheet(appraisal, law) for appraisal in report.appraisals)
    return Scores(law.pack, law.pack_hash, sheets)
