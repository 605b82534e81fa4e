"""The way a page is held: by the direction in which most of its words run, whatever the page itself says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """Turns points of the file (origin bottom left) into points of the upright page (origin top left)."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0  # quarter turns clockwise

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as seen."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turn % 2 else (width, height)

    def letter(
        self, left: float, bottom: float, right: float, top: float, x: float, y: float
    ) -> tuple[float, float, float, float, float]:
        """Two corners as seen, and how deep a third point lies: a page has thousands, most of them upright already."""
        if self.turn == 0:
            return left - self.left, self.top - bottom, right - self.left, self.top - top, self.top - y
        return (*self.point(left, bottom), *self.point(right, top), self.point(x, y)[1])

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point as seen."""
        if self.turn == 0:
            return x - self.left, self.top - y
        if self.turn == 1:
            return y - self.bottom, x - self.left
        if self.turn == 2:  # noqa: PLR2004 - half a turn
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x
