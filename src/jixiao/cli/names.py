"""Placeholders and the file names of examples in English."""

from __future__ import annotations

_ENGLISH = {
    "全县报告/": "county/", "全县.": "county.", "审核结果/": "results/", "第二次/": "second/", "新规则/": "new-rules/", "库/": "kept/",
    "台账库/": "store/", "台账/": "records/", "空表/": "empty/", "指标.": "indicators.", "逾期件.": "late.", "问题.": "problems.",
    "台账库": "STORE", "台账": "RECORDS", "指标": "INDICATOR", "期间": "PERIOD",
    "旧结果": "OLD", "名单": "LIST", "秒": "SECONDS", "地址": "ADDRESS",
    "报告/*.docx": "reports/*.docx", "报告...": "REPORT...", "报告.": "report.", "审核结果.": "results.", "带批注.": "commented.", "改正.": "repaired.",
    "预审.": "preview.", "问题清单.": "findings.", "读懂的内容.": "understood.", "结果/": "results/", "文件.docx": "FILE.docx", "代码,…": "CODE,…",
    "填报-标错.": "filing-marked.", "填报.": "filing.", "上年.": "last-year.", "数据.": "data.", "年度": "YEAR", "个数": "N",
    "成套/": "package/", "草稿/": "draft/", "文件夹": "FOLDER", "种类,…": "KIND,…",
    "单位": "UNIT", "数据": "DATA", "副本": "COPY", "规则包": "PACK", "报告": "REPORT", "格式": "FORM", "名称": "NAME", "代码": "CODE", "文件": "FILE",
}  # fmt: skip


def named(text: str, lang: str) -> str:
    """A placeholder or the line of an example in a language."""
    if lang == "en":
        for zh, en in _ENGLISH.items():
            text = text.replace(zh, en)
    return text
