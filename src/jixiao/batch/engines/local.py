"""On this machine: guarded processes, each of which audits one report at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from jixiao.batch.work import Done, Task, lost, work
from jixiao.isolation import ON_PICTURES, Crew, Failed, Limits


@dataclass(frozen=True, slots=True)
class Local:
    """So many processes, each under these limits; the time for a scan counts from page to page.

    ``tell`` hears of each page of a scan: the task, the page, and how many there are.
    """

    jobs: int
    limits: Limits = Limits()
    scan_limits: Limits = ON_PICTURES
    tell: Callable[[Task, int, int], None] | None = None

    def run(self, tasks: Iterable[Task], *, scans: bool = False) -> Iterator[tuple[Task, Done]]:
        """Every task with what came of it; a report that ends its process has that as its result."""
        limits = self.scan_limits if scans else self.limits
        with Crew(self.jobs, limits, preload=(work.__module__,)) as crew:
            for task, found in crew.map(work, tasks, self.tell):
                yield task, lost(task, found) if isinstance(found, Failed) else found

    def about(self) -> dict[str, Any]:
        """What the record of a run says of it."""
        return {
            "name": "local",
            "jobs": self.jobs,
            "limits": asdict(self.limits),
            "scan_limits": asdict(self.scan_limits),
        }
