"""One page (看页): seals off, upright, ruling lines, words."""

from __future__ import annotations

from jixiao.readers.layout.page import Page
from jixiao.readers.scan import engine
from jixiao.readers.scan.ink import grey
from jixiao.readers.scan.library import Pixels, numpy, opencv
from jixiao.readers.scan.reading import glyphs, strip_pixels
from jixiao.readers.scan.ruled import Ruled, ruled
from jixiao.readers.scan.strips import Strip, strips
from jixiao.readers.scan.upright import straightened

_VOTES = 7  # lines that tell whether a page stands on its head
_TALL = 1.5  # times as high as wide: a line that runs down


def seen(pixels: Pixels, number: int, width: float, height: float) -> Page:
    """What stands on a page of so many points of 1/72 inch; ``pixels`` is its picture in red, green, blue or in grey."""
    dots = pixels.shape[1] / width
    shades = straightened(grey(pixels, dots))
    lines, boxes = _looked(shades, dots)
    if _runs_down(boxes):
        shades, (width, height) = numpy().rot90(shades).copy(), (height, width)
        lines, boxes = _looked(shades, dots)
    found = strips(lines.bare, boxes, lines.down, dots)
    if found and engine.upside_down(strip_pixels(found, _VOTES)):
        shades = numpy().rot90(shades, 2).copy()
        lines, boxes = _looked(shades, dots)  # lines on their heads are found less well
        found = strips(lines.bare, boxes, lines.down, dots)
    return _page(shades, lines, found, Page(number, width, height), dots)


def _looked(shades: Pixels, dots: float) -> tuple[Ruled, Pixels]:
    lines = ruled(shades, dots)
    return lines, engine.found(lines.bare)


def _runs_down(boxes: Pixels) -> bool:
    """Whether most of the page's words run from top to bottom."""
    down = across = 0.0
    for box in boxes:
        wide, high = (box.max(axis=0) - box.min(axis=0)).tolist()
        if high > wide * _TALL:
            down += high
        elif wide > high * _TALL:
            across += wide
    return down > across


def _page(shades: Pixels, lines: Ruled, found: list[Strip], page: Page, dots: float) -> Page:
    def cutting(x0: int, top: int, x1: int, bottom: int) -> bytes:
        edge = max(2, (bottom - top) // 4)
        part = shades[max(0, top - edge) : bottom + edge, max(0, x0 - edge) : x1 + edge]
        return bytes(opencv().imencode(".png", part)[1])

    page.glyphs = glyphs(found, dots, cutting)
    page.across, page.down = lines.across, lines.down
    return page
