"""Reads the YAML of the law, quickly and once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from jixiao.law.problem import LawError

Raw = dict[str, Any]
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def names(folder: str) -> tuple[str, ...]:
    """The names of the YAML files of a folder of law/, without the ending, in order."""
    found = (f.name for f in (files("jixiao.law") / folder).iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in found if name.endswith(".yaml")))


@cache
def raw(folder: str, name: str) -> Raw:
    """One YAML file as a mapping."""
    path = files("jixiao.law") / folder / f"{name}.yaml"
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader, only compiled
    except yaml.YAMLError as error:
        raise LawError(f"law/{folder}/{name}.yaml 不是有效的 YAML：{error}") from error
    if not isinstance(data, dict):
        raise LawError(f"law/{folder}/{name}.yaml 应是一个映射")
    return data
