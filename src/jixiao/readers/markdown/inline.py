"""The words of a piece of Markdown as a reader sees them: without signs of emphasis, links and pictures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

_BREAK = re.compile(r"(?i)<br\s*/?>")


def lines_of(token: Token | None) -> list[str]:
    """The lines of an inline token. A star between figures is a sign of multiplication, not of emphasis."""
    children = (token.children or []) if token is not None else []
    found = []
    for at, one in enumerate(children):
        if one.type in ("softbreak", "hardbreak"):
            found.append("\n")
        elif one.type in ("text", "code_inline"):
            found.append(one.content)
        elif one.type == "html_inline":
            found.append("\v" if _BREAK.fullmatch(one.content) else "")
        elif one.type in ("em_open", "em_close") and _multiplies(children, at):
            found.append("*")
    return "".join(found).split("\n")


def _multiplies(children: Sequence[Token], at: int) -> bool:
    """Whether one of the two stars of an emphasis stands between digits."""
    if children[at].markup != "*":
        return False
    ends = {"em_open": "em_close", "em_close": "em_open"}
    step = 1 if children[at].type == "em_open" else -1
    other = at
    while 0 <= other + step < len(children) and children[other].type != ends[children[at].type]:
        other += step
    first, last = sorted((at, other))
    return any(_ends(children, star - 1).isdigit() and _begins(children, star + 1).isdigit() for star in (first, last))


def _ends(children: Sequence[Token], at: int) -> str:
    return children[at].content[-1:] if at >= 0 else ""


def _begins(children: Sequence[Token], at: int) -> str:
    return children[at].content[:1] if at < len(children) else ""
