from hypothesis import given
from hypothesis import strategies as st

from jixiao.writers.width import columns, crop, pad, tame, wrap

words = st.text(st.sampled_from("abc12.%，。（）「支出合计万元 　é"), max_size=80)


def test_chinese_characters_take_two_columns():
    assert columns("支出1107.5元") == 12
    assert pad("支出", 6) == "支出  "


@given(words, st.data())
def test_a_cropped_line_fits_and_its_caret_stands_under_the_words(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown, begin, wide = crop(text, start, end, 30)
    assert columns(shown) <= 30
    at = next(n for n in range(len(shown) + 1) if columns(shown[:n]) == begin)
    under = shown[at:]
    assert wide >= 1
    if start < end:
        assert under.startswith(text[start : start + 1])
    if columns(text[start:end]) <= 28:
        assert wide == max(1, columns(text[start:end]))
        assert text[start:end] in shown


@given(words, st.integers(10, 40))
def test_wrapped_lines_fit_and_lose_nothing_but_blanks(text, room):
    lines = wrap(text, room)
    assert all(columns(line) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_no_line_begins_with_a_stop():
    assert wrap("支出合计一百万元，占比", 16) == ["支出合计一百万", "元，占比"]


def test_nothing_in_a_report_can_command_the_terminal():
    assert tame("a\x1b[31mb\u202ec\nd") == "a�[31mb�c d"
    assert len(tame("\x00\x07\u200b字")) == 4


def test_a_word_longer_than_the_line_is_cut():
    assert wrap("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]
    assert wrap("支出 abcdef", 8) == ["支出", "abcdef"]
