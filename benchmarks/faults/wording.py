"""Faults of wording: template residue, slips of the pen, personal data."""

from __future__ import annotations

import random

from benchmarks.faults.registry import Planted, fault
from benchmarks.generator.blocks import Para
from benchmarks.generator.case import Case

_RESIDUE = [
    "本单位较上年增加（减少）的主要原因是。",
    "××局按照要求开展了绩效自评工作。",
    "单位职能简介（100字以内）。",
    "公用经费占总支出的 %，较上年减少 万元。",
    "XX单位本年度没有使用政府性基金。",
    "（此处填写绩效自评组织情况）",
]
_SLIPS = [
    "各股室坚持例行节约的原则，严控办公支出。",
    "按照“一岗双则”要求落实责任。",
    "各科室既使任务加重也按期完成。",
    "进一步建立健全了内部控制制度度。",
]


def _add(case: Case, rng: random.Random, text: str) -> Planted:
    """A sentence behind one of the report's own."""
    para = Para(text)
    case.after(rng.choice(case.said), para)
    return Planted([para])


@fault("template residue", "TX101 TX102 TX103 TX104 TX105")
def residue(case: Case, rng: random.Random) -> Planted | None:
    return _add(case, rng, rng.choice(_RESIDUE))


@fault("slip of the pen", "TX106 TX107")
def slip(case: Case, rng: random.Random) -> Planted | None:
    return _add(case, rng, rng.choice([_SLIPS[0], "资金的的使用符合规定。", "单位对对固定资产进行了清查。", _SLIPS[0]]))


@fault("mobile number", "PB101", "PB104 ST110")
def mobile(case: Case, rng: random.Random) -> Planted | None:
    number = rng.choice(["13900000000", "15800000000", "139 0000 0000", "186-0000-0000"])
    return _add(case, rng, f"联系人：李示例，联系电话：{number}。")


@fault("identity number", "PB102", "PB107 PB103")
def identity(case: Case, rng: random.Random) -> Planted | None:
    return _add(case, rng, f"受助人李示例，身份证号：{rng.choice(['11010519491231002X', '430602199001010010'])}。")


@fault("bank account", "PB103")
def account(case: Case, rng: random.Random) -> Planted | None:
    return _add(
        case,
        rng,
        rng.choice(
            ["开户行：农业银行青禾支行，账号：6228480000000000010。", "收款人李示例，银行账号：6217000010000000001。"]
        ),
    )
