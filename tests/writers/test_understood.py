import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

import jixiao
from jixiao.law import load
from jixiao.writers.traces import scores_json, traced
from jixiao.writers.understood import understood
from jixiao.writers.understood_json import report_json
from jixiao.writers.view import Look
from jixiao.writers.width import columns

GOLDEN = Path(__file__).parent / "golden"
SAMPLE = Path(__file__).parents[2] / "examples" / "junshan-2023" / "report.docx"


def schema(name):
    return json.loads(files("jixiao.writers").joinpath(f"schema/{name}-1.schema.json").read_text(encoding="utf-8"))


def test_the_understood_report_is_shown_exactly_so(audit):
    assert "\n".join(understood(audit.report, Look())) + "\n" == (GOLDEN / "show-80.txt").read_text(encoding="utf-8")


def test_every_point_is_shown_with_its_calculation(audit):
    lines = "\n".join(traced(audit.report, audit.scores, audit.citations, Look())) + "\n"
    assert lines == (GOLDEN / "score-80.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_sample_is_shown_within_the_screen_and_as_the_schemas_say(lang):
    report = jixiao.understand(jixiao.read(SAMPLE))
    scores = jixiao.recompute(report)
    look = Look(lang, columns=100)
    citations = load(scores.pack).citations
    lines = [*understood(report, look), *traced(report, scores, citations, look)]
    assert max(map(columns, lines)) <= 100
    jsonschema.validate({"schema": "jixiao.report/1", **report_json(report, lang)}, schema("report"))
    jsonschema.validate({"schema": "jixiao.score/1", **scores_json(report, scores, citations)}, schema("score"))
    assert len(report_json(report)["facts"]) == len(report.facts)
