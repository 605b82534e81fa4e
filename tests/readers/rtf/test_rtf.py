"""RTF files: characters of code pages and of Unicode, tables with their merges, labels, leftovers of editing; and broken ones."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.readers import read_bytes


def rtf(body, head=r"\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 \'cb\'ce\'cc\'e5;}{\f1\fcharset0 Times;}}"):
    return f"{{\\rtf1{head}{body}}}".encode("latin-1")


def u(text):
    return "".join(f"\\u{ord(char)}?" for char in text)


def read(body, name="报告.rtf"):
    return read_bytes(rtf(body), name)


def words(document):
    return [one.text for one in document.paragraphs]


def grid(table):
    return [(c.row, c.column, c.rows, c.columns, c.text) for c in table.cells]


def row(edges, *cells, marks=()):
    shape = "".join(f"{(marks[at] if at < len(marks) else '')}\\cellx{edge}" for at, edge in enumerate(edges))
    return f"\\trowd{shape}" + "".join(f"\\pard\\intbl {u(one)}\\cell" for one in cells) + "\\row"


def test_characters_of_the_code_page_and_of_unicode():
    assert words(read(r"\pard\f0\'d6\'a7\'b3\'f6\f1  1107.5 " + u("万元") + r"\par")) == ["支出 1107.5 万元"]


def test_what_stands_behind_a_unicode_character_for_old_programs_is_passed_over():
    assert words(read(r"\uc2\u25903\'d6\'a7\uc1\u20986 ?\uc0\u55362\u57271\par")) == ["支出𠮷"]


def test_a_table_with_cells_merged_across_and_down():
    found = read(
        row([1000, 3000], "项目", "预算", marks=[r"\clvmgf"])
        + row([1000, 2000, 3000], "", "年初", "调整", marks=[r"\clvmrg"])
        + row([1000, 2000, 3000], "合计", "1", "", marks=["", r"\clmgf", r"\clmrg"])
        + r"\pard " + u("表后") + r"\par"
    )  # fmt: skip
    (table,) = found.tables
    assert grid(table) == [
        (1, 1, 2, 1, "项目"), (1, 2, 1, 2, "预算"), (2, 2, 1, 1, "年初"), (2, 3, 1, 1, "调整"), (3, 1, 1, 1, "合计"), (3, 2, 1, 2, "1"),
    ]  # fmt: skip
    assert words(found) == ["表后"]


def test_a_table_inside_a_cell():
    inner = r"\pard\intbl\itap2 1\nestcell\pard\intbl\itap2 2\nestcell"
    inner += r"{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}{\nonesttables\par}"
    outer, held = read(r"\trowd\cellx1000\cellx2000\pard\intbl a\cell" + inner + r"\pard\intbl b\cell\row\pard").tables
    assert grid(outer) == [(1, 1, 1, 1, "a"), (1, 2, 1, 1, "b")]
    assert grid(held) == [(1, 1, 1, 1, "1"), (1, 2, 1, 1, "2")]
    assert held.inside == (1, 1, 2)


def test_an_automatic_number_is_a_label_and_a_heading_has_its_level():
    found = read(
        r"{\stylesheet{\s1\outlinelevel0 heading 1;}}\pard\s1{\listtext " + u("一、") + r"\tab}" + u("概况") + r"\par"
    )
    (only,) = found.paragraphs
    assert (only.text, only.label, only.level) == ("一、概况", 2, 1)


def test_leftovers_of_editing_are_marked_and_not_read():
    found = read(r"\pard a{\deleted b}{\revised c}{\v d}{\*\atnid x}{\*\annotation " + u("请核对") + r"}\par")
    assert words(found) == ["ac"]
    assert sorted((one.kind, one.text) for one in found.marks) == [
        ("comment", "请核对"), ("deleted", "b"), ("hidden", "d"), ("inserted", "c"),
    ]  # fmt: skip


def test_headers_and_notes_stand_apart():
    found = read(r"{\header\pard h\par}\pard a{\footnote\pard n\par}b\par")
    assert [(one.part, one.text) for one in found.paragraphs] == [("body", "ab"), ("header", "h"), ("footnote", "n")]


def test_pictures_fields_and_what_is_not_known_are_no_words():
    body = (
        r"{\pict\bin5 {{{{{}{\*\unknown x}{\field{\*\fldinst PAGE}{\fldrslt 3}}{\info{\author "
        + u("张")
        + r"}}\'a1\'a1a\par"
    )
    found = read(body)
    assert [one.strip() for one in words(found)] == ["3\u3000a"]
    assert found.properties == {"author": "张"}


def test_objects_templates_and_fields_that_fetch_are_told():
    found = read(
        r"{\*\template http://example.com/t.dot}{\object{\*\objdata 00}}{\field{\*\fldinst DDEAUTO c:}{\fldrslt x}}\par a\par"
    )
    assert {one.code for one in found.unread} == {"embedded", "outside"}


@pytest.mark.parametrize("name", ["报告.doc", "报告.wps", "报告.rtf"])
def test_the_name_does_not_matter(name):
    assert not read_bytes(rtf(r"a\par"), name).unread


def test_a_file_that_is_cut_off_says_so():
    data = rtf("".join(u(f"第{at}段") + r"\par " for at in range(50)))
    assert [one.code for one in read_bytes(data[: len(data) // 2], "a.rtf").unread] == ["cut"]


def test_groups_without_end_are_stopped():
    assert read_bytes(b"{\\rtf1 a\\par" + b"{" * 1_000_000, "a.rtf").unread[0].code == "cut"


PIECES = (
    *(
        "{",
        "{",
        "}",
        r"\par",
        r"\cell",
        r"\row",
        r"\trowd",
        r"\cellx9",
        r"\nestcell",
        r"\nestrow",
        r"\itap3",
        r"\u25903?",
        r"\uc9",
    ),
    *(r"\'d6", "a", r"\footnote", r"\*", r"\pict", r"\intbl", r"\stylesheet", r"\ud", r"\annotation", r"\bin9"),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(PIECES)))
def test_no_order_of_words_breaks_it(pieces):
    found = read_bytes(b"{\\rtf1 " + " ".join(pieces).encode(), "a.rtf")
    assert all(one.code != "broken" for one in found.unread)


def test_half_a_character_is_no_reason_to_give_up():
    found = read(r"{\listtext \u55362?.}" + r"\u55362?a\par {\info{\title \u56000?}}")
    assert [one.code for one in found.unread] == []
    assert words(found)[0].endswith("a")
