"""Words of a Word file: what a person sees on paper, once, in order."""

from __future__ import annotations

import pytest

from tests.readers.building import STRICT, codes, document, grid, p, r, tbl, tc, texts

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


@pytest.mark.parametrize(
    ("paragraph", "seen"),
    [
        (p("支出", "合计"), "支出合计"),
        (p("<w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:t>三</w:t><w:cr/><w:t>四</w:t></w:r>"), "一\t二\n三\n四"),
        (p("<w:r><w:br w:type='page'/><w:t>新页</w:t></w:r>"), "新页"),
        (p("0730", "<w:r><w:noBreakHyphen/></w:r>", "8690000"), "0730-8690000"),
        (p("满意度", "<w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r>", "95%"), "满意度≥95%"),
        (p("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>", "是"), "☑是"),
        (p("<w:r><w:sym w:font='Webdings' w:char='F0AA'/></w:r>", "项"), "•项"),
        (p("<w:r><w:sym w:font='宋体' w:char='2265'/></w:r>"), "≥"),
        (p("<w:r><w:sym w:font='宋体' w:char='zz'/></w:r>", "项"), "•项"),
        (p("甲", r("乙", "<w:vanish/>"), "丙"), "甲丙"),
        (p("甲", r("乙", "<w:vanish w:val='0'/>"), "丙"), "甲乙丙"),
        (
            p(
                "甲",
                "<w:ins w:id='1'>" + r("乙") + "</w:ins>",
                "<w:del w:id='2'><w:r><w:delText>丁</w:delText></w:r></w:del>",
            ),
            "甲乙",
        ),
        (
            p(
                "甲",
                "<w:moveFrom w:id='1'>" + r("乙") + "</w:moveFrom>",
                "<w:moveTo w:id='2'>" + r("丙") + "</w:moveTo>",
            ),
            "甲丙",
        ),
        (p("<w:sdt><w:sdtContent>" + r("选项") + "</w:sdtContent></w:sdt>"), "选项"),
        (p("<w:hyperlink r:id='x'>" + r("链接") + "</w:hyperlink>"), "链接"),
        (p("<w:fldSimple w:instr='PAGE'>" + r("3") + "</w:fldSimple>"), "3"),
        (
            p("<w:r><w:ruby><w:rt>" + r("jì") + "</w:rt><w:rubyBase>" + r("绩") + "</w:rubyBase></w:ruby></w:r>", "效"),
            "绩效",
        ),
        (p("<m:oMath><m:r><m:t>a/b</m:t></m:r></m:oMath>"), "a/b"),
        (p("<w:smartTag>" + r("君山区") + "</w:smartTag>"), "君山区"),
        (p("正文", "<w:bookmarkStart w:id='0' w:name='_GoBack'/>", "<w:bookmarkEnd w:id='0'/>"), "正文"),
        (p("正文", "<w:commentRangeStart w:id='0'/>", "<w:r><w:commentReference w:id='0'/></w:r>"), "正文"),
        (p("列", properties="<w:tabs><w:tab w:val='left' w:pos='420'/></w:tabs>"), "列"),
    ],
)
def test_words_of_a_paragraph(paragraph, seen):
    assert texts(document(paragraph)) == [seen]


def test_a_fields_code_is_left_out_and_its_result_kept():
    code = "<w:r><w:instrText>TOC</w:instrText></w:r>" + r("不见")
    found = document(p(FIELD.format("begin"), code, FIELD.format("separate"), "目录", FIELD.format("end"), "后文"))
    assert texts(found) == ["目录后文"]


def test_a_field_that_never_ends_costs_no_more_than_its_paragraph():
    assert texts(document(p(FIELD.format("begin"), "甲") + p("乙") + p(FIELD.format("end"), "丙"))) == ["乙", "丙"]


def test_blank_paragraphs_are_no_blocks():
    assert [(one.block, one.text) for one in document(p("甲") + p("") + p("　 ") + p("乙")).paragraphs] == [
        (1, "甲"),
        (2, "乙"),
    ]


def test_a_deleted_paragraph_mark_joins_the_paragraphs():
    found = document(p("年度", properties="<w:rPr><w:del w:id='1'/></w:rPr>") + p("报告"))
    assert texts(found) == ["年度报告"]


def test_a_deleted_row_is_gone():
    rows = tc("甲"), "<w:trPr><w:del w:id='1'/></w:trPr>" + tc("乙"), tc("丙")
    found = document(tbl(*rows))
    assert grid(found.tables[0]) == [(1, 1, 1, 1, "甲"), (2, 1, 1, 1, "丙")]
    assert [(mark.kind, mark.text) for mark in found.marks] == [("deleted", "乙")]


