"""What belongs to a page but is not in it (页外内容): attached files, pictures instead of words, pages in frames."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from jixiao.model.document import Block, Table, Unread
from jixiao.readers.html.nodes import attribute, collapsed, number
from jixiao.readers.notes import note

_FILE = re.compile(r"\.(?:docx?|xlsx?|wps|et|pdf|ofd|zip|rar|7z|rtf|csv)(?=$|[?#&])", re.IGNORECASE)
_FRAMES = "iframe[src], frame[src], embed[src], object[data]"
_ICON = 120  # pixels: what is smaller is no table
_SMALL = re.compile(
    r"(?i)icon|logo|file_?type|/(?:pdf|doc|xls|zip|rar)\w*\.(?:gif|png)|qr|ewm|weixin|share|spacer|blank"
)
_NAMED = 8  # so many attachments are named one by one
_LONGEST = 60  # characters of a name


def aside(page: LexborHTMLParser, root: LexborNode | None, blocks: Iterable[Block]) -> Iterator[Unread]:
    """The notes of what is not in the page."""
    names = list(dict.fromkeys(_files(page)))
    if names:
        yield note("attachments", names="、".join(names[:_NAMED]) + ("等" if len(names) > _NAMED else ""))
    blocks = tuple(blocks)
    if root is not None and blocks and not any(isinstance(one, Table) for one in blocks):
        count = sum(1 for one in root.css("img") if _is_large(one))
        if count:
            yield note("page_pictures", count=count)
    if not blocks and page.css_first(_FRAMES) is not None:
        yield note("page_frames", fatal=True)


def _files(page: LexborHTMLParser) -> Iterator[str]:
    """The names of the files that the page leads to."""
    for one in page.css("a[href]"):
        said, to = collapsed(one.text()), attribute(one, "href").strip()
        if to.lower().startswith(("data:", "javascript:")):
            to = ""
        if _FILE.search(said) or _FILE.search(to):
            yield (said or to.rpartition("/")[2])[:_LONGEST]
    for one in page.css(_FRAMES):
        to = attribute(one, "src") or attribute(one, "data")
        if not to.lower().startswith("data:") and (found := _FILE.search(to)):
            yield to[: found.end()].rpartition("/")[2][:_LONGEST]


def _is_large(picture: LexborNode) -> bool:
    source = attribute(picture, "src")
    if not source or _SMALL.search(source[:500]):
        return False
    sizes = [number(attribute(picture, name), _ICON) for name in ("width", "height")]
    return min(sizes) >= _ICON
