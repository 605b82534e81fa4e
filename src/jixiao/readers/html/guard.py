"""What is looked at before the parser sees a page: how many tags it has, how deep they stand in each other, how long they are."""

from __future__ import annotations

import re

TAGS = 300_000
DEEP = 4_000  # tags in tags; browsers themselves stop at 512
ATTRIBUTES = 20_000  # of one tag: the parser compares each with all others
PIECES = 100_000  # of one tag: pictures may stand in it as long lines of letters

_TAG = re.compile(r"<(/?)([a-z][\w:-]*)", re.IGNORECASE)
# Never closed, or closed by what follows: they do not deepen a page.
_FLAT = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "td",
        "th",
        "tr",
        "tbody",
        "thead",
        "tfoot",
        "option",
        "optgroup",
        "html",
        "head",
        "body",
        "colgroup",
    ]
)


def too_much(text: str) -> bool:
    """Whether the page would take the parser, or whoever walks over its tree, minutes or the whole memory."""
    if text.count("<") > TAGS:
        return True
    for piece in text.split(">"):
        tag = piece[piece.find("<") :]
        if tag.count("=") > ATTRIBUTES or (len(tag) > PIECES and len(tag.split()) > PIECES):
            return True
    deep = 0
    for one in _TAG.finditer(text):
        if one[2].lower() not in _FLAT:
            deep = max(0, deep - 1) if one[1] else deep + 1
            if deep > DEEP:
                return True
    return False
