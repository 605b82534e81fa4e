"""批量审核: all reports of a batch audited and their results put into a folder, so that nothing is done twice or lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from jixiao.batch.baseline import Baseline
from jixiao.batch.engines import Engine
from jixiao.batch.finishing import Finished, finish
from jixiao.batch.item import Item
from jixiao.batch.job import Job
from jixiao.batch.journal import Journal
from jixiao.batch.listing import entries
from jixiao.batch.outputs import KINDS
from jixiao.batch.passes import Passes
from jixiao.batch.placing import NEW, place, scratch
from jixiao.batch.progress import Clock, Tell
from jixiao.batch.record import write_record


@dataclass(frozen=True, slots=True)
class Plan:
    """How a batch is run, apart from how each report is audited."""

    folder: Path
    engine: Engine
    resume: bool = False
    baseline: Baseline | None = None
    kinds: tuple[str, ...] = KINDS


def run(items: Iterable[Item], job: Job, plan: Plan, tell: Tell) -> Finished:
    """Audits the reports of a batch into the folder of the plan."""
    clock = Clock()
    with Journal(plan.folder, job.digest, resume=plan.resume) as journal:
        passes = Passes(job, journal, plan.engine, tell)
        with clock.phase("listing"):
            found = entries(items)
        passes.audit(found, clock)
        with scratch(plan.folder, NEW) as new:
            with clock.phase("writing"):
                finished = finish(passes, new, plan.kinds, plan.baseline, tell)
            write_record(new, job, finished, plan.engine, plan.baseline, clock)
            place(new, plan.folder)
        journal.finish()
    return finished
