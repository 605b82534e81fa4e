"""记录指标的写出: indicators from records, and the rows behind them, for terminal, JSON, CSV and as a page."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.writers.records import data, page, table
from jixiao.writers.records.view import Line, Listing, Sheet, Slice, part
from jixiao.writers.view import Look

FORMATS = ("table", "json", "csv", "html")

__all__ = ["FORMATS", "Line", "Listing", "Sheet", "Slice", "part", "write", "write_listing"]


def write(found: Sheet, kind: str, look: Look, by: str = "") -> Iterator[str]:
    """The indicators in one of FORMATS, in pieces; ``by`` is month, unit or "" for the whole period."""
    if kind == "json":
        yield data.as_json(found, by)
    elif kind == "csv":
        yield from data.as_csv(found, by, look.lang)
    elif kind == "html":
        yield from page.sheet(found, look.lang)
    else:
        yield from (line + "\n" for line in table.sheet(found, by, look))


def write_listing(found: Listing, kind: str, look: Look) -> Iterator[str]:
    """The rows behind one indicator in one of FORMATS, in pieces."""
    if kind == "json":
        yield data.listing_json(found)
    elif kind == "csv":
        yield from data.listing_csv(found)
    elif kind == "html":
        yield from page.listing(found, look.lang)
    else:
        yield from (line + "\n" for line in table.listing(found, look))
