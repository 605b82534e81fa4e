"""Pages whose words stand in a script and are put on the page by it (脚本内容): the longest piece of a page in a script's data."""

from __future__ import annotations

import json
import re

from selectolax.lexbor import LexborHTMLParser

_STRING = re.compile(r'"(?:[^"\\]|\\.){300,}"')
_TAG = re.compile(r"(?i)<(?:p|table|div)[\s>]")
_LEAST = 300  # characters of a page that has words of its own
_MOST = 20  # strings that are looked at


def held_in_script(page: LexborHTMLParser) -> str:
    """The words of a page as a script holds them; "" where the page has its own."""
    body = page.body
    if body is not None and len("".join(one.text() for one in body.css("p, td, h1, h2"))) > _LEAST:
        return ""
    strings = (found[0] for node in page.css("script") for found in _STRING.finditer(node.text()))
    pieces = [_words(text) for _, text in zip(range(_MOST), strings, strict=False)]
    return max((one for one in pieces if _TAG.search(one)), key=len, default="")


def _words(text: str) -> str:
    try:
        found = json.loads(text, strict=False)
    except ValueError:
        return ""
    return found if isinstance(found, str) else ""
