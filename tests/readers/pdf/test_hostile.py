"""Hostile and broken PDFs: a plain sentence, never an exception, never a hang."""

from __future__ import annotations

import random
import time

import pytest

from jixiao.readers import read_bytes
from tests.readers.building import codes
from tests.readers.pdf.building import file, packed, pages, stream, words

SECONDS = 5.0
TREE = (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>")
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
BLANKS = b" " * (90 << 20)
GOOD = pages(*(words(f"page {n} of the report", y=700 - n) for n in range(5)))
FILES = {
    "only a head": (b"%PDF-1.7\n", "pdf_damaged"),
    "no pages": (file([TREE[0], b"<</Type/Pages/Kids[]/Count 0>>"]), "no_text"),
    "cyclic tree": (file([TREE[0], b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99>>"]), "pdf_damaged"),
    "bomb": (file([*TREE, PAGE, packed(BLANKS)]), "pdf_bomb"),
    "bomb in a bomb": (file([*TREE, PAGE, packed(BLANKS, 2)]), "pdf_bomb"),
    "many objects": (file([*TREE, PAGE]) + b"\n1 0 obj" * 5 + b"<</Size 999999>>", "pdf_bomb"),
    "form in itself": (file([*TREE, PAGE, stream(b"/X Do"), stream(b"/X Do /X Do", FORM % 5)]), "pdf_bomb"),
    "forms in forms": (file([*TREE, PAGE, stream(b"/X Do"), *(stream(b"/X Do " * 9, FORM % n) for n in range(6, 20))]), "pdf_bomb"),
    "empty page": (pages(b""), "no_text"),
    "no page at all": (file([*TREE, b"null"]), "pdf_damaged"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "code"), FILES.values(), ids=FILES.keys())
def test_what_cannot_be_read_is_named(data, code):
    begin = time.perf_counter()
    found = read_bytes(data, "报告.pdf")
    assert time.perf_counter() - begin < SECONDS
    assert not found.readable
    assert code in codes(found)
    assert all(one.message.endswith("。") and one.message_en.endswith(".") for one in found.unread)


def test_a_password_is_named():
    encrypted = GOOD.replace(
        b"trailer<<",
        b"trailer<</Encrypt<</Filter/Standard/V 1/R 2/P -4/O(%s)/U(%s)>>/ID[(a)(a)]" % (b"o" * 32, b"u" * 32),
    )
    assert codes(read_bytes(encrypted, "a.pdf")) == ["pdf_encrypted"]


def test_more_pages_than_any_report():
    found = read_bytes(pages(*[words("page")] * 502), "a.pdf")
    assert (len(found.paragraphs), codes(found)) == (500, ["pages"])


@pytest.mark.parametrize("percent", range(5, 100, 5))
def test_a_file_cut_off_anywhere(percent):
    found = read_bytes(GOOD[: len(GOOD) * percent // 100], "a.pdf")
    assert found.unread
    assert found.readable == bool(found.blocks)


@pytest.mark.parametrize("seed", range(20))
def test_wrong_bytes(seed):
    chance, data = random.Random(seed), bytearray(GOOD)  # noqa: S311 - no secret
    for _ in range(chance.choice((1, 5, 40))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    found = read_bytes(bytes(data), "a.pdf")
    assert found.blocks or found.unread
    assert "broken" not in codes(found)


def test_numbers_without_sense():
    found = read_bytes(pages(b"1e38 0 0 1e38 0 0 cm " + words("a") + b"0 0 m 1e38 1e38 l S"), "a.pdf")
    assert "broken" not in codes(found)
    assert "broken" not in codes(read_bytes(pages(words("a"), page=b"/MediaBox[0 0 0 0]"), "a.pdf"))


def test_forty_thousand_lines():
    content = b"".join(
        b"%d 0 m %d 800 l S 0 %d m 590 %d l S\n" % (n % 590, n % 590, n % 800, n % 800) for n in range(20_000)
    )
    begin = time.perf_counter()
    assert codes(read_bytes(pages(content), "a.pdf")) == ["no_text"]
    assert time.perf_counter() - begin < SECONDS
