from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from jixiao.compose import document
from jixiao.filing.data import from_data
from jixiao.model.document import Table
from jixiao.model.manuscript import Grid, Line, Manuscript, Slot
from jixiao.pipeline import compose
from jixiao.readers.html.file import read
from jixiao.writers.report.html import write
from tests.writers.report.sample import FIGURES, figure, manuscript

ROOT = Path(__file__).parents[3]
HOSTILE = "</script><script>x()</script><!-- \"'&amp; <img src=x onerror=y> \u2028"


@pytest.fixture(scope="module")
def junshan():
    return compose(from_data(yaml.safe_load((ROOT / "examples/junshan-2023/filing.yaml").read_text("utf-8")))[0])


@pytest.fixture(scope="module")
def page():
    return write(manuscript())


def flat(blocks):
    """Words and places; what is a line break in a paragraph is two paragraphs on a page."""
    for block in blocks:
        if isinstance(block, Table):
            yield [(c.row, c.column, c.rows, c.columns, c.text) for c in block.cells]
        else:
            yield from block.text.split("\n")


@pytest.mark.parametrize("name", ["sample", "junshan"])
def test_our_reader_finds_the_same_paragraphs_and_tables(name, junshan):
    one = junshan if name == "junshan" else manuscript()
    assert list(flat(read(write(one).encode()).blocks)) == list(flat(document(one).blocks))


def test_headings_keep_their_level(junshan):
    def levels(blocks):
        return [(b.text, b.level) for b in blocks if not isinstance(b, Table) and b.level]

    assert levels(read(write(junshan).encode()).blocks) == levels(document(junshan).blocks)


def test_nothing_is_fetched_and_only_our_script_runs(page):
    tree = LexborHTMLParser(page)
    policy = tree.css_first('meta[http-equiv="Content-Security-Policy"]').attributes["content"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    own = [s.text() for s in tree.css("script") if "type" not in s.attributes]
    assert [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() in policy for s in own] == [True]
    assert not tree.css("[src], link, iframe, object, [style]")
    assert not [a for a in tree.css("a[href]") if not a.attributes["href"].startswith("#")]


def test_every_figure_says_its_value_and_how_it_was_worked_out(page):
    shown = {node.attributes["value"]: node for node in LexborHTMLParser(page).css("data")}
    assert shown["885.83"].text() == "885.83"
    assert "业务工作经费" in shown["885.83"].attributes["title"]
    assert "÷" in shown["79.98"].attributes["title"]


def test_the_same_figure_has_the_same_number_everywhere(page):
    told = json.loads(LexborHTMLParser(page).css_first("#figures").text())
    for node in LexborHTMLParser(page).css("data"):
        name, words, _, parts = told[int(node.attributes["data-f"])]
        assert node.attributes["title"].startswith(name + "：")
        assert node.text() in words
        assert all(0 <= part < len(told) for part in parts)


def test_a_chart_is_a_picture_with_words_for_it(page):
    charts = LexborHTMLParser(page).css("figure svg[role=img]")
    assert len(charts) == len(manuscript().charts)
    ids = [node.attributes["id"] for node in LexborHTMLParser(page).css("[id]")]
    assert len(ids) == len(set(ids))


def test_tables_say_what_they_are_and_which_cells_are_heads(page):
    tables = LexborHTMLParser(page).css("table")
    assert [t.css_first("caption").text() for t in tables] == [
        "2023年度部门整体支出绩效评价基础数据表", "2023年度部门整体支出绩效自评表", "绩效自评工作考核评分表",
    ]  # fmt: skip
    assert len(tables[2].css("thead th[scope=col]")) == 5
    assert tables[0].css("th[scope=row]")


def test_every_entry_of_the_contents_leads_somewhere(page):
    tree = LexborHTMLParser(page)
    links = [a.attributes["href"][1:] for a in tree.css("nav a")]
    assert len(links) == 6
    assert all(tree.css_first(f'[id="{one}"]') for one in links)


def test_the_full_edition_carries_the_data_and_the_public_one_does_not(page):
    assert json.loads(LexborHTMLParser(page).css_first("#filing").text()) == json.loads(manuscript().data)
    assert LexborHTMLParser(write(replace(manuscript(), data="", edition="public"))).css_first("#filing") is None


def test_the_same_data_gives_the_same_bytes(page):
    assert write(manuscript()) == page


def test_a_draft_says_so(page):
    assert '<main class="draft">' in write(replace(manuscript(), draft=True))
    assert '<main class="draft">' not in page


def test_words_are_never_read_as_markup():
    odd = figure('"><b>', HOSTILE, HOSTILE, HOSTILE)
    table = Grid('"x', HOSTILE, (1.0, 1.0), (Slot(1, 1, (odd,), role=HOSTILE, align=HOSTILE), Slot(1, 2, (HOSTILE,))))
    lines = (Line("body", (odd, HOSTILE)), Line("heading1", (HOSTILE,)), table)
    text = write(Manuscript(HOSTILE, lines, {odd.id: odd}, json.dumps({"a": HOSTILE}), properties={"unit": HOSTILE}))
    tree = LexborHTMLParser(text)
    assert len(tree.css("script")) == 3
    assert not tree.css("img, b, [onerror]")
    assert json.loads(tree.css_first("#filing").text()) == {"a": HOSTILE}
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", text)


def test_a_figure_outside_the_manuscript_and_a_formula_without_its_parts_are_no_fault():
    lone = Manuscript(
        "题", (Line("body", (FIGURES["project_expenditure.final"], FIGURES["staff"])),), {"staff": FIGURES["staff"]}
    )
    told = json.loads(LexborHTMLParser(write(lone)).css_first("#figures").text())
    assert [one[0] for one in told] == ["项目支出（2023年决算数）", "实际在职人数"]


def test_nothing_at_all_is_still_a_page():
    assert "<main>" in write(Manuscript("", ()))
