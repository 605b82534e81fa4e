"""Builds OFD files for the tests of the reader: a report laid out from known truth, written as several producers write it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import groupby, pairwise

from tests.readers.building import package

SPACE = "http://www.ofdspec.org/2016"
WIDTH, HEIGHT = 210.0, 297.0
POINT = 25.4 / 72


@dataclass(frozen=True)
class Word:
    """Words on one base line, in millimetres from the top left; ``steps`` where the characters stand unevenly."""

    x: float
    y: float
    text: str
    size: float = 3.7
    steps: tuple[float, ...] = ()


@dataclass(frozen=True)
class Line:
    """A ruling line."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass
class Sheet:
    """What one page shows."""

    words: list[Word] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    width: float = WIDTH
    height: float = HEIGHT


Cell = tuple[str, int, int]  # words, rows, columns
Producer = Callable[[Sheet], str]


def ems(char: str) -> float:
    """How wide a character is set."""
    return 0.5 if char < "\x7f" else 1.0


def wrapped(text: str, width: float, size: float) -> list[str]:
    """The lines of some words in a column."""
    lines, room = [""], width
    for char in text:
        if char == "\n" or ems(char) * size > room + 1e-6:
            lines.append("")
            room = width
        if char != "\n":
            lines[-1] += char
            room -= ems(char) * size
    return lines


def ruled(
    sheet: Sheet, rows: Sequence[Sequence[Cell]], widths: Sequence[float], top: float, size: float = 3.2
) -> float:
    """A ruled table from known cells, left edge at 20 mm; a column or row that is covered from above is left out. Its lower edge."""
    xs = [20.0 + sum(widths[:n]) for n in range(len(widths) + 1)]
    taken: set[tuple[int, int]] = set()
    spots: list[tuple[int, int, Cell]] = []
    for row, cells in enumerate(rows):
        column = 0
        for one in cells:
            while (row, column) in taken:
                column += 1
            taken |= {(row + down, column + over) for down in range(one[1]) for over in range(one[2])}
            spots.append((row, column, one))
            column += one[2]
    heights = [size * 1.6] * len(rows)
    for row, column, (text, high, wide) in spots:
        lines = wrapped(text, xs[column + wide] - xs[column] - 2, size)
        last = row + high - 1
        heights[last] = max(heights[last], len(lines) * size * 1.4 + 2 - sum(heights[row:last]))
    ys = [top + sum(heights[:n]) for n in range(len(rows) + 1)]
    for row, column, (text, high, wide) in spots:
        x0, y0, x1, y1 = xs[column], ys[row], xs[column + wide], ys[row + high]
        sheet.lines += [Line(x0, y0, x1, y0), Line(x0, y1, x1, y1), Line(x0, y0, x0, y1), Line(x1, y0, x1, y1)]
        lines = wrapped(text, x1 - x0 - 2, size)
        first = (y0 + y1 - len(lines) * size * 1.4) / 2 + size * 1.1
        sheet.words += [Word(x0 + 1, first + n * size * 1.4, line, size) for n, line in enumerate(lines) if line]
    return ys[-1]


def prose(sheet: Sheet, text: str, top: float, size: float = 5.0) -> float:
    """A paragraph with an indent of two characters. Where the next one begins."""
    lines = wrapped("　　" + text, 170.0, size)
    for number, line in enumerate(lines):
        lead = len(line) - len(line.lstrip("　"))
        sheet.words.append(Word(20 + lead * size, top + number * size * 1.6 + size, line[lead:], size))
    return top + len(lines) * size * 1.6


def _steps(word: Word) -> list[float]:
    return list(word.steps) or [ems(char) * word.size for char in word.text[:-1]]


def _runs(steps: Sequence[float]) -> str:
    """Steps with ``g`` for those that repeat, as most producers write them."""
    found = []
    for value, group in groupby(f"{step:.4g}" for step in steps):
        count = len(list(group))
        found.append(f"g {count} {value}" if count > 1 else value)
    return " ".join(found)


def grouped(sheet: Sheet) -> str:
    """A text object a line, repeated steps in groups; lines as strokes."""
    objects = [
        f'<o:TextObject ID="{n}" Boundary="{one.x} {one.y - one.size} 150 {one.size * 1.3}" Font="1" Size="{one.size}">'
        f'<o:TextCode X="0" Y="{one.size}" DeltaX="{_runs(_steps(one))}">{escape(one.text)}</o:TextCode></o:TextObject>'
        for n, one in enumerate(sheet.words)
    ]
    for one in sheet.lines:
        x, y = one.x1 - one.x0, one.y1 - one.y0
        objects.append(
            f'<o:PathObject ID="9" Boundary="{one.x0} {one.y0} {x + 0.2} {y + 0.2}" LineWidth="0.2">'
            f"<o:AbbreviatedData>M 0 0 L {x} {y}</o:AbbreviatedData></o:PathObject>"
        )
    return "<o:Layer>" + "".join(objects) + "</o:Layer>"


def single(sheet: Sheet) -> str:
    """A text object a character, without steps; lines as thin filled areas."""
    objects = []
    for one in sheet.words:
        x = one.x
        for char, step in zip(one.text, [*_steps(one), 0.0], strict=True):
            objects.append(
                f'<o:TextObject ID="1" Boundary="{x:.3f} {one.y - one.size:.3f} {one.size} {one.size}" Font="1" Size="{one.size}">'
                f'<o:FillColor Value="0 0 0"/><o:TextCode X="0" Y="{one.size}">{escape(char)}</o:TextCode></o:TextObject>'
            )
            x += step
    for line in sheet.lines:
        x, y = max(line.x1 - line.x0, 0.3), max(line.y1 - line.y0, 0.3)
        objects.append(
            f'<o:PathObject ID="2" Boundary="{line.x0 - 0.15} {line.y0 - 0.15} {x} {y}" Stroke="false" Fill="true">'
            f'<o:FillColor Value="0 0 0"/><o:AbbreviatedData>M 0 0 L {x} 0 L {x} {y} L 0 {y} C</o:AbbreviatedData></o:PathObject>'
        )
    return "<o:Layer><o:PageBlock>" + "".join(objects) + "</o:PageBlock></o:Layer>"


