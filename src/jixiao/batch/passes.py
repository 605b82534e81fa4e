"""Two passes over a batch: everything as text, then what turned out to be pictures, with more memory and time.

A scan of three hundred pages takes a thousand times as long as a text of one page: it waits until the texts are done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jixiao.batch.auditing import digest_of, unread_result
from jixiao.batch.earlier import Earlier
from jixiao.batch.engines import Engine
from jixiao.batch.item import Item
from jixiao.batch.job import Job
from jixiao.batch.journal import Journal
from jixiao.batch.keep.store import Store
from jixiao.batch.listing import Entry, key_as_it_was, known
from jixiao.batch.progress import Clock, Progress, Tell
from jixiao.batch.work import Done, Task, done

AGAIN = frozenset({"timed_out", "crashed", "internal"})  # verdicts that a resumed run tries once more


class Passes:
    """Works the reports of a batch off into the journal, each content once."""

    def __init__(
        self, job: Job, journal: Journal, engine: Engine, store: Store | None, tell: Tell, before: Earlier | None = None
    ) -> None:  # fmt: skip
        self.job, self.journal = job, journal
        self.reports: list[tuple[Item, bytes]] = []  # every report with the key of its result
        self.earlier = self.twins = 0  # done in an earlier run; with the contents of another report
        self.scans: list[Task] = []
        self.as_it_was: dict[
            bytes, bytes
        ] = {}  # keys of which nothing is kept → keys of the results of an earlier batch
        self.unkept = 0  # reports among these that had been read
        self._engine, self._store, self._tell, self._before = engine, store, tell, before
        self._given: set[bytes] = set()
        self._progress = Progress("texts", 0, 0)

    def audit(self, entries: Sequence[Entry], clock: Clock) -> None:
        """Both passes."""
        with clock.phase("texts"):
            self._begin("texts", len(entries), sum(entry.weight for entry in entries))
            for task, found in self._engine.run(self._due(entries)):
                if found.unkept:
                    self.unkept += 1
                    self._take_over(task.item, task.key, task.weight)
                    continue
                if found.pictures and self.job.pictures and not task.item.held:
                    self.scans.append(replace(task, job=self.job))
                else:
                    self._note(task, found)
                self._step(task.weight, found)
        with clock.phase("scans"):
            self._begin("scans", len(self.scans), sum(task.weight for task in self.scans))
            for task, found in self._engine.run(self.scans, scans=True) if self.scans else ():
                self._note(task, found)
                self._step(task.weight, found)

    def _due(self, entries: Sequence[Entry]) -> Iterator[Task]:
        """The reports that must be audited; their contents are looked at only when a worker is free."""
        digest, texts = self.job.digest, replace(self.job, pictures=False)
        for entry in entries:
            found = known(entry.item, digest)
            self.reports.append((entry.item, found.key))
            held = self.journal.verdict(found.key)
            if found.key in self._given:
                self.twins += 1
            elif held is not None and held not in AGAIN and found.lasting:
                self.earlier += 1
            elif entry.item.unread is not None:
                self._unread(entry, found.key)
                continue
            elif self._before is not None and not entry.item.held:
                self._take_over(entry.item, found.key, entry.weight)
                continue
            else:
                self._given.add(found.key)
                job = self.job if entry.item.held else texts
                yield Task(entry.item, job, found.key, found.held, entry.weight)
                continue
            self._step(entry.weight)

    def _unread(self, entry: Entry, key: bytes) -> None:
        why = entry.item.unread
        if why is not None:
            found = done(unread_result(entry.item, self.job, "refused", why, why.code))
            self.journal.add(key, found.verdict, found.packed)
            self._step(entry.weight, found)

    def _take_over(self, item: Item, key: bytes, weight: int) -> None:
        """The result of the earlier batch: there is nothing to audit the report from."""
        if self._before is not None:
            found = done(self._before.result(item.name))
            self.as_it_was[key] = key_as_it_was(item, self.job.digest)
            self.journal.add(self.as_it_was[key], found.verdict, found.packed)
            self._step(weight, found)

    def _note(self, task: Task, found: Done) -> None:
        if self._store is not None and found.kept:
            self._store.add(found.kept, digest_of(task.held))
        self.journal.add(task.key, found.verdict, found.packed)

    def _begin(self, phase: str, total: int, whole: int) -> None:
        self._progress = Progress(phase, 0, total, self._progress.failed, whole=whole)
        if total:
            self._tell(self._progress)

    def _step(self, weight: int, found: Done | None = None) -> None:
        was = self._progress
        failed = (
            found is not None
            and found.verdict != "read"
            and not (found.pictures and was.phase == "texts" and self.job.pictures)
        )
        self._progress = replace(
            was, done=was.done + 1, weight=was.weight + weight, failed=was.failed + failed,
            earlier=self.earlier + self.twins,
        )  # fmt: skip
        self._tell(self._progress)
