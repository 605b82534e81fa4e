"""Words and numbers of a sentence that carry meaning for figures, in order (词法)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from jixiao.forms import concepts
from jixiao.model.quantities import Quantity, quantities

# Kinds of token. The value is a direction, a stage, a year offset, a concept … as the table below says.
QUANTITY, LABEL, STAGE, DIRECTION, TO, SHARE, LAST, YEAR, THIS, VERSUS, COMPARE = range(11)
OF, EACH, REASON, DONE, SCOPE, BREAK, END, OPEN, CLOSE, IDLE = range(11, 21)


class Token(NamedTuple):
    """One token: its kind, what it means, and where it stands in the plain text."""

    kind: int
    value: object
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Words:
    kind: int
    value: object
    words: str


_TABLE = (
    _Words(DIRECTION, 1, "增加 增长 上升 提高 上涨 增幅为 增幅 增长率为 增长率 净增 净增加 增多 增支 超支 增加额 增加了 增长了 上升了 增加率 增长幅度 增加幅度 增长比例 升幅 涨幅 增加比例"),
    _Words(DIRECTION, -1,
        "减少 下降 降低 压减 压缩 缩减 节约 节省 降幅为 降幅 减幅 下降率 核减 调减 减支 减少了 下降了 降低了 节约了 减少率 降低率 减幅为 减少额 减少幅度 下降幅度 "
        "降低幅度 减少比例 下降比例 节约率 节约率为 节支率",
    ),
    _Words(DIRECTION, None, "差值为 差值 差额为 差额 相差 差异额"),
    _Words(DIRECTION, 0, "持平 无变化 没有变化 无增减变化 无增减 保持不变 相一致 保持一致 基本持平 基本一致 一致"),
    _Words(TO, None, "增加到 增长到 增至 提高到 提高至 上升到 上升至 减少到 减少至 减至 降至 降到 下降到 下降至 降低到 降低至 压减至 压减到 增加至 增长至 减少为 增加为 缩减至"),
    _Words(SHARE, None, "占比为 占比 占 比重为 比重 所占比例"),
    _Words(LAST, -1, "上年度 上年 去年 上一年度 上一年 上年同期 去年同期"),
    _Words(THIS, 0, "本年度 本年 当年 今年 全年 年度 本期"),
    _Words(VERSUS, None, "比 较 相比 同比 对比 与 同 相较 比较"),
    _Words(COMPARE, 1, "大于 高于 多于 超过 超出"),
    _Words(COMPARE, -1, "小于 低于 少于"),
    _Words(COMPARE, 0, "等于"),
    _Words(OF, None, "其中 包括 包含 具体为 分别是 分别为 用于以下方面 用于以下几个方面 用于以下几方面 构成如下 结构如下 情况如下 明细如下 按性质分 "
           "按支出性质分 按功能分类科目 按经济分类科目 按功能分类 按经济分类 按资金来源分 分项情况是"),
    _Words(EACH, None, "分别"),
    _Words(REASON, None, "主要原因是因为 主要原因是由于 主要原因 增加原因 减少原因 变动原因 变化原因 原因是 原因为 原因 主要是因为 主要是由于 主要由于 主要因 主要系 主要是 是由于 是因为 系因"),
    _Words(DONE, None, "完成 为 达到 达 占到 实现"),
    _Words(STAGE, "initial", "年初预算数 年初预算 年初批复 年初部门预算 年初安排 年初预算安排 期初预算 年初下达 年初数"),
    _Words(STAGE, "adjusted", "全年预算数 全年预算 调整预算数 调整预算 调整后预算数 调整后预算 预算调整数 调整后 变动后预算 调整预算安排 全年调整预算"),
    _Words(STAGE, "budget", "预算数 预算安排 预算金额 预算总额 预算批复 批复预算 预算 安排 计划 应付 下达 预算数据"),
    _Words(STAGE, "final", "决算数 决算 实际支出 实际执行数 实际执行 实际完成 执行数 执行 实际开支 实际使用 实际支付 实际到位 开支 发生 支付 列支 使用 实际 支出数 实际拨付 拨付 决算数据"),
    _Words(SCOPE, "department", "本部门 全部门"),
    _Words(SCOPE, "unit", "本单位 局本级 机关本级 本级"),
    _Words(IDLE, None, "新增 追加 调增 年中新增 提高了服务 不断提高 进一步提高 有效提高 预算绩效 预算管理 预算编制 预算单位 预算项目 预算法 预算资金 决算公开 预决算 支出绩效 执行情况 执行中 "
           "较为 较好 较大 比例 比如 同时 同意 与会 共同 一同 会同 较高 较强 参与 给与 与其 比较好 使用情况 使用权 认为 作为 成为 为了 因为 行为 为主 为民 为进一步 减少资金 占用 占地 抢占 侵占 合同 年度内 年度工作"),
)  # fmt: skip
# Concepts that are at the same time a fund which figures are paid from.
FUNDS = {"general_budget": "general", "gov_fund": "gov_fund", "state_capital": "state_capital", "fiscal_appropriation": "fiscal",
         "special_account": "special", "other_funds": "other", "own_funds": "other"}  # fmt: skip
_BREAKS = {
    "，": BREAK,
    "；": BREAK,
    "。": END,
    "！": END,
    "？": END,
    "\n": END,
    "（": OPEN,
    "）": CLOSE,
    "、": BREAK,
    "：": BREAK,
}
# 多 and 少 (增 and 减) say a direction only right before a number: 比上年多12.3万元.
_SHORT = {"多": 1, "少": -1, "增": 1, "减": -1, "降": -1, "升": 1}
_YEAR = r"(?:19|20)\d{2}\s*年度?"


@cache
def _vocabulary() -> tuple[re.Pattern[str], dict[str, tuple[int, object]]]:
    words: dict[str, tuple[int, object]] = {}
    for concept in concepts().values():
        words.update(dict.fromkeys((w for w in (concept.label, *concept.aliases) if len(w) > 1), (LABEL, concept.id)))
    for word in [w for w in words if w.endswith(("预算", "决算", "预算数", "决算数"))]:
        # “三公”经费预算 is the concept with its stage; 政府性基金预算 is the name of a fund
        stem = word.removesuffix("数")[:-2]
        if words.get(stem) == words[word] and words[word][1] not in FUNDS:
            del words[word]
    for row in _TABLE:
        words.update(dict.fromkeys(row.words.split(), (row.kind, row.value)))
    words.update({char: (kind, char) for char, kind in _BREAKS.items()})
    words.pop("其他", None)
    first = "".join(sorted({re.escape(w[0]) for w in words} | set(_SHORT)))
    longest = sorted(words, key=len, reverse=True)
    short = f"[{''.join(_SHORT)}](?=(?:支出|支|开支)?了?\\s?\\d)"
    pattern = re.compile(f"(?=[{first}12])(?:{'|'.join(map(re.escape, longest))}|{_YEAR}|{short})")
    return pattern, words


def tokens(plain: str) -> list[Token]:
    """The tokens of a plain text in order; a word inside a number's span (sign, unit) is not one."""
    pattern, words = _vocabulary()
    numbers = quantities(plain)
    result: list[Token] = []
    waiting = iter(numbers)
    number: Quantity | None = next(waiting, None)
    for match in pattern.finditer(plain):
        start, end = match.span()
        while number is not None and number.start <= start:
            result.append(Token(QUANTITY, number, number.start, number.end))
            number = next(waiting, None)
        if result and result[-1].kind == QUANTITY and start < result[-1].end:
            continue
        word = match.group()
        known = words.get(word)
        if known is not None:
            result.append(Token(known[0], known[1], start, end))
        elif word[0].isdigit():
            result.append(Token(YEAR, int(word[:4]), start, end))
        else:
            result.append(Token(DIRECTION, _SHORT[word], start, end))
    while number is not None:
        result.append(Token(QUANTITY, number, number.start, number.end))
        number = next(waiting, None)
    return result
