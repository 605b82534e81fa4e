"""Scans end to end: a page with a table, worn and sealed, as PDF and as pictures, and what its user is told."""

from __future__ import annotations

import subprocess
import sys
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest

from jixiao.model.document import Document
from jixiao.readers import read_bytes
from jixiao.readers.scan import library
from tests.readers.building import codes, texts
from tests.readers.scan.building import DOTS, PURPLE, RED, ROWS, page, saved, worn

CUT_OFF = """
import socket, sys
def refuse(*_): raise AssertionError("the network was asked")
socket.socket.connect = socket.getaddrinfo = refuse
from pathlib import Path
from jixiao.readers import read
found = read(sys.argv[1])
print(found.tables[0].cells[5].text, [one.code for one in found.unread])
"""


def rows(found: Document) -> list[tuple[str, ...]]:
    (table,) = found.tables
    return [tuple(cell.text for cell in table.row(number)) for number in range(1, len(ROWS) + 1)]


def test_a_worn_page_with_a_red_seal_over_its_figures_is_read():
    found = read_bytes(saved(worn(page(), seal=RED), kind="PDF", resolution=DOTS, quality=60), "a.pdf")
    assert rows(found) == list(ROWS)
    assert texts(found)[0] == "部门预算执行情况表"
    assert (found.scanned, codes(found)) == ((1,), [])
    merged = found.tables[0].at(5, 2)
    assert merged is not None
    assert (merged.text, merged.columns) == ("合计", 2)


def test_a_purple_seal_goes_as_well_whichever_way_up_the_page_lies():
    upside_down = np.rot90(worn(page(), seal=PURPLE, lean=-0.8), 2)
    assert rows(read_bytes(saved(upside_down, dpi=(DOTS, DOTS)), "a.png")) == list(ROWS)
    aside = np.rot90(worn(page()))
    assert rows(read_bytes(saved(aside, kind="JPEG", quality=70, dpi=(DOTS, DOTS)), "a.jpg")) == list(ROWS)


def test_the_pages_of_a_tiff_are_pages_of_one_document():
    found = read_bytes(saved(page(), page(), kind="TIFF", dpi=(DOTS, DOTS)), "a.tif")
    assert found.scanned == (1, 2)
    assert {number for _, _, number in found.pages} == {1, 2}


def test_a_figure_of_which_half_is_hidden_is_doubted_and_shown():
    hidden = worn(page(), lean=0.0).copy()
    hidden[216:229, 318:392] = 250  # the upper half of 885.83
    found = read_bytes(saved(hidden, dpi=(DOTS, DOTS)), "a.png")
    assert found.doubts
    for doubt in found.doubts:
        assert doubt.picture.startswith(b"\x89PNG")
        assert 0 < doubt.confidence < 1
        assert (doubt.place.row, doubt.place.column) == (3, 2)
    assert min(cell.confidence for table in found.tables for cell in table.cells) < 1


def test_without_the_extra_a_sentence_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr(library, "NEEDED", ("no_such_library",))
    library.available.cache_clear()
    try:
        found = read_bytes(saved(page(), kind="PDF"), "a.pdf")
        assert codes(found) == ["scan_tool", "scan"]
        assert "pip install 'jixiao[scan]'" in found.unread[0].message
        assert codes(read_bytes(saved(page()), "a.png")) == ["scan_tool"]
    finally:
        library.available.cache_clear()


def test_pictures_that_are_not_asked_for_are_only_named():
    assert codes(read_bytes(saved(page()), "a.png", pictures=False)) == ["image"]
    assert codes(read_bytes(saved(page(), kind="PDF"), "a.pdf", pictures=False)) == ["scan"]


def test_blank_paper_is_said_to_have_no_words():
    blank = np.full((400, 300, 3), 250, np.uint8)
    assert codes(read_bytes(saved(blank), "a.png")) == ["scan"]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "BMP", "WEBP"])
def test_a_picture_that_is_cut_off_never_stops_the_reader(kind):
    whole = saved(np.full((60, 50, 3), 250, np.uint8), kind=kind)
    for share in (0.1, 0.5, 0.9):
        assert set(codes(read_bytes(whole[: int(len(whole) * share)], "a"))) <= {"picture_damaged", "scan", "foreign"}


def test_a_picture_of_too_many_pixels_is_not_decoded():
    head = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (30_000).to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0"
    head += zlib.crc32(head[12:]).to_bytes(4, "big") + b"\0\0\0\x01IDATx\0\0\0\0" + b"\0\0\0\0IEND\xaeB`\x82"
    assert codes(read_bytes(head, "a.png")) == ["picture_large"]


def test_no_network_is_asked(tmp_path: Path):
    file = tmp_path / "a.png"
    file.write_bytes(saved(page(), dpi=(DOTS, DOTS)))
    done = subprocess.run([sys.executable, "-c", CUT_OFF, str(file)], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "1,204.87 []", done.stderr


def test_soft_print_loses_no_digit():
    soft = worn(page(), lean=0.0).copy()
    soft[210:290] = cv2.GaussianBlur(soft[210:290], (0, 0), 1.4)
    assert rows(read_bytes(saved(soft, dpi=(DOTS, DOTS)), "a.png"))[2:] == list(ROWS[2:])