def in_points(sheet: Sheet) -> str:
    """Everything in points under a transform, glyph numbers beside the characters, rectangles for cells."""
    objects = []
    for one in sheet.words:
        steps = " ".join(f"{step / POINT:.3f}" for step in _steps(one))
        glyphs = " ".join(str(ord(char)) for char in one.text)
        count = len(one.text)
        objects.append(
            f'<o:TextObject ID="1" CTM="{POINT} 0 0 {POINT} 0 0" Font="1" Size="{one.size / POINT}"'
            f' Boundary="{one.x} {one.y - one.size} 90 9">'
            f'<o:CGTransform CodePosition="0" CodeCount="{count}" GlyphCount="{count}"><o:Glyphs>{glyphs}</o:Glyphs></o:CGTransform>'
            f'<o:TextCode X="0" Y="{one.size / POINT}" DeltaX="{steps}">\n{escape(one.text)}\n</o:TextCode></o:TextObject>'
        )
    data = " ".join(f"M {one.x0 / POINT} {-one.y0 / POINT} L {one.x1 / POINT} {-one.y1 / POINT}" for one in sheet.lines)
    objects.append(
        f'<o:PathObject ID="2" CTM="{POINT} 0 0 {-POINT} 0 0" Boundary="0 0 {sheet.width} {sheet.height}" DrawParam="7">'
        f"<o:AbbreviatedData>{data}</o:AbbreviatedData></o:PathObject>"
    )
    return "<o:Layer>" + "".join(objects) + "</o:Layer>"


def turned(sheet: Sheet, quarter: int = 1) -> str:
    """A sheet set on its side: every object is turned on a page that stands upright."""
    a, b = round(math.cos(quarter * math.pi / 2)), round(math.sin(quarter * math.pi / 2))
    e = {1: sheet.height, 2: sheet.width}.get(quarter, 0.0)
    f = {2: sheet.height, 3: sheet.width}.get(quarter, 0.0)
    objects = []
    for one in sheet.words:
        x, y = a * one.x - b * one.y + e, b * one.x + a * one.y + f
        objects.append(
            f'<o:TextObject ID="1" CTM="{a} {b} {-b} {a} 0 0" Boundary="{x} {y} 9 90" Font="1" Size="{one.size}">'
            f'<o:TextCode X="0" Y="0" DeltaX="{_runs(_steps(one))}">{escape(one.text)}</o:TextCode></o:TextObject>'
        )
    objects += [
        f'<o:PathObject ID="2" CTM="{a} {b} {-b} {a} {e} {f}" Boundary="0 0 9 9">'
        f"<o:AbbreviatedData>M {line.x0} {line.y0} L {line.x1} {line.y1}</o:AbbreviatedData></o:PathObject>"
        for line in sheet.lines
    ]
    return "<o:Layer>" + "".join(objects) + "</o:Layer>"


def part(root: str, inner: str, space: str = SPACE) -> str:
    """An XML part with the namespace declared."""
    return f'<?xml version="1.0" encoding="UTF-8"?><o:{root} xmlns:o="{space}">{inner}</o:{root}>'


def page(content: str, *, width: float = WIDTH, height: float = HEIGHT, template: str = "") -> str:
    """A page or a template."""
    used = f'<o:Template TemplateID="{template}" ZOrder="Background"/>' if template else ""
    area = f"<o:Area><o:PhysicalBox>0 0 {width} {height}</o:PhysicalBox></o:Area>"
    return part("Page", f"{area}{used}<o:Content>{content}</o:Content>")


def parts(*pages: str, common: str = "", inner: str = "", body: str = "", doc: str = "Doc_0") -> dict[str, str | bytes]:
    """The parts of a file of pages; ``common`` and ``inner`` go into the document, ``body`` into OFD.xml."""
    listed = "".join(f'<o:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    size = f"<o:PageArea><o:PhysicalBox>0 0 {WIDTH} {HEIGHT}</o:PhysicalBox></o:PageArea>"
    made: dict[str, str | bytes] = {
        "OFD.xml": part("OFD", f"<o:DocBody>{body}<o:DocRoot>{doc}/Document.xml</o:DocRoot></o:DocBody>"),
        f"{doc}/Document.xml": part(
            "Document", f"<o:CommonData>{size}{common}</o:CommonData><o:Pages>{listed}</o:Pages>{inner}"
        ),
    }
    return made | {f"{doc}/Pages/Page_{n}/Content.xml": one for n, one in enumerate(pages)}


def ofd(*pages: str) -> bytes:
    """A file of pages and nothing else."""
    return package(parts(*pages))


def produced(sheets: Sequence[Sheet], producer: Producer, *, sideways: bool = False) -> bytes:
    """A file of these sheets, as one producer writes it; ``sideways`` on pages that lie."""
    sizes = [(one.height, one.width) if sideways else (one.width, one.height) for one in sheets]
    return ofd(*(page(producer(one), width=x, height=y) for one, (x, y) in zip(sheets, sizes, strict=True)))


def evenly(points: Sequence[float]) -> tuple[float, ...]:
    """The steps from each place to the next."""
    return tuple(b - a for a, b in pairwise(points))