def test_leftovers_of_editing_are_marked_at_their_words():
    comment = "<w:r><w:commentReference w:id='7'/></w:r>"
    body = p("<w:ins w:id='1'>" + r("新增") + "</w:ins>") + tbl(tc(p("支出", comment), p(r("密", "<w:vanish/>"))))
    found = document(body, comments="<w:comment w:id='7'>" + p("请核实") + "</w:comment>")
    assert [(m.kind, m.text, m.place.block, m.place.row, m.place.quote) for m in found.marks] == [
        ("inserted", "新增", 1, None, "新增"),
        ("comment", "请核实", 2, 1, "支出"),
        ("hidden", "密", 2, 1, "支出"),
    ]


def test_a_text_box_is_read_once_after_its_paragraph():
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx><w:txbxContent>"
        + p("框内")
        + "</w:txbxContent></wps:txbx>"
        "</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
        + p("框内")
        + "</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    found = document(p("前", box, "后") + p("末"))
    assert [(one.part, one.text) for one in found.paragraphs] == [("body", "前后"), ("textbox", "框内"), ("body", "末")]


def test_a_text_box_of_old_word_and_one_in_a_cell():
    box = (
        "<w:r><w:pict><v:textbox><w:txbxContent>"
        + p("框")
        + tbl(tc("格"))
        + "</w:txbxContent></v:textbox></w:pict></w:r>"
    )
    found = document(tbl(tc(p("甲", box))) + p("末"))
    assert grid(found.tables[0]) == [(1, 1, 1, 1, "甲")]
    assert [(b.block, b.part) for b in found.blocks] == [(1, "body"), (2, "textbox"), (3, "textbox"), (4, "body")]


def test_headers_footers_and_notes_follow_the_body():
    found = document(
        p("正文"), header1=p("页眉"), footer2=p("第1页"), footnotes="<w:footnote w:id='1'>" + p("脚注") + "</w:footnote>",
        endnotes="<w:endnote w:id='1'>" + p("尾注") + "</w:endnote>",
    )  # fmt: skip
    assert [(one.part, one.text) for one in found.paragraphs] == [
        ("body", "正文"), ("header", "页眉"), ("footer", "第1页"), ("footnote", "脚注"), ("footnote", "尾注"),
    ]  # fmt: skip


def test_content_controls_around_blocks_rows_and_cells():
    def control(inner):
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    row = "<w:tr>" + control(tc("甲")) + tc(control(p("乙")), p("丙")) + "</w:tr>"
    found = document(
        control(p("前") + "<w:tbl>" + control(row) + "<w:tr>" + tc("丁") + tc("戊") + "</w:tr></w:tbl>") + p("后")
    )
    assert texts(found) == ["前", "后"]
    assert grid(found.tables[0]) == [(1, 1, 1, 1, "甲"), (1, 2, 1, 1, "乙\n丙"), (2, 1, 1, 1, "丁"), (2, 2, 1, 1, "戊")]


def test_strict_office_files_read_the_same():
    body = p("甲") + tbl(tc("乙", properties="<w:gridSpan w:val='2'/>"), tc("丙") + tc("丁"))
    assert document(body, STRICT).blocks == document(body).blocks


def test_outline_levels_come_from_styles_and_paragraphs():
    styles = (
        "<w:style w:styleId='1'><w:name w:val='heading 1'/></w:style>"
        "<w:style w:styleId='a'><w:name w:val='自定'/><w:pPr><w:outlineLvl w:val='1'/></w:pPr></w:style>"
        "<w:style w:styleId='b'><w:name w:val='继承'/><w:basedOn w:val='a'/></w:style>"
        "<w:style w:styleId='c'><w:name w:val='圈'/><w:basedOn w:val='c'/></w:style>"
        "<w:style w:styleId='d'><w:name w:val='正文'/><w:basedOn w:val='a'/><w:pPr><w:outlineLvl w:val='9'/></w:pPr></w:style>"
    )
    body = "".join(p("文", properties=f"<w:pStyle w:val='{name}'/>") for name in "1abcdx")
    found = document(body + p("文", properties="<w:outlineLvl w:val='2'/>"), styles=styles)
    assert [one.level for one in found.paragraphs] == [1, 2, 2, None, None, None, 3]


def test_a_broken_side_part_costs_only_itself():
    found = document(p("正文"), footnotes="<w:footnote><w:p>", header1=p("页眉"))
    assert texts(found) == ["正文", "页眉"]
    assert codes(found) == ["part_lost"]
    assert found.readable


def test_broken_body_is_read_up_to_the_damage():
    found = document(p("正文") + "<w:p><w:r><w:t>半句</w:x>")
    assert texts(found)[0] == "正文"
    assert codes(found) == ["part_damaged"]
