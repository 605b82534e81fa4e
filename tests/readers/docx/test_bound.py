"""The data part of a file that we wrote is read beside its words; a foreign or hostile one is told, never believed."""

import pytest

from jixiao.model.document import DATA_NAMESPACE, Bound
from jixiao.readers import limits, read_bytes
from tests.readers.building import package, part

CONTROL = (
    '<w:p><w:r><w:t>用</w:t></w:r><w:sdt><w:sdtPr><w:tag w:val="{id}"/><w:dataBinding w:xpath="/x" w:storeItemID="{{}}"/></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>{shown}</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>万元</w:t></w:r></w:p>"
)


def data(figures="<figure><id>a</id><text>1</text></figure>", filing="<filing>{}</filing>"):
    return f'<report xmlns="{DATA_NAMESPACE}"><figures>{figures}</figures>{filing}</report>'


SHOWN = CONTROL.format(id="a", shown="1")


def read(*items, body=SHOWN):
    parts = {"[Content_Types].xml": "<Types/>", "word/document.xml": part("document", f"<w:body>{body}</w:body>")}
    return read_bytes(
        package({**parts, **{f"customXml/item{n}.xml": one for n, one in enumerate(items, 1)}}), "报告.docx"
    )


def codes(document):
    return [note.code for note in document.unread]


def test_figures_and_filing_are_given_as_they_stand():
    document = read(data("<figure><id>a</id><text>1</text></figure><figure><id>b</id></figure>"))
    assert document.bound == Bound("{}", {"a": "1", "b": ""})
    assert document.paragraphs[0].text == "用1万元"
    assert codes(document) == []


def test_a_file_of_somebody_else_has_no_data():
    assert read("<other/>", f"<report>{DATA_NAMESPACE}</report>").bound is None
    assert codes(read("<other/>")) == []


def test_a_part_without_a_filing_gives_its_figures():
    assert read(data(filing="")).bound == Bound("", {"a": "1"})


def test_a_figure_shown_otherwise_is_read_as_shown_and_told():
    document = read(data(), body=CONTROL.format(id="a", shown="9") + CONTROL.format(id="zz", shown="7"))
    assert document.paragraphs[0].text == "用9万元"
    assert document.bound.figures == {"a": "1"}
    assert codes(document) == ["data_differs"]
    assert "1 处" in document.unread[0].message


@pytest.mark.parametrize(
    "broken",
    [
        data()[:-20],
        "<!DOCTYPE x [<!ENTITY e 'e'>]>" + data("<figure><id>a</id><text>&e;</text></figure>"),
        data("<figure><id>a</id><text>1</text></figure><figure><id>a</id><text>2</text></figure>"),
        data("<figure><text>1</text></figure>"),
        data("x" * 12_000_000 + "<figure/>"),
    ],
    ids=["cut", "doctype", "twice", "nameless", "bomb"],
)
def test_a_broken_part_is_told_and_the_words_are_read(broken):
    document = read(broken)
    assert document.bound is None
    assert codes(document) == ["data_damaged"]
    assert document.paragraphs[0].text == "用1万元"


def test_more_figures_than_a_report_has_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "BOUND", 1)
    assert codes(read(data("<figure><id>a</id><text>1</text></figure><figure><id>b</id><text>1</text></figure>"))) == [
        "data_damaged"
    ]


def test_two_data_parts_are_not_chosen_from():
    document = read(data(), data())
    assert document.bound is None
    assert codes(document) == ["data_many"]
