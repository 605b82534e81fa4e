"""Appraisal (自评表): funds, goals and indicators of the department or of one project, as filled in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jixiao.model.amount import Amount
from jixiao.model.place import Place


@dataclass(frozen=True, slots=True)
class Field:
    """填报项: one filled (or empty) field. ``text`` is plain and trimmed; ``amount`` where it is one number."""

    text: str
    place: Place
    amount: Amount | None = None

    def __bool__(self) -> bool:
        """Whether anything was filled in; dashes count as filled in, blanks do not."""
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Target:
    """指标值: sign and bounds.

    ``sign``: ``>=  <=  >  <  =`` (printed or worded, as in 不低于), ``range``, ``text`` for a qualitative target,
    ``""`` for a number without a sign. ``low`` is the only bound except in a range. ``wording`` is set when the
    field names a method or nothing measurable (定性, 及时率).
    """

    sign: str
    low: Amount | None
    high: Amount | None
    text: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """绩效指标: one row of a 自评表, or one sentence that states the same. Absent columns are None."""

    name: Field
    target: Field
    actual: Field
    goal: Target
    level1: Field | None = None
    level2: Field | None = None
    weight: Field | None = None
    score: Field | None = None
    note: Field | None = None  # 偏差原因分析及改进措施
    kind1: str = ""  # cost 成本, output 产出, benefit 效益, satisfaction 满意度, execution 预算执行率
    kind2: str = ""  # quantity, quality, timeliness, cost_…, economic, social, ecological, sustained, satisfaction
    stated1: Decimal | None = None  # points printed beside the first level: 产出指标（50分）

    @property
    def place(self) -> Place:
        """Where the row stands: its name, or its target where there is no name."""
        return self.name.place if self.name else self.target.place


@dataclass(frozen=True, slots=True)
class FundLine:
    """资金行: one row of the money block: 年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分.

    ``fund``: total 年度资金总额, general, gov_fund, state_capital, special, other, fiscal 当年财政拨款,
    carried 上年结转, basic 基本支出, project 项目支出, or "" for a row that we do not know.
    A row of the kind 「一般公共预算：954.17」 has only ``executed`` or, where the form says so, only ``adjusted``.
    """

    fund: str
    label: Field
    initial: Field | None = None
    adjusted: Field | None = None
    executed: Field | None = None
    weight: Field | None = None
    rate: Field | None = None
    score: Field | None = None
    sole: Field | None = None  # the one figure of 「一般公共预算：954.17」


@dataclass(frozen=True, slots=True)
class Goal:
    """年度总体目标: what was expected and what is said to have been done."""

    expected: Field
    achieved: Field


@dataclass(frozen=True, slots=True)
class SignOff:
    """填报签字行: 填表人, 填报日期, 联系电话, 单位负责人签字. Absent entries are None, blank ones are empty fields."""

    preparer: Field | None
    date: Field | None
    phone: Field | None
    head: Field | None
    place: Place


@dataclass(frozen=True, slots=True)
class Appraisal:
    """自评表 of the department (``kind`` department) or of one project (``kind`` project)."""

    kind: str
    name: Field | None
    place: Place
    block: int  # the (first) table it stands in, or the paragraph
    supervisor: Field | None = None  # 主管部门
    implementer: Field | None = None  # 实施单位
    funds: tuple[FundLine, ...] = ()
    goals: tuple[Goal, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    total_weight: Field | None = None
    total_score: Field | None = None
    signoff: SignOff | None = None
    complete: bool = True  # False where only part of the table was found (a table cut off, a few sentences)

    @property
    def fund(self) -> FundLine | None:
        """The 年度资金总额 row."""
        return next((line for line in self.funds if line.fund == "total"), None)
