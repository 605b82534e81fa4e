"""Word lists of the rules: the YAML files of rules/data, parsed once, and patterns made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent / "data"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast where libyaml is there


@cache
def data(name: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """The content of rules/data/<name>.yaml."""
    with (_FOLDER / f"{name}.yaml").open("rb") as stream:
        return yaml.load(stream, _LOADER)  # noqa: S506 - a safe loader either way


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first so that no word hides a longer one."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def words_of(name: str, key: str) -> re.Pattern[str]:
    """A pattern for any word of one list of a file."""
    return re.compile(any_of(data(name)[key]))
