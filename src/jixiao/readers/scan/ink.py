"""Off with the seal (去印章): a picture in colour to ink on white paper, with the words under a seal kept.

Where a seal lies, what its own colour takes away is given back, so that only the print is left: red, purple and faded seals
go alike. Elsewhere a point is as dark as the eye sees it, so that red words stay words. A seal that was copied in black
cannot be told from print.
"""

from __future__ import annotations

from jixiao.readers.scan.library import Pixels, numpy, opencv

_COLOURED = 26  # by which red, green and blue of a seal differ at least
_LEAST, _MOST = 30.0, 200.0  # points: sides of a seal
_LONG = 2.6  # times as wide as high: a line of coloured words
_CLOSE = 5.0  # points between two parts of one seal
_FEW = 40  # points of colour that say nothing
_EDGE = 4.0  # points around it


def grey(pixels: Pixels, dots: float) -> Pixels:
    """The picture in grey, seals taken off; ``dots`` is how many of its points make a point of 1/72 inch."""
    cv, np = opencv(), numpy()
    if pixels.ndim == 2:  # noqa: PLR2004 - grey already
        return _on_white(pixels)
    shades = cv.cvtColor(pixels, cv.COLOR_RGB2GRAY)
    small = cv.resize(pixels, None, fx=0.5, fy=0.5, interpolation=cv.INTER_AREA)
    coloured = (small.max(axis=2).astype(np.int16) - small.min(axis=2) > _COLOURED).astype(np.uint8)
    if int(coloured.sum()) > _FEW:
        side = max(3, int(_CLOSE * dots / 2) | 1)
        joined = cv.morphologyEx(coloured, cv.MORPH_CLOSE, np.ones((side, side), np.uint8))
        count, _, boxes, _ = cv.connectedComponentsWithStats(joined)
        for x, y, width, height, _ in boxes[1:count]:
            if _is_seal(width * 2 / dots, height * 2 / dots):
                _off(pixels, shades, (int(x) * 2, int(y) * 2, int(width) * 2, int(height) * 2), int(_EDGE * dots))
    return _on_white(shades)


def _is_seal(width: float, height: float) -> bool:
    return (
        min(width, height) >= _LEAST
        and max(width, height) <= _MOST
        and max(width, height) <= _LONG * min(width, height)
    )


def _off(pixels: Pixels, shades: Pixels, box: tuple[int, int, int, int], edge: int) -> None:
    """The seal in a box taken off.

    Ink over ink lets through what both let through: a point is the paper times the seal's colour (once, partly or not at
    all) times a grey, which is the print. In logarithms that is a straight line through the three colours.
    """
    np = numpy()
    x, y, width, height = box
    area = np.s_[max(0, y - edge) : y + height + edge, max(0, x - edge) : x + width + edge]
    part = np.maximum(pixels[area].astype(np.float32), 6.0)
    chroma = part.max(axis=2) - part.min(axis=2)
    coloured = chroma > max(_COLOURED, float(np.percentile(chroma, 98)) / 2)
    if int(coloured.sum()) < _FEW:
        return
    paper = np.percentile(part.reshape(-1, 3), 80, axis=0)
    seal = np.median(part[coloured], axis=0)
    through = np.log(np.minimum(seal, paper * 0.98) / paper)
    across = through - through.mean()
    seen = np.log(part / paper)
    share = np.clip((seen @ across) / float(across @ across), 0.0, 1.4)
    left = np.exp(seen.mean(axis=2) - share * float(through.mean()))
    shades[area] = np.clip(left * 255, 0, 255).astype(np.uint8)


def _on_white(shades: Pixels) -> Pixels:
    """Grey or yellow paper, and the shadow of a fold, made white."""
    cv, np = opencv(), numpy()
    small = cv.resize(shades, None, fx=0.125, fy=0.125, interpolation=cv.INTER_AREA)
    paper = cv.medianBlur(cv.dilate(small, np.ones((5, 5), np.uint8)), 7)
    if int(paper.min()) > 235:  # noqa: PLR2004 - white everywhere
        return shades
    paper = cv.resize(paper, (shades.shape[1], shades.shape[0]), interpolation=cv.INTER_LINEAR)
    return cv.divide(shades, cv.max(paper, 60), scale=255)
