from pathlib import Path

import pytest
import sqlglot

from tests.records import direct, twins

TWINS = [twins.read(path) for path in twins.paths()]
EXAMPLES = [example for twin in TWINS for example in twin.examples]
FILES = {path.name[:4]: path for path in sorted((direct.RECORDS / "indicators").glob("*/*.sql"))}
KEYS = ("code", "title", "title_en", "unit", "measure", "names", "needs", "cite", "verified", "years", "definition")
DAY = "| project_no | accept_date |\n| --- | --- |\n"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.name)
def test_the_small_tables_give_the_number(example):
    with direct.connect(example.tables) as connection:
        found = direct.worth(connection, example.code, *example.period)
    wanted = example.expected
    assert bool(found.reason) == (found.value is None)
    assert found.text == wanted["value"]
    if "numerator" in wanted:
        assert found.numerator == int(wanted["numerator"])
    if "denominator" in wanted:
        assert found.denominator == int(wanted["denominator"])


@pytest.mark.parametrize("twin", TWINS, ids=lambda one: one.name)
def test_a_twin_has_the_name_and_title_of_its_indicator_and_an_example_without_a_base(twin):
    path = FILES[twin.code]
    assert twin.path.stem == path.stem
    assert twin.path.parent.name == path.parent.name
    assert twin.title == direct.header(path)["title"]
    assert len(twin.examples) >= 2
    assert any(one.expected["value"].startswith(("—", "0")) for one in twin.examples)


def test_every_indicator_has_a_twin():
    assert sorted(FILES) == sorted(twin.code for twin in TWINS)


@pytest.mark.parametrize("path", FILES.values(), ids=lambda one: one.stem)
def test_an_indicator_says_everything_about_itself(path):
    head = direct.header(path)
    assert [key for key in KEYS if not head.get(key)] == []
    assert head["code"] == path.name[:4]
    assert head["measure"] in {"rate", "mean", "total"}
    assert head["shortfall"]


def test_no_wording_means_two_indicators():
    """The audit holds a typed figure against the indicator that has its wording."""
    names = [name for path in FILES.values() for name in direct.header(path)["names"].split("、")]
    assert sorted(names) == sorted(set(names))
    assert not [name for name in names if not name.strip() or name != name.strip()]


@pytest.mark.parametrize("word", ["按时办结率", "满意度", "预算执行率", "办结量", "公用经费", "三公经费", "办结率"])
def test_a_wording_with_more_than_one_meaning_is_none(word):
    assert not [path for path in FILES.values() if word in direct.header(path)["names"].split("、")]


@pytest.mark.parametrize("path", FILES.values(), ids=lambda one: one.stem)
def test_what_is_added_up_is_never_a_float(path):
    sql = path.read_text("utf-8")
    columns = ["numerator"] if direct.header(path)["measure"] == "total" else ["numerator", "denominator"]
    typed = sql.replace("$start", "TIMESTAMP '2023-01-01'").replace("$end", "TIMESTAMP '2024-01-01'")
    with direct.connect({}) as connection:
        types = {row[0]: row[1] for row in connection.execute(f"DESCRIBE {typed}").fetchall()}
    assert list(types)[:3] == ["id", "unit", "day"]
    assert ("denominator" in types) == ("denominator" in columns)
    assert all(types[one].startswith(("INTEGER", "BIGINT", "HUGEINT", "DECIMAL")) for one in columns)


@pytest.mark.parametrize("path", FILES.values(), ids=lambda one: one.stem)
def test_a_query_carries_over_to_spark(path):
    written = sqlglot.transpile(
        path.read_text("utf-8"), read="duckdb", write="spark", unsupported_level=sqlglot.ErrorLevel.RAISE
    )
    assert len(written) == 1
    sqlglot.parse_one(written[0], read="spark")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no title", "no title"),
        ("# CS01 标题\n```value\nperiod: 2023\nvalue: —\n```\n", "without a table"),
        (f"# CS01 标题\n```table up_pro_accept\n{DAY}```\n", "no value block"),
        ("# CS01 标题\n```table up_pro_accept\n| a |\n```\n", "not a pipe table"),
        (f"# CS01 标题\n```table up_pro_accept\n{DAY}| 1 |\n```\n", "different widths"),
        (f"# CS01 标题\n```table up_pro_accept\n{DAY}```\n```value\nvalue: 1件\n```\n", "says period and value"),
    ],
)
def test_a_twin_of_the_wrong_form_is_refused(tmp_path: Path, text, said):
    path = tmp_path / "CS01_x.md"
    path.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=said):
        twins.read(path)
