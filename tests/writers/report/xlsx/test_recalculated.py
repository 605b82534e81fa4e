"""LibreOffice works every formula out anew, from cells without values, and comes to what the report prints."""

import io
import re
import shutil
import subprocess
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings

from jixiao import pipeline
from jixiao.writers.report.xlsx import write
from tests.roundtrip.filings import filings
from tests.writers.report.reading import printed

VALUE = re.compile(rb"(</f>)<v>[^<]*</v>")


def without_values(book):
    """The workbook with formulas that nobody has worked out yet."""
    bare = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(bare, "w") as new:
        for name in old.namelist():
            new.writestr(name, VALUE.sub(rb"\1", old.read(name)))
    return bare.getvalue()


def test_the_sample_shows_what_it_prints(report):
    book = write(report)
    assert printed(book, report) == []
    assert (
        sum(zipfile.ZipFile(io.BytesIO(book)).read(f"xl/worksheets/sheet{n}.xml").count(b"<f>") for n in (1, 2, 3)) > 30
    )


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(filings())
def test_any_report_shows_what_it_prints(filing):
    composed = pipeline.compose(filing)
    assert printed(write(composed), composed) == []


def test_after_recalculation_every_formula_gives_the_printed_value(report, tmp_path):
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice (soffice) is not installed")
    (tmp_path / "表.xlsx").write_bytes(without_values(write(report)))
    command = [
        "soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
        "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out"), str(tmp_path / "表.xlsx"),
    ]  # fmt: skip
    subprocess.run(command, capture_output=True, check=False, timeout=60)
    made = tmp_path / "out" / "表.xlsx"
    if not made.exists():
        pytest.skip("this LibreOffice has no Calc")
    assert printed(made.read_bytes(), report) == []
