"""Web archives: the page in them is read, whatever it is called; without one they say so."""

from __future__ import annotations

import quopri

import pytest

from jixiao.readers import read_bytes

PAGE = (
    "<html><head><meta charset='gb2312'></head><body><p>2023年度部门整体支出绩效自评报告</p>"
    "<table><tr><td>项目</td><td>1107.5</td></tr></table></body></html>"
)


def mht(page=PAGE, more="", kind='text/html; charset="gb2312"'):
    body = quopri.encodestring(page.encode("gbk")).decode()
    return (
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="----=_x"\n\n------=_x\n'
        f"Content-Location: file:///C:/a.htm\n"
        f"Content-Transfer-Encoding: quoted-printable\nContent-Type: {kind}\n\n{body}\n{more}------=_x--\n"
    ).encode()


@pytest.mark.parametrize("name", ["报告.mht", "报告.mhtml", "报告.doc"])
def test_the_page_is_read(name):
    found = read_bytes(mht(), name)
    assert found.format == "mht"
    assert [one.text for one in found.paragraphs] == ["2023年度部门整体支出绩效自评报告"]
    assert [c.text for c in found.tables[0].cells] == ["项目", "1107.5"]
    assert not found.unread


def test_what_a_browser_writes_first_does_not_matter():
    assert read_bytes(b"From: <Saved by Blink>\nSubject: x\n" + mht(), "a.mhtml").format == "mht"


def test_an_archive_without_a_page_says_so():
    assert [one.code for one in read_bytes(mht(kind="image/png"), "a.mht").unread] == ["mht_no_page"]


def test_macros_are_told():
    more = "------=_x\nContent-Location: file:///C:/editdata.mso\nContent-Type: application/x-mso\n\nAA==\n"
    assert [one.code for one in read_bytes(mht(more=more), "a.mht").unread] == ["macros"]


def test_a_text_that_quotes_a_mail_is_text():
    assert read_bytes("正文\nMIME-Version: 1.0\nContent-Type: text/html\n".encode(), "a.txt").format == "txt"


def test_parts_within_parts_are_refused():
    data = b"".join(
        b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="%d"\n\n--%d\n' % (at, at) for at in range(2000)
    )
    assert [one.code for one in read_bytes(data, "a.mht").unread] == ["page_large"]


def test_a_file_cut_anywhere_is_read_or_refused_in_words():
    data = mht()
    for end in range(200, len(data), 40):
        assert all(one.code != "broken" for one in read_bytes(data[:end], "a.mht").unread)
