"""Page chrome (导航、页眉、分享、版权): what stands around the article of a published page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from jixiao.readers.html.nodes import DEPTH, attribute, children, collapsed, style

_NEVER = (
    "script, style, noscript, template, nav, aside, select, button, input, textarea, iframe, object, svg, canvas,"
    " video, audio, rt, rp, del,"
    " [hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], [role=search], [role=complementary]"
)
_WORDS = frozenset(
    (
        "nav",
        "navbar",
        "navigation",
        "menu",
        "breadcrumb",
        "breadcrumbs",
        "crumb",
        "crumbs",
        "dqwz",
        "weizhi",
        "dangqian",
        "position",
        "location",
        "header",
        "head",
        "top",
        "topbar",
        "footer",
        "foot",
        "bottom",
        "copyright",
        "banner",
        "logo",
        "sidebar",
        "side",
        "share",
        "sharebox",
        "bdshare",
        "bdsharebuttonbox",
        "jiathis",
        "toolbar",
        "tools",
        "pager",
        "pagination",
        "pagebar",
        "search",
        "searchbox",
        "related",
        "relate",
        "recommend",
        "hot",
        "login",
        "qrcode",
        "ewm",
        "erweima",
        "print",
        "fontsize",
        "zihao",
        "close",
        "prev",
        "prevnext",
        "links",
        "friendlink",
        "ad",
        "ads",
        "advert",
        "gotop",
        "backtop",
        "wza",
        "accessibility",
    )
)
_TOKEN = re.compile(r"[a-z]+|[A-Z][a-z]*")
_LESSER = 0.3  # a part of a page named like chrome is chrome only when it holds less than this share of the words
_MOST = 0.6  # the article is where most words are …
_FEW = 80  # … and what stands beside it is short or mostly links
_CONTAINERS = frozenset(
    (
        "div",
        "section",
        "article",
        "main",
        "td",
        "form",
        "center",
        "body",
        "tbody",
        "tr",
        "table",
        "span",
        "font",
    )
)
_CONTENT = frozenset(
    (
        "p",
        "table",
        "ul",
        "ol",
        "dl",
        "pre",
        "blockquote",
    )
)


@dataclass(frozen=True, slots=True)
class Article:
    """The part of a page that is read, the nodes in it that are not (``mem_id``), and the title where it stands outside."""

    root: LexborNode
    skipped: frozenset[int]
    title: str


@dataclass(slots=True)
class _Weight:
    words: int = 0  # characters outside links
    links: int = 0  # characters in links


def article(page: LexborHTMLParser) -> Article | None:
    """Find the article of a page; None where the page has no body."""
    body = page.body
    if body is None:
        return None
    skipped = {node.mem_id for node in body.css(_NEVER)} | {n.mem_id for n in body.css("[style]") if _is_hidden(n)}
    weights: dict[int, _Weight] = {}
    total = _weigh(body, skipped, weights, linked=False, depth=0)
    size = total.words + total.links
    for node in body.css("[class], [id], header, footer"):
        weight = weights.get(node.mem_id)
        if (
            weight
            and weight.words + weight.links < size * _LESSER
            and _named_chrome(node)
            and node.css_first("table") is None
        ):
            skipped.add(node.mem_id)
    weights.clear()
    _weigh(body, skipped, weights, linked=False, depth=0)
    root = body
    while (inner := _inner(root, skipped, weights)) is not None:
        root = inner
    skipped |= {node.mem_id for node in children(root) if _only_links(node, weights)}
    return Article(root, frozenset(skipped), _title(page, root, skipped))


def _is_hidden(node: LexborNode) -> bool:
    values = style(node)
    return (
        values.get("display") == "none"
        or values.get("visibility") == "hidden"
        or values.get("mso-hide") == "all"
        or values.get("mso-element", "") in ("comment", "comment-list", "header", "footer")
    )


def _weigh(node: LexborNode, skipped: set[int], weights: dict[int, _Weight], *, linked: bool, depth: int) -> _Weight:
    """Count the words under a node, and remember it for every element."""
    weight = weights[node.mem_id] = _Weight()
    for child in children(node):
        if child.tag == "-text":
            length = len(collapsed(child.text_content or ""))
            weight.links += length if linked else 0
            weight.words += 0 if linked else length
        elif child.is_element_node and child.mem_id not in skipped and depth < DEPTH:
            inner = _weigh(child, skipped, weights, linked=linked or child.tag == "a", depth=depth + 1)
            weight.words += inner.words
            weight.links += inner.links
    return weight


def _named_chrome(node: LexborNode) -> bool:
    if node.tag in ("header", "footer"):
        return True
    names = f"{attribute(node, 'class')} {attribute(node, 'id')}"
    return any(token.lower() in _WORDS for token in _TOKEN.findall(names)) or any(
        name in _WORDS for name in names.lower().split()
    )


def _inner(node: LexborNode, skipped: set[int], weights: dict[int, _Weight]) -> LexborNode | None:
    """The child that holds the article, if all the rest is chrome."""
    here = weights[node.mem_id]
    best: LexborNode | None = None
    for child in children(node):
        if child.tag == "-text" and collapsed(child.text_content or ""):
            return None
        weight = weights.get(child.mem_id)
        if weight is None or child.mem_id in skipped:
            continue
        if weight.words >= here.words * _MOST and child.tag in _CONTAINERS:
            best = child
        elif weight.words and (child.tag in _CONTENT or (weight.words > max(_FEW, weight.links))):
            return None
    if best is None or (best.tag == "table" and not _is_frame(best, weights)):
        return None
    return best


def _is_frame(table: LexborNode, weights: dict[int, _Weight]) -> bool:
    """Whether a table only lays out the page: nearly all words in one of its cells."""
    words = weights[table.mem_id].words
    cells = [weights[cell.mem_id].words for cell in table.css("td") if cell.mem_id in weights]
    return any(count > words * _MOST for count in cells)


def _only_links(node: LexborNode, weights: dict[int, _Weight]) -> bool:
    weight = weights.get(node.mem_id)
    return (
        weight is not None and node.tag in _CONTAINERS | {"ul"} and weight.links > 4 * weight.words and weight.links > 0
    )


def _title(page: LexborHTMLParser, root: LexborNode, skipped: set[int]) -> str:
    """The title of the article as the page names it, where the article itself does not repeat it."""
    named = page.css_first("meta[name=ArticleTitle]")
    title = collapsed(attribute(named, "content")) if named is not None else ""
    if not title:
        whole = page.css_first("title")
        full = collapsed(whole.text()) if whole is not None else ""
        heads = (
            collapsed(node.text()) for node in page.css("h1, h2, h3, [class*=title], [class*=Title], [id*=title], [id*=Title]")
            if not _under(node, skipped)
        )  # fmt: skip
        title = max((text for text in heads if text in full), key=len, default="")
    bare = "".join(title.split())
    return "" if bare in "".join(root.text()[: 20 * len(title) + 500].split()) else title


def _under(node: LexborNode, skipped: set[int]) -> bool:
    """Whether a node stands in something that is not read."""
    here: LexborNode | None = node
    while here is not None:
        if here.mem_id in skipped:
            return True
        here = here.parent
    return False
