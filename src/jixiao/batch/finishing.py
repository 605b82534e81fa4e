"""收尾: the results of a batch, sorted by name, written by every output and put in place together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from jixiao import __version__
from jixiao.batch.auditing import unread_result
from jixiao.batch.item import Item
from jixiao.batch.job import made_by
from jixiao.batch.outputs import About
from jixiao.batch.passes import Passes
from jixiao.batch.plan import Plan
from jixiao.batch.progress import Progress, Tell
from jixiao.batch.result import Result
from jixiao.batch.tally import Tally
from jixiao.batch.work import line_of
from jixiao.batch.writing import write
from jixiao.readers.notes import note

_NAMED = 20  # reports that were not read, of which the end of a run tells by name


@dataclass(slots=True)
class Finished:
    """What a run came to."""

    earlier: int  # done in an earlier run
    twins: int  # with the contents of another one
    scans: int
    unkept: int = 0  # of which nothing is kept, so that they stand as an earlier batch had them
    afresh: bool = False  # an earlier run could not be gone on with: rules or options are others
    tally: Tally = field(default_factory=Tally)
    packs: dict[str, str] = field(default_factory=dict)  # with the hash of their contents
    unread: list[tuple[str, str]] = field(default_factory=list)  # the first ones, with why

    def add(self, result: Result) -> None:
        """One more result."""
        self.tally.add(result)
        self.packs[result.audit["pack"]] = result.audit["pack_hash"]
        if result.verdict != "read" and len(self.unread) < _NAMED:
            self.unread.append((result.name, "".join(one["message"] for one in result.audit["unread"] if one["fatal"])))


def finish(passes: Passes, new: Path, plan: Plan, tell: Tell) -> Finished:
    """Writes every result file into a new folder."""
    finished = Finished(passes.earlier, passes.twins, len(passes.scans), passes.unkept, passes.journal.other_job)
    total = len(passes.reports)
    about = About(__version__, made_by(), passes.job, total, plan.baseline is not None, plan.turnout, plan.kinds)

    def results() -> Iterator[Result]:
        return (_judged(result, plan) for result in _results(passes))

    def written(count: int) -> None:
        tell(Progress("writing", count, total))

    write(new, about, results, finished.add, written, apart=plan.apart)
    if plan.baseline:
        plan.baseline.end()
    return finished


def _judged(result: Result, plan: Plan) -> Result:
    """The result with the unit of the list that it is of, and held against the earlier ones."""
    if plan.turnout:
        unit = plan.turnout.add(result.name, result.unit, result.audit["unit"] or "").unit
        result = replace(result, unit=unit, _line=b"")
    return plan.baseline.judged(result) if plan.baseline else result


def _results(passes: Passes) -> Iterator[Result]:
    """Every result once, by name."""
    with passes.journal.reading() as packed:
        for item, key in sorted(passes.reports, key=lambda report: report[0].name):
            try:
                yield _named(Result.of_line(line_of(packed(passes.as_it_was.get(key, key)))), item)
            except ValueError:  # a worker that a file had in its hands may have sent anything
                yield unread_result(item, passes.job, "crashed", note("crashed"), "")


def _named(result: Result, item: Item) -> Result:
    """The result under the name of the report: it may have been made for another one with the same contents."""
    names = tuple(name for name, _ in item.files)
    if result.name == item.name and names == tuple(name for name, _ in result.files):
        return result
    held = tuple((name, digest) for name, (_, digest) in zip(names, result.files, strict=True)) if result.files else ()
    return replace(result, name=item.name, files=held, audit={**result.audit, "path": item.name}, _line=b"")
