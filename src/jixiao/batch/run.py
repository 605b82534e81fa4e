"""批量审核: all reports of a batch audited and their results put into a folder, so that nothing is done twice or lost."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack

from jixiao.batch.finishing import Finished, finish
from jixiao.batch.item import Item
from jixiao.batch.job import Job
from jixiao.batch.journal import Journal
from jixiao.batch.keep.store import Store
from jixiao.batch.listing import entries
from jixiao.batch.passes import Passes
from jixiao.batch.placing import NEW, place, scratch
from jixiao.batch.plan import Plan
from jixiao.batch.progress import Clock, Tell
from jixiao.batch.record import write_record


def run(items: Iterable[Item], job: Job, plan: Plan, tell: Tell) -> Finished:
    """Audits the reports of a batch into the folder of the plan."""
    clock = Clock()
    with ExitStack() as opened:
        journal = opened.enter_context(Journal(plan.folder, job.digest, resume=plan.resume))
        store = opened.enter_context(Store(job.keep)) if job.keep else None
        passes = Passes(job, journal, plan.engine, store, tell, plan.before)
        with clock.phase("listing"):
            found = entries(items)
        passes.audit(found, clock)
        with scratch(plan.folder, NEW) as new:
            with clock.phase("writing"):
                finished = finish(passes, new, plan, tell)
            write_record(new, job, finished, plan.engine, plan.baseline, clock)
            place(new, plan.folder)
        journal.finish()
    return finished
