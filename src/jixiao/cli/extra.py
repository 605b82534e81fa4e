"""Extras: whether the parts that compute records are installed."""

from __future__ import annotations

from importlib.util import find_spec

from jixiao.cli.problem import Problem

_PARTS = ("duckdb", "sqlglot")


def with_records() -> None:
    """A Problem that says how to get what is missing."""
    if not all(find_spec(part) for part in _PARTS):
        raise Problem(
            "没有安装计算台账的组件。请运行 pip install 'jixiao[records]' 后再试。",
            "The part that computes records is not installed: pip install 'jixiao[records]'.",
        )
