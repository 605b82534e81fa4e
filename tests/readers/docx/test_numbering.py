"""Automatic numbers are printed before their paragraph, as Word counts them."""

from __future__ import annotations

import pytest

from jixiao.readers.docx.counting import formatted
from tests.readers.building import document, p, tbl, tc, texts


def level(depth, kind, text, extra=""):
    return f"<w:lvl w:ilvl='{depth}'><w:start w:val='1'/><w:numFmt w:val='{kind}'/>{extra}<w:lvlText w:val='{text}'/></w:lvl>"


def numbering(*levels, uses="<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"):
    return f"<w:abstractNum w:abstractNumId='0'>{''.join(levels)}</w:abstractNum>{uses}"


def item(words, depth=0, number=1):
    return p(words, properties=f"<w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='{number}'/></w:numPr>")


def test_chapters_and_sections_of_a_report():
    levels = (
        level(0, "chineseCountingThousand", "%1、"),
        level(1, "chineseCounting", "（%2）"),
        level(2, "decimal", "%3."),
    )
    body = (
        item("概况")
        + item("职责", 1)
        + item("规模", 1)
        + item("支出")
        + item("基本", 1)
        + item("人员", 2)
        + item("公用", 2)
    )
    found = document(body, numbering=numbering(*levels))
    assert texts(found) == ["一、概况", "（一）职责", "（二）规模", "二、支出", "（一）基本", "1. 人员", "2. 公用"]
    assert [one.label for one in found.paragraphs] == [2, 3, 3, 2, 3, 3, 3]


def test_several_levels_in_one_label_and_plain_digits_by_decree():
    levels = level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    assert texts(document(item("总则") + item("范围", 1), numbering=numbering(*levels))) == ["第一章 总则", "1.1 范围"]


def test_two_lists_of_one_kind_go_on_and_an_override_starts_anew():
    uses = (
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='0'/></w:num>"
        "<w:num w:numId='3'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>"
    )
    body = item("甲") + item("乙", 0, 2) + item("丙", 0, 3) + item("丁", 0, 3)
    found = document(body, numbering=numbering(level(0, "decimal", "%1、"), uses=uses))
    assert texts(found) == ["1、甲", "2、乙", "5、丙", "6、丁"]


def test_an_override_may_bring_its_own_level():
    use = (
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'>"
        + level(0, "upperLetter", "%1)")
        + "</w:lvlOverride></w:num>"
    )
    assert texts(document(item("甲") + item("乙"), numbering=numbering(level(0, "decimal", "%1."), uses=use))) == [
        "A)甲",
        "B)乙",
    ]


def test_a_level_that_never_restarts():
    levels = level(0, "decimal", "%1、"), level(1, "decimal", "（%2）", "<w:lvlRestart w:val='0'/>")
    body = item("甲") + item("子", 1) + item("乙") + item("子", 1)
    assert texts(document(body, numbering=numbering(*levels))) == ["1、甲", "（1）子", "2、乙", "（2）子"]


def test_numbers_by_style_and_their_removal():
    styles = "<w:style w:styleId='h'><w:name w:val='标题 1'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    levels = level(0, "decimal", "%1."), level(1, "chineseCounting", "%2、", "<w:pStyle w:val='h'/>")
    style = "<w:pStyle w:val='h'/>"
    body = (
        p("甲", properties=style)
        + p("乙", properties=style + "<w:numPr><w:numId w:val='0'/></w:numPr>")
        + p("丙", properties=style)
    )
    found = document(body, styles=styles, numbering=numbering(*levels))
    assert texts(found) == ["一、甲", "乙", "二、丙"]
    assert [one.level for one in found.paragraphs] == [1, 1, 1]


def test_a_list_defined_by_a_numbering_style():
    styles = (
        "<w:style w:styleId='s'><w:name w:val='编号'/><w:pPr><w:numPr><w:numId w:val='2'/></w:numPr></w:pPr></w:style>"
    )
    lists = (
        "<w:abstractNum w:abstractNumId='0'><w:numStyleLink w:val='s'/></w:abstractNum>"
        "<w:abstractNum w:abstractNumId='1'>" + level(0, "decimal", "%1、") + "</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>"
    )
    body = p("题", properties="<w:pStyle w:val='s0'/>") + item("甲")
    assert texts(document(body, styles=styles, numbering=lists)) == ["题", "1、甲"]


def test_bullets_and_unknown_numbers():
    assert texts(document(item("甲"), numbering=numbering(level(0, "bullet", "\uf06c")))) == ["• 甲"]
    assert texts(document(item("甲", 0, 9) + item("乙", 5), numbering=numbering(level(0, "decimal", "%1.")))) == [
        "甲",
        "乙",
    ]
    assert texts(document(item("甲"))) == ["甲"]


def test_numbers_in_cells_count_on():
    body = tbl(tc(item("甲"), item("乙")) + tc(item("丙")))
    assert [one.text for one in document(body, numbering=numbering(level(0, "decimal", "%1、"))).tables[0].cells] == [
        "1、甲\n2、乙",
        "3、丙",
    ]


def test_a_suffix_of_nothing():
    made = numbering(level(0, "decimal", "%1", "<w:suff w:val='nothing'/>"))
    assert texts(document(item("甲"), numbering=made)) == ["1甲"]


@pytest.mark.parametrize(
    ("number", "kind", "text"),
    [
        (1, "chineseCounting", "一"), (10, "chineseCounting", "十"), (12, "chineseCounting", "十二"), (20, "japaneseCounting", "二十"),
        (105, "chineseCountingThousand", "一百零五"), (1010, "chineseCountingThousand", "一千零一十"), (12, "ideographDigital", "一二"),
        (20, "ideographDigital", "二〇"), (3, "chineseLegalSimplified", "叁"), (4, "upperRoman", "IV"), (9, "lowerRoman", "ix"),
        (3, "upperLetter", "C"), (28, "lowerLetter", "bb"), (3, "decimalEnclosedCircle", "③"), (21, "decimalEnclosedCircle", "21"),
        (3, "decimalEnclosedParen", "⑶"), (7, "decimalZero", "07"), (12, "decimalFullWidth", "１２"), (2, "ideographTraditional", "乙"),
        (2, "ideographZodiac", "丑"), (5, "none", ""), (5, "decimal", "5"), (0, "upperRoman", "0"), (10_000, "chineseCounting", "10000"),
        (3, "numberInDash", "- 3 -"), (5, "whoKnows", "5"),
    ],
)  # fmt: skip
def test_number_formats(number, kind, text):
    assert formatted(number, kind) == text
