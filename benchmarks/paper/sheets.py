"""Tables of known truth: seven ways in which reports set theirs, with made-up units and figures."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Spot:
    """One cell: its place from 0, how far it reaches, its words, whether they stand at the right."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    right: bool = False


@dataclass(frozen=True)
class Sheet:
    """One table: its cells, the share of the width of each column, rows of its head, the lines that are drawn.

    ``lines``: all, across (between rows), three (三线表), none.
    """

    kind: str
    spots: tuple[Spot, ...]
    widths: tuple[float, ...]
    heads: int
    lines: str

    @property
    def height(self) -> int:
        """Its rows."""
        return max(one.row + one.rows for one in self.spots)


@dataclass(frozen=True)
class Sample:
    """One document: words above, a table or none, words below."""

    above: tuple[str, ...]
    sheet: Sheet | None
    below: tuple[str, ...]


_THINGS = ("办公费", "印刷费", "水费", "电费", "邮电费", "差旅费", "维修（护）费", "会议费", "培训费", "公务接待费", "劳务费", "委托业务费", "工会经费",
           "福利费", "公务用车运行维护费", "其他交通费用", "税金及附加费用", "其他商品和服务支出", "办公设备购置", "信息网络及软件购置更新")  # fmt: skip
_INCOME = ("一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入",
           "其他收入", "使用非财政拨款结余", "年初结转和结余")  # fmt: skip
_SPENDING = ("一般公共服务支出", "教育支出", "科学技术支出", "文化旅游体育与传媒支出", "社会保障和就业支出", "卫生健康支出", "节能环保支出", "城乡社区支出",
             "农林水支出", "住房保障支出")  # fmt: skip
_GOALS = ("窗口办件按时办结率", "基层便民服务中心提质建设达标数量", "政务服务事项网上可办率", "热线工单按期办结率", "群众对窗口服务的满意程度", "业务培训人次",
          "一件事一次办事项上线数", "政务大厅日常运行维护成本控制在预算以内", "大厅设备完好率", "营商环境评价在全市的位次")  # fmt: skip
_WORDS = (
    "本单位按照预算绩效管理的要求，对本年度部门整体支出开展了绩效自评，现将有关情况报告如下。",
    "预算执行总体良好，各项支出均按规定的程序审批，资金使用合规，没有发现截留、挤占、挪用的情况。",
    "下一步将加强项目前期论证，细化绩效指标，强化运行监控，把评价结果作为编制下年度预算的依据。",
)


def samples(seed: int) -> list[Sample]:
    """One document of each kind."""
    pick = random.Random(seed)
    kinds: tuple[Callable[[random.Random], Sheet], ...] = (_merged, _long, _across, _three, _none, _long_none, _sides)
    return [
        *(Sample((_WORDS[0], _WORDS[1]), kind(pick), (_WORDS[2],)) for kind in kinds),
        Sample(tuple(pick.choice(_WORDS) for _ in range(16)), None, ()),
    ]


def _amount(pick: random.Random) -> str:
    return f"{pick.randint(1, 99999) / 100:,.2f}" if pick.random() > 0.12 else "0.00"


def _figures(pick: random.Random, names: list[str], columns: int, *, empty: float = 0.0) -> list[Spot]:
    found = []
    for row, name in enumerate(names, 1):
        found.append(Spot(row, 0, name))
        found += [
            Spot(row, at, "" if at > 1 and pick.random() < empty else _amount(pick), right=True)
            for at in range(1, columns)
        ]
    return found


def _head(*names: str) -> list[Spot]:
    return [Spot(0, at, name) for at, name in enumerate(names)]


def _many(pick: random.Random, count: int) -> list[str]:
    return [f"{number}.{pick.choice(_THINGS)}" for number in range(1, count + 1)]


