"""``jixiao records``: indicator values from the records of the business systems."""

from __future__ import annotations

from jixiao.cli.command import Group
from jixiao.cli.extra import with_records

with_records()  # before what follows, which cannot even be loaded without DuckDB

from jixiao.cli.records import check, compute, describe, explain  # noqa: E402

command = Group(
    "records",
    [check.command, compute.command, explain.command, describe.command],
    intro=(
        "由办件、工单、评价、资产、支出等业务台账计算绩效指标：先检查数据，再计算，每个数都能查到它背后的记录。",
        "Performance indicators from the records of business systems: check the data, compute, look at the rows behind a number.",
    ),
    examples=(
        "jixiao records check 台账/ --store 台账库/",
        "jixiao records compute 台账库/ --period 2023",
        "jixiao records explain CS03 台账库/ --period 2023",
        "jixiao records describe up_pro_accept",
    ),
)
