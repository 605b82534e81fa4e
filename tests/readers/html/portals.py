"""Pages as portals publish them, around the words of a known report: own words, the habits of several makers of sites."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from jixiao.model.document import Block, Paragraph, Table

TITLE = "岳阳市君山区行政审批服务局2023年度部门整体支出绩效自评报告"
MENU = "".join(
    f'<li><a href="/{n}">{word}</a></li>'
    for n, word in enumerate(("首页", "政务公开", "办事服务", "互动交流", "数据开放", "走进本区"))
)
NEWS = "".join(
    f'<li><a href="/a{n}.html">区{word}召开年度重点工作推进会议</a><span>2024-05-{n + 10}</span></li>'
    for n, word in enumerate(("教育局", "水利局", "民政局", "交通局", "司法局", "审计局", "统计局", "医保局"))
)
FOOT = (
    "<div class='{0}'><p><a href='/about'>关于我们</a> | <a href='/map'>网站地图</a> | <a href='/law'>法律声明</a></p>"
    "<p>主办：某区人民政府办公室　承办：某区大数据中心　技术支持电话：0000-0000000</p>"
    "<p>网站标识码：0000000000　备案号：某ICP备00000000号　建议使用1366*768分辨率浏览本站</p></div>"
)
META = (
    ("索 引 号", "0000000/2024-00317"),
    ("信息分类", "财政预决算"),
    ("发布机构", "君山区行政审批服务局"),
    ("发文日期", "2024-05-30"),
    ("文　　号", ""),
    ("信息时效性", "有效"),
)
FILES = ("附件1：部门整体支出绩效自评基础数据表.xlsx", "附件2：项目支出绩效自评表.doc")

Page = Callable[[str], str]


def plain(blocks: Sequence[Block], table: Callable[[Table], str] | None = None) -> str:
    """The report alone: a paragraph each, tables with their spans."""
    return "\n".join(
        f"<p>{escape(one.text)}</p>" if isinstance(one, Paragraph) else (table or spanned)(one) for one in blocks
    )


def spanned(table: Table) -> str:
    """A table of the language itself."""
    rows = ""
    for number in range(1, len(table.grid) + 1):
        cells = "".join(
            f'<td rowspan="{one.rows}" colspan="{one.columns}">{escape(one.text).replace(chr(10), "<br>")}</td>'
            for one in table.row(number)
            if one.row == number
        )
        rows += f"<tr>{cells}</tr>"
    return f'<table border="1" cellspacing="0">{rows}</table>'


def by_editor(body: str) -> str:
    """A content system with an editor's container, tools above it, attachments and neighbours below."""
    files = "".join(f'<li><a href="./P0{n}" appendix="true">{name}</a></li>' for n, name in enumerate(FILES))
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}_政务公开_某区人民政府</title>
<meta name="ArticleTitle" content="{TITLE}"><script>var page = {{"title": "{TITLE}", "data": [[1, 2], [3, 4]]}};</script></head>
<body><div class="header"><div class="logo">某区人民政府</div><div class="weather">今天是2024年5月31日 星期五</div></div>
<div class="menu_box"><ul>{MENU}</ul></div>
<div class="w1200"><div class="cur_pos">您现在的位置：<a href="/">首页</a> &gt; <a href="/z">政务公开</a> &gt; <a href="/j">绩效管理</a></div>
<div class="article"><h1>{TITLE}</h1>
<div class="article-info"><span>发布时间：2024-05-30 16:20</span><span>来源：区政务服务局</span><span>浏览次数：<b id="hits">312</b></span>
<span class="font-size">字体：[<a href="javascript:f(1)">大</a> <a href="javascript:f(2)">中</a> <a href="javascript:f(3)">小</a>]</span>
<a href="javascript:window.print()">打印本页</a></div>
<div class="view TRS_UEDITOR trs_paper_default"><div class="trs_editor_view">{body}</div></div>
<div class="fujian"><p>附件：</p><ul>{files}</ul></div>
<div class="ewm-box"><img src="q.png"><p>扫一扫在手机打开当前页</p></div>
<div class="share-box"><span>分享到：</span><a href="#">微信</a><a href="#">微博</a></div>
<div class="page-next"><p>上一篇：<a href="/1">君山区行政审批服务局2024年度部门预算公开</a></p><p>下一篇：<a href="/2">没有了</a></p></div>
<div><a href="javascript:window.close()">【关闭窗口】</a> <a href="javascript:p()">【打印】</a></div>
</div></div>{FOOT.format("footer")}<div id="pop" style="display:none">您访问的链接即将离开本网站，是否继续？</div></body></html>"""


def by_tables(body: str) -> str:
    """An old site laid out by nested tables, without one class name."""
    news = NEWS.replace("<li>", "<tr><td>·").replace("</li>", "</td></tr>").replace("<span>", "</td><td>")
    return f"""<html><head><title>君山区行政审批服务局</title></head><body bgcolor="#ffffff">
