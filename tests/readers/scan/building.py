"""Pictures of pages for the tests of scans: drawn by PDFium from what typst sets, worn as a scanner wears them."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import cv2
import numpy as np
import pypdfium2
import typst
from PIL import Image

DOTS = 150  # an inch
RED, PURPLE = (205, 30, 35), (140, 50, 150)

TABLE = """
#set page(width: 160mm, height: 110mm, margin: 12mm)
#set text(font: ("Noto Serif CJK SC", "Noto Sans CJK SC"), size: 11pt, lang: "zh")
部门预算执行情况表
#table(columns: (40mm, 30mm, 30mm, 30mm), rows: 8mm,
[项目], [年初预算数], [全年执行数], [执行率],
[基本支出], [1,204.87], [1,180.35], [97.97%],
[项目支出], [885.83], [732.5], [82.69%],
[公用经费], [16.8], [7], [41.67%],
table.cell(colspan: 2)[合计], [1,919.85], [——])
以上数据均以万元为单位。
"""
ROWS = (
    ("项目", "年初预算数", "全年执行数", "执行率"), ("基本支出", "1,204.87", "1,180.35", "97.97%"),
    ("项目支出", "885.83", "732.5", "82.69%"), ("公用经费", "16.8", "7", "41.67%"),
)  # fmt: skip


@cache
def page(source: str = TABLE) -> Any:
    """A page in red, green, blue. Not to be written on."""
    document = pypdfium2.PdfDocument(typst.compile(source.encode()))
    return np.asarray(document[0].render(scale=DOTS / 72).to_pil().convert("RGB"))


def worn(pixels: Any, *, lean: float = 0.7, seal: tuple[int, int, int] | None = None) -> Any:
    """The page laid in crooked, with noise, and a seal over its middle."""
    paper = pixels.astype(np.float32)
    height, width = paper.shape[:2]
    if seal:
        ink = np.full_like(pixels, 255)
        cv2.circle(ink, (width // 2, height // 2), 105, seal, 6)
        cv2.putText(ink, "* SEAL *", (width // 2 - 80, height // 2 + 10), cv2.FONT_HERSHEY_SIMPLEX, 1.1, seal, 3)
        paper = paper * ink / 255
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), lean, 1.0)
    paper = cv2.warpAffine(paper, turn, (width, height), borderValue=(255, 255, 255))
    return np.clip(paper + np.random.default_rng(1).normal(0, 5, paper.shape), 0, 255).astype(np.uint8)


def saved(*pages: Any, kind: str = "PNG", **options: Any) -> bytes:
    """Pages as a file of a kind."""
    first, *rest = [Image.fromarray(one) for one in pages]
    held = io.BytesIO()
    many = {"save_all": True, "append_images": rest} if rest or kind in ("PDF", "TIFF") else {}
    first.save(held, kind, **many, **options)
    return held.getvalue()
