"""Whatever is typed, pasted, inserted or deleted: no exception, and what was taken is taken the same once more."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import datetime, time, timedelta
from random import Random

import pytest
from openpyxl.cell.cell import MergedCell

from jixiao import pipeline
from jixiao.filing.data import canonical, from_data
from jixiao.filing.workbook import write
from tests.filing.books import changed
from tests.roundtrip.filings import FORMS, made

TYPED = [
    None, "", 0, 1, -1, 1e20, 1e-20, 0.1, True, False, "#REF!", "#N/A", "=1+", "—", "无", "{项目支出}", "{", "}", "{}", "{本项目:全年执行数}", "≥30万件",
    "1,107.50", "１１０７．５", "9700元", "约5", "x" * 30_000, "\n\n", "\u200b", "产出指标", "满意度指标", "数量指标", "达成",
    datetime(2024, 1, 1), time(1, 2),  # noqa: DTZ001 - a cell has no time zone
    timedelta(days=2), "2023年度", "😀", "5分", "101", "一般公共预算", "合计", ".", "-", "..", "%", "100%", '"', "'", "<b>&amp;",
]  # fmt: skip
FORMATS = ["0%", "0.00", "yyyy-mm-dd", "@", "#,##0.00_);(#,##0.00)", "[红]0.0"]


def spoiled(random, book):
    for sheet in book.worksheets[1:-1]:
        cells = [cell for row in sheet.iter_rows(min_col=2) for cell in row if not isinstance(cell, MergedCell)]
        for cell in random.sample(cells, min(len(cells), 25)):
            if random.random() < 0.7 and cell.protection.locked:
                continue
            with suppress(ValueError):  # openpyxl itself writes no control characters
                cell.value = random.choice(TYPED)
            if random.random() < 0.1:
                cell.number_format = random.choice(FORMATS)
        for share, do in ((0.2, sheet.insert_rows), (0.2, sheet.delete_rows), (0.05, sheet.insert_cols)):
            if random.random() < share:
                do(random.randint(2, 40))


@pytest.mark.parametrize("seed", range(8))
def test_whatever_stands_in_the_cells_is_read(seed):
    random = Random(seed)  # noqa: S311 - repeatable typing, no secret
    filing = made(FORMS[seed % len(FORMS)], 2024, 2, 8, 2, seed, calm=False)
    data = changed(
        write(filing.form, 2024, filing.unit if seed % 2 else "", 2, filing), lambda book: spoiled(random, book)
    )
    found = pipeline.read_filing_bytes(data, "填报.xlsx")
    assert found.mistakes
    if found.filing is None:
        return
    assert from_data(json.loads(canonical(found.filing)))[0] == found.filing
    assert pipeline.mark_workbook(data, found)
    again = write(found.filing.form, found.filing.year, found.filing.unit, 1, found.filing)
    assert pipeline.read_filing_bytes(again, "填报.xlsx").filing == found.filing
