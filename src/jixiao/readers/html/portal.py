"""Words of a portal that are no part of an article (门户用语): where it stands, who published it, how to print it."""

from __future__ import annotations

import re

# One of these alone says that a line is not the report's: facts with their words behind them, tools with none.
_FACTS = (
    "(?:您?(?:现在|当前)?的?(?:所在)?|当前)位置", "索引号", "信息(?:分类|来源|类别|索引|时效性?)", "(?:主题|组配|体裁|服务对象)分类", "发布(?:机构|时间|日期)",
    "(?:公开|生成|更新|录入)(?:日期|时间)", "公开(?:方式|形式|范围|时限|程序|属性)", "(?:浏览|点击|阅读|访问)(?:次数|量|数)", "(?:责任|网站|文章)编辑",
    "(?:上|下)一(?:篇|条|页|则)", "版权所有", "(?:网站)?(?:ICP)?备案(?:编)?号", "网站标识码", "(?:相关|延伸)(?:附件|文件|链接|新闻|阅读|信息|文章|解读)",
)  # fmt: skip
_TOOLS = (
    "(?:文章)?(?:字体|字号)(?:大小)?", "打印(?:本页|此[文页]|正文|文章)?", "关闭(?:窗口|本页|此页)?", "保存本页", "收藏(?:本[页文])?", "(?:分享|转发|推荐)(?:到|至|给)",
    "(?:微信|手机)?扫一扫[^。]{0,16}", "返回(?:顶部|首页|列表|上[一级]页?)", "网站(?:地图|声明)", "(?:智能)?语音(?:播报|朗读)", "无障碍(?:浏览|阅读)",
    "您?觉得(?:本|这)篇?文章[^。]{0,20}",
)  # fmt: skip
# These do beside one of those.
_LIKELY = (
    "来源", "作者", "编辑", "文号", "(?:成|发)文(?:日期|机关|字号)", "(?:名称|标题|主题词|关键[词字]|内容概述)", "主办(?:单位)?", "承办(?:单位)?",
    "技术支持(?:电话)?", "(?:联系)?电话", "地址", "邮编", "日期", "时间", "有效性", "(?:初|复|终)审", "大", "中", "小", "微博", "微信", "QQ空间",
)  # fmt: skip
_BREAK = r"[\s\u3000|丨/·【】\[\]（）()〔〕:：>→»,，]"
_BEFORE = r"(?:^|(?<=[\s\u3000|丨/·】\[【（(\]]))"
_NAMES = f"(?:(?P<fact>{'|'.join(_FACTS)})|(?P<tool>{'|'.join(_TOOLS)})|(?:{'|'.join(_LIKELY)}))"
_LABEL = re.compile(f"{_BEFORE}{_NAMES}(?={_BREAK}|$)")
_SPREAD = re.compile(
    r"(?<=[\u4e00-\u9fff])[ \u00a0\u3000]+(?=[\u4e00-\u9fff](?:[ \u00a0\u3000]|[:：]|$))"
)  # 索 引 号 : 文　　号
_DATE = re.compile(
    r"[\[（(]?20\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?[\]）)]?"
)
_LONGEST = 900  # characters of a list of facts
_VALUE = 80  # characters of one fact
_NO_VALUE = 8  # characters behind a tool: brackets and bars


def is_portal(text: str) -> bool:
    """Whether an element says nothing but what a portal says around an article."""
    if not text or len(text) > _LONGEST or "。" in text:
        return False
    text = _SPREAD.sub("", text)
    labels = list(_LABEL.finditer(text))
    if not labels or _DATE.sub("", text[: labels[0].start()]).strip(" \t\u3000|·【[（("):
        return False
    if not any(one["fact"] or one["tool"] for one in labels):
        return False
    ends = [*(one.start() for one in labels[1:]), len(text)]
    return all(end - one.end() <= (_NO_VALUE if one["tool"] else _VALUE) for one, end in zip(labels, ends, strict=True))


def facts(text: str) -> int:
    """How many facts about a document, as portals list them, some words name."""
    return sum(1 for one in _LABEL.finditer(_SPREAD.sub("", text)) if one["fact"])


def is_date(text: str) -> bool:
    """Whether words are a date alone, as beside each entry of a list."""
    return _DATE.fullmatch(text.strip()) is not None
