"""Will it come back? Points that would be lost, the cheapest repairs first, and where each is made."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import given, settings

from jixiao import pipeline, preview
from jixiao.filing.result import Read
from jixiao.model.filing import Signature
from jixiao.writers.preview import write
from jixiao.writers.preview.data import preview_json
from jixiao.writers.view import Look
from tests.roundtrip.filings import YUEYANG, filings, made

PROBLEMS = (
    "1. 年初预算与实际脱节，专项支出262.5万元，原因是合同续签没有考虑。\n2. 资产领用登记不及时，原因是没有专职人员。"
)


def previewed(filing, places=None):
    return preview.of_filing(Read(filing, places=places or {}))


def filled(**changes):
    return replace(made(YUEYANG, 2023, 2, 2, 2, 7, calm=True), **changes)


@pytest.fixture(scope="module")
def handed_in(request):
    return preview.of_document(pipeline.read(request.config.rootpath / "examples/junshan-2023/report.txt"))


@pytest.fixture(scope="module")
def sample(request):
    return preview.of_filing(pipeline.read_filing(request.config.rootpath / "examples/junshan-2023/filing.yaml"))


def test_the_report_as_handed_in_gave_points_away_on_a_met_limit(handed_in):
    (loss,) = handed_in.losses
    assert (loss.item, loss.kind, loss.points, loss.due) == ("财政资金支出", "given_away", Decimal("9.4"), 10)
    repair = next(one for one in handed_in.repairs if one.of == "score")
    assert (repair.gain, repair.cost, repair.counted, repair.estimated) == (Decimal("0.6"), 1, "cells", False)
    assert "第331行" in repair.spots[0].where[0]


def test_the_corrected_sample_loses_nothing_by_itself(sample):
    assert sample.losses == ()
    assert not [one.finding.code for one in sample.asked if one.finding.severity != "info"]
    assert sample.low >= 60


def test_repairs_come_by_points_for_each_thing_to_change(handed_in, sample):
    for found in (handed_in, sample):
        worth = [repair.gain / repair.cost for repair in found.repairs]
        assert worth == sorted(worth, reverse=True)
        assert all(repair.gain > 0 and repair.spots for repair in found.repairs)


def test_a_repair_names_the_line_of_the_data_or_the_cell_of_the_workbook(sample):
    problems = next(one for one in sample.repairs if "存在的问题" in one.what[0])
    assert problems.spots[0].address == "texts.problems"
    assert problems.spots[0].where[0].startswith("第")
    filing = filled()
    workbook = pipeline.new_workbook(filing.form, filing.year, filing.unit, len(filing.projects), filing)
    found = preview.of_filing(pipeline.read_filing_bytes(workbook, "填报.xlsx"))
    cells = [spot.where[0] for repair in found.repairs for spot in repair.spots]
    assert cells
    assert all("!" in cell for cell in cells)


def test_a_result_that_fell_short_is_no_repair():
    base = filled()
    short = replace(
        base.department.indicators[0], target="≥100件", actual="80件", weight=Decimal(10), note="受疫情影响"
    )
    others = base.department.indicators[1:]
    found = previewed(replace(base, department=replace(base.department, indicators=(short, *others))))
    loss = next(one for one in found.losses if one.item == short.name)
    assert (loss.kind, loss.points, loss.lost) == ("result", 8, 2)
    assert not [one for one in found.repairs if one.of == "score"]


def test_chapters_that_only_say_nothing_are_asked_about_where_they_are_filled_in():
    found = previewed(filled(texts={}), {"texts.problems": "「各章文字」!C20"})
    spots = [spot.where[0] for one in found.asked if one.finding.code == "ST103" for spot in one.spots]
    assert "「各章文字」!C20" in spots


def test_two_problems_are_lifted_by_what_is_lacking():
    found = previewed(filled(texts={"problems": PROBLEMS}))
    mark = next(one for one in found.marks if one.id == "problems")
    assert mark.better is not None
    assert dict(mark.better.lacks) == {"items": 1}
    assert mark.better.gain == 3


def test_personal_data_of_the_signatures_is_counted_apart_and_never_repeated():
    found = previewed(filled(signoff=Signature("李示例", "13900000000", "王示例", "2024-05-30")))
    assert found.masked > 0
    assert not [one for one in found.asked if one.finding.code.startswith("PB")]
    for kind in ("text", "json", "html"):
        assert "13900000000" not in "".join(write(found, "填报.yaml", kind, Look()))


def test_a_finished_report_still_answers_for_personal_data(handed_in):
    assert any(one.finding.code == "PB101" for one in handed_in.asked)
    assert handed_in.masked == 0


def test_the_terminal_says_what_to_do_first_and_what_it_does_not_know(handed_in):
    text = "".join(write(handed_in, "报告.txt", "text", Look()))
    assert text.index("先改这些") < text.index("自评得分") < text.index("自评工作考核评分")
    assert "财政资金支出  9.4 / 10  应得10分，少填了" in text
    assert "看盖章的自评通知及附件" in text
    assert "本工具按可数的特征估计" in text


def test_every_word_has_an_english_twin(handed_in):
    text = "".join(write(handed_in, "report.txt", "text", Look("en")))
    assert "Mend these first" in text
    assert "10 are due, less was claimed" in text


def test_the_page_needs_nothing_from_outside(sample):
    page = "".join(write(sample, "<填报>.yaml", "html", Look()))
    assert "default-src 'none'" in page
    assert "&lt;填报&gt;" in page
    assert "http://" not in page.replace("http://www.w3.org", "")


@settings(max_examples=12, deadline=None)
@given(filing=filings())
def test_any_filing_has_a_preview_that_follows_the_schema(filing):
    found = previewed(filing)
    schema = json.loads(files("jixiao.writers.schema").joinpath("preview-1.schema.json").read_text("utf-8"))
    jsonschema.validate(json.loads(json.dumps(preview_json(found, "x.yaml"))), schema)
    assert found.low <= found.high <= found.seen
    assert "".join(write(found, "x.yaml", "text", Look(columns=60)))
    assert not [one for one in found.losses if one.kind in ("given_away", "claimed")], "points are the audit's own"


def test_a_reason_is_mended_where_it_was_written(request):
    found = pipeline.read_filing(request.config.rootpath / "examples/junshan-2023/filing.yaml")
    wrong = replace(found.filing, texts={**found.filing.texts, "public_cost": "调研和差旅增加"})
    (asked,) = [one for one in preview.of_filing(replace(found, filing=wrong)).asked if one.finding.code == "FG307"]
    assert [spot.address for spot in asked.spots] == ["texts.public_cost"]
