"""What happens to a page on its way through stamp, scanner and JPEG: all of it drawn from one source of random numbers.

Geometry is one 3 by 3 matrix from the clean page to the harmed picture, so that a place on the one is found on the other.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont
from pylopdf_fonts_zh_cn import serif_path

Pixels = np.ndarray[Any, Any]
_INKS = ((206, 32, 40), (232, 120, 118), (150, 16, 52))  # a usual seal, a pale one, a dark one
_SEAL = 40 / 25.4  # inches across: a department's seal
_NAMES = ("青禾市云岭区应急管理局", "白渡县交通运输局", "临溪市东塘区财政局", "桐川县水利局")
_DESK = (92, 84, 78)


@dataclass(frozen=True)
class Harm:
    """One row of the set: how pages are harmed."""

    name: str
    about: str
    skew: float  # degrees to either side
    noise: float
    blur: float
    light: float  # share of light that the darkest corner lacks
    quality: int  # of the JPEG
    seals: int  # on every page
    turned: float  # share of pages that lie on their side
    bend: float = 0.0  # share of the page by which a corner is off: a picture taken by hand


HARMS = (
    Harm("office", "a clean office scanner", 0.3, 2.0, 0.0, 0.02, 85, 0, 0.0),
    Harm("issue", "as issue 4 says: noise, skew, seals over figures, JPEG 60", 1.5, 6.0, 0.5, 0.12, 60, 2, 0.17),
    Harm(
        "sheets", "the same on tables of every other kind (as benchmarks.pdf_tables)", 1.5, 6.0, 0.5, 0.12, 60, 2, 0.17
    ),
    Harm("phone", "a telephone over a desk", 1.5, 7.0, 0.7, 0.35, 60, 2, 0.17, 0.02),
)


def harmed(
    page: Pixels, spots: Sequence[tuple[float, float]], how: Harm, random: Random, dpi: int
) -> tuple[bytes, Pixels]:
    """The page as a JPEG, and the matrix from the one to the other. ``spots``: where figures stand, in pixels."""
    noise = np.random.default_rng(random.getrandbits(32))
    made: Pixels = page.astype(np.float32)
    for number in range(how.seals):
        if spots:
            _stamp(made, random.choice(spots), _INKS[(number + random.randrange(2)) % len(_INKS)], random, dpi)
    made, matrix = _moved(made, how, random)
    if how.blur:
        made = cv2.GaussianBlur(made, (0, 0), how.blur * random.uniform(0.7, 1.2))
    made *= _light(made.shape[0], made.shape[1], how.light, random)[..., None]
    made += noise.normal(0, how.noise, made.shape[:2])[..., None] + noise.normal(0, how.noise / 3, made.shape)
    done = made.clip(0, 255).astype(np.uint8)
    if random.random() < how.turned:
        done, turn = _turned(done, clockwise=random.random() < 0.5)
        matrix = turn @ matrix
    return cv2.imencode(".jpg", done[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, how.quality])[1].tobytes(), matrix


def _stamp(page: Pixels, spot: tuple[float, float], ink: tuple[int, int, int], random: Random, dpi: int) -> None:
    """A round seal over a spot, its ink laid over what is printed; fibres of the paper show through."""
    side = round(_SEAL * dpi)
    fine = side * 2
    mask = Image.new("L", (fine, fine), 0)
    draw = ImageDraw.Draw(mask)
    draw.ellipse((4, 4, fine - 4, fine - 4), outline=255, width=round(fine * 0.025))
    star = [
        (fine / 2 + radius * math.sin(math.pi * k / 5), fine / 2 - radius * math.cos(math.pi * k / 5))
        for k in range(10) for radius in [fine * (0.15 if k % 2 == 0 else 0.058)]
    ]  # fmt: skip
    draw.polygon(star, fill=255)
    _ring(mask, random.choice(_NAMES), fine)
    mask = mask.rotate(random.uniform(-25, 25), Image.Resampling.BICUBIC).resize((side, side), Image.Resampling.BOX)
    cover = np.asarray(mask, np.float32) / 255 * random.uniform(0.75, 1.0)
    worn = (
        np.random.default_rng(random.getrandbits(32)).normal(1, 0.5, (side // 4 + 1, side // 4 + 1)).astype(np.float32)
    )
    cover = cover * cv2.resize(worn, (side, side), interpolation=cv2.INTER_LINEAR).clip(0.35, 1)
    left = round(spot[0] + random.uniform(-0.4, 0.4) * side - side / 2)
    top = round(spot[1] + random.uniform(-0.4, 0.4) * side - side / 2)
    x0, y0, x1, y1 = max(0, left), max(0, top), min(page.shape[1], left + side), min(page.shape[0], top + side)
    part = cover[y0 - top : y1 - top, x0 - left : x1 - left, None]
    tint = 1 - part * (1 - np.asarray(ink, np.float32) / 255)
    page[y0:y1, x0:x1] *= tint


def _ring(mask: Image.Image, name: str, fine: int) -> None:
    """The name of the organ around the upper part of a seal."""
    font = ImageFont.truetype(str(serif_path()), round(fine * 0.13))
    for number, char in enumerate(name):
        angle = -125 + 250 * number / (len(name) - 1)
        sheet = Image.new("L", mask.size, 0)
        ImageDraw.Draw(sheet).text((fine / 2, fine * 0.06), char, fill=255, font=font, anchor="ma")
        mask.paste(255, (0, 0), sheet.rotate(-angle, Image.Resampling.BICUBIC))


def _moved(page: Pixels, how: Harm, random: Random) -> tuple[Pixels, Pixels]:
    """The page askew, and, taken by hand, seen from the side on a desk."""
    high, wide = page.shape[:2]
    angle = random.uniform(-how.skew, how.skew)
    matrix = np.vstack([cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0), [0, 0, 1]])
    if how.bend:
        corners = np.array([(0, 0), (wide, 0), (wide, high), (0, high)], np.float32)
        inward = np.array([(1, 1), (-1, 1), (-1, -1), (1, -1)], np.float32)
        off = np.array([[random.uniform(0.2, 1) * how.bend * wide for _ in "xy"] for _ in corners], np.float32)
        matrix = cv2.getPerspectiveTransform(corners, corners + inward * off) @ matrix
    ground = _DESK if how.bend else (246, 246, 246)
    made = cv2.warpPerspective(page, matrix, (wide, high), flags=cv2.INTER_CUBIC, borderValue=ground)
    return made, matrix


def _light(high: int, wide: int, least: float, random: Random) -> Pixels:
    """Light that falls off towards one side."""
    angle = random.uniform(0, 2 * math.pi)
    down, across = np.mgrid[-1 : 1 : high * 1j, -1 : 1 : wide * 1j]
    slope = (across * math.cos(angle) + down * math.sin(angle)) / math.sqrt(2)
    return np.asarray(1 - least * (slope + 1) / 2, np.float32)


def _turned(page: Pixels, *, clockwise: bool) -> tuple[Pixels, Pixels]:
    high, wide = page.shape[:2]
    if clockwise:
        return np.ascontiguousarray(np.rot90(page, -1)), np.array([[0, -1, high - 1], [1, 0, 0], [0, 0, 1]], float)
    return np.ascontiguousarray(np.rot90(page)), np.array([[0, 1, 0], [-1, 0, wide - 1], [0, 0, 1]], float)
