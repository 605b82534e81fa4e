"""The same indicators on the terminal, as JSON, as CSV and as a page."""

import csv
import io
import json
import re
from datetime import datetime
from decimal import Decimal

import pytest

from jixiao.model.proof import Proof, Source
from jixiao.writers.records import FORMATS, Line, Listing, Sheet, part, write, write_listing
from jixiao.writers.view import Look
from jixiao.writers.width import columns

CHINESE = re.compile("[\u4e00-\u9fff]")
START, END = datetime(2023, 1, 1), datetime(2024, 1, 1)  # noqa: DTZ001 - wall time
SOURCES = (
    Source("up_pro_accept", "办件.csv", "ab12" * 16, 591_300, 31, 9),
    Source("up_pro_result", "结果.csv", "cd34" * 16, 591_260, 2, 0),
)
QUERY = "SELECT project_no AS id\nFROM cases WHERE result_date >= $start AND result_date < $end"


def proof(code="CS03", title="办件按时办结率", numerator=591_218, denominator=591_260, **more):
    value = None if more.get("reason") else Decimal(100) * numerator / denominator
    return Proof(
        code=code, title=title, unit="%", measure="rate", value=value, reason=more.get("reason", ""), numerator=Decimal(numerator),
        denominator=Decimal(denominator), start=START, end=END, rows=denominator, sources=SOURCES, query=QUERY,
        definition="期内办结的办件中，按时办结的占比。", cite="自拟口径", verified=False, names=("按时办结率",),
    )  # fmt: skip


def rate(name, above, below):
    return part(name, "rate", "%", [(Decimal(above), Decimal(below), below)], 1)


@pytest.fixture
def sheet():
    months = (rate("2023-01", 300_000, 300_000), rate("2023-02", 291_218, 291_260))
    units = (rate("民政局", 0, 42), rate("<b>医保局</b>", 591_218, 591_218))
    lines = (
        Line(proof(), "办件按时办结率", months, units),
        Line(proof("MN01", "预算执行率", 0, 0, reason="没有 budget_quota 的数据"), "预算执行率"),
    )
    return Sheet("台账库", "2023", START, END, lines)


@pytest.fixture
def listing():
    rows = [("B-1", "民政局", datetime(2023, 5, 6, 10), None), ("=1+1", "<script>", None, Decimal("-3.50"))]  # noqa: DTZ001
    return Listing(
        "台账库", "2023", proof(), "办件按时办结率", "逾期办结的办件", ("id", "unit", "deadline", "days"), rows, 42
    )


def made(sheet, kind, by="", **look):
    return "".join(write(sheet, kind, Look(**look), by))


def table(text):
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_terminal_shows_sums_beside_the_value_and_why_the_other_has_none(sheet):
    text = made(sheet, "table", columns=100)
    assert re.search(r"CS03 +办件按时办结率 +99\.99% +591,218 ÷ 591,260 +591,260\n", text)
    assert "没有算出的（1 个）" in text
    assert "没有 budget_quota 的数据：MN01 预算执行率" in text
    assert "100.00%" not in text


@pytest.mark.parametrize("room", [40, 80, 140])
def test_no_row_is_wider_than_the_terminal(sheet, room):
    lines = made(sheet, "table", columns=room).splitlines()
    assert max(map(columns, lines[1:])) <= room


def test_by_month_each_month_has_its_own_sums(sheet):
    text = made(sheet, "table", "month", columns=100)
    assert re.search(r"2023-01 +100\.00% +300,000 ÷ 300,000", text)
    assert re.search(r"2023-02 +99\.99% +291,218 ÷ 291,260", text)
    assert "民政局" not in text


def test_json_carries_the_whole_proof_to_the_last_digit(sheet):
    first, second = json.loads(made(sheet, "json"))["indicators"]
    assert (first["value"], first["numerator"], first["denominator"]) == ("99.992897", "591218", "591260")
    assert (first["read"], first["refused"], first["rows"]) == (1_182_560, 33, 591_260)
    assert [one["sha256"] for one in first["sources"]] == ["ab12" * 16, "cd34" * 16]
    assert "$start" in first["query"]
    assert [one["name"] for one in first["months"]] == ["2023-01", "2023-02"]
    assert (second["value"], second["reason"]) == (None, "没有 budget_quota 的数据")


def test_csv_is_one_row_an_indicator_or_one_a_unit(sheet):
    head, first, second = table(made(sheet, "csv"))
    assert (head[2], first[2], second[2]) == ("数值", "99.992897", "")
    assert second[head.index("原因")] == "没有 budget_quota 的数据"
    assert [row[2:4] for row in table(made(sheet, "csv", "unit"))] == [
        ["组织单位", "数值"], ["民政局", "0"], ["<b>医保局</b>", "100"],
    ]  # fmt: skip


def test_the_page_stands_alone_and_takes_nothing_in_data_for_its_own(sheet):
    page = made(sheet, "html")
    assert "default-src 'none'" in page
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", page)
    assert "<b>医保局" not in page
    assert "&lt;b&gt;医保局" in page


def test_each_number_of_the_page_unfolds_to_its_proof(sheet):
    inside = re.search(r'<details class="number" id="CS03">(.*?)\n</div></details>', made(sheet, "html"), re.DOTALL)[1]
    for words in (
        "99.99%",
        "591,218 ÷ 591,260",
        "自拟口径",
        "「未核实」",
        "办件.csv",
        "ab12" * 16,
        "FROM cases WHERE",
        "1,182,560",
    ):
        assert words in inside
    assert inside.count("<svg") == 2
    assert "1月" in inside


def test_an_indicator_with_one_month_and_no_units_has_no_chart(sheet):
    assert "<svg" not in made(type(sheet)(sheet.store, "2023-05", sheet.start, sheet.end, sheet.lines[1:]), "html")


@pytest.mark.parametrize("kind", ["table", "html"])
def test_in_english_all_but_the_data_is_english(sheet, kind):
    text = made(sheet, kind, lang="en", columns=140)
    text = re.sub(r"<style>.*?</style>|font-family=\"[^\"]*\"", "", text, flags=re.DOTALL)
    known = r"按时办结|办件|占比|期内|的|中，|自拟口径|预算执行率|没有|数据|台账库|民政局|医保局|办结|结果|率"
    assert not CHINESE.search(re.sub(known, "", text)), CHINESE.findall(re.sub(known, "", text))


@pytest.mark.parametrize("kind", FORMATS)
def test_the_rows_behind_a_number_say_how_many_more_there_are(listing, kind):
    text = "".join(write_listing(listing, kind, Look(columns=100)))
    assert "B-1" in text
    assert ("42" in text) or kind == "csv"
    assert "<script>" not in text or kind != "html"


def test_no_cell_of_the_rows_becomes_a_formula_and_no_negative_number_a_text(listing):
    rows = table("".join(write_listing(listing, "csv", Look())))
    assert rows == [
        ["id", "unit", "deadline", "days"], ["B-1", "民政局", "2023-05-06 10:00:00", ""], ["'=1+1", "<script>", "", "-3.5"],
    ]  # fmt: skip
