"""pdf: set by typst from our own data, with embedded open Chinese fonts, bookmarks and tags (PDF/UA-1)."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from threading import Lock
from typing import Literal

from typst import TypstError

from jixiao.model.manuscript import Manuscript
from jixiao.writers.report.pdf.fonts import VARIABLE, chosen
from jixiao.writers.report.pdf.plan import plan
from jixiao.writers.report.refused import NotWritten

_STANDARD: Literal["ua-1"] = "ua-1"  # besides its own rules it forbids characters that no font has
_ABSENT = re.compile(r'the text `"(.+?)"` could not be displayed')
_AROUND = 6  # characters on each side of one that is missing
_TURN = Lock()  # a compiler sets one document at a time


def write(manuscript: Manuscript) -> bytes:
    """The manuscript as a PDF; raises NotWritten where no font at hand has a character of it."""
    fonts = chosen()
    data = json.dumps(plan(manuscript, fonts), ensure_ascii=False, separators=(",", ":"))
    try:
        with _TURN:
            made = fonts.compiler.compile(
                input=_layout(), format="pdf", sys_inputs={"data": data}, pdf_standards=[_STANDARD], timestamp=0
            )
    except TypstError as error:
        if found := _ABSENT.search(error.message):
            raise _missing(found[1], manuscript) from error
        raise
    assert isinstance(made, bytes)  # noqa: S101 - one file, handed back
    return made


def _missing(char: str, manuscript: Manuscript) -> NotWritten:
    near = _near(char, manuscript)
    return NotWritten(
        f"字体中没有字符「{char}」{f'（“{near}”）' if near else ''}。"
        f"请改用别的字，或把含有该字的字体放入文件夹，并用环境变量 {VARIABLE} 指明。",
        f'No PDF: no font has the character "{char}"{f" (in “{near}”)" if near else ""}. '
        f"Use another one, or name a folder with a font that has it in {VARIABLE}.",
    )


def _near(char: str, manuscript: Manuscript) -> str:
    """The words around its first place, so that the user can find it."""
    cells = (slot.text for grid in manuscript.grids for slot in grid.slots)
    text = next((one for one in (*(line.text for line in manuscript.lines), *cells) if char in one), "")
    at = text.find(char)
    return text[max(at - _AROUND, 0) : at + _AROUND + 1]


@cache
def _layout() -> bytes:
    return files("jixiao.writers.report.pdf").joinpath("layout.typ").read_bytes()
