"""Picture files to pixels (解码): each page of the file upright as its camera says, no finer than reading needs."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from jixiao.readers.limits import PIXELS
from jixiao.readers.scan.library import Pixels, numpy

_KINDS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP")
_INCH = 72.0
_LEAST, _FINE, _MOST = 100.0, 200.0, 1200.0  # dots an inch of scans (72 and 96 say nothing); the middle one is enough
_SIDE = 2400  # points of the longer side where the file does not say how fine it is
_PAGE = 842.0  # points of 1/72 inch: the longer side of such a page
_SMALL, _LARGE = 280.0, 1250.0  # points: the longer side of any page


class TooLarge(Exception):  # noqa: N818 - a signal, not an error
    """The picture has more pixels than any scan."""


class Damaged(Exception):  # noqa: N818 - a signal, not an error
    """The picture does not open."""


def pictures(data: bytes) -> Iterator[tuple[Pixels, float]]:
    """The pages of a picture file in red, green, blue; with each, how many of its points make a point of 1/72 inch."""
    library = import_module("PIL.Image")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # large pictures are refused below, odd tags are not the reader's business
        try:
            with library.open(io.BytesIO(data), formats=_KINDS) as file:
                number = 0
                while _has(file, number):
                    yield _page(file)
                    number += 1
        except library.DecompressionBombError as error:
            raise TooLarge from error
        except (OSError, ValueError, SyntaxError, KeyError, TypeError, IndexError, EOFError, OverflowError) as error:
            raise Damaged from error


def _has(file: Any, number: int) -> bool:  # noqa: ANN401 - Pillow comes only with the extra
    try:
        file.seek(number)
    except EOFError:
        return False
    return True


def _page(file: Any) -> tuple[Pixels, float]:  # noqa: ANN401 - as above
    width, height = file.size
    if width * height > PIXELS:
        raise TooLarge
    said = file.info.get("dpi", (0.0, 0.0))
    dots = float(max(said)) if isinstance(said, tuple) else 0.0
    if _LEAST <= dots <= _MOST and _SMALL <= max(width, height) / dots * _INCH <= _LARGE:
        scale = min(1.0, _FINE / dots)
        dots = dots * scale / _INCH
    else:
        scale = min(1.0, _SIDE / max(width, height))
        dots = max(width, height) * scale / _PAGE
    picture = import_module("PIL.ImageOps").exif_transpose(file)
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        paper = import_module("PIL.Image").new("RGBA", picture.size, "white")
        picture = import_module("PIL.Image").alpha_composite(paper, picture)
    if picture.mode.startswith("I;16"):
        picture = picture.point(lambda value: value / 256)
    picture = picture.convert("RGB")
    if scale < 1:
        size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
        picture = picture.resize(size, import_module("PIL.Image").Resampling.BOX, reducing_gap=2.0)
    return numpy().asarray(picture), dots
