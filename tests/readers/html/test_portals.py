"""Pages as portals publish them: the report in them is the report alone, and what is not in them is said."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from jixiao import pipeline
from jixiao.model.document import Document, Paragraph
from jixiao.readers import read, read_bytes
from jixiao.readers.html.portal import is_portal
from tests.readers.building import codes, grid, texts
from tests.readers.html.portals import FILES, PAGES, TITLE, Page, plain

SAMPLE = Path(__file__).resolve().parents[3] / "examples" / "junshan-2023" / "report.docx"
LONG = "本单位全年按照预算安排开展工作，各项支出均按规定用途使用并接受监督检查，没有发现挤占挪用资金的情况。"
GOALS = [["三级指标", "年度指标值", "实际完成值", "得分"], ["改造管网长度", "12公里", "12.5公里", "10"], ["水质合格率", "98%", "99%", "9.5"]]  # fmt: skip


def page(body: str, head: str = "") -> Document:
    return read_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "a.html")


def findings(found: Document) -> list[tuple[str, str, str | None, str | None]]:
    audit = pipeline.audit_document(found)
    return sorted(
        (one.code, one.places[0].quote if one.places else "", one.expected or "", one.found or "")
        for one in audit.findings if one.code != "RD101"
    )  # fmt: skip


def said(found: Document) -> list[object]:
    return [one.text if isinstance(one, Paragraph) else grid(one) for one in found.blocks]


@pytest.fixture(scope="module")
def sample():
    body = plain(read(SAMPLE).blocks)
    return body, page(body)


@pytest.mark.parametrize("portal", PAGES.values(), ids=PAGES)
def test_the_report_in_a_portal_is_the_report_alone(sample, portal: Page):
    body, alone = sample
    for encoding in ("utf-8", "gb18030"):  # whatever the page declares
        found = read_bytes(portal(body).encode(encoding), "公开.html")
        assert said(found) == said(alone)
    assert findings(found) == findings(alone)


def test_attached_files_are_named(sample):
    found = read_bytes(PAGES["an editor's container"](sample[0]).encode(), "公开.html")
    note = next(one for one in found.unread if one.code == "attachments")
    assert all(name in note.message for name in FILES)
    assert not note.fatal
    assert "表.xls" in page(f"<p>{LONG}</p><iframe src='/files/表.xls?x=1'></iframe>").unread[0].message
    assert codes(page(f"<p>{LONG}</p><a href='/list.html'>更多</a><a href='data:x/y,a.doc'>图</a>")) == []


def test_the_title_of_the_page_is_taken_where_the_article_has_none():
    shown = f"<title>{TITLE}_某区</title>"
    top = f"<div><h1>{TITLE}</h1><div id='zoom'><p>{{}}</p><p>{LONG}</p><p>{LONG}</p></div></div>"
    assert texts(page(top.format("一、概况"), shown))[0] == TITLE
    assert texts(page(top.format("2023年度部门整体支出绩效自评报告"), shown))[0] == "2023年度部门整体支出绩效自评报告"


PORTAL = (
    "当前位置：首页 > 政务公开 > 财政信息", "发布时间：2024-05-30 16:20 来源：区财政局 浏览次数：312", "2024-05-30 来源：本站 【字体：大 中 小】",
    "【打印本页】 【关闭窗口】", "上一篇：关于做好值班工作的通知", "扫一扫在手机打开当前页", "索 引 号： 0000/2024-1 发布机构： 某局 文　　号：",
    "责任编辑：张某", "分享到： 微信 微博", "您觉得本篇文章是否对您有帮助？", "网站标识码：0000000000 备案号：某ICP备0号",
)  # fmt: skip
REPORT = (
    "来源：财政拨款", "日期：2024年5月30日", "联系电话：0000-0000000 地址：某路1号", "打印复印费支出3.2万元", "时效指标", "有效性",
    "资金来源：区级财政", "中 小 学校舍维修", "上一年度结转12万元", "信息分类：按季度更新政务公开栏目，全年公开信息三百余条，群众满意度较上年提高了五个百分点。",
    "下一步工作打算", "打印 A3 图纸 120 份 装订成册 20 本", "",
)  # fmt: skip


@pytest.mark.parametrize("text", PORTAL)
def test_what_only_portals_say(text):
    assert is_portal(text)


@pytest.mark.parametrize("text", REPORT)
def test_what_reports_say_as_well(text):
    assert not is_portal(text)


def test_cells_that_read_like_a_portal_stay():
    rows = [["打印", "收藏"], ["发布时间", "3"], ["设备采购", "12"]]
    body = "".join("<tr>" + "".join(f"<td><p>{one}</p></td>" for one in row) + "</tr>" for row in rows)
    found = page(f"<p>{LONG}</p><table>{body}</table>")
    assert [one.text for one in found.tables[0].cells] == [one for row in rows for one in row]


def wrapped(rows: str, outer: str = "<div {}>{}</div>", attributes: str = "") -> str:
    return f"<p>{LONG}</p>{outer.format(attributes, rows)}<p>{LONG}</p>"


def pieces(row: str, cell: str, rows: list[list[str]] | None = None) -> str:
    return "".join(row.format("".join(cell.format(one) for one in words)) for words in rows or GOALS)


DIVIDED = {
    "displayed as a table, by classes": (
        wrapped(pieces("<div class=a2>{}</div>", "<div class=a3>{}</div>"), attributes="class=a1"),
        "<style>.a1{display:table;border:1px}\n.a1 .a2{display:table-row} .a3 {display: table-cell}</style>",
    ),
    "displayed as a table, inline": (
        wrapped(
            pieces("<div style='display:table-row'>{}</div>", "<b style='display:table-cell'>{}</b>"),
            attributes="style='display: table'",
        ),
        "",
    ),
    "flexible rows": (wrapped(pieces("<div style='display:flex'>{}</div>", "<div>{}</div>")), ""),
    "a grid": (wrapped(pieces("{}", "<div>{}</div>"), attributes="style='display:grid;grid-template-columns:repeat(4, 1fr)'"), ""),
    "a grid by its columns": (
        wrapped(pieces("{}", "<span>{}</span>"), attributes="class=g"),
        "<style>@media print{.g{display:none}} .g{display:grid;grid-template-columns:2fr minmax(3em, 1fr) 1fr 60px}</style>",
    ),
    "lists as rows": (wrapped(pieces("<ul class='tr'>{}</ul>", "<li>{}</li>")), ""),
    "entries as rows": (wrapped(pieces("<li>{}</li>", "<span>{}</span>"), "<ul{}>{}</ul>"), ""),
    "a head and a list": (
        wrapped(f"{pieces('<div class=th>{}</div>', '<b>{}</b>', GOALS[:1])}<ul>{pieces('<li>{}</li>', '<i>{}</i>', GOALS[1:])}</ul>"),
        "",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "head"), DIVIDED.values(), ids=DIVIDED)
def test_tables_made_of_other_elements(body, head):
    found = page(body, head)
    assert texts(found) == [LONG, LONG]
    assert [[[one.text for one in table.row(n)] for n in range(1, 4)] for table in found.tables] == [GOALS]


def test_cells_of_a_grid_that_span():
    cells = "<div style='grid-row:span 2'>产出</div><div style='grid-column:span 2'>数量</div><div>3</div><div>4</div>"
    found = page(wrapped(cells, attributes="style='display:grid;grid-template-columns:1fr 1fr 1fr'"))
    assert grid(found.tables[0]) == [(1, 1, 2, 1, "产出"), (1, 2, 1, 2, "数量"), (2, 2, 1, 1, "3"), (2, 3, 1, 1, "4")]


@pytest.mark.parametrize(
    "body",
    [
        "<ul>"
        + "".join(f"<li><a href='/{n}'>第{n}号通知</a><span>2024-05-1{n}</span></li>" for n in range(5))
        + "</ul>",
        "<div>" + f"<div><span>{LONG}1</span><span>{LONG}</span><span>{LONG}</span></div>" * 4 + "</div>",
        "<div><div><span>一、</span><span>概况</span></div><div><span>二、</span><span>绩效</span></div></div>",
        "<div>填表人：<div><span>甲</span><span>1</span><span>2</span></div><div><span>乙</span><span>1</span><span>2</span></div></div>",
        "<ul><li>购置设备3台</li><li>培训120人次</li><li>维修管网12公里</li></ul>",
    ],
)
def test_what_is_no_table(body):
    assert page(f"<p>{LONG}</p>{body}<p>{LONG}</p>").tables == ()


@pytest.mark.parametrize(
    "hidden",
    [
        ".x{display:none}",
        ".x{visibility:hidden!important}",
        "div .x , b{display : none}",
        "/* */ @media screen{} #y{display:none}",
    ],
)
def test_what_the_style_hides(hidden):
    found = page(f"<p>{LONG}</p><div><p class=x id=y>草稿</p></div><p>后</p>", f"<style>{hidden}</style>")
    assert texts(found) == [LONG, "后"]


def test_styles_that_cannot_be_understood():
    assert texts(
        page(
            f"<p>{LONG}</p>",
            "<style>}}{{ a[{display:none} ::{display:none} ..,#{display:none} p:hover{display:none}</style>",
        )
    ) == [LONG]


def test_words_that_a_script_puts_on_the_page():
    held = (
        f"<p>{LONG}</p><table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>"
        + f"<p>{LONG}</p>" * 6
    )
    inner = held.replace("<", "\\u003c").replace("/", "\\/")
    found = page(
        f'<div id=app></div><script>window.__STATE__ = {{"id": 7, "content": "{inner}", "x": "{"y" * 400}"}}</script>'
    )
    assert texts(found) == [LONG] * 7
    assert len(found.tables) == 1
    assert texts(page(f'<p>{LONG * 9}</p><script>var a = "{inner}"</script>')) == [LONG * 9]
    assert codes(page(f'<div></div><script>var a = "<p>{"x" * 400}\\z"</script>')) == ["no_text"]


def test_a_page_of_frames_says_where_the_words_are():
    frames = b"<html><head><title>a</title></head><frameset cols='20%,*'><frame src=a.html><frame src=b.html></frameset></html>"
    assert [(one.code, one.fatal) for one in read_bytes(frames, "a.html").unread] == [("page_frames", True)]
    assert codes(page("<iframe src='/view?id=3'></iframe>")) == ["page_frames"]


def test_pictures_instead_of_words_are_noted():
    picture = "<p><img src='/files/W020240530.jpg'></p>"
    assert codes(page(f"<p>{LONG}</p>{picture * 3}")) == ["page_pictures"]
    small = "<img src='/icons/doc.gif'><img src='a.png' width=16><img src='data:image/png;base64,AAAA' width=20>"
    assert codes(page(f"<p>{LONG}</p>{small}")) == []


def test_several_articles_of_a_page_follow_each_other():
    body = "".join(f"<article><h2>{name}自评报告</h2><p>{LONG}</p><p>{LONG}</p></article>" for name in ("甲局", "乙局"))
    assert texts(page(f"<div class=list>{body}</div>")) == ["甲局自评报告", LONG, LONG, "乙局自评报告", LONG, LONG]


@pytest.mark.parametrize(
    ("declared", "real"),
    [("utf-8", "gb18030"), ("gb2312", "utf-8"), ("iso-8859-1", "gbk"), ("x-none", "gbk"), ("big5", "gb2312")],
)
def test_charsets_that_are_declared_wrongly(declared, real):
    html = f'<html><head><meta charset="{declared}"></head><body><p>部门整体支出绩效自评报告</p><p>{LONG}</p></body></html>'
    found = read_bytes(html.encode(real), "a.htm")
    assert (texts(found), codes(found)) == (["部门整体支出绩效自评报告", LONG], [])


HOSTILE = {
    "comments": "<style>" + "/*" * 200_000 + "</style>",
    "rules": "<style>" + "@a" * 100_000 + "{" * 100_000 + "</style>",
    "selectors": "<style>" + ",".join(["div div div:not(p)"] * 5_000) + "{display:none}</style>",
    "grids": "<style>div{display:grid;grid-template-columns:1fr 1fr}</style>" + "<div>" * 400 + "<div>1</div>" * 20_000,
    "rows": "<ul>" + "<li><span>甲</span><span>1</span><span>2</span></li>" * 20_000 + "</ul>",
    "strings": "<script>" + '"' * 100_000 + '"<p>' + "x" * 300_000 + "</script>",
    "links": "".join(f"<a href='{n}.xls'>{n}</a>" for n in range(20_000)),
    "labels": "<p>" + "打印 " * 50_000 + "</p>" + "<p>发布时间：</p>" * 20_000,
}


@pytest.mark.parametrize("inner", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_end(inner):
    begin = time.perf_counter()
    found = page(f"<p>{LONG}</p>{inner}")
    assert time.perf_counter() - begin < 8
    assert "broken" not in codes(found)
