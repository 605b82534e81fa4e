"""Cases of a made-up province as the store keeps them: Parquet written by DuckDB, the same for the same number of rows."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import duckdb

START, END = datetime(2023, 1, 1), datetime(2024, 1, 1)  # noqa: DTZ001 - wall time of Asia/Shanghai, as in the store
_UNITS, _ITEMS = 120, 3000
_ASKED_AGAIN = 50  # one case of so many was asked for a supplement
_SECONDS = 395 * 86_400  # accepted from 2022-12-01 on, so that both ends of the year carry cases over
_GROUP = 122_880

# One row a case. 6 % went through a special procedure, 96 % were closed in time, 2.5 % late, 1.5 % are open.
_CASES = """
WITH drawn AS (
  SELECT i, hash(i) AS one, hash(i + 1000000000) AS two, hash(i + 2000000000) AS three FROM range({rows}) AS r(i)
), accepted AS (
  SELECT *, TIMESTAMP '2022-12-01' + TO_SECONDS(CAST(i * {seconds} // {rows} AS BIGINT)) AS accept_date,
         CAST(1 + two % 20 AS INTEGER) AS days, (one >> 8) % 100 < 6 AS special, (one >> 16) % 1000 AS luck
  FROM drawn
), paused AS (
  SELECT *, accept_date + TO_DAYS(days) AS promise_date,
         CASE WHEN special THEN CAST(86400 * (1 + (one >> 24) % 15) AS BIGINT) ELSE 0 END AS special_seconds,
         CASE WHEN luck < 960 THEN CAST(three % (86400 * days) AS BIGINT)
              WHEN luck < 985 THEN CAST(86400 * days + three % 864000 AS BIGINT) END AS handled
  FROM accepted
)
SELECT 'A' || lpad(CAST(i AS VARCHAR), 11, '0') AS project_no,
       'T' || lpad(CAST((two >> 20) % {items} AS VARCHAR), 6, '0') AS task_code,
       '第' || lpad(CAST((two >> 32) % {units} AS VARCHAR), 3, '0') || '单位' AS org_name,
       CASE WHEN (three >> 40) % 10 < 6 THEN '即办件' ELSE '承诺件' END AS project_type,
       CASE WHEN (three >> 44) % 10 < 7 THEN '网上申报' ELSE '窗口受理' END AS data_source,
       accept_date, promise_date, promise_date + TO_SECONDS(special_seconds) AS deadline,
       special AND handled IS NULL AND luck >= 990 AS stopped, special, special_seconds,
       accept_date + TO_SECONDS(handled + special_seconds) AS result_date,
       CASE WHEN handled IS NOT NULL THEN '办结' END AS result_type
FROM paused
"""
_ITEM = """
SELECT 'T' || lpad(CAST(i AS VARCHAR), 6, '0') AS task_code,
       CASE i % 4 WHEN 0 THEN '就地办' WHEN 1 THEN '两地办' END AS handle_mode,
       CASE i % 7 WHEN 0 THEN '异地代收代办' WHEN 1 THEN '全程网办' END AS cross_province
FROM range({items}) AS r(i)
"""
_PROCESS = """
SELECT 'A' || lpad(CAST(i * {every} AS VARCHAR), 11, '0') AS project_no,
       CASE j WHEN 0 THEN '补正告知' ELSE '受理' END AS process_name
FROM range({rows} // {every}) AS r(i), range(2) AS s(j)
"""
_DISCLOSED = """
SELECT 'D' || i AS doc_no, TIMESTAMP '2022-12-01' + TO_SECONDS(i * {seconds} // 20000) AS published_date, '政策' AS kind
FROM range(20000) AS r(i)
"""
_TABLES = {"cases": _CASES, "service_item": _ITEM, "up_pro_process": _PROCESS, "disclosure": _DISCLOSED}


def files(rows: int, folder: Path) -> dict[str, Path]:
    """Where so many cases lie, and the small tables that their indicators ask for."""
    return {name: folder / f"{name}.{rows}.parquet" for name in _TABLES}


def cases(rows: int, folder: Path) -> dict[str, Path]:
    """So many cases written into this folder, unless they are there."""
    made = files(rows, folder)
    if all(path.exists() for path in made.values()):
        return made
    sizes = {"rows": rows, "seconds": _SECONDS, "items": _ITEMS, "units": _UNITS, "every": _ASKED_AGAIN}
    with duckdb.connect(config={"memory_limit": "1GB", "preserve_insertion_order": False}) as connection:
        connection.execute("SET enable_progress_bar = false")
        for name, path in made.items():
            body = _TABLES[name].format(**sizes)
            connection.execute(f"COPY ({body}) TO '{path}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_GROUP})")
    return made
