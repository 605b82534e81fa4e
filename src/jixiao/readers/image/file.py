"""A picture file from its bytes: its pages one after the other, what could not be read of them."""

from __future__ import annotations

from jixiao.isolation import tell
from jixiao.model.document import Unread
from jixiao.readers.formats import Content
from jixiao.readers.layout.blocks import Parted, blocks, parted
from jixiao.readers.limits import PAGES, PIXELS
from jixiao.readers.notes import note
from jixiao.readers.scan import available, seen


def read(data: bytes) -> Content:
    """The content of a picture file."""
    if not available():
        return Content(unread=(note("scan_tool", fatal=True),))
    from jixiao.readers.scan.pictures import Damaged, TooLarge, pictures  # noqa: PLC0415 - needs the extra

    pages: list[Parted] = []
    wordless: list[int] = []
    unread: list[Unread] = []
    try:
        for number, (pixels, dots) in enumerate(pictures(data), 1):
            if number > PAGES:
                unread.append(note("pages", limit=PAGES))
                break
            tell(number - 1, number)  # how many there are is not known before the last one
            height, width = pixels.shape[:2]
            page = seen(pixels, number, width / dots, height / dots)
            if page.glyphs:
                pages.append(parted(page))
            else:
                wordless.append(number)
    except TooLarge:
        unread.append(note("picture_large", fatal=not pages, limit=PIXELS // 10_000))
    except Damaged:
        unread.append(note("cut") if pages else note("picture_damaged", fatal=True))
    laid = blocks(pages)
    if wordless and pages:
        unread.append(note("scan_pages", pages="、".join(map(str, wordless))))
    elif wordless:
        unread.append(note("scan", fatal=True))
    return Content(
        tuple(laid.blocks), (*unread, *laid.unread), pages=tuple(laid.pages), doubts=tuple(laid.doubts),
        scanned=tuple(page.number for page in pages),
    )  # fmt: skip
