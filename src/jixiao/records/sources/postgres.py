"""PostgreSQL: the record tables of a live database, all of one moment, streamed out of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

import duckdb

from jixiao.records.raw import Raw
from jixiao.records.sources.spool import unique, viewed
from jixiao.records.sources.unreadable import Unreadable, fatal
from jixiao.records.table import tables
from jixiao.records.trouble import Trouble

_SCHEMES = ("postgresql", "postgres")
_SECONDS = 10  # to wait for a server
_NAMED = """
SELECT n.nspname, c.relname FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f') AND c.relname = ANY(%s) AND pg_catalog.pg_table_is_visible(c.oid)
ORDER BY 1, 2
"""


def read(connection: duckdb.DuckDBPyConnection, where: str, name: str, place: Path) -> Iterator[Raw | Trouble]:
    """The tables that the address names after #, separated by commas (schema.table), else all that are called like ours.

    One read-only transaction: what is written meanwhile is not seen.
    """
    parts = urlsplit(where)
    if parts.scheme not in _SCHEMES:
        raise Unreadable(
            fatal(
                name,
                f"不认识的数据库地址“{parts.scheme}://”",
                "写 postgresql://用户:密码@主机:端口/库名",
                f"unknown kind of address “{parts.scheme}://”",
                "write postgresql://user:password@host:port/database",
            )
        )
    psycopg = _driver(name)
    try:
        with psycopg.connect(urlunsplit(parts._replace(fragment="")), connect_timeout=_SECONDS) as server:
            server.isolation_level, server.read_only = psycopg.IsolationLevel.REPEATABLE_READ, True
            wanted = [one for one in unquote(parts.fragment).split(",") if one]
            found = [tuple(one.split(".", 1)) for one in wanted] or server.execute(_NAMED, [list(tables())]).fetchall()
            for number, table in enumerate(found):
                yield _table(psycopg, server, connection, table, name, place / f"{number}.csv")
    except psycopg.Error as error:
        raise Unreadable(_failed(psycopg, error, name)) from error
    if not found:
        yield fatal(
            name, "库里没有名称与台账相同的表", f"在地址后写 #模式.表名，或建视图，如 {next(iter(tables()))}",
            "no table of this database is called like a record table", "name it after the address: #schema.table",
        )  # fmt: skip


def _driver(name: str) -> Any:  # noqa: ANN401 - a module
    try:
        import psycopg  # noqa: PLC0415 - only where a database is read
    except ImportError as error:
        raise Unreadable(
            fatal(
                name,
                "没有安装读数据库的组件",
                "运行 pip install 'jixiao[records]'",
                "the driver is not installed",
                "pip install 'jixiao[records]'",
            )
        ) from error
    return psycopg


def _table(
    psycopg: Any, server: Any, connection: duckdb.DuckDBPyConnection, table: tuple[str, ...], name: str, path: Path  # noqa: ANN401
) -> Raw:  # fmt: skip
    """One table as a CSV that the server writes itself; the rows are numbered in the order in which they came."""
    title, hashing = f"{name}#{'.'.join(table)}", hashlib.sha256()
    identifier = psycopg.sql.Identifier(*table)
    query = psycopg.sql.SQL("COPY (SELECT * FROM {}) TO STDOUT (FORMAT csv, ENCODING 'UTF8')").format(identifier)
    probe = server.execute(psycopg.sql.SQL("SELECT * FROM {} LIMIT 0").format(identifier))
    headings = unique(title, [column.name for column in probe.description])
    with path.open("wb") as file, server.cursor() as cursor, cursor.copy(query) as rows:
        for chunk in rows:
            hashing.update(chunk)
            file.write(chunk)
    relation = f"raw_{path.parent.name.replace('-', '_')}_{path.stem}"
    viewed(connection, path, headings, relation, path.with_suffix(".parquet"), skip=0, delimiter=",")
    return Raw(title, hashing.hexdigest(), relation, dict.fromkeys(headings, "VARCHAR"), table[-1])


def _failed(psycopg: Any, error: Any, name: str) -> Trouble:  # noqa: ANN401 - psycopg's classes
    """What a server says, in the user's words; never with the password."""
    if isinstance(error, psycopg.errors.UndefinedTable | psycopg.errors.InvalidSchemaName):
        return fatal(
            name, "库里没有这张表", "核对 # 后的模式名和表名", "there is no such table", "check what stands after #"
        )
    if isinstance(error, psycopg.errors.InsufficientPrivilege):
        return fatal(
            name, "没有读这张表的权限", "请管理员授予只读权限", "this user may not read it", "ask for the right to read"
        )
    said = str(error).lower()
    if "password" in said or "authentication" in said or "pg_hba" in said:
        return fatal(
            name, "用户名或密码不对，数据库不让进", "核对用户名和密码", "user or password is wrong", "check both"
        )
    if "does not exist" in said:
        return fatal(
            name, "没有这个数据库或用户", "核对地址里的库名和用户", "no such database or user", "check the address"
        )
    if isinstance(error, psycopg.OperationalError):
        return fatal(
            name, "连不上数据库，或读到一半断了", "核对主机、端口和网络，稍后再试",
            "the database cannot be reached, or was lost halfway", "check host, port and network, and try again",
        )  # fmt: skip
    return fatal(
        name, "数据库没有答复这个查询", "请管理员查看数据库日志", "the database refused the query", "look at its log"
    )
