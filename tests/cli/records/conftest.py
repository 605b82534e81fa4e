"""Records of a small office as its systems would export them, one case of three late."""

from __future__ import annotations

import pytest

ACCEPT = """project_no,task_code,org_name,accept_date,promise_date,cd_time
B-1,T1,民政局,2023-05-04 09:00:00,2023-05-08,2023-05-04 09:00:00
B-2,T1,民政局,2023-05-04 10:00:00,2023-05-08,2023-05-04 10:00:00
B-3,T2,医保局,2023-06-01 09:00:00,2023-06-09,2023-06-01 09:00:00
"""
RESULT = """project_no,result_date,result_type,cd_time
B-1,2023-05-05 15:00:00,1,2023-05-05 15:00:00
B-2,2023-05-12 15:00:00,1,2023-05-12 15:00:00
B-3,2023-06-08 15:00:00,1,2023-06-08 15:00:00
"""


@pytest.fixture
def records(folder):
    """The folder 台账 with two tables."""
    place = folder / "台账"
    place.mkdir()
    (place / "up_pro_accept.csv").write_text(ACCEPT, encoding="utf-8")
    (place / "up_pro_result.csv").write_text(RESULT, encoding="utf-8")
    return place


@pytest.fixture
def store(records, jixiao):
    """The same, checked and kept in 台账库."""
    assert jixiao("records", "check", "台账", "--store", "台账库")[0] == 0
    return records.parent / "台账库"
