"""Markdown: told by its signs, its headings, tables and lists as a reader sees them; the sample written so is the same report."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from jixiao import pipeline
from jixiao.model.document import Document, Paragraph, Table
from jixiao.model.words import squeezed
from jixiao.readers import read, read_bytes
from tests.readers.building import codes, grid, texts
from tests.readers.html.portals import spanned

SAMPLE = Path(__file__).resolve().parents[3] / "examples" / "junshan-2023" / "report.docx"


def read_md(text: str, encoding: str = "utf-8") -> Document:
    return read_bytes(text.encode(encoding), "报告.md")


def piped(table: Table) -> str:
    """A table of pipes, the words of a merged cell once."""
    rows = []
    for r, line in enumerate(table.grid, 1):
        held = (one.text if one and (one.row, one.column) == (r, c) else "" for c, one in enumerate(line, 1))
        rows.append("| " + " | ".join(text.replace("|", "\\|").replace("\n", "<br>") for text in held) + " |")
    return "\n".join((rows[0], "|" + " :--- |" * len(table.grid[0]), *rows[1:]))


def findings(found: Document) -> list[tuple[str, str, str, str]]:
    return sorted(
        (one.code, squeezed(one.places[0].quote if one.places else ""), one.expected or "", one.found or "")
        for one in pipeline.audit_document(found).findings
    )


@pytest.mark.parametrize("table", [piped, spanned])
def test_the_sample_as_markdown_gives_the_same_findings(table):
    sample = read(SAMPLE)
    blocks = [one for one in sample.blocks if one.part == "body"]
    body = [table(one) if isinstance(one, Table) else one.text for one in blocks]
    body = [f"## **{one}**" if one[1:2] == "、" else one for one in body]
    found = read_md("\n\n".join(body))
    assert (found.format, codes(found)) == ("markdown", [])
    words = [one.text for one in blocks if isinstance(one, Paragraph)]
    assert [squeezed(one.text) for one in found.paragraphs] == [squeezed(one) for one in words]
    assert findings(found) == findings(sample)


def test_headings_have_levels_and_lines():
    found = read_md("# 自评报告\n\n## 一、概况 ##\n文\n\n二、绩效\n---\n")
    assert [(one.text, one.level, one.place().line) for one in found.paragraphs] == [
        ("自评报告", 1, 1), ("一、概况", 2, 3), ("文", None, 4), ("二、绩效", 2, 6),
    ]  # fmt: skip


def test_signs_are_no_words():
    found = read_md(
        "# 甲\n\n**全年**支出*合计*`12`万元，见[附表](a.xlsx)![图](data:image/png;base64,AA==)，A\\*B &lt; 3\n"
    )
    assert texts(found)[1] == "全年支出合计12万元，见附表，A*B < 3"


@pytest.mark.parametrize("text", ["面积3*4*5米", "3 * 4 * 5", "2*3=6，4*5=20", "一个_下划线_名称", "10*20"])
def test_figures_keep_their_stars(text):
    assert texts(read_md(f"# 甲\n\n{text}\n"))[1] == text


def test_lists_keep_their_numbers():
    found = read_md("# 甲\n\n3. 抓改革\n4. 抓服务\n\n- 要点\n* 其他\n\n1) 一点\n")
    assert texts(found)[1:] == ["3. 抓改革", "4. 抓服务", "要点", "其他", "1) 一点"]


def test_tables_of_pipes_of_html_and_of_lines():
    found = read_md(
        "# 甲\n\n项目 | 预算\n:-- | --:\n**合计** | 1,236.58\n其中<br>专项 | \\|\n\n<table><tr><td rowspan=2>产出</td><td>1</td></tr>\n\n"
        "<tr><td>2</td></tr></table>\n\n+---+---+\n| 乙 | 1 |\n+===+===+\n| 丙 | 2 |\n+---+---+\n"
    )
    assert [grid(one) for one in found.tables] == [
        [(1, 1, 1, 1, "项目"), (1, 2, 1, 1, "预算"), (2, 1, 1, 1, "合计"), (2, 2, 1, 1, "1,236.58"), (3, 1, 1, 1, "其中\n专项"), (3, 2, 1, 1, "|")],
        [(1, 1, 2, 1, "产出"), (1, 2, 1, 1, "1"), (2, 2, 1, 1, "2")],
        [(1, 1, 1, 1, "乙"), (1, 2, 1, 1, "1"), (2, 1, 1, 1, "丙"), (2, 2, 1, 1, "2")],
    ]  # fmt: skip
    assert [one.lines for one in found.tables[0].row(2)] == [((0, 5),)] * 2
    assert [one.block for one in found.blocks] == [1, 2, 3, 4]


def test_lines_that_follow_each_other_are_paragraphs_unless_they_were_broken():
    assert texts(read_md("# 甲\n\n一、概况\n本单位成立于2019年。\n二、绩效\n"))[1:] == [
        "一、概况",
        "本单位成立于2019年。",
        "二、绩效",
    ]


def test_what_programs_put_before_the_words_is_left_out():
    found = read_md("---\ntitle: 报告\ntags:\n  - a\n---\n\n# 甲局自评报告\n")
    assert [(one.text, one.place().line) for one in found.paragraphs] == [("甲局自评报告", 7)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(encoding):
    found = read_md("# 部门整体支出绩效自评报告\r\n\r\n全年支出十二万元。\r\n", encoding)
    assert (found.format, texts(found)) == ("markdown", ["部门整体支出绩效自评报告", "全年支出十二万元。"])


@pytest.mark.parametrize(
    "text",
    [
        "甲局自评报告\n#1楼维修\n",
        "| 项目 | 金额 |\n|---|---|\n| 甲 | 1 |\n",
        "支出*2*万元，见**说明**。\n",
        "可用<br>换行，<table>不可用。\n",
    ],
)
def test_text_without_signs_stays_text(text):
    assert read_md(text).format == "txt"


HOSTILE = {
    "quotes": "# 甲\n" + ">" * 50_000 + "乙",
    "brackets": "# 甲\n\n" + "[" * 50_000,
    "stars": "# 甲\n\n" + "*甲**" * 20_000,
    "lists": "# 甲\n\n" + "".join(" " * n + "- 乙\n" for n in range(1_500)),
    "columns": "# 甲\n\n" + "|" * 20_000 + "\n" + "|-" * 20_000 + "|\n" + ("|" * 20_000 + "\n") * 20,
    "open tables": "# 甲\n\n" + "<table><tr><td>" * 20_000,
    "ticks": "# 甲\n\n" + "".join("`" * n + "a" for n in range(1, 600)),
    "entities": "# 甲\n\n" + "&amp;" * 100_000,
    "references": "# 甲\n\n" + "".join(f"[a{n}]: <x>\n" for n in range(20_000)),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_signs_end(text):
    begin = time.perf_counter()
    found = read_md(text)
    assert time.perf_counter() - begin < 8
    assert "broken" not in codes(found)
    assert texts(found)[0].startswith("甲")
