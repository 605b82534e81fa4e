"""Refused (未采用): where mistakes are written down while records are checked."""

from __future__ import annotations

CREATE = """
CREATE TEMP TABLE refused (
  file VARCHAR, tbl VARCHAR, "row" BIGINT, "column" VARCHAR, value VARCHAR,
  problem VARCHAR, fix VARCHAR, problem_en VARCHAR, fix_en VARCHAR
)
"""
