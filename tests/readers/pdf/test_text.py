"""Running text: paragraphs over lines and pages, page numbers, headers, watermarks, charts."""

from __future__ import annotations

from jixiao.readers import read_bytes
from tests.readers.building import codes, texts
from tests.readers.pdf.building import document, pages, words

LONG = (
    "2023年度部门整体支出1107.5万元，其中基本支出221.67万元，占总支出的20.02%；项目支出885.83万元，占总支出的79.98%。"
)


def test_lines_are_paragraphs_again():
    found = document(f"一、基本情况\n\n{LONG}\n\n{LONG * 12}\n\n二、项目支出\n\n无")
    assert texts(found) == ["一、基本情况", LONG, LONG * 12, "二、项目支出", "无"]


def test_page_numbers_and_running_heads_are_left_out():
    found = document(
        f'#set page(numbering: "— 1 —", header: text(9pt)[君山区行政审批服务局])\n{"#pagebreak()".join([LONG] * 4)}'
    )
    assert texts(found) == [LONG] * 4


def test_a_title_that_begins_many_pages_is_kept():
    found = document("#pagebreak()".join(f"项目支出绩效自评表\n\n第{n}个项目\n\n{LONG}\n\n" for n in range(4)))
    assert texts(found).count("项目支出绩效自评表") == 4


def test_watermarks_are_left_out():
    found = document(f"#set page(foreground: rotate(-45deg, text(80pt)[草稿]))\n{LONG}")
    assert texts(found) == [LONG]


def test_the_words_of_a_chart_are_left_out():
    bars = "".join(f"#box(width: {n}0mm, height: 6mm, fill: rgb(62, 108, 154)) {n}\n\n" for n in (3, 5, 7))
    found = document(f"{LONG}\n\n{bars}\n#v(30mm)\n{LONG}")
    assert texts(found) == [LONG, LONG]


def test_latin_words_keep_their_blanks():
    content = words("annual") + words("report", 112) + words("2023", 300)
    assert texts(read_bytes(pages(content), "a.pdf")) == ["annual report 2023"]


def test_a_page_without_text_is_a_scan():
    picture = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n0\nendstream"
    scan, options = b"500 0 0 700 0 0 cm /I Do", {"resources": b"/XObject<</I 5 0 R>>", "more": (picture,)}
    assert codes(read_bytes(pages(scan, scan, **options), "a.pdf")) == ["scan"]
    mixed = read_bytes(pages(words("text"), scan, **options), "a.pdf")
    assert (texts(mixed), codes(mixed)) == (["text"], ["scan_pages"])
    assert mixed.unread[0].message.startswith("第 2 页")