def _merged(pick: random.Random) -> Sheet:
    """指标表: words that break in their cells, names of levels that reach over rows."""
    spots = [
        Spot(0, 0, "一级指标", rows=2), Spot(0, 1, "三级指标", rows=2), Spot(0, 2, "指标值", columns=2), Spot(0, 4, "得分", rows=2),
        Spot(1, 2, "年度"), Spot(1, 3, "实际"),
    ]  # fmt: skip
    names = pick.sample(_GOALS, 9)
    for level, name in enumerate(("产出指标", "效益指标", "满意度指标")):
        spots.append(Spot(2 + 3 * level, 0, name, rows=3))
    for row, name in enumerate(names, 2):
        spots += [
            Spot(row, 1, name), Spot(row, 2, f"≥{pick.randint(80, 98)}%"), Spot(row, 3, f"{pick.randint(80, 100)}%"),
            Spot(row, 4, str(pick.randint(5, 10))),
        ]  # fmt: skip
    spots += [Spot(11, 0, "总分", columns=4), Spot(11, 4, str(pick.randint(85, 100)))]
    return Sheet("merged", tuple(spots), (0.18, 0.32, 0.18, 0.18, 0.14), 2, "all")


def _long(pick: random.Random) -> Sheet:
    spots = _head("经济科目", "年初预算", "全年预算", "决算") + _figures(pick, _many(pick, 75), 4, empty=0.1)
    return Sheet("long", tuple(spots), (0.4, 0.2, 0.2, 0.2), 1, "all")


def _across(pick: random.Random) -> Sheet:
    spots = _head("支出项目", "上年数", "本年数", "备注") + _figures(pick, pick.sample(_THINGS, 14), 3)
    spots += [Spot(row, 3, "压减" if row % 3 == 0 else "") for row in range(1, 15)]
    return Sheet("across", tuple(spots), (0.4, 0.2, 0.2, 0.2), 1, "across")


def _three(pick: random.Random) -> Sheet:
    """三线表 with a head on two levels."""
    spots = [
        Spot(0, 0, "项目", rows=2), Spot(0, 1, "预算数", columns=2), Spot(0, 3, "决算数", columns=2),
        *(Spot(1, at, name) for at, name in enumerate(("年初", "调整后", "上年", "本年"), 1)),
    ]  # fmt: skip
    body = [
        Spot(one.row + 1, one.column, one.text, right=one.right) for one in _figures(pick, pick.sample(_THINGS, 12), 5)
    ]
    return Sheet("three", (*spots, *body), (0.32, 0.17, 0.17, 0.17, 0.17), 2, "three")


def _none(pick: random.Random) -> Sheet:
    spots = _head("项目", "预算数", "决算数", "完成率") + _figures(pick, pick.sample(_THINGS, 13), 3)
    spots += [Spot(row, 3, f"{pick.randint(6000, 12000) / 100:.2f}%", right=True) for row in range(1, 14)]
    return Sheet("none", tuple(spots), (0.4, 0.2, 0.2, 0.2), 1, "none")


def _long_none(pick: random.Random) -> Sheet:
    spots = _head("经济科目", "年初预算", "全年预算", "决算") + _figures(pick, _many(pick, 70), 4, empty=0.1)
    return Sheet("long_none", tuple(spots), (0.4, 0.2, 0.2, 0.2), 1, "none")


def _sides(pick: random.Random) -> Sheet:
    """收支表: receipts at the left, spending at the right, lines across alone."""
    spots = _head("收入项目", "决算数", "支出项目", "决算数")
    left, right = pick.sample(_INCOME, 8), pick.sample(_SPENDING, 10)
    for row in range(1, 11):
        has = row <= len(left)
        spots += [
            Spot(row, 0, left[row - 1] if has else ""), Spot(row, 1, _amount(pick) if has else "", right=True),
            Spot(row, 2, right[row - 1]), Spot(row, 3, _amount(pick), right=True),
        ]  # fmt: skip
    return Sheet("sides", tuple(spots), (0.33, 0.17, 0.33, 0.17), 1, "across")
