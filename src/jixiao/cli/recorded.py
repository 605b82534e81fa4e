"""--records: the store that jixiao records check made, asked for the indicator values of a year."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jixiao import pipeline
from jixiao.cli.extra import with_records
from jixiao.cli.options import option
from jixiao.cli.problem import UNREADABLE, Problem

if TYPE_CHECKING:
    from jixiao.pipeline import Ask


def records() -> Any:  # noqa: ANN401 - an option of click
    """The option of audit and write."""
    return option(
        "--records", metavar="台账库",
        help="与业务记录核对：jixiao records check --store 建的库\fhold indicator values against records (a store that jixiao records made)",
    )  # fmt: skip


def asking(folder: str | None) -> Ask | None:
    """What gives the values of a year out of the store, each year computed once; None where no store was named."""
    if folder is None:
        return None
    with_records()
    try:
        return cache(pipeline.records(Path(folder)))
    except (OSError, ValueError) as error:
        raise Problem(
            f"业务记录库“{folder}”打不开：{error}",
            f"The records in “{folder}” cannot be opened: {error}",
            UNREADABLE,
        ) from error
