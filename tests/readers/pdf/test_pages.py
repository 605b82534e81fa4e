"""On which page a paragraph or a row stands (页码)."""

from __future__ import annotations

from itertools import pairwise

from tests.readers.pdf.building import document


def test_each_paragraph_and_each_row_knows_its_page():
    body = "".join(f"[指标{n}], [{n}]," for n in range(120))
    found = document(
        f"第一段。\n#table(columns: 2 * (40mm,), table.header([名称], [决算]), {body})\n#pagebreak()\n末段。"
    )
    table = found.tables[0]
    assert found.page_of(found.paragraphs[0].place()) == 1
    pages = [found.page_of(one.place()) for one in table.cells if one.column == 1]
    assert pages == sorted(pages)
    last = pages[-1]
    assert set(pages) == set(range(1, last + 1))
    assert last > 2
    assert found.page_of(found.paragraphs[-1].place()) == last + 1
    # A page's first row is the first that stands on it: the head that is repeated there is dropped.
    assert [row for row, (a, b) in enumerate(pairwise(pages), 2) if a != b] == [
        row for _, row, page in found.pages if 1 < page <= last
    ]


def test_a_paragraph_that_runs_over_a_page_stands_where_it_begins():
    found = document("预算执行情况良好，" * 260 + "完。")
    assert len(found.paragraphs) == 1
    assert found.page_of(found.paragraphs[0].place()) == 1
