"""The tables of a batch: typed, described, written a group at a time."""

from __future__ import annotations

import pytest

from jixiao.batch.job import Job
from jixiao.batch.outputs import About
from jixiao.batch.outputs.tables import columns
from tests.batch.outputs.building import finding, refused, result, unclear

pq = pytest.importorskip("pyarrow.parquet")

from jixiao.batch.outputs import parquet  # noqa: E402 - only where pyarrow is


def written(folder, *results, **about):
    output = parquet.Output()
    output.open(folder, About("1.0", "0" * 64, Job(), len(results), **about))
    for one in results:
        output.add(one)
    output.close()
    return {name: pq.read_table(folder / f"{name}.parquet") for name in ("reports", "findings", "units")}


def test_a_row_a_report_a_finding_a_unit(tmp_path):
    first = result("甲.docx", finding(), finding("ST110", "info", fix={"text": "1107.5万元"}), unit="甲局")
    tables = written(tmp_path, first, refused("乙.doc"), result("丙.docx", finding(), unit="甲局", unclear=[unclear()]))
    assert [(row["name"], row["verdict"], row["errors"], row["infos"]) for row in tables["reports"].to_pylist()] == [
        ("甲.docx", "read", 1, 1), ("乙.doc", "refused", 0, 0), ("丙.docx", "read", 1, 0),
    ]  # fmt: skip
    assert tables["reports"].column("why").to_pylist()[1].startswith("文件有密码保护")
    assert [(row["name"], row["number"], row["kind"], row["code"], row["fix"]) for row in tables["findings"].to_pylist()][:3] == [
        ("甲.docx", 1, "finding", "FG101", None), ("甲.docx", 2, "finding", "ST110", "1107.5万元"), ("丙.docx", 1, "finding", "FG101", None),
    ]  # fmt: skip
    assert tables["findings"].column("kind").to_pylist()[-1] == "unclear"
    assert [(row["unit"], row["reports"], row["unread"], row["errors"]) for row in tables["units"].to_pylist()] == [
        ("", 1, 1, 0), ("甲局", 2, 0, 2),
    ]  # fmt: skip


def test_columns_say_what_they_mean(tmp_path):
    for name, table in written(tmp_path, result()).items():
        assert table.schema.names == [column.name for column in columns(name)]
        for field in table.schema:
            assert set(field.metadata) == {b"zh", b"en"}


def test_states_since_the_baseline_have_their_column(tmp_path):
    one = result("甲.docx", finding(state="new"))
    one.audit["gone"] = [finding("ST110", state="gone")]
    table = written(tmp_path, one, compared=True)["findings"]
    assert table.column("state").to_pylist() == ["new", "gone"]


def test_many_rows_are_written_in_groups(tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "GROUP", 10)
    written(tmp_path, *(result(f"{number:02d}.docx", finding(), finding()) for number in range(25)))
    about = pq.ParquetFile(tmp_path / "findings.parquet").metadata
    assert (about.num_rows, about.num_row_groups) == (50, 5)
    first = (tmp_path / "findings.parquet").read_bytes()
    written(tmp_path, *(result(f"{number:02d}.docx", finding(), finding()) for number in range(25)))
    assert (tmp_path / "findings.parquet").read_bytes() == first
