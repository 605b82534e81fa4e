"""What is drawn on a page (图形): strokes and thin filled rectangles that are ruling lines, coloured areas, pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

from jixiao.readers.layout.page import Box
from jixiao.readers.layout.strokes import Colour, Point, Strokes, is_seen
from jixiao.readers.pdf.library import Handle, pdfium
from jixiao.readers.pdf.view import View

_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
_LINE, _CURVE, _MOVE = 0, 1, 2
_DEPTH = 6  # forms within forms
_CLIPS = 20  # clip paths of one path, and points of each, that are looked at
_POINTS = 2_000  # of one path: a drawing, not a table


class Drawn:
    """The lines drawn on a page, as they come."""

    def __init__(self, view: View, most: int, pictures: frozenset[int] = frozenset()) -> None:
        self.view, self.left, self.pictures = view, most, pictures
        self.images = 0
        self.whole = Box(0.0, 0.0, *view.size)
        self.strokes = Strokes(self.whole)

    def page(self, page: Handle) -> None:
        """All objects of a page."""
        for index in range(pdfium.FPDFPage_CountObjects(page)):
            self._object(pdfium.FPDFPage_GetObject(page, index), (), 0)

    def _object(self, one: Handle, above: tuple[Handle, ...], depth: int) -> None:
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind == _TEXT or self.left <= 0:
            return
        self.left -= 1
        if self.pictures and pdfium.FPDFPageObj_GetMarkedContentID(one) in self.pictures:
            return
        if kind == _PATH:
            self._path(one, above)
        elif kind == _IMAGE:
            self.images += 1
        elif kind == _FORM and depth < _DEPTH:
            matrix = _matrix(one)
            for index in range(pdfium.FPDFFormObj_CountObjects(one)):
                self._object(pdfium.FPDFFormObj_GetObject(one, index), (matrix, *above), depth + 1)

    def _path(self, one: Handle, above: tuple[Handle, ...]) -> None:
        count = pdfium.FPDFPath_CountSegments(one)
        if not 2 <= count <= _POINTS:  # noqa: PLR2004 - a line has two ends
            return
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(one, ctypes.byref(fill), ctypes.byref(stroke))
        filled = _color(one, pdfium.FPDFPageObj_GetFillColor) if fill.value else None
        visible_fill = filled is not None
        visible_stroke = bool(stroke.value) and _color(one, pdfium.FPDFPageObj_GetStrokeColor) is not None
        if not visible_fill and not visible_stroke:
            return
        self.left -= count
        matrices = (_matrix(one), *above)
        outlines = [
            [self.view.point(*_moved(point, matrices)) for point in outline] for outline in _outlines(one, count)
        ]
        is_inside = all(self.whole.holds(*point) for points in outlines for point in points)
        self.strokes.window = self.whole if is_inside else self._clipped(one, above)
        for points in outlines:
            self.strokes.outline(points, stroked=visible_stroke, filled=filled)

    def _clipped(self, one: Handle, above: tuple[Handle, ...]) -> Box:
        """What can be seen of a path that reaches over the page: it is drawn on every page as a whole."""
        x0, top, x1, bottom = self.whole
        clip = pdfium.FPDFPageObj_GetClipPath(one)
        x, y = ctypes.c_float(), ctypes.c_float()
        for index in range(min(_CLIPS, pdfium.FPDFClipPath_CountPaths(clip) if clip else 0)):
            points = []
            for number in range(min(_CLIPS, pdfium.FPDFClipPath_CountPathSegments(clip, index))):
                segment = pdfium.FPDFClipPath_GetPathSegment(clip, index, number)
                pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
                points.append(self.view.point(*_moved((x.value, y.value), above)))
            if points:
                x0, x1 = max(x0, min(p[0] for p in points)), min(x1, max(p[0] for p in points))
                top, bottom = max(top, min(p[1] for p in points)), min(bottom, max(p[1] for p in points))
        return Box(x0, top, x1, bottom)


def _color(one: Handle, color_of: Handle) -> Colour | None:
    """Its colour; None where it is white or clear, so that nobody sees it."""
    color = [ctypes.c_uint() for _ in range(4)]
    if not color_of(one, *map(ctypes.byref, color)):
        return 0, 0, 0
    red, green, blue, alpha = (part.value for part in color)
    return (red, green, blue) if alpha > 0 and is_seen((red, green, blue)) else None


def _matrix(one: Handle) -> Handle:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(one, ctypes.byref(matrix))
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _moved(point: Point, matrices: tuple[Handle, ...]) -> Point:
    x, y = point
    for a, b, c, d, e, f in matrices:
        x, y = a * x + c * y + e, b * x + d * y + f
    return x, y


def _outlines(one: Handle, count: int) -> Iterator[list[Point]]:
    """The straight outlines of a path; a curve ends one."""
    x, y = ctypes.c_float(), ctypes.c_float()
    x_at, y_at = ctypes.byref(x), ctypes.byref(y)
    outline: list[Point] = []
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(one, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x_at, y_at)
        if kind != _LINE:
            if len(outline) > 1:
                yield outline
            outline = []
        outline.append((x.value, y.value))
        if kind == _LINE and pdfium.FPDFPathSegment_GetClose(segment):
            outline.append(outline[0])
    if len(outline) > 1:
        yield outline
