"""What a batch comes to is counted as the results pass."""

from __future__ import annotations

import pytest

from jixiao.batch.tally import Tally, band
from tests.batch.outputs.building import finding, refused, result, unclear


def tally(*results):
    found = Tally()
    for one in results:
        found.add(one)
    return found


def test_verdicts_and_reasons():
    found = tally(result(), refused(), refused("丙.doc"), refused("丁.pdf", "这是扫描件，没有文字层。", "scan"))
    assert (found.reports, found.verdicts["read"], found.verdicts["refused"]) == (4, 1, 3)
    assert found.reasons.most_common() == [("文件有密码保护", 2), ("这是扫描件", 1)]


def test_a_rule_is_counted_once_a_report_and_once_a_finding():
    twice = result("a", finding(), finding(quote="2元"), finding("ST110", "info"))
    found = tally(twice, result("b", finding()))
    assert [(row.code, row.reports, row.times) for row in found.commonest()] == [("FG101", 2, 3), ("ST110", 1, 1)]


def test_a_rule_with_findings_of_several_severities_has_the_gravest():
    assert (
        tally(result("a", finding(severity="info"), finding(severity="warning"))).rules["FG101"].severity == "warning"
    )


def test_units_stand_in_the_order_of_their_errors():
    found = tally(result("a", unit="甲局"), result("b", finding(), unit="乙局"), refused())
    assert [(row.name, row.reports, row.unread) for row in found.worst()] == [
        ("乙局", 1, 0),
        ("", 1, 1),
        ("甲局", 1, 0),
    ]


def test_scores():
    found = tally(
        result(stated=100, computed=100), result(stated=99.4, computed=100), result(stated=None, computed=None)
    )
    assert found.differing == 1
    assert found.worst()[0].mean_stated == pytest.approx(99.7)
    assert dict(found.scores())["100"] == 1


@pytest.mark.parametrize(
    ("score", "name"), [(100, "100"), (120, "100"), (99.99, "99–100"), (60, "60–80"), (59.9, "60以下"), (-3, "60以下")]
)
def test_a_score_lies_in_one_band(score, name):
    assert band(score) == name


def test_what_could_not_be_read_for_sure_is_counted_apart():
    found = tally(result("a", unclear=[unclear()]))
    assert (found.unclear, sum(found.severities.values())) == (1, 0)
