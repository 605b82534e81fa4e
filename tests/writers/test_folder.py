import re
from dataclasses import replace

import pytest

from jixiao.writers import folder
from jixiao.writers.view import Look
from tests.writers.test_html import EVIL, Page


@pytest.fixture(params=["zh", "en"])
def pages(request, audit, unreadable):
    return {name: "".join(pieces) for name, pieces in folder([audit, audit, unreadable], Look(request.param))}


def test_one_page_a_report_and_a_first_page_that_leads_to_each(pages):
    assert list(pages) == ["001-报告.html", "002-报告.html", "003-密.html", "index.html"]
    index = Page(pages["index.html"])
    assert set(index.links) == set(pages) - {"index.html"}
    for name in index.links:
        assert "index.html" in Page(pages[name]).links


def test_the_first_page_shows_scores_counts_and_what_could_not_be_read(audit, unreadable):
    index = {name: "".join(pieces) for name, pieces in folder([audit, unreadable], Look())}["index.html"]
    row = re.sub(r"<[^>]+>", " ", re.search(r"<tr><td><a.*?</tr>", index, re.DOTALL)[0]).split()
    assert row == ["某某局", "2023", "9.4", "10", "2", "1", "1", "报告.txt"]
    assert "未能读取：文件有密码，没有读取" in index
    assert 'class="differs"' in index
    common = index[index.index("常见问题") :]
    assert re.findall(r"([A-Z]{2}\d{3})</code>", common) == ["FG203", "SC123", "ST110", "TX106"]


def test_the_first_page_asks_nothing_from_outside(pages):
    index = pages["index.html"]
    assert not re.search(r"url\(|@import|https?:|<link|<img| on\w+=", index)
    assert "default-src 'none'" in index


def test_names_of_pages_are_tame_whatever_the_reports_are_called(audit):
    names = ["../../etc/x.txt", EVIL, "-", "a b/（定稿）2023.docx", "..", "甲" * 300]
    audits = [
        replace(audit, report=replace(audit.report, document=replace(audit.report.document, path=name)))
        for name in names
    ]
    pages = {name: "".join(pieces) for name, pieces in folder(audits, Look())}
    assert len(pages) == len(names) + 1
    for name in pages:
        assert re.fullmatch(r"[\w.（）-]{1,80}", name)
        assert not name.startswith(".")
    assert Page(pages["index.html"]).tags.count("script") == 1
    assert "004-（定稿）2023.html" in pages


def test_no_reports_make_an_empty_list():
    assert [name for name, _ in folder([], Look())] == ["index.html"]
