"""What a file name says besides the unit (文件名): kind of paper, year, state of editing. What is left names the unit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from jixiao.batch.inputs.found import suffix_of

# Longer words first where one begins another.
_NOISE = re.compile(
    r"20\d\d\s*(?:年度|年)?|\d{1,2}月(?:\d{1,2}日)?|[vV]\d+(?:\.\d+)*"
    r"|附\s*(?:件|表|录)\s*[（(]?(?:\d{1,2}(?:[-—.]\d{1,2})?|[一二三四五六七八九十]{1,3})?[）)]?"
    r"|绩效目标|绩效自评|绩效评价|绩效|自我评价|自评价|自评|评价|整体支出|项目支出|部门支出|预算支出|财政支出|整体|支出"
    r"|部门(?:[（(]单位[）)])?|单位(?:[（(]部门[）)])?|部门预算|部门决算|预算|决算|基础数据|指标体系|指标|考核|评分|打分"
    r"|总结|情况|说明|报告|报表|报送|上报|汇总|综述|正文|封面|签字|签章|签名|盖章|公章|扫描件?|影印件?|复印件?|电子版|纸质版|公开版?"
    r"|初稿|送审稿|送审|修改稿?|定稿|终稿|最终版?|最新版?|正式版?|改好|副本|复件|新建|未命名|文档|表格|材料|资料|佐证|打印版?|关于|开展"
    r"|\bfinal\b|\bcopy\b|\bscan\b|\bbody\b|\btables?\b|\breport\b"
)
_REST = re.compile(r"[\W\d_a-zA-Z]+|[的表年度及和与]")
_WORD = re.compile(r"[一-鿿]{2,}")
_ORGAN = re.compile(
    r"(?:局|委员会|委|办公室|办|厅|院|中心|学校|[中小]学|幼儿园|医院|[镇乡]|[镇乡]政府|人民政府|街道|街道办事处|总队|支队|大队)$"
)
_SUB = re.compile(
    r"附\s*[件表录].*|佐证.*|材料|资料|表格?|正文|封面|签字.*|盖章.*|扫描.*|电子版|word|excel|pdf|docx?|xlsx?",
    re.IGNORECASE,
)


def named(name: str) -> str:
    """What a file's name says of whom it is: 君山区行政审批局 of 附件2 君山区行政审批局2023年自评表（定稿）.xlsx; "" for nothing."""
    return "".join(pieces(name))


def pieces(name: str) -> list[str]:
    """The same, one piece between each two words that say something else."""
    stem = unicodedata.normalize("NFKC", name.removesuffix(suffix_of(name)).rpartition("/")[2])
    return [piece for piece in _WORD.findall(_NOISE.sub(" ", stem)) if _REST.sub("", piece)]


def organs(names: Iterable[str]) -> list[str]:
    """The units that some file names surely name: words that end as organs do."""
    return sorted({word for name in names if _ORGAN.search(word := named(name))})


def is_part_folder(name: str) -> bool:
    """Whether a folder holds parts of the report above it: 附件, 佐证材料, 扫描件."""
    return _SUB.fullmatch(unicodedata.normalize("NFKC", name).strip()) is not None
