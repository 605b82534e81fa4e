"""Reports to scan: written by our own writer, a run of pages of each; what their text layer says is the truth."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random

import pypdfium2
from pypdfium2 import raw

from benchmarks.paper.producers import by_typst
from benchmarks.paper.sheets import samples
from benchmarks.scans.harm import Harm, Pixels, harmed
from jixiao import pipeline
from jixiao.model.document import Document
from jixiao.model.filing import Filing
from jixiao.readers import read_bytes
from jixiao.writers.report import FORMATS
from tests.roundtrip.filings import FORMS, made

SAMPLE = Path(__file__).resolve().parents[2] / "examples" / "junshan-2023" / "filing.yaml"
_INCH = 72.0


@dataclass(frozen=True)
class Paper:
    """A run of pages of a report: the PDF of them, and what it says."""

    name: str
    data: bytes
    truth: Document


@dataclass(frozen=True)
class Scan:
    """The same pages harmed: the PDF of pictures, each picture, and where the clean page lies on it."""

    data: bytes
    pictures: tuple[bytes, ...]
    matrices: tuple[Pixels, ...]


@cache
def papers(files: int, pages: int, seed: int) -> tuple[Paper, ...]:
    """So many reports, so many pages of each."""
    random = Random(seed)
    return tuple(_paper(filing, pages, random) for filing in _filings(files, random))


@cache
def sheets(seed: int) -> tuple[Paper, ...]:
    """Tables of every other kind: merged, over pages, across the page, without lines, side by side."""
    these = [one for one in samples(seed) if one.sheet]
    return tuple(
        Paper(one.sheet.kind, data, read_bytes(data, "truth.pdf", pictures=False))
        for one, data in zip(these, by_typst(these), strict=True) if one.sheet
    )  # fmt: skip


def _filings(files: int, random: Random) -> Iterator[Filing]:
    sample = pipeline.read_filing(SAMPLE).filing
    if sample is None:
        raise RuntimeError("the sample cannot be read")
    yield sample
    for number in range(1, files):
        form = FORMS[number % len(FORMS)]
        filing = made(
            form, random.randint(2019, 2025), random.randint(1, 4), random.randint(6, 20), 2, random.getrandbits(32)
        )
        yield replace(filing, unit=filing.unit + "本级")


def _paper(filing: Filing, count: int, random: Random) -> Paper:
    """A run of pages that has as many figures as the better half of such runs: most tables stand at the end."""
    whole = pypdfium2.PdfDocument(FORMATS["pdf"].write(pipeline.compose(filing), filing))
    figures = [sum(map(str.isdigit, page.get_textpage().get_text_range())) for page in whole]
    count = min(count, len(figures))
    runs = sorted(range(len(figures) - count + 1), key=lambda at: -sum(figures[at : at + count]))
    first = random.choice(runs[: max(1, len(runs) // 2)])
    part = pypdfium2.PdfDocument.new()
    part.import_pages(whole, list(range(first, first + count)))
    target = io.BytesIO()
    part.save(target)
    truth = read_bytes(target.getvalue(), "truth.pdf", pictures=False)
    if truth.unread or not truth.tables:
        raise RuntimeError(f"pages without tables that can be read: {filing.unit} {first + 1} {truth.unread}")
    return Paper(f"{filing.unit}, pages {first + 1}-{first + count}", target.getvalue(), truth)


def scanned(paper: Paper, how: Harm, random: Random, dpi: int) -> Scan:
    """The pages of a paper as a scan: one JPEG a page and nothing else."""
    clean = pypdfium2.PdfDocument(paper.data)
    target = pypdfium2.PdfDocument.new()
    pictures, matrices = [], []
    for page in clean:
        picture, matrix = harmed(drawn(page, dpi), spots(page, dpi), how, random, dpi)
        pictures.append(picture)
        matrices.append(matrix)
        _add(target, picture, dpi)
    out = io.BytesIO()
    target.save(out)
    return Scan(out.getvalue(), tuple(pictures), tuple(matrices))


def drawn(page: pypdfium2.PdfPage, dpi: int) -> Pixels:
    """A clean page in red, green, blue."""
    found: Pixels = page.render(scale=dpi / _INCH, rev_byteorder=True).to_numpy()[..., :3]
    return found


def spots(page: pypdfium2.PdfPage, dpi: int) -> list[tuple[float, float]]:
    """The middle of every digit of a page, in pixels."""
    text = page.get_textpage()
    return [
        _middle(text.get_charbox(index), page.get_height(), dpi)
        for index in range(text.count_chars()) if chr(raw.FPDFText_GetUnicode(text, index)).isdigit()
    ]  # fmt: skip


def _middle(box: tuple[float, float, float, float], height: float, dpi: int) -> tuple[float, float]:
    left, bottom, right, top = box
    return (left + right) / 2 * dpi / _INCH, (height - (top + bottom) / 2) * dpi / _INCH


def _add(target: pypdfium2.PdfDocument, picture: bytes, dpi: int) -> None:
    image = pypdfium2.PdfImage.new(target)
    image.load_jpeg(io.BytesIO(picture), inline=True)
    across, down = image.get_px_size()
    width, height = across * _INCH / dpi, down * _INCH / dpi
    image.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
    page = target.new_page(width, height)
    page.insert_obj(image)
    page.gen_content()
