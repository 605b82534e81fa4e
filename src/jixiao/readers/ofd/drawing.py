"""What a page of an OFD shows (版面内容): characters, outlines and pictures, of the page itself and of its templates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from jixiao.readers.common.zipped import Element
from jixiao.readers.layout.strokes import Colour, Point, is_seen
from jixiao.readers.ofd.book import Resources
from jixiao.readers.ofd.chars import Char, chars
from jixiao.readers.ofd.matrix import Matrix, numbers, placed
from jixiao.readers.ofd.parts import child, local, named, words
from jixiao.readers.ofd.paths import POINTS, is_drawing, outlines

_DEPTH = 16  # groups within groups, composites within composites
_SHADES = 3  # of a colour: red, green, blue
_MOST_CHARACTERS = 100_000
_MOST_OBJECTS = 50_000
_BLACK = (0, 0, 0)


class Outline(NamedTuple):
    """A straight outline on the page, whether its edge is drawn, what it is filled with."""

    points: list[Point]
    stroked: bool
    filled: Colour | None


@dataclass(slots=True)
class Drawing:
    """What was found on a page so far, in millimetres."""

    resources: Resources
    chars: dict[str, list[Char]] = field(default_factory=dict)  # by the template they are of; "" the page itself
    outlines: list[Outline] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)  # parts
    curved: int = 0  # paths with curves
    left: int = _MOST_OBJECTS

    @property
    def is_full(self) -> bool:
        """Whether there is more on the page than is read of one."""
        return self.left <= 0 or any(len(held) >= _MOST_CHARACTERS for held in self.chars.values())

    def layers(self, root: Element, source: str = "") -> None:
        """The layers of a page or a template."""
        into = self.chars.setdefault(source, [])
        for content in named(root, "Content"):
            for layer in content:
                if local(layer) == "Layer":
                    self._objects(layer, Matrix(), into, layer.get("DrawParam"), 0)

    def _objects(
        self, group: Iterable[Element], matrix: Matrix, into: list[Char], parameter: str | None, depth: int
    ) -> None:
        for one in group:
            if self.left <= 0:
                return
            self.left -= 1
            if one.get("Visible") in ("false", "0") or one.get("Alpha") == "0":
                continue
            kind = local(one)
            if kind == "TextObject":
                into += chars(one, _in(one, matrix), _MOST_CHARACTERS - len(into))
            elif kind == "PathObject":
                self._path(one, matrix, one.get("DrawParam") or parameter)
            elif kind == "ImageObject":
                self.pictures.append(self.resources.pictures.get(one.get("ResourceID", ""), ""))
            elif kind == "PageBlock" and depth < _DEPTH:
                self._objects(one, matrix, into, parameter, depth + 1)
            elif kind == "CompositeObject" and depth < _DEPTH:
                unit = self.resources.units.get(one.get("ResourceID", ""))
                for content in named(unit, "Content"):
                    self._objects(content, _in(one, matrix), into, one.get("DrawParam") or parameter, depth + 1)

    def _path(self, one: Element, matrix: Matrix, parameter: str | None) -> None:
        data = words(one, "AbbreviatedData")
        if is_drawing(data):
            self.curved += 1
        stroke, fill = one.get("Stroke") not in ("false", "0"), one.get("Fill") in ("true", "1")
        edge = self._colour(one, "StrokeColor", parameter) if stroke else None
        filled = self._colour(one, "FillColor", parameter) if fill else None
        stroked = edge is not None and is_seen(edge)
        if not stroked and (filled is None or not is_seen(filled)):
            return
        if data.count(" ") > POINTS * 3:
            return
        self.outlines += [Outline(points, stroked, filled) for points in outlines(data, _in(one, matrix))]

    def _colour(self, one: Element, kind: str, parameter: str | None) -> Colour | None:
        """Its own colour, else that of its drawing parameter, else black; None where it is clear."""
        found = child(one, kind)
        for _ in range(_DEPTH):
            held = self.resources.parameters.get(parameter or "") if found is None else None
            if held is None:
                break
            found, parameter = child(held, kind), held.get("Relative")
        if found is None:
            return _BLACK
        shades = [int(shade) for shade in numbers(found.get("Value"))]
        if found.get("Alpha") == "0":
            return None
        if len(shades) == 1:
            return shades[0], shades[0], shades[0]
        return (shades[0], shades[1], shades[2]) if len(shades) == _SHADES else _BLACK


def _in(one: Element, matrix: Matrix) -> Matrix:
    return placed(one.get("Boundary"), one.get("CTM")).within(matrix)
