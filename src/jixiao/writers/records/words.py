"""The words about indicators from records, in Chinese and English, for every format."""

from __future__ import annotations

_WORDS: dict[str, tuple[str, str]] = {
    "title": ("指标计算结果", "Indicators from records"),
    "listing": ("指标背后的记录", "Records behind an indicator"),
    "period": ("期间", "period"),
    "store": ("数据", "records"),
    "summary": ("{n} 个指标，{known} 个算出，{rest} 个没有数据可算", "{n} indicators: {known} computed, {rest} without the records they need"),
    "summary_all": ("{n} 个指标，全部算出", "{n} indicators, all computed"),
    "known": ("算出的指标", "Computed"),
    "unknown": ("没有算出的（{n} 个）", "Not computed ({n})"),
    "code": ("代码", "code"), "name": ("指标", "indicator"), "value": ("数值", "value"), "unit": ("单位", "unit"),
    "fraction": ("分子 ÷ 分母", "numerator ÷ denominator"), "numerator": ("分子", "numerator"),
    "denominator": ("分母", "denominator"), "rows": ("计入记录", "rows counted"), "read": ("读入行", "rows read"),
    "refused": ("未采用行", "rows refused"), "replaced": ("被更新的行", "rows replaced"),
    "start": ("起", "from"), "end": ("止（不含）", "until (excluded)"),
    "definition": ("口径", "definition"), "cite": ("依据", "basis"), "verified": ("依据已核实", "verified"),
    "reason": ("原因", "reason"), "query": ("查询", "query"), "sources": ("数据来源", "sources"),
    "hash": ("校验值 SHA-256", "SHA-256"), "table": ("表", "table"), "file": ("文件", "file"), "proof": ("计算依据", "proof"),
    "unverified": ("「未核实」", " (unverified)"), "own": ("自拟口径", "our own definition"), "span": ("统计时段", "span of time"),
    "month": ("月份", "month"), "org": ("组织单位", "organisation"), "measure": ("算法", "measure"),
    "rate": ("比率：100 × 分子合计 ÷ 分母合计", "rate: 100 × sum of numerators ÷ sum of denominators"),
    "mean": ("均值：分子合计 ÷ 分母合计", "mean: sum of numerators ÷ sum of denominators"),
    "total": ("合计：分子相加", "total: sum of numerators"),
    "by_month": ("按月", "By month"), "by_unit": ("按单位", "By organisation"), "nobody": ("（未填单位）", "(no organisation)"),
    "few_units": ("{title}：数值最低的 {n} 个（共 {m} 个）", "{title}: the lowest {n} of {m}"),
    "first": ("列出前 {n} 条，共 {m} 条；用 --limit 多列", "the first {n} of {m}; more with --limit"),
    "all": ("共 {m} 条", "{m} in all"),
    "none": ("没有这样的记录。", "There are none."),
    "unfold": ("点开每个指标，看计算依据、各月和各单位的数值。", "Unfold an indicator to see its proof, its months and its organisations."),
    "find": ("查找指标", "find an indicator"),
    "made": ("由 jixiao {version} 计算", "computed by jixiao {version}"),
}  # fmt: skip


def tell(key: str, lang: str, **values: object) -> str:
    """A fixed word or sentence."""
    return _WORDS[key][lang == "en"].format_map(values)
