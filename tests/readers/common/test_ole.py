"""Compound files: author and title as a file carries them, and counts in it that are not to be believed."""

from __future__ import annotations

import struct
import time

from jixiao.readers.common.ole import opened
from tests.readers.ole import ole


def summary(*properties):
    """A set of properties: (number, kind, what follows the kind)."""
    held, offsets, at = b"", b"", 8 + 8 * len(properties)
    for number, kind, value in properties:
        offsets += struct.pack("<II", number, at + len(held))
        held += struct.pack("<I", kind) + value.ljust((len(value) + 3) // 4 * 4, b"\0")
    section = struct.pack("<II", at + len(held), len(properties)) + offsets + held
    return bytes(44) + struct.pack("<I", 48) + section


def properties(data):
    return opened(ole({"Contents": b"1", "\x05SummaryInformation": data})).properties()


def text(words):
    return struct.pack("<I", len(words)) + words


def test_author_and_title_in_the_code_page_of_the_file():
    found = properties(
        summary((1, 2, struct.pack("<I", 936)), (2, 30, text("报告\0".encode("gbk"))), (4, 30, text(b"Zhang\0")))
    )
    assert found == {"title": "报告", "author": "Zhang"}


def test_words_in_unicode():
    assert properties(summary((2, 31, struct.pack("<I", 3) + "报告\0".encode("utf-16-le")))) == {"title": "报告"}


def test_counts_that_go_beyond_the_file_cost_nothing():
    begin = time.perf_counter()
    many = bytearray(
        summary((2, 0x1000 | 30, struct.pack("<I", 0xFFFFFFFF)), (4, 30, struct.pack("<I", 0xFFFFFFFF) + b"a\0"))
    )
    many[52:56] = struct.pack("<I", 0xFFFFFFFF)
    assert properties(bytes(many)) == {"author": "a"}
    assert time.perf_counter() - begin < 1


def test_what_is_no_set_of_properties_gives_none():
    for data in (b"", b"\xff" * 60, bytes(48), b"\1" * 4096):
        assert properties(data) == {}
