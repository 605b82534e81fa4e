"""How a page is to look (样式), as far as it says what is hidden and what is laid out as a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from jixiao.readers.html.nodes import STYLE, style

_COMMENT = re.compile(r"/\*(?:(?!\*/).)*(?:\*/|\Z)|<!--|-->", re.DOTALL)
_BRACE = re.compile("([{}])")
_ASKED = ("display", "visibility", "grid-template-columns", "grid-column", "grid-row")
_STATES = re.compile(r":(?!not)")  # :hover and ::before say nothing about the page as it stands
_MOST = 300  # rules that are looked at
_TEXT = 500_000  # characters of style sheets


class Look:
    """What the style sheets in a page and its elements say."""

    def __init__(self, page: LexborHTMLParser) -> None:
        self._sheet: dict[int, dict[str, str]] = {}
        text = "".join(node.text() for node in page.css("style"))[:_TEXT]
        rules = _rules(_COMMENT.sub("", text))
        asked = [(selector, values) for selector, text in rules if (values := _asked(text))]
        for selector, values in asked[:_MOST]:
            for one in selector.split(","):
                self._add(page, one.strip(), values)

    def _add(self, page: LexborHTMLParser, selector: str, values: dict[str, str]) -> None:
        if not selector or _STATES.search(selector):
            return
        try:
            found = page.css(selector)
        except SelectolaxError:  # a selector that is none
            return
        for node in found:
            self._sheet.setdefault(node.mem_id, {}).update(values)

    def of(self, node: LexborNode) -> dict[str, str]:
        """What holds for an element: the sheets, then its own words."""
        return self._sheet.get(node.mem_id, {}) | style(node)

    def hidden(self) -> set[int]:
        """The elements (``mem_id``) that the sheets hide."""
        return {
            at for at, values in self._sheet.items()
            if values.get("display") == "none" or values.get("visibility") == "hidden"
        }  # fmt: skip


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """The selectors with what they set; rules within rules, as for print or for small screens, are passed over."""
    depth, selector = 0, ""
    pieces = _BRACE.split(text)
    for words, brace in zip(pieces[::2], pieces[1::2], strict=False):
        if brace == "{":
            depth += 1
            selector = words.rpartition(";")[2].strip() if depth == 1 else selector
        else:
            if depth == 1 and selector and not selector.startswith("@"):
                yield selector, words
            depth = max(0, depth - 1)


def _asked(text: str) -> dict[str, str]:
    return {
        name: value.replace("!important", "").strip() for name, value in STYLE.findall(text.lower()) if name in _ASKED
    }
