"""Units (计量单位) as printed: 万元, 千件, 亿元, %, ㎡ … to a dimension and a factor."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

MONEY = "元"
PERCENT = "%"
POINTS = "百分点"
TIMES = "倍"

_PREFIXES = {"百": Decimal(100), "千": Decimal(1000), "万": Decimal(10_000), "十万": Decimal(100_000), "百万": Decimal(1_000_000),
             "千万": Decimal(10_000_000), "亿": Decimal(100_000_000), "万亿": Decimal(10**12)}  # fmt: skip
_SAME = {"块": "元", "块钱": "元", "圆": "元", "人民币元": "元", "个百分点": POINTS, "‰": "‰", "平方米": "㎡", "m2": "㎡", "m²": "㎡",
         "名": "人", "人次": "人次", "平米": "㎡", "％": PERCENT, "百分比": PERCENT, "百分之": PERCENT}  # fmt: skip


@lru_cache(maxsize=1024)
def unit_of(printed: str) -> tuple[str, Decimal]:
    """Dimension and factor of a printed unit: 万元 → (元, 10000), 千件 → (件, 1000), % → (%, 1), "" → ("", 1)."""
    if printed in _SAME:
        return _SAME[printed], Decimal(1)
    for size in (2, 1):
        head, rest = printed[:size], printed[size:]
        if head in _PREFIXES and printed not in ("百分点", "千瓦", "千米", "千克", "百户"):
            return _SAME.get(rest, rest), _PREFIXES[head]
    return printed, Decimal(1)
