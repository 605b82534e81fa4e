"""The fixed words of workbook and page of a batch, in Chinese and English side by side."""

from __future__ import annotations

from jixiao.writers.speech import say as say_elsewhere

_WORDS: dict[str, tuple[str, str]] = {
    "title": ("绩效自评报告批量审核结果", "Audit of performance self-evaluations"),
    "about_sheet": ("说明", "About"),
    "reports_sheet": ("报告", "Reports"),
    "findings_sheet": ("问题", "Findings"),
    "units_sheet": ("单位", "Units"),
    "rules_sheet": ("规则", "Rules"),
    "unit": ("单位", "unit"),
    "units": ("单位数", "units"),
    "report": ("报告文件", "report"),
    "reports": ("报告数", "reports"),
    "verdict": ("读取结果", "verdict"),
    "difference": ("相差", "differs by"),
    "format": ("文件格式", "format"),
    "notes": ("读取说明", "reading notes"),
    "sha256": ("文件校验值", "sha-256"),
    "code": ("规则", "rule"),
    "message": ("说明", "message"),
    "where": ("位置", "place"),
    "quote": ("原文", "quote"),
    "verified": ("依据核实", "verified"),
    "unverified": ("未核实", "not verified"),
    "state": ("与上次比", "since last time"),
    "opinion": ("处理意见", "opinion"),
    "opinions": ("属实、不属实、已改正、待核", "true、not true、mended、open"),
    "remark": ("备注", "remark"),
    "unread": ("未读出", "not read"),
    "mean_stated": ("填报平均分", "mean stated score"),
    "mean_computed": ("复算平均分", "mean recomputed score"),
    "title_column": ("标题", "title"),
    "differing": ("填报分与复算分不同的报告", "reports whose stated score is not the recomputed one"),
    "how": ("怎样使用", "how to use"),
    "how_text": (
        "表头可筛选；“处理意见”可下拉选择。“看不清”是扫描件上认不准的字，没有判为错误，请对照原件。",
        "Filter by the heads; choose an opinion from the list. “not readable”: words on a scan, nobody is accused of them.",
    ),
    "left_out": ("没有列出的问题", "findings not listed"),
    "left_out_text": ("报告很多，另有 {n} 条（主要是提示）没有列出，见 findings.parquet", "{n} more (hints, mostly) stand only in findings.parquet"),
    "by_rule": ("最常见的问题", "What is wrong most often"),
    "by_unit": ("错误最多的单位", "Units with the most errors"),
    "by_score": ("填报总分的分布", "Scores as stated"),
    "by_verdict": ("读出与未读出", "Read and not read"),
    "by_reason": ("没有读出的原因", "Why reports were not read"),
    "count": ("份", "reports"),
    "findings_count": ("条", "findings"),
    "score_alt": ("各分数段的报告份数", "reports by band of scores"),
    "all_units": ("全部单位", "All units"),
    "all_reports": ("报告", "Reports"),
    "first_only": (
        "这里列出问题最多的 {n} 份，其余 {m} 份见 审核结果.xlsx。",
        "The {n} reports with the most findings; the other {m} stand in the workbook.",
    ),
    "nearly_full": ("{share} 的报告填报 99 分以上", "{share} of the reports state 99 points or more"),
    "find": ("输入单位、文件名或规则筛选", "type to filter"),
    "no_unit": ("（单位未识别）", "(unit not recognised)"),
    "data_files": ("数据文件", "data files"),
    "times": ("条数", "findings"),
}  # fmt: skip

VERDICTS: dict[str, tuple[str, str]] = {
    "read": ("已审核", "audited"), "refused": ("读不出", "unreadable"), "timed_out": ("超时", "timed out"),
    "crashed": ("读取中断", "crashed"), "internal": ("工具出错", "tool failed"),
}  # fmt: skip
STATES: dict[str, tuple[str, str]] = {"new": ("新增", "new"), "unchanged": ("未变", "unchanged")}
GRADES: dict[str, tuple[str, str]] = {
    "优": ("优", "excellent"),
    "良": ("良", "good"),
    "中": ("中", "fair"),
    "差": ("差", "poor"),
}


def say(key: str, lang: str = "zh", **values: object) -> str:
    """A fixed word of a batch, or one that single audits have as well."""
    if key not in _WORDS:
        return say_elsewhere(key, lang, **values)
    text = _WORDS[key][lang == "en"]
    return text.format_map(values) if values else text
