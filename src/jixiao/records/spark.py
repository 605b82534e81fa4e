"""Indicators on a Spark cluster: the SQL of their files carried over by sqlglot, the same figures to the last digit.

For provinces whose records outgrow one machine. An address is a place that every machine of the cluster sees
(``hdfs://…/up_pro_accept``, a file of a store on a shared disk) or a name in the catalogue (``dwd.accept``).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import partial
from os import environ
from pathlib import Path
from typing import Any

import sqlglot
from sqlglot import exp

# Wall time of Asia/Shanghai everywhere, no time zone in any column; what overflows is an error, never a wrong figure.
_SETTINGS = {
    "spark.sql.session.timeZone": "Asia/Shanghai",
    "spark.sql.timestampType": "TIMESTAMP_NTZ",
    "spark.sql.ansi.enabled": "true",
}
_EXACT = "DECIMAL(38, 6)"  # holds sums of money, of moments in seconds and of counts; never a double
_NOTHING = Decimal(0)


class NoSpark(Exception):  # noqa: N818 - said to the user in the command line's words
    """Spark cannot be started here; both sentences say what is missing."""

    def __init__(self, message: str, message_en: str) -> None:
        super().__init__(message)
        self.message, self.message_en = message, message_en


@dataclass(frozen=True, slots=True)
class Sum:
    """What an indicator adds up to, of one unit and month where these were asked for."""

    code: str
    unit: str | None
    month: str
    numerator: Decimal
    denominator: Decimal
    rows: int


def session(master: str = "local[*]") -> Any:  # noqa: ANN401 - pyspark has no types
    """A session at an address (``spark://…``, ``yarn``, ``k8s://…``) or on this machine; NoSpark where none is had."""
    try:
        from pyspark.errors import PySparkException  # noqa: PLC0415 - only where Spark is asked for
        from pyspark.sql import SparkSession  # noqa: PLC0415
    except ImportError as error:
        raise NoSpark(
            "没有安装 Spark 组件。请运行 pip install 'jixiao[spark]' 后再试。",
            "Spark is not installed: pip install 'jixiao[spark]'.",
        ) from error
    building = SparkSession.builder.master(master).appName("jixiao").config("spark.ui.showConsoleProgress", "false")
    if master.startswith("local"):
        environ.setdefault("PYSPARK_PYTHON", sys.executable)
        building = building.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
        building = building.config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "2")
    try:
        found = building.getOrCreate()
    except (PySparkException, OSError) as error:
        raise NoSpark(
            "Spark 没有启动起来。请检查这台机器上有没有 Java（17 或以上）、集群地址写得对不对、集群是否可达。",
            "Spark did not start: is Java 17 or later here, is the address right, can the cluster be reached?",
        ) from error
    found.sparkContext.setLogLevel("ERROR")
    return found


def attached(
    session: Any,  # noqa: ANN401 - pyspark has no types
    addresses: Mapping[str, str | Path],
    layout: Mapping[str, Mapping[str, str]],
    bases: Mapping[str, str],
) -> Any:  # noqa: ANN401
    """A session of its own that knows all tables and bases; views and settings of the one given stay as they are.

    ``layout`` gives the DuckDB type of each column of each table: a table without an address is an empty one. A base
    without an address is made of the tables by its SQL, once, and kept in the memory of the cluster.
    """
    own = session.newSession()
    for name, value in _SETTINGS.items():
        own.conf.set(name, value)
    for name, columns in layout.items():
        if name not in addresses:
            body = ", ".join(f"CAST(NULL AS {kind}) AS {column}" for column, kind in columns.items())
            own.sql(carried(f"SELECT {body} WHERE FALSE")).createOrReplaceTempView(name)
    for name, address in addresses.items():
        place = str(address)
        found = own.read.parquet(place) if "/" in place else own.table(place)
        found.createOrReplaceTempView(name)
    for name, sql in bases.items():
        if name not in addresses:
            own.sql(carried(sql)).cache().createOrReplaceTempView(name)
    return own


def carried(sql: str, start: datetime | None = None, end: datetime | None = None) -> str:
    """A query of DuckDB in the words of Spark, with the ends of the period written into it."""
    tree = sqlglot.parse_one(sql, read="duckdb").transform(partial(_bound, ends={"start": start, "end": end}))
    return tree.sql(dialect="spark", comments=False)


def _bound(node: exp.Expression, ends: Mapping[str, datetime | None]) -> exp.Expression:
    """A moment in place of its name."""
    moment = ends.get(node.name) if isinstance(node, exp.Placeholder) else None
    return exp.cast(exp.Literal.string(f"{moment:%Y-%m-%d %H:%M:%S}"), "TIMESTAMPNTZ") if moment else node


def sums(
    session: Any,  # noqa: ANN401 - pyspark has no types
    queries: Mapping[str, str],
    start: datetime,
    end: datetime,
    *,
    spread: bool = False,
) -> Iterator[Sum]:
    """Numerator, denominator and rows of each query by its code; ``spread`` over units and months.

    The denominator of a query that has no such column is nothing.
    """
    for code, sql in queries.items():
        found = _summed(session, carried(sql, start, end), spread=spread).collect()
        for unit, month, above, below, rows in found:
            yield Sum(code, unit, month or "", above or _NOTHING, below or _NOTHING, rows)


def _summed(session: Any, sql: str, *, spread: bool) -> Any:  # noqa: ANN401 - pyspark has no types
    session.sql(sql).createOrReplaceTempView("counted")
    below = "denominator" if "denominator" in session.table("counted").columns else "0"
    sums = ", ".join(f"CAST(SUM({term}) AS {_EXACT})" for term in ("numerator", below))
    if spread:
        return session.sql(f"SELECT unit, DATE_FORMAT(day, 'yyyy-MM'), {sums}, COUNT(*) FROM counted GROUP BY 1, 2")
    return session.sql(f"SELECT CAST(NULL AS STRING), '', {sums}, COUNT(*) FROM counted")
