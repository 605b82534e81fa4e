import base64
import hashlib
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.law import load
from jixiao.model.audit import Audit
from jixiao.model.document import Document, Table, cell, paragraph
from jixiao.model.finding import Finding, Rule
from jixiao.model.report import FormMatch, Report
from jixiao.model.score import Scores
from jixiao.writers import write
from jixiao.writers.html.links import Links
from jixiao.writers.html.source import Source
from jixiao.writers.layout import Layout
from jixiao.writers.view import Look, Shown

EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;\u202e"
VOID = {"meta", "br", "input"}


class Page(HTMLParser):
    """Tags, attributes and ids of a page; complains where tags are not nested."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.ids, self.links, self.attributes, self.open = [], [], [], [], []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        self.ids += [value for name, value in attrs if name == "id"]
        self.links += [value for name, value in attrs if name == "href"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(params=["zh", "en"])
def page(request, audit):
    return "".join(write([audit], "html", Look(request.param)))


def test_every_link_leads_somewhere_and_every_id_is_one(page):
    parsed = Page(page)
    assert len(set(parsed.ids)) == len(parsed.ids)
    assert all(link.removeprefix("#") in parsed.ids for link in parsed.links)
    assert {"f1", "f2", "f3", "f4", "p1", "p2", "p3", "p4"} <= set(parsed.ids)


def test_nothing_is_asked_from_outside_and_the_policy_says_so(page):
    parsed = Page(page)
    assert "link" not in parsed.tags
    assert "img" not in parsed.tags
    assert not [
        value
        for name, value in parsed.attributes
        if name in ("src", "srcset") or name.startswith("on") or name == "style"
    ]
    assert not re.search(r"url\(|@import|https?:", page)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]
    assert policy.startswith("default-src 'none'; ")
    for tag, text in (
        ("style", re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]),
        ("script", re.search(r"<script>(.*?)</script>", page, re.DOTALL)[1]),
    ):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_every_number_is_a_span_and_leads_to_what_it_takes_part_in(audit):
    page = "".join(write([audit], "html"))
    assert 'data-n="' in page
    source = page[page.index('id="source"') : page.index("</article>")]
    bare = re.sub(
        r'<span class="n[^>]*>[^<]*</span>|<[^>]*>', lambda m: " " if m[0].startswith("<span") else "", source
    )
    assert not re.search(r"\d", re.sub(r"[✗!·]\d", "", bare))
    data = page[page.index('id="data">') :]
    assert "项目支出 533.7万元 ÷ 支出合计 846.2万元 → 写作 66.07%" in data
    assert "不高于指标值得满分" in data


def test_words_of_a_report_are_never_markup(audit):
    document = Document(
        EVIL,
        "txt",
        "0" * 64,
        (paragraph(1, EVIL), Table.of(2, [cell(2, 1, 1, EVIL + "1107.5万元")])),
        properties={"title": EVIL},
    )
    report = Report(document, replace(audit.report.form, reason=EVIL), replace(audit.report.unit, text=EVIL))
    finding = Finding("TX106", "warning", (document.blocks[0].place(0, 9),), EVIL, EVIL)
    page = "".join(write([replace(audit, report=report, findings=(finding,))], "html"))
    parsed = Page(page)
    assert parsed.tags.count("script") == 2
    assert "img" not in parsed.tags
    assert not any(name.startswith("on") for name, _ in parsed.attributes)
    assert "\u202e" not in page


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=5))
def test_any_marks_leave_the_words_as_they_are(spans):
    text = "支出12.5万元，占<b>6%"
    document = Document("a.txt", "txt", "0" * 64, (paragraph(1, text),))
    words = document.paragraphs[0]
    findings = [Finding("TX106", "warning", (words.place(min(s), max(s)),)) for s in spans]
    rule = Rule(
        "TX106",
        "slip",
        "text",
        "笔误",
        "slip",
        {"": ("错", "wrong")},
        "arithmetic",
        "warning",
        2018,
        None,
        "",
        (),
        list,
    )
    items = [Shown(finding, "笔误", "错", load().citations["arithmetic"]) for finding in findings]
    report = Report(document, FormMatch("", "", "", ""))
    audit = Audit(report, Scores("CN-2020", "", ()), tuple(findings), (), (rule,), load().citations)
    layout = Layout(report)
    html = "".join(Source(report, Links(audit, items, layout, "zh"), items, "zh").html())
    assert {f"p{n}" for n in range(1, len(spans) + 1)} <= set(Page(html).ids)
    bare = re.sub(r'<a class="pin.*?</a>|<[^>]*>', "", html)
    assert unescape(bare) == text


def test_merged_cells_span_rows_and_columns(audit):
    page = "".join(write([audit], "html"))
    assert '<td colspan="4">合计</td>' in page


def test_an_unreadable_file_still_has_a_page(unreadable):
    assert "文件有密码，没有读取" in "".join(write([unreadable], "html"))


def luminance(colour):
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_all_colours_are_readable_on_their_grounds():
    style = files("jixiao.writers.html").joinpath("page.css").read_text(encoding="utf-8")
    themes = re.findall(r"--ground:.*?}", style, re.DOTALL)
    assert len(themes) == 3
    for theme in themes:
        colour = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", theme))
        pairs = [
            ("ink", "ground"),
            ("ink", "paper"),
            ("soft", "ground"),
            ("soft", "paper"),
            ("accent", "paper"),
            ("good", "paper"),
            ("ink", "live"),
        ]
        pairs += [
            (tone, ground) for tone in ("error", "warning", "info") for ground in (f"{tone}-ground", "paper", "ground")
        ]
        pairs += [("ink", f"{tone}-ground") for tone in ("error", "warning", "info")]
        for front, back in pairs:
            light, dark = sorted((luminance(colour[front]), luminance(colour[back])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (front, back)
