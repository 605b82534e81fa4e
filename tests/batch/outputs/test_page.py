"""The page of a whole batch, and a light page a report."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from jixiao.batch.outputs import page
from tests.batch.outputs.building import ABOUT, finding, refused, result, unclear

DATA = {"审核结果.xlsx", "results.jsonl", "findings.parquet", "reports.parquet", "units.parquet", "run.json"}


def pages(folder, *results):
    output = page.Output()
    output.open(folder, ABOUT)
    for one in results:
        output.add(one)
    output.close()
    return (folder / page.NAME).read_text("utf-8"), [
        one.read_text("utf-8") for one in sorted((folder / page.PAGES).iterdir())
    ]


def test_the_first_page_has_counts_charts_reports_and_units(tmp_path):
    index, (first, second) = pages(tmp_path, result("甲局/a.docx", finding()), refused())
    for words in (
        "共 2 份报告",
        "错误 1",
        "读不出 1",
        "最常见的问题",
        "填报总分的分布",
        "没有读出的原因",
        "甲局",
        "乙局/扫描.doc",
    ):
        assert words in index
    assert index.count("<svg") == 5
    assert "支出合计应为1107.5万元" in first
    assert "文件有密码保护" in second


def test_every_link_of_the_first_page_leads_somewhere(tmp_path):
    index, _ = pages(tmp_path, result("a", finding()), result("b"))
    for link in re.findall(r'href="([^"#]+)"', index):
        assert link in DATA or (tmp_path / link).exists()


def test_the_data_files_that_are_written_beside_are_named(tmp_path):
    index, _ = pages(tmp_path, result("a"))
    assert all(f'href="{name}"' in index for name in DATA)


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "a\u202eb", "&lt;"])
def test_words_of_a_report_are_only_words(tmp_path, text):
    for html in (found := pages(tmp_path, result(f"{text}/a.docx", finding(message=text, quote=text), unit=text)))[
        1
    ] + [found[0]]:
        marks = _Marks()
        marks.feed(html)
        assert "img" not in marks.seen
        assert marks.seen.count("script") <= 1


class _Marks(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        assert not any(name.startswith("on") for name, _ in attrs)


def test_nothing_is_asked_of_the_network(tmp_path):
    index, reports = pages(tmp_path, result("a", finding(), unclear=[unclear()]), refused())
    for html in (index, *reports):
        assert not re.search(r'(?:src|href)="(?:https?:)?//', html)
        assert "default-src 'none'" in html


def test_only_the_worst_reports_are_listed_and_the_rest_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(page, "MOST_ROWS", 2)
    index, _ = pages(
        tmp_path, result("好.docx"), result("坏.docx", finding()), result("中.docx", finding("ST110", "info"))
    )
    body = index[index.index("<h2>报告</h2>") : index.index("<h2>全部单位</h2>")]
    assert "其余 1 份见" in body
    assert body.index("坏.docx") < body.index("中.docx")
    assert "好.docx" not in body


def test_only_so_many_reports_have_a_page(tmp_path, monkeypatch):
    monkeypatch.setattr(page, "MOST_PAGES", 1)
    index, reports = pages(tmp_path, result("a", finding()), result("b", finding()))
    assert len(reports) == 1
    assert index.count('href="reports/') == 1


def test_a_finding_says_whether_it_is_new(tmp_path):
    _, (first,) = pages(tmp_path, result("a", finding(state="new")))
    assert "新增" in first


def test_what_is_not_readable_is_told_and_accuses_nobody(tmp_path):
    index, (first,) = pages(tmp_path, result("a", unclear=[unclear()]))
    assert "看不清 1 处" in index
    assert "看不清" in first
    assert "错误 0" in index
