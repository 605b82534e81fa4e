from __future__ import annotations

import re
from dataclasses import replace
from time import perf_counter

import pypdfium2
import pytest
from typst import TypstError

from jixiao.model.manuscript import Break, Grid, Line, Manuscript, Slot
from jixiao.writers.report import pdf
from jixiao.writers.report.pdf import fonts, write
from jixiao.writers.report.refused import NotWritten
from tests.writers.report.sample import manuscript

HOSTILE = '#set page(fill: red) #[$x$] *强* _斜_ <标签> @某 \\ // /* ` ~ = 一、"引\'号" https://example.org/' + "a" * 80


def opened(data):
    return pypdfium2.PdfDocument(data)


def text(data):
    return "\n".join(page.get_textpage().get_text_bounded().replace("\r", "") for page in opened(data))


def of(*pieces, **more):
    return Manuscript("题名", pieces, properties={"made": "2024-05-30", "unit": "某局"}, **more)


@pytest.fixture(scope="module")
def sample():
    return write(manuscript())


@pytest.fixture
def no_folder(monkeypatch):
    monkeypatch.delenv(fonts.VARIABLE, raising=False)


def test_words_and_figures_can_be_copied_out(sample):
    words = re.sub(r"\s", "", text(sample))
    for wanted in ("项目支出885.83万元，占总支出的79.98%。", "1、从严编制支出预算；", "≥30万件", "<&>\"'"):
        assert wanted in words


def test_pages_lie_as_the_manuscript_says(sample):
    sizes = [tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in opened(sample)]
    assert sizes[0] == (210, 297)
    assert (297, 210) in sizes
    assert sizes[-1] == (210, 297)


def test_pages_are_numbered_after_the_cover(sample):
    pages = [page.get_textpage().get_text_bounded() for page in opened(sample)]
    assert "— 1 —" not in pages[0]
    for number, words in enumerate(pages[1:], 1):
        assert f"— {number} —" in words


def test_odd_numbers_stand_right_and_even_ones_left(sample):
    def edge(index):
        page = opened(sample)[index].get_textpage()
        return page.get_charbox(page.get_text_range().index("— "))[0]

    assert edge(1) > 450
    assert edge(2) < 120


def test_headings_are_bookmarks(sample):
    marks = [(mark.level, mark.get_title()) for mark in opened(sample).get_toc()]
    assert marks[0] == (0, "一、部门（单位）基本情况")
    assert (1, "（一）整体支出规模") in marks
    assert (0, "2023年度部门整体支出绩效评价基础数据表") in marks


def test_a_level_that_is_skipped_is_no_fault():
    marks = opened(
        write(of(Line("heading3", ("深",)), Line("heading1", ("浅",)), Line("heading4", ("更深",))))
    ).get_toc()
    assert [(mark.level, mark.get_title()) for mark in marks] == [(0, "深"), (0, "浅"), (1, "更深")]


def test_all_fonts_are_embedded(sample):
    fonts = set(re.findall(rb"/BaseFont ?/([A-Z]{6}\+)?", sample))
    assert fonts
    assert b"" not in fonts
    assert sample.count(b"/ToUnicode") >= 2


def test_it_says_who_made_it_and_in_which_language(sample):
    meta = opened(sample).get_metadata_dict()
    assert meta["Title"] == manuscript().title
    assert meta["CreationDate"].startswith("D:20240530")
    assert b"pdfuaid" in sample or b"PDF/UA" in sample


def test_the_same_data_gives_the_same_bytes(sample):
    write(of(Line("body", ("别的",))))
    assert write(manuscript()) == sample


def test_header_rows_come_again_on_each_page():
    slots = [Slot(1, 1, ("评分标准",), role="head"), *(Slot(n, 1, (f"第{n}项",)) for n in range(2, 100))]
    made = opened(write(of(Grid("g", "", (100.0,), tuple(slots), header=1))))
    assert len(made) > 2
    assert all("评分标准" in page.get_textpage().get_text_bounded() for page in made)


