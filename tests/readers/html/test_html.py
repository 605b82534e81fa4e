"""Web pages: the article without what stands around it, tables with spans, lists with their numbers."""

from __future__ import annotations

import pytest

from jixiao.model.document import Document
from jixiao.readers import read_bytes
from tests.readers.building import codes, grid, texts

LONG = "本单位全年按照预算安排开展工作，各项支出均按规定用途使用并接受监督检查，没有发现挤占挪用资金的情况。"


def page(body: str, head: str = "") -> Document:
    return read_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "a.html")


def test_chrome_around_the_article_is_left_out():
    found = page(
        "<header><h1>某市人民政府</h1></header><div class='nav'><a href='/'>首页</a><a href='/z'>政务公开</a></div>"
        "<div class='dqwz'>当前位置：<a href='/'>首页</a> &gt; 绩效</div><div class='wrap'><div class='title'>某局绩效自评报告</div>"
        "<div class='info'>发布时间：2024-05-30 来源：某局</div><div id='zoom'><p>一、概况</p><p>"
        + LONG
        + "</p><p>"
        + LONG
        + "</p>"
        "<p>无</p></div><div class='bdsharebuttonbox'>分享到 <a>微信</a></div></div><aside>相关</aside>"
        "<div class='footer'>版权所有 备案号1</div><script>var a='x';</script><div style='display:none'>隐藏</div>",
        head="<title>某局绩效自评报告_某市人民政府</title><style>p{}</style>",
    )
    assert texts(found) == ["某局绩效自评报告", "一、概况", LONG, LONG, "无"]
    assert found.paragraphs[0].level == 1


def test_a_page_that_is_all_article_loses_nothing():
    found = page("<p>标题</p><p>" + LONG + "</p><table><tr><td>甲</td><td>1</td></tr></table><p>填表人：</p>")
    assert texts(found) == ["标题", LONG, "填表人："]
    assert len(found.tables) == 1


def test_words_and_breaks():
    found = page("<p>一\n 二&nbsp;三<br>四</p>前<div>五<b>六</b><span>七</span></div>后<p>&nbsp;</p><pre>八\n九</pre>")
    assert texts(found) == ["一 二\xa0三", "四", "前", "五六七", "后", "八", "九"]


def test_headings_have_levels():
    found = page("<h2>一、概况</h2><p style='mso-outline-level:3'>（一）职责</p><p>文</p>")
    assert [one.level for one in found.paragraphs] == [2, 3, None]


def test_lists_show_their_numbers():
    found = page(
        "<ol><li>甲<li value=5>乙<li>丙</ol><ol type=a start=2><li>丁</ol><ul><li>戊</ul><ol style='list-style-type:cjk-ideographic'><li>己</ol>"
        "<ol style='list-style:none'><li>庚</ol><ol style='list-style-type:upper-alpha'><li>辛</ol>"
        "<ol start=12 style='list-style-type:simp-chinese-informal'><li>壬</ol>"
    )
    assert texts(found) == ["1. 甲", "5. 乙", "6. 丙", "b. 丁", "戊", "一、己", "庚", "A. 辛", "十二、壬"]
    assert [one.label for one in found.paragraphs] == [3, 3, 3, 3, 0, 2, 0, 3, 3]


def test_tables_with_spans():
    found = page(
        "<table><caption>表1</caption><thead><tr><th rowspan=2>项目<th colspan=2>金额<tr><th>预算<th>决算</thead>"
        "<tbody><tr><td>甲<td>1<br>2<td><p>3</p><p>4</p></table>"
    )
    assert texts(found) == ["表1"]
    assert grid(found.tables[0]) == [
        (1, 1, 2, 1, "项目"), (1, 2, 1, 2, "金额"), (2, 2, 1, 1, "预算"), (2, 3, 1, 1, "决算"),
        (3, 1, 1, 1, "甲"), (3, 2, 1, 1, "1\n2"), (3, 3, 1, 1, "3\n4"),
    ]  # fmt: skip


def test_tables_that_only_lay_out_the_page_are_unwrapped():
    data = "<table><tr><td>项目</td><td>金额</td></tr><tr><td>甲</td><td>12</td></tr></table>"
    found = page(f"<table><tr><td>{LONG}</td><td><p>{LONG}</p>{data}<p>后</p></td></tr></table>")
    assert texts(found) == [LONG, LONG, "后"]
    assert [[one.text for one in table.cells] for table in found.tables] == [["项目", "金额", "甲", "12"]]


def test_a_table_in_a_cell_of_data_follows_its_parent():
    inner = "<table><tr><td>子</td><td>1</td></tr></table>"
    rows = "".join(f"<tr><td>项目名称{n}</td><td>全年预算数{n}</td></tr>" for n in range(8))
    found = page(f"<table>{rows}<tr><td>合计</td><td>前{inner}</td></tr></table>")
    assert [(table.block, table.inside) for table in found.tables] == [(1, None), (2, (1, 9, 2))]
    assert found.tables[0].cells[-1].text == "前"


def test_pages_saved_by_word():
    found = page(
        "<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><div class=WordSection1><p class=MsoNormal>"
        "<![if !supportLists]><span>一、</span><![endif]>概况<o:p></o:p></p><p class=MsoNormal><span style='mso-hide:all'>密</span>"
        "<del>旧</del>支出<![if !supportEmptyParas]>&nbsp;<![endif]></p><table><tr><td>甲</td><td>乙</td></tr>"
        "<![if !supportMisalignedColumns]><tr height=0><td></td><td></td></tr><![endif]></table>"
        "<div style='mso-element:comment-list'><p>批注</p></div></div>"
    )
    assert texts(found) == ["一、概况", "支出\xa0"]
    assert len(found.tables[0].grid) == 1


@pytest.mark.parametrize("encoding", ["gb2312", "gbk", "utf-8", "utf-16", "gb18030"])
def test_charsets(encoding):
    html = f'<html><head><meta charset="{encoding}"></head><body><p>部门整体支出绩效自评报告</p></body></html>'
    found = read_bytes(html.encode(encoding), "a.htm")
    assert (texts(found), codes(found)) == (["部门整体支出绩效自评报告"], [])


def test_a_page_cut_off_in_a_character():
    data = "<html><body><p>部门整体支出</p><p>绩效自评报告".encode("gbk")
    found = read_bytes(data[:-1], "a.html")
    assert texts(found)[0] == "部门整体支出"


def test_text_that_speaks_of_tags_is_no_page():
    assert read_bytes("说明：单元格内可用<br>换行，<table>不可用。\n".encode(), "a.txt").format == "txt"


def test_a_page_of_nothing():
    assert codes(page("<script>1</script>")) == ["no_text"]
