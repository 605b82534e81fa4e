"""Mark (考核分): what the bureau's 100-point sheet for the self-evaluation work would give for one item, as far as the report tells."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jixiao.model.finding import Finding

Words = tuple[str, str]  # Chinese, English


@dataclass(frozen=True, slots=True)
class Better:
    """更高一档: the next better band of an item, the points that it is worth more, and what is lacking for it.

    ``lacks`` are features and how many more of each are needed: items, directions, causes, facts, answered, concrete.
    """

    name: Words
    gain: Decimal
    lacks: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """考核评分的一项.

    ``low`` and ``high`` bound the points, None where the report cannot tell (``why`` names what the bureau looks at).
    ``by``: count (counted by the rule), share and judged and band (estimated by features that we chose), evidence.
    ``findings`` are what speaks against full points; ``each`` is what one of them costs (one row, one missing chapter).
    """

    id: str
    block: str
    item: Words
    most: Decimal
    low: Decimal | None
    high: Decimal | None
    by: str
    why: Words
    findings: tuple[Finding, ...] = ()
    cite: str = ""
    each: Decimal = Decimal(0)
    better: Better | None = None

    @property
    def estimated(self) -> bool:
        """Whether the points rest on features that we chose (本工具的估计)."""
        return self.by in ("share", "judged", "band")

    @property
    def lost(self) -> Decimal:
        """Points lost, the middle of what is thought possible; 0 where the report cannot tell."""
        return self.most - (self.low + self.high) / 2 if self.low is not None and self.high is not None else Decimal(0)
