"""Small questions about nodes of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

BLOCKS = frozenset(
    (
        "p",
        "div",
        "section",
        "article",
        "main",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "center",
        "form",
        "fieldset",
        "figure",
        "figcaption",
        "address",
        "table",
        "hr",
        "body",
        "header",
        "footer",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "details",
        "summary",
    )
)
DEPTH = 150  # deeper nesting is read as plain words
_SPACES = re.compile(r"[ \t\r\n\f]+")
STYLE = re.compile(r"([\w-]+)\s*:\s*([^;]+)")


def children(node: LexborNode) -> Iterator[LexborNode]:
    """The children of a node, text included."""
    child = node.child
    while child is not None:
        yield child
        child = child.next


def attribute(node: LexborNode, name: str) -> str:
    """An attribute, "" where there is none."""
    return node.attributes.get(name) or ""


def style(node: LexborNode) -> dict[str, str]:
    """The style attribute, names and values in lower case."""
    text = attribute(node, "style")
    return {name: value.strip() for name, value in STYLE.findall(text.lower())} if text else {}


def collapsed(text: str) -> str:
    """White space as a browser shows it; no-break and ideographic spaces stay."""
    return _SPACES.sub(" ", text).strip(" ")


def number(text: str, default: int) -> int:
    """A whole number written in an attribute."""
    match = re.match(r"\s*([+-]?\d{1,9})", text)
    return int(match[1]) if match else default
