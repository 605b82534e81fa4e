"""Words that decide how an indicator, a problem or a measure is read (用语): direction, levels, causes. Lists in law/words."""

from __future__ import annotations

import re
from functools import cache

from jixiao.law.files import raw


@cache
def words(name: str, file: str = "indicators") -> frozenset[str]:
    """The words of a list: ``words("no_reason")`` → 无, 无偏差, …"""
    return frozenset(str(word) for word in raw("words", file)[name])


@cache
def pattern(name: str, file: str = "indicators") -> re.Pattern[str]:
    """One pattern for any entry of a list; the entries may be regular expressions."""
    entries = sorted((str(e) for e in raw("words", file)[name]), key=len, reverse=True)
    return re.compile("|".join(f"(?:{entry})" for entry in entries))


@cache
def groups(name: str) -> tuple[frozenset[str], ...]:
    """A list of groups of words: ``groups("first_levels")``."""
    return tuple(frozenset(map(str, group)) for group in raw("words", "indicators")[name])
