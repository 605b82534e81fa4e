"""What only a Word file can carry: tracked changes, comments and hidden words are found where they stand."""

from __future__ import annotations

from jixiao.pipeline import audit_bytes
from tests.readers.building import docx, p, r


def found(data: bytes, code: str) -> list[tuple[str, str, list[str], dict[str, str]]]:
    audit = audit_bytes(data, "报告.docx", strict=True)
    return [
        (f.severity, f.variant, [place.quote for place in f.places], f.values) for f in audit.findings if f.code == code
    ]


def test_each_kind_is_counted_once_and_points_at_its_paragraphs():
    changed = p(
        "<w:ins w:id='1'>" + r("新增") + "</w:ins>", "<w:del w:id='2'><w:r><w:delText>旧</w:delText></w:r></w:del>"
    )
    body = changed + p("支出", "<w:r><w:commentReference w:id='7'/></w:r>") + p("正文", r("密", "<w:vanish/>"))
    assert found(docx(body), "RD102") == [
        ("warning", "", ["新增", "新增"], {"count": "2"}),
        ("warning", "comment", ["支出"], {"count": "1"}),
        ("warning", "hidden", ["正文"], {"count": "1"}),
    ]


def test_a_part_that_was_not_read_is_said_without_a_place():
    ((severity, _, places, values),) = found(docx(p("正文"), footnotes="<w:footnote>"), "RD101")
    assert (severity, places) == ("warning", [])
    assert "footnotes" in values["why"]


def test_a_wrong_suffix_is_only_mentioned():
    audit = audit_bytes(docx(p("正文")), "报告.txt", strict=True)
    assert [f.severity for f in audit.findings if f.code == "RD101"] == ["info"]
