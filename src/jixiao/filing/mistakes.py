"""Mistakes (填报错误): their sentences, which are data, filled in."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

from jixiao.model.filing import Mistake


@cache
def rules() -> dict[str, dict[str, str]]:
    """The two sentences of each rule by its id."""
    loaded: dict[str, dict[str, str]] = yaml.safe_load(files(__package__).joinpath("mistakes.yaml").read_text("utf-8"))
    return loaded


def mistake(rule: str, address: str, where: str, value: str, **words: str) -> Mistake:
    """A mistake of a rule, its sentences filled in."""
    sentence = rules()[rule]
    return Mistake(address, where, value, sentence["zh"].format(**words), sentence["en"].format(**words), rule)