def test_words_are_never_read_as_markup():
    table = Grid("g", "", (30.0, 126.0), (Slot(1, 1, (HOSTILE,)), Slot(1, 2, (HOSTILE,))))
    words = re.sub(
        r"[\s\u200b\ufffe\u00ad]", "", text(write(of(Line("heading1", (HOSTILE,)), Line("body", (HOSTILE,)), table)))
    )
    assert words.count(re.sub(r"\s", "", HOSTILE)) >= 2
    assert words.count("#setpage(fill:red)") == 4


def test_controls_are_left_out():
    assert "前后" in text(write(of(Line("body", ("前\x00\x1b\u202e\ud800后",)))))


def test_a_character_that_no_font_has_is_named_and_nothing_written():
    with pytest.raises(NotWritten, match="「😀」（“好😀”）"):
        write(of(Line("body", ("好😀",))))


def test_rare_characters_of_names_are_there():
    assert "䶮㛃𫖯" in text(write(of(Line("body", ("䶮㛃𫖯",)))))


def test_a_folder_that_is_not_there_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv(fonts.VARIABLE, str(tmp_path / "none"))
    with pytest.raises(NotWritten, match="不存在"):
        write(manuscript())


def test_without_any_font_there_is_no_pdf(monkeypatch, tmp_path):
    monkeypatch.setenv(fonts.VARIABLE, str(tmp_path))
    monkeypatch.setattr(fonts, "_packaged", list)
    with pytest.raises(NotWritten, match="没有找到中文字体"):
        write(manuscript())


def test_an_empty_folder_changes_nothing(monkeypatch, tmp_path, sample):
    monkeypatch.setenv(fonts.VARIABLE, str(tmp_path))
    assert write(manuscript()) == sample


def test_a_draft_says_so_on_every_page(sample):
    draft = opened(write(replace(manuscript(), draft=True)))
    assert all("草" in page.get_textpage().get_text_bounded() for page in draft)
    assert "草" not in text(sample)


def test_what_is_empty_or_odd_is_still_a_pdf():
    slots = (Slot(1, 1, ("一",), rows=2, role="head"), Slot(1, 2), Slot(2, 2, ("123456789012.34",)))
    odd = of(Break(), Break(landscape=True), Grid("g", "", (20.0, 8.0), slots, header=2), Line("body", ()), Break())
    assert len(opened(write(odd))) == 1
    assert len(opened(write(of()))) == 1


def test_a_date_that_is_none_is_left_out():
    assert "CreationDate" not in {k for k, v in opened(write(Manuscript("题", ()))).get_metadata_dict().items() if v}


def test_a_table_that_nearly_fits_is_kept_on_its_page():
    def pages(rows):
        slots = tuple(Slot(r, c, ("字",)) for r in range(1, rows + 1) for c in (1, 2))
        return len(opened(write(of(Line("caption", ("表",)), Grid("g", "", (78.0, 78.0), slots)))))

    assert [pages(rows) for rows in (20, 36, 40)] == [1, 1, 1]
    assert pages(60) == 2


def test_a_package_of_sixty_projects_is_set_in_a_second():
    one = manuscript()
    sheets = [piece for n in range(60) for piece in (Break(), Line("caption", (f"项目{n}自评表",)), one.grids[1])]
    many = replace(one, pieces=(*one.pieces, *sheets))
    write(one)
    start = perf_counter()
    data = write(many)
    assert perf_counter() - start < 3  # about 0.3 s; room for a busy machine
    assert len(opened(data)) >= 67


def test_a_font_of_the_folder_goes_before_ours(monkeypatch, tmp_path):
    monkeypatch.setenv(fonts.VARIABLE, str(tmp_path))
    monkeypatch.setattr(fonts, "ROLES", {**fonts.ROLES, "kai": ("不在", fonts.SANS)})
    found = fonts.chosen()
    assert found.names["kai"][0] == fonts.SANS
    assert found.own == {"kai"}
    assert found.names["fangsong"][0] == fonts.SERIF


def test_a_fault_of_our_own_layout_is_not_hidden(monkeypatch):
    monkeypatch.setattr(pdf, "_layout", lambda: b"#panic()")
    with pytest.raises(TypstError):
        write(manuscript())
