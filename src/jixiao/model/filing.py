"""Filing (填报数据): what a unit enters for one year's self-evaluation, each figure once. What can be worked out is not in it.

Addresses. Every entered field has one, the same in the workbook, in YAML and in the files we write:

- ``unit``, ``year``, ``date``
- ``figures.<concept>.<column>`` or ``figures.<concept>``: ``figures.reception.final``, ``figures.staff``
- ``items.<n>.label|fund|last|budget|final`` (n from 1)
- ``texts.<section or field>``: ``texts.problems``, ``texts.savings``
- ``department.…`` and ``projects.<n>.…``: ``name``, ``supervisor``, ``implementer``, ``funds.<fund>.<column>``,
  ``goals.<n>.expected|achieved``, ``indicators.<n>.kind1|kind2|name|target|actual|weight|level|points|note|evidence``
- ``signoff.preparer|phone|head|date``, and of a sheet of its own: ``projects.<n>.signoff.…``

The id of a Figure is the same address without the leading ``figures.``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from jixiao.model.amount import Amount

COLUMNS = ("last", "budget", "final")  # 上年决算数, 本年预算数, 本年决算数
STAGES = ("initial", "adjusted", "executed")  # 年初预算数, 全年预算数, 全年执行数


@dataclass(frozen=True, slots=True)
class SpendingItem:
    """项目支出明细: one line of 项目支出 that the unit names itself (业务工作经费, 行政审批专项, 其他资金).

    ``concept`` is the row of the form that it belongs to (business_work_cost, running_special, city_special, other_funds);
    ``fund`` by which it is paid: general, gov_fund, state_capital, special, other.
    """

    label: str
    concept: str = ""
    fund: str = "general"
    last: Amount | None = None
    budget: Amount | None = None
    final: Amount | None = None


@dataclass(frozen=True, slots=True)
class FundEntry:
    """资金: one entered row of a project's money block. ``fund``: fiscal 当年财政拨款, carried 上年结转, other 其他资金."""

    fund: str
    initial: Amount | None = None
    adjusted: Amount | None = None
    executed: Amount | None = None


@dataclass(frozen=True, slots=True)
class GoalEntry:
    """年度总体目标: expected and achieved, one pair a goal."""

    expected: str
    achieved: str


@dataclass(frozen=True, slots=True)
class IndicatorEntry:
    """绩效指标 as entered.

    ``target`` and ``actual`` are as the table prints them (≥30万件, 98%, 有效提升); an actual value may refer to a figure:
    ``{整体支出}``. ``level`` (met, partly, unmet) and ``points`` only where judgement is left: a qualitative result, or a
    deduction the unit makes itself; otherwise the points are worked out.
    ``kind1``, ``kind2`` are ids as in model/appraisal.py.
    """

    kind1: str
    kind2: str
    name: str
    target: str
    actual: str
    weight: Decimal | None
    level: str = ""
    points: Decimal | None = None
    note: str = ""
    evidence: str = ""  # 佐证材料, for the reviewer; not printed in the sheet


@dataclass(frozen=True, slots=True)
class Signature:
    """填报签字: preparer, phone, head and date of a sheet."""

    preparer: str = ""
    phone: str = ""
    head: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """自评表 as entered. The department's own has no name and no funds: its money comes from ``Filing.figures``."""

    name: str = ""
    supervisor: str = ""
    implementer: str = ""
    funds: tuple[FundEntry, ...] = ()
    goals: tuple[GoalEntry, ...] = ()
    indicators: tuple[IndicatorEntry, ...] = ()
    signoff: Signature | None = None  # None: the filing's own


@dataclass(frozen=True)
class Filing:
    """填报数据 of one unit and year, for one form.

    ``figures``: ``<concept>.<column>`` or ``<concept>`` → the amount entered; only leaves, never a total that its parts make
    (total = sum of ``Concept.members`` that are entered). 整体支出 is entered only in its stages ``year_funds.initial`` and
    ``year_funds.adjusted``; what was executed is the sum of 基本支出 (staff_cost, public_cost and its kinds) and ``items``.
    ``texts``: the unit's own paragraphs by section id, a blank line between two; they may refer to figures: {项目支出}.
    """

    form: str
    unit: str
    year: int
    date: str = ""
    figures: Mapping[str, Amount] = field(default_factory=dict)
    items: tuple[SpendingItem, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    department: SheetEntry = SheetEntry()
    projects: tuple[SheetEntry, ...] = ()
    signoff: Signature = Signature()


@dataclass(frozen=True, slots=True)
class Mistake:
    """填报错误: something in what was entered that cannot be taken as it is.

    ``address`` as above; ``where`` as the user sees it (「部门自评表」!F12, 第14行, projects.2.indicators.3.target); ``value`` as entered;
    ``message`` says what is wrong and how to mend it; ``rule`` is an id of filing/mistakes.
    """

    address: str
    where: str
    value: str
    message: str
    message_en: str
    rule: str


@dataclass(frozen=True, slots=True)
class Understood:
    """理解说明: an entry that was read as something else than it was written as: ``１１０７．５`` → 1107.5万元."""

    address: str
    where: str
    value: str
    taken: str
