"""Dates (日期): every form in which systems write a day or a moment, as wall time of Asia/Shanghai in whole seconds."""

from __future__ import annotations

from jixiao.records.checking.step import Step
from jixiao.records.database import quoted

_FIRST, _AFTER = "TIMESTAMP '1950-01-01 00:00:00'", "TIMESTAMP '2101-01-01 00:00:00'"
_WIDE, _NARROW = "０１２３４５６７８９：－／．　", "0123456789:-/. "
_END_OF_DAY = "INTERVAL '86399' SECOND"
_SHANGHAI = "INTERVAL '8' HOUR"  # ahead of UTC, without summer time since 1991
_SERIAL = r"^\d{5}(\.\d+)?$"  # days since the end of 1899, as Excel counts
_WRITTEN = r"^\d{4}-\d{1,2}-\d{1,2}([ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?(Z|[+-]\d{2}(:\d{2})?))?)?$"  # 2023-05-06T10:00:00+08:00
_ZONE, _KEPT = r"(:\d{2}(\.\d+)?) ?(Z|[+-]\d{2}(:\d{2})?)$", r"\1"
_STEPS = (
    (r"^(\d{4})(\d{2})(\d{2})[ T]?(\d{2})(\d{2})(\d{2})$", r"\1-\2-\3 \4:\5:\6"),  # 20230506103000
    (r"^(\d{4})(\d{2})(\d{2})($|[ T])", r"\1-\2-\3\4"),  # 20230506
    (r"^(\d{4})\s*[年/.\-]\s*(\d{1,2})\s*[月/.\-]\s*(\d{1,2})\s*日?\s*", r"\1-\2-\3 "),  # 2023年5月6日, 2023.5.6
    (r"(\d{1,2})[时点](\d{1,2})分?", r"\1:\2"),  # 10时30分
    (r"(\d{1,2})[时点]整?$", r"\1:00"),
    (r":(\d)$", r":0\1"),
    (r"(:\d{2})(\d{2})秒$", r"\1:\2"),
    (r"秒$", ""),
    (r"([+-]\d{2})(\d{2})$", r"\1:\2"),  # +0800
    (r" +T?", " "),
    (r" +$", ""),
)


def steps(kind: str, name: str) -> tuple[Step, ...]:
    """A day, moment or deadline (``kind``) out of the text t_name: the usual form at once, any other put into that first.

    Step by step, each in a column of its own: what is written out in full is computed again wherever it is named.
    """
    text, usual, written, found = f"t_{name}", f"u_{name}", f"w_{name}", f"m_{name}"
    return (
        (usual, _usual(text)),
        (written, f"CASE WHEN {usual} IS NULL THEN {_put(text)} END"),
        (found, f"COALESCE({usual}, {_other(text, written)})"),
        (f"s_{name}", _sane(found)),
        (f"c_{name}", _told(kind, f"s_{name}", text)),
    )


def typed(kind: str, name: str, heading: str, type_: str) -> tuple[Step, ...]:
    """The same out of a column that has dates already; what has a time zone is told in Shanghai's."""
    moment = f"CAST({heading} AS TIMESTAMP)"
    if "TIME ZONE" in type_:
        moment = f"MAKE_TIMESTAMP(EPOCH_US({heading})) + {_SHANGHAI}"
    bare = f"s_{name} + {_END_OF_DAY}" if kind == "deadline" and type_ == "DATE" else f"s_{name}"
    return (
        (f"m_{name}", moment),
        (f"s_{name}", _sane(f"m_{name}")),
        (f"c_{name}", f"CAST(s_{name} AS DATE)" if kind == "day" else bare),
    )


def _told(kind: str, found: str, text: str) -> str:
    """A day without the time that stands beside it; a deadline that is a bare day lasts until its end."""
    if kind == "day":
        return f"CAST({found} AS DATE)"
    if kind == "moment":
        return found
    bare = f"DATE_TRUNC('day', {found}) = {found} AND NOT REGEXP_MATCHES({text}, '[:：时点]')"
    return f"CASE WHEN {bare} THEN {found} + {_END_OF_DAY} ELSE {found} END"


def _usual(text: str) -> str:
    """2023-05-06, 2023/5/6, 2023-05-06 10:00, 2023-05-06 10:00:30: what DuckDB reads by itself."""
    return (
        f"CASE WHEN LENGTH({text}) <= 19 AND SUBSTR({text}, 17, 1) IN ('', ':') AND LEFT({text}, 1) IN ('1', '2') "
        f"AND NOT SUFFIX({text}, 'Z') THEN TRY_CAST({text} AS TIMESTAMP) END"
    )


def _put(text: str) -> str:
    """Chinese, points, no separators at all, as 2023-05-06 10:00:30+08:00."""
    written = f"TRANSLATE({text}, {quoted(_WIDE)}, {quoted(_NARROW)})"
    for pattern, put in _STEPS:
        written = f"REGEXP_REPLACE({written}, {quoted(pattern)}, {quoted(put)})"
    return written


def _other(text: str, written: str) -> str:
    """A day of Excel's, or what was put into the usual form, from its own time to Shanghai's."""
    zone = f"REGEXP_EXTRACT({written}, {quoted(_ZONE)}, 3)"
    bare = f"REGEXP_REPLACE({written}, {quoted(_ZONE)}, {quoted(_KEPT)})"
    away = " + ".join(
        f"INTERVAL '1' {part} * COALESCE(TRY_CAST(CONCAT(LEFT({zone}, 1), SUBSTR({zone}, {place}, 2)) AS INTEGER), 0)"
        for part, place in (("HOUR", 2), ("MINUTE", 5))
    )
    ahead = f"CASE WHEN {zone} <> '' THEN {_SHANGHAI} - ({away}) ELSE INTERVAL '0' SECOND END"
    days = f"TRY_CAST({text} AS DOUBLE)"
    serial = (
        f"TIMESTAMP '1899-12-30 00:00:00' + INTERVAL '1' DAY * CAST(FLOOR({days}) AS INTEGER) "
        f"+ INTERVAL '1' SECOND * CAST(ROUND(({days} - FLOOR({days})) * 86400) AS INTEGER)"
    )
    return (
        f"CASE WHEN REGEXP_MATCHES({text}, {quoted(_SERIAL)}) THEN {serial} "
        f"WHEN REGEXP_MATCHES({written}, {quoted(_WRITTEN)}) THEN TRY_CAST({bare} AS TIMESTAMP) + {ahead} END"
    )


def _sane(found: str) -> str:
    """In whole seconds, within the years that records can be of."""
    return f"CASE WHEN {found} >= {_FIRST} AND {found} < {_AFTER} THEN DATE_TRUNC('second', {found}) END"
