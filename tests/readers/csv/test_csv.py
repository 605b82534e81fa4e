"""Sheets of values: told by their rows, in any encoding, read as the sheet of a workbook; hostile ones end."""

from __future__ import annotations

import csv
import time
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from jixiao import pipeline
from jixiao.model.document import Document, Paragraph, Table
from jixiao.model.words import squeezed
from jixiao.readers import limits, read, read_bytes
from tests.readers.building import codes, grid, texts

SAMPLE = Path(__file__).resolve().parents[3] / "examples" / "junshan-2023" / "report.docx"
SHEET = "项目支出绩效自评表,,,\n单位：万元,,,\n资金来源,年初预算数,全年执行数,执行率\n年度资金总额,173,170.5,98.55%\n其中：财政拨款,173,170.5,\n填表人：甲,,填报日期：2024年5月,\n"


def read_csv(text: str, encoding: str = "utf-8") -> Document:
    return read_bytes(text.encode(encoding), "a.csv")


def written(table: Table, delimiter: str) -> str:
    """A table as Excel saves it: the words of a merged cell once, the rest of it empty."""
    target = StringIO()
    rows = [
        [one.text if one and (one.row, one.column) == (r, c) else "" for c, one in enumerate(line, 1)]
        for r, line in enumerate(table.grid, 1)
    ]
    csv.writer(target, delimiter=delimiter).writerows(rows)
    return target.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_words_above_and_below_the_table_are_paragraphs(encoding):
    found = read_csv(SHEET, encoding)
    assert (found.format, codes(found)) == ("csv", [])
    assert texts(found) == ["项目支出绩效自评表", "单位：万元", "填表人：甲　　填报日期：2024年5月"]
    assert [[one.text for one in found.tables[0].row(n)] for n in (1, 2, 3)] == [
        ["资金来源", "年初预算数", "全年执行数", "执行率"], ["年度资金总额", "173", "170.5", "98.55%"], ["其中：财政拨款", "173", "170.5", ""],
    ]  # fmt: skip
    assert [one.lines for one in found.tables[0].row(2)] == [((0, 4),)] * 4


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_tables_of_the_sample_are_the_same_as_sheets(delimiter):
    for table in read(SAMPLE).tables:
        found = read_csv(written(table, delimiter), "gb18030")
        assert found.format == "csv"
        words = [[one.text.strip() for one in held.cells if one.text.strip()] for held in (table, *found.tables)]
        assert words == [words[0], words[0]]


def test_an_appraisal_alone_gives_the_findings_of_the_same_table_in_word():
    sample = read(SAMPLE)
    table = next(one for one in sample.tables if any("总分" in cell.text for cell in one.cells))
    title = next(one for one in reversed(sample.blocks[: table.block - 1]) if isinstance(one, Paragraph))
    alone = replace(sample, blocks=(title, table))
    found = [
        sorted(
            (one.code, squeezed(one.places[0].quote if one.places else ""))
            for one in pipeline.audit_document(held).findings
        )
        for held in (alone, read_csv(f"{title.text}\n{written(table, ',')}"))
    ]
    assert any(code.startswith("SC") for code, _ in found[0])
    assert found[0] == found[1]


def test_quotes_line_ends_and_delimiters_in_values():
    found = read_csv('项目,说明,金额\r\n甲,"1,236.5万元；\r\n含""专项""",3\r\n乙,,4\r\n')
    assert grid(found.tables[0])[3:6] == [
        (2, 1, 1, 1, "甲"),
        (2, 2, 1, 1, '1,236.5万元；\n含"专项"'),
        (2, 3, 1, 1, "3"),
    ]
    assert [one.lines for one in found.tables[0].row(3)] == [((0, 4),)] * 3


def test_a_row_that_was_left_empty_ends_no_table():
    assert len(read_csv("项目,预算,决算\n甲,1,2\n,,\n乙,3,4\n").tables) == 1
    assert len(read_csv("项目,预算,决算\n甲,1,2\n\n项目,人数,次数\n乙,3,4\n").tables) == 2


@pytest.mark.parametrize(
    "text",
    [
        "全年支出1,236.58万元。\n其中基本支出1,000.00万元,项目支出236.58万元。\n",
        "年度资金总额 1,236.58 1,107.50\n其中财政拨款 1,236.58 1,107.50\n其他资金额度 1,000.00 1,000.00\n",
        "一、概况, 本单位成立于2019年。\n二、绩效, 指标完成。\n三、问题, 无。\n四、建议, 无。\n",
        "项目\t预算\n甲\t1\n乙\t2\n",
        "甲,乙\n",
        "| 项目 | 金额 |\n|---|---|\n| 甲,乙,丙 | 1 |\n",
    ],
)
def test_text_with_commas_is_no_sheet(text):
    assert read_csv(text).format == "txt"


ENDLESS = {
    "rows": ("甲,乙,丙\n" * 1_002, "sheet_rows"),
    "an open quote": ("项目,预算,决算\n甲,1,2\n" * 20 + '乙,"' + "字" * 200_000, "sheet_text"),
    "cells": (("项," * 60 + "\n") * 100, "sheet_cells"),
}


@pytest.mark.parametrize(("text", "code"), ENDLESS.values(), ids=ENDLESS)
def test_sheets_without_end(text, code, monkeypatch):
    monkeypatch.setattr(limits, "SHEET_ROWS", 1_000)
    monkeypatch.setattr(limits, "SHEET_CELLS", 5_000)
    begin = time.perf_counter()
    found = read_csv(text)
    assert time.perf_counter() - begin < 5
    assert (found.format, code in codes(found)) == ("csv", True)
    assert all(one.message.endswith("。") for one in found.unread)


def test_bytes_that_are_no_text_any_more():
    found = read_bytes(SHEET.encode("gbk")[:60] + b"\xff\xfe\x80" + SHEET.encode("gbk")[60:], "a.csv")
    assert found.readable
