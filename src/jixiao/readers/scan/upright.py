"""Upright (摆正): a page that was laid in crooked is turned back by the angle at which its lines are sharpest."""

from __future__ import annotations

from jixiao.readers.scan.library import Pixels, numpy, opencv

_REACH, _STEP, _FINE = 8.0, 0.5, 0.1  # degrees
_WIDTH = 1000  # points are enough to measure an angle
_DARKER = 40.0  # of 255: ink on its paper
_LITTLE = 0.05  # degrees: not worth the blur


def skew(shades: Pixels) -> float:
    """By how many degrees the lines of a page lean."""
    cv, np = opencv(), numpy()
    scale = min(1.0, _WIDTH / max(shades.shape))
    small = cv.resize(shades, None, fx=scale, fy=scale, interpolation=cv.INTER_AREA)
    paper = cv.blur(small, (31, 31))
    ink = ((small < paper - _DARKER) * 255).astype(np.uint8)
    if not ink.any():
        return 0.0
    best = 0.0
    for reach, step in ((_REACH, _STEP), (_STEP, _FINE), (_FINE, _FINE / 4)):
        angles = np.arange(best - reach, best + reach + step / 2, step)
        best = float(max(angles, key=lambda angle: (_sharpness(ink, float(angle)), -abs(float(angle)))))
    return best


def _sharpness(ink: Pixels, angle: float) -> float:
    """How much neighbouring rows differ when the page is turned back by so much."""
    np = numpy()
    rows = turned(ink, angle, 0).sum(axis=1, dtype=np.float64)
    rows = (rows[2:] + 2 * rows[1:-1] + rows[:-2]) / 4  # a page that is not turned is sharper by itself
    return float(((rows[1:] - rows[:-1]) ** 2).sum())


def turned(shades: Pixels, angle: float, paper: int = 255) -> Pixels:
    """The page turned back by an angle."""
    cv = opencv()
    height, width = shades.shape[:2]
    matrix = cv.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    how = cv.INTER_CUBIC if paper else cv.INTER_LINEAR
    return cv.warpAffine(shades, matrix, (width, height), flags=how, borderValue=paper)


def straightened(shades: Pixels) -> Pixels:
    """The page with level lines."""
    angle = skew(shades)
    return shades if abs(angle) < _LITTLE else turned(shades, angle)
