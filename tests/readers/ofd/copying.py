"""Copies a PDF onto the sheets of an OFD: the characters and lines that PDFium sees, where it sees them."""

from __future__ import annotations

import ctypes
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw

from tests.readers.ofd.building import POINT, Line, Sheet, Word, evenly

raw: Any = pypdfium2.raw
PATH = 2


def sheets(path: Path) -> list[Sheet]:
    """A sheet for each page."""
    found = []
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            width, height = page.get_size()
            one = Sheet(_words(page, height), [], width * POINT, height * POINT)
            for shape in page.get_objects(filter=[PATH], max_depth=5):
                one.lines += _lines(shape, height)
            found.append(one)
    return found


def _words(page: Any, height: float) -> list[Word]:
    """The characters of the page, those next to each other on one base line in one text object."""
    held = page.get_textpage()  # PDFium lets go of the characters with it
    text = held.raw
    x, y = ctypes.c_double(), ctypes.c_double()
    runs: list[list[tuple[float, float, float, str]]] = []
    for index in range(raw.FPDFText_CountChars(text)):
        char = chr(raw.FPDFText_GetUnicode(text, index))
        if raw.FPDFText_IsGenerated(text, index) == 1 or char < " ":
            continue
        raw.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
        here = (x.value * POINT, (height - y.value) * POINT, raw.FPDFText_GetFontSize(text, index) * POINT, char)
        last = runs[-1][-1] if runs else None
        if (
            last
            and abs(last[1] - here[1]) < 0.1
            and abs(last[2] - here[2]) < 0.1
            and 0 < here[0] - last[0] < 2 * here[2]
        ):
            runs[-1].append(here)
        else:
            runs.append([here])
    return [
        Word(run[0][0], run[0][1], "".join(one[3] for one in run), run[0][2], evenly([one[0] for one in run]))
        for run in runs
    ]


def _lines(shape: Any, height: float) -> list[Line]:
    """The straight pieces of a path along an axis, or the middle of a thin area."""
    left, bottom, right, top = shape.get_bounds()
    if min(right - left, top - bottom) < 3:
        flat = right - left > top - bottom
        x, y = (left + right) / 2, height - (top + bottom) / 2
        ends = (left, y, right, y) if flat else (x, height - top, x, height - bottom)
        return [Line(*(one * POINT for one in ends))]
    corners = [(left, height - top), (right, height - top), (right, height - bottom), (left, height - bottom)]
    return [Line(*(POINT * v for v in (*a, *b))) for a, b in pairwise([*corners, corners[0]])]
