"""Yes and no, and one of several."""

import pytest

from tests.records.checking.asked import kept

SUBJECTS = {"因公出国（境）费": ("出国费",), "公务接待费": ()}


@pytest.mark.parametrize("text", ["是", "1", "Y", "yes", "TRUE", "√", "达标", "在用", " 是 "])
def test_yes(text):
    assert kept("flag", text) is True


@pytest.mark.parametrize("text", ["否", "0", "N", "no", "False", "×", "未达标", "停用", "不合格"])
def test_no(text):
    assert kept("flag", text) is False


@pytest.mark.parametrize("text", ["也许", "2", "是否", ""])
def test_neither(text):
    assert kept("flag", text) is None


def test_a_flag_that_a_file_has_as_such():
    assert kept("flag", value=True, type_="BOOLEAN") is True
    assert kept("flag", 0, "INTEGER") is False


@pytest.mark.parametrize("text", ["因公出国（境）费", "因公出国(境)费", "出国费"])
def test_a_choice_by_any_of_its_words_is_kept_as_its_name(text):
    assert kept("choice", text, values=SUBJECTS) == "因公出国（境）费"


@pytest.mark.parametrize("text", ["因公", "公务接待", "x'); DROP TABLE refused; --"])
def test_another_word_is_no_choice(text):
    assert kept("choice", text, values=SUBJECTS) is None


@pytest.mark.parametrize("text", ["  B-1\t", "\ufeffB-1", "B-1\u3000\u00a0"])
def test_text_has_no_blanks_around_it(text):
    assert kept("text", text) == "B-1"


def test_text_is_kept_as_it_is_however_long_or_odd():
    for text in ("🙂" * 10, "x" * 1_000_000, "a\nb", 'O\'Neill "Q" ; -- {x} $1', "无"):
        assert kept("text", text) == text
