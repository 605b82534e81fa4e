"""The workbook after a spreadsheet program has saved it again: without a difference, and its formulas reckon."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO

import pytest
from openpyxl import load_workbook

from jixiao import pipeline
from jixiao.filing.workbook import write
from tests.filing.books import find
from tests.roundtrip.filings import FORMS, made

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """Workbooks saved by LibreOffice, all in one run."""
    folder = tmp_path_factory.mktemp("office")

    def call(books):
        for name, data in books.items():
            (folder / f"{name}.xlsx").write_bytes(data)
        command = [
            SOFFICE,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
        ]
        subprocess.run(
            [*command, folder / "out", *(folder / f"{name}.xlsx" for name in books)],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return {name: (folder / f"out/{name}.xlsx").read_bytes() for name in books}

    return call


def test_saved_again_it_is_read_without_a_difference(saved, filing, filled):
    other = made(FORMS[3], 2024, 2, 12, 2, 7, calm=False)
    books = saved({"sample": filled, "generated": write(other.form, other.year, other.unit, 2, other)})
    for name, wanted in (("sample", filing), ("generated", other)):
        found = pipeline.read_filing_bytes(books[name], f"{name}.xlsx")
        assert found.filing == wanted, name
        assert not found.understood

    values = load_workbook(BytesIO(books["sample"]), data_only=True)
    base, sheet = values["基础数据"], values["部门自评表"]
    assert base.cell(find(base, "figures:three_public"), 6).value == pytest.approx(0.97)
    assert base.cell(find(base, "figures:project_expenditure"), 6).value == pytest.approx(885.83)
    year = find(sheet, "year")
    assert [sheet.cell(year, column).value for column in (8, 10, 11)] == [pytest.approx(1107.5), pytest.approx(1), 10]
    assert [sheet.cell(3, column).value for column in range(5, 10)] == [50, 30, 10, 100, 100]
