"""引擎: what spreads the reports of a batch over processes or machines; whichever it is, the results are the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from jixiao.batch.work import Done, Task


class Engine(Protocol):
    """Whatever works tasks off."""

    def run(self, tasks: Iterable[Task], *, scans: bool = False) -> Iterator[tuple[Task, Done]]:
        """Every task with what came of it, in any order; tasks are taken as there is room for them.

        ``scans``: these reports are read off pictures, which takes seconds a page and gigabytes.
        """
        ...

    def about(self) -> dict[str, Any]:
        """What the record of a run says of it."""
        ...
