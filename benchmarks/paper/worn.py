"""Pages as scanners hand them over: laid in crooked, grey, noisy, sealed in red over the figures, JPEG of middling quality."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import cv2
import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from pylopdf_fonts_zh_cn import serif_path

DOTS = 150  # an inch
_QUALITY = 60  # of the JPEG
_LEAN = 1.2  # degrees at most
_NOISE = 7.0  # of 255
_SEAL = "某某县示例单位财务专用章"
_REDS = ((205, 30, 35), (225, 70, 70), (150, 40, 110))  # fresh, faded, purple ink

Pixels = Any  # an array of rows, columns, and red, green, blue


def drawn(data: bytes) -> Iterator[Pixels]:
    """The pages of a PDF."""
    for page in pypdfium2.PdfDocument(data):
        yield np.asarray(page.render(scale=DOTS / 72).to_pil().convert("RGB"))


def worn(page: Pixels, seed: int, *, sealed: bool = True) -> Pixels:
    """A page after printing, sealing and scanning."""
    chance = np.random.default_rng(seed)
    height, width = page.shape[:2]
    paper = page.astype(np.float32)
    for _ in range(2 if sealed else 0):
        seal = _seal(_REDS[int(chance.integers(len(_REDS)))], int(chance.integers(200, 250)))
        top, left = int(chance.integers(60, height - 320)), int(chance.integers(60, width - 320))
        area = paper[top : top + seal.shape[0], left : left + seal.shape[1]]
        area[:] = area * seal[: area.shape[0], : area.shape[1]] / 255  # ink over ink: as dark as both
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), float(chance.uniform(-_LEAN, _LEAN)), 1.0)
    paper = cv2.warpAffine(paper, turn, (width, height), borderValue=(255, 255, 255), flags=cv2.INTER_CUBIC)
    paper = cv2.GaussianBlur(paper, (0, 0), 0.6)
    shade = np.linspace(0, float(chance.uniform(0, 18)), width, dtype=np.float32)[None, :, None]
    paper = paper * 0.9 + 20 - shade + chance.normal(0, _NOISE, paper.shape).astype(np.float32)
    return np.clip(paper, 0, 255).astype(np.uint8)


def _seal(colour: tuple[int, int, int], side: int) -> Pixels:
    """A round seal: a ring, a star, words around it."""
    image = Image.new("RGB", (side, side), "white")
    draw = ImageDraw.Draw(image)
    draw.ellipse((4, 4, side - 4, side - 4), outline=colour, width=5)
    font = ImageFont.truetype(str(serif_path()), side // 9)
    middle = side / 2
    for at, char in enumerate(_SEAL):
        angle = np.pi * (0.85 + 1.3 * at / (len(_SEAL) - 1))
        draw.text(
            (middle + np.cos(angle) * side * 0.37, middle + np.sin(angle) * side * 0.37), char, colour, font, "mm"
        )
    points = [
        (middle + np.sin(np.pi * n / 5) * side * (0.16 if n % 2 == 0 else 0.06),
         middle - np.cos(np.pi * n / 5) * side * (0.16 if n % 2 == 0 else 0.06)) for n in range(10)
    ]  # fmt: skip
    draw.polygon(points, fill=colour)
    return np.asarray(image).astype(np.float32)


def as_scan(pages: list[Pixels]) -> bytes:
    """Pages as a PDF of JPEGs."""
    first, *rest = [Image.fromarray(page) for page in pages]
    held = io.BytesIO()
    first.save(held, "PDF", save_all=True, append_images=rest, resolution=DOTS, quality=_QUALITY)
    return held.getvalue()