<table width="980" align="center"><tr><td><img src="top.jpg"></td></tr><tr><td><table><tr>
{MENU.replace("li>", "td>")}</tr></table></td></tr></table>
<table width="980" align="center"><tr><td width="220" valign="top"><table><tr><td>通知公告</td></tr>{news.replace("</span>", "")}</table></td>
<td valign="top"><table width="100%"><tr><td>当前位置：<a href="/">首页</a> → <a href="/n">财政信息</a> → 正文</td></tr>
<tr><td align="center"><font size="5"><b>{TITLE}</b></font></td></tr>
<tr><td align="center">作者：办公室　来源：本站　点击数：312　更新时间：2024-05-30　【字体：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】</td></tr>
<tr><td>{body}</td></tr>
<tr><td align="right">【<a href="#">打印此文</a>】【<a href="#">关闭窗口</a>】</td></tr>
<tr><td>上一篇：<a href="/1">关于做好防汛值班工作的通知</a></td></tr><tr><td>下一篇：没有了</td></tr></table></td></tr></table>
<table width="980" align="center"><tr><td align="center">版权所有：君山区行政审批服务局　地址：某区某路1号　邮编：000000</td></tr></table></body></html>"""


def by_catalogue(body: str) -> str:
    """Government information disclosure: a table of what the document is above the words, a list of others beside them."""
    pairs = [META[n : n + 2] for n in range(0, len(META), 2)]
    rows = "".join(
        "<tr>" + "".join(f"<th>{name}：</th><td>{said}</td>" for name, said in pair) + "</tr>" for pair in pairs
    )
    return f"""<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{TITLE}</title></head><body>
<div id="app"><div class="topnav"><a href="/">政府信息公开</a><a href="/zn">公开指南</a><a href="/zd">公开制度</a><a href="/nb">公开年报</a></div>
<div class="container"><div class="left-list"><h3>法定主动公开内容</h3><ul>{NEWS}</ul></div><div class="right-con">
<table class="xxgk_table" width="100%">{rows}<tr><th>名　　称：</th><td colspan="3">{TITLE}</td></tr></table>
<div class="tool"><span>【字体：<a>大</a> <a>中</a> <a>小</a>】</span><span>收藏</span><span>打印</span></div>
<h2 class="xq-title">{TITLE}</h2><div id="zoom" class="xq-con">{body}</div>
<p class="zrbj">责任编辑：张　编</p></div></div>{FOOT.format("bottom-info")}</div>
<script type="application/json" id="__DATA__">{{"list":[{{"name":"绩效","amount":"1200.5"}}]}}</script></body></html>"""


def by_list_of_facts(body: str) -> str:
    """The same facts as a list, in elements that a frame fills, with floating tools and a question box."""
    facts = "".join(f"<li><label>{name}：</label>{said}</li>" for name, said in META)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>某区人民政府 绩效管理 {TITLE}</title></head><body>
<div class="gotop-fixed"><a>返回顶部</a><a>智能问答</a><a>无障碍</a></div><header><nav><ul>{MENU}</ul></nav></header>
<main class="detail-wrap"><section><ul class="info-list clearfix">{facts}</ul><h1 id="ivs_title">{TITLE}</h1>
<div class="pages-date">2024-05-30 16:20 <span class="font">来源：政务服务局</span> 【字体：大 中 小】<span class="mhide">打印</span></div>
<div class="pages_content" id="UCAP-CONTENT">{body}</div>
<div class="xgwj"><h4>相关文件</h4><ul><li><a href="/1">关于开展2023年度部门整体支出绩效自评工作的通知</a></li></ul></div>
<div class="pj"><p>您觉得本篇文章是否对您有帮助？</p><button>有帮助</button><button>没有帮助</button></div></section></main>
<footer><p>主办单位：某区人民政府</p><p>网站地图</p></footer></body></html>"""


def by_word(body: str) -> str:
    """What Word saves as a page: conditional comments, its own header and footer, empty paragraphs of its own."""
    words = body.replace("<p>", '<p class=MsoNormal style="text-indent:24.0pt"><span lang=EN-US>').replace(
        "</p>", "<o:p></o:p></span></p>"
    )
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>a</o:Author></o:DocumentProperties></xml><![endif]-->
<style><!-- p.MsoNormal {{mso-style-unhide:no;}} @page WordSection1 {{size:595.3pt 841.9pt;}} --></style></head>
<body lang=ZH-CN><div class=WordSection1>{words}</div>
<div style='mso-element:footer' id=f1><p class=MsoFooter><span style='mso-element:field-begin'></span>PAGE<span>1</span></p></div>
</body></html>"""


PAGES: dict[str, Page] = {
    "an editor's container": by_editor,
    "nested tables": by_tables,
    "a catalogue entry": by_catalogue,
    "a list of facts": by_list_of_facts,
    "saved by Word": by_word,
}
