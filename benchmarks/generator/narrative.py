"""Sentences of a report: a pattern chosen at random, its slots printed from exact money."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from benchmarks.generator.case import Said
from benchmarks.generator.numbers import Print

RATES = {  # rate slot: part, whole
    "basic_rate": ("basic", "total"), "project_rate": ("project", "total"), "rate": ("executed", "adjusted"),
    "staff_rate": ("heads", "posts"), "fiscal_rate": ("fiscal", "receipts"), "service_rate": ("service", "receipts"),
    "others_rate": ("others", "receipts"), "three_done": ("three_final", "three_budget"), "c1_done": ("c1", "c1_budget"),
    "small_rate": ("small", "bought"), "host_rate": ("host_diff", "host_past"), "income_rate": ("income_diff", "income_past"),
    "run_rate": ("run_diff", "run_past"), "three_rate": ("three_diff", "three_past"),
    **{f"c{i}_rate": (f"c{i}", "general") for i in range(1, 5)},
}  # fmt: skip
PLAIN = {"n", "a", "b", "posts", "heads"}


@cache
def patterns() -> dict[str, Any]:
    """The wording by kind."""
    loaded: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "wording.yaml").read_text(encoding="utf-8"))
    return loaded


def says(
    rng: random.Random, kind: str, print_: Print, money: dict[str, int], words: dict[str, str], style: str = "body"
) -> Said:
    """One sentence of a kind."""
    slots = dict(words)
    for name, value in money.items():
        slots[name] = str(value) if name in PLAIN else print_.money(value)
    for name, (part, whole) in RATES.items():
        if part in money and money.get(whole):
            slots[name] = print_.rate(money[part], money[whole])
    for topic in ("host", "income", "run"):
        slots.update(_direction(rng, topic, money))
    said = Said("", style, "", kind, rng.choice(patterns()[kind]), slots, money)
    said.say()
    return said


def _direction(rng: random.Random, topic: str, money: dict[str, int]) -> dict[str, str]:
    if topic not in money or f"{topic}_past" not in money:
        return {}
    up = money[topic] > money[f"{topic}_past"]
    pool = ("host_up_reasons" if up else "cut_reasons") if topic == "host" else ("up_reasons" if up else "down_reasons")
    reason = rng.choice(patterns()[pool])
    return {
        f"{topic}_word": rng.choice(["增加", "增加了"] if up else ["减少", "减少了"]),
        f"{topic}_verb": rng.choice(["增长", "上升"] if up else ["下降", "降低"]),
        f"{topic}_reason": reason,
        f"{topic}_why": f"主要原因是{reason}。",
    }
