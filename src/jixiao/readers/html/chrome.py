"""Page chrome (导航、页眉、分享、版权): what stands around the article of a published page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from jixiao.readers.html.look import Look
from jixiao.readers.html.nodes import DEPTH, attribute, children, collapsed, style
from jixiao.readers.html.portal import facts, is_date, is_portal

_NEVER = (
    "script, style, noscript, template, nav, aside, select, button, input, textarea, iframe, object, svg, canvas,"
    " video, audio, rt, rp, del,"
    " [hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], [role=search], [role=complementary]"
)
_WORDS = frozenset((
    "accessibility", "ad", "ads", "advert", "backtop", "banner", "bdshare", "bdsharebuttonbox", "bottom",
    "breadcrumb", "breadcrumbs", "close", "copyright", "crumb", "crumbs", "dangqian", "dqwz", "erweima", "ewm",
    "fontsize", "foot", "footer", "friendlink", "gotop", "head", "header", "hot", "jiathis", "links", "location",
    "login", "logo", "menu", "nav", "navbar", "navigation", "pagebar", "pager", "pagination", "position", "prev",
    "prevnext", "print", "qrcode", "recommend", "relate", "related", "search", "searchbox", "share", "sharebox",
    "side", "sidebar", "toolbar", "tools", "top", "topbar", "weizhi", "wza", "zihao",
))  # fmt: skip
_TOKEN = re.compile(r"[a-z]+|[A-Z][a-z]*")
_LESSER = 0.3  # a part of a page named like chrome is chrome only when it holds less than this share of the words
_MOST = 0.6  # the article is where most words are …
_FEW = 80  # … and what stands beside it is short or mostly links
_CONTAINERS = frozenset((
    "div", "section", "article", "main", "td", "form", "center", "body", "tbody", "tr", "table", "span", "font",
))  # fmt: skip
_CONTENT = frozenset(("p", "table", "ul", "ol", "dl", "pre", "blockquote"))
_SAYING = "p, div, span, ul, ol, dl, li, table, section, h3, h4, h5, td"  # what may say no more than a portal's words
_LONGEST_SAYING = 1_000  # characters
_FACTS = 3  # a table of so many facts about a document is no table of the report
_OWN = 10  # characters of a title that tell that the article has its own
_HEAD = 500  # characters in which it stands


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


def article(page: LexborHTMLParser, look: Look) -> Article | None:
    """Find the article of a page; None where the page has no body."""
    body = page.body
    if body is None:
        return None
    skipped = {node.mem_id for node in body.css(_NEVER)} | {n.mem_id for n in body.css("[style]") if _is_hidden(n)}
    skipped |= look.hidden()
    weights: dict[int, _Weight] = {}
    total = _weigh(body, skipped, weights, linked=False, depth=0)
    size = total.words + total.links
    skipped |= {node.mem_id for node in body.css(_SAYING) if _says_nothing(node, weights)}
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
            words = collapsed(child.text_content or "")
            beside = linked or is_date(words)  # dates stand beside the links of a list
            weight.links += len(words) if beside else 0
            weight.words += 0 if beside else len(words)
        elif child.is_element_node and child.mem_id not in skipped and depth < DEPTH:
            inner = _weigh(child, skipped, weights, linked=linked or child.tag == "a", depth=depth + 1)
            weight.words += inner.words
            weight.links += inner.links
    return weight


def _says_nothing(node: LexborNode, weights: dict[int, _Weight]) -> bool:
    """Whether an element says only what portals say around articles. A cell beside others is part of a table."""
    weight = weights.get(node.mem_id)
    if weight is None or not 0 < weight.words + weight.links <= _LONGEST_SAYING:
        return False
    cell = _cell_of(node)
    if cell is not None and weights[cell.mem_id].words < _LONGEST_SAYING and _is_beside(cell):
        return False
    text = collapsed(node.text(separator=" "))
    return is_portal(text) and (node.tag != "table" or facts(text) >= _FACTS)


def _cell_of(node: LexborNode) -> LexborNode | None:
    """The cell that a node is or stands in, where it is known."""
    here: LexborNode | None = node
    while here is not None and here.tag not in ("td", "th"):
        here = None if here.tag in ("table", "body") else here.parent
    return here


def _is_beside(cell: LexborNode) -> bool:
    """Whether a cell has others in its row."""
    row = cell.parent
    return row is not None and sum(1 for one in children(row) if one.tag in ("td", "th")) > 1


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


def title_of(page: LexborHTMLParser) -> str:
    """The title of the page itself."""
    whole = page.css_first("title")
    return collapsed(whole.text()) if whole is not None else ""


def _title(page: LexborHTMLParser, root: LexborNode, skipped: set[int]) -> str:
    """The title of the article as the page names it, where the article itself has none."""
    named = page.css_first("meta[name=ArticleTitle]")
    title = collapsed(attribute(named, "content")) if named is not None else ""
    if not title:
        full = title_of(page)
        heads = (
            collapsed(node.text()) for node in page.css("h1, h2, h3, [class*=title], [class*=Title], [id*=title], [id*=Title]")
            if not _under(node, skipped)
        )  # fmt: skip
        title = max((text for text in heads if text in full), key=len, default="")
    bare, head = "".join(title.split()), "".join(root.text()[: 20 * len(title) + _HEAD].split())
    return "" if bare in head or (len(bare) > _OWN and bare[-_OWN:] in head) else title


def _under(node: LexborNode, skipped: set[int]) -> bool:
    """Whether a node stands in something that is not read."""
    here: LexborNode | None = node
    while here is not None:
        if here.mem_id in skipped:
            return True
        here = here.parent
    return False
