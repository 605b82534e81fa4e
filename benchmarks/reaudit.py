"""What it costs to audit reports again that are kept, as ratios to auditing their files, in one run.

Usage: python -m benchmarks.reaudit [--reports N] [--rounds N]
Each report comes to the line that a batch writes of it, from its file (read, understood, all rules) and from what is
kept of it (nothing is read). A rule counts as changed where its hash is another one, as it is after any edit of its
source; a number of the law is really changed, in both ways. Rounds are interleaved, medians are compared; the lines are
compared too. Time is that of the processor, so that it counts little what else the machine does; reading a file from a
disk would come on top.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from benchmarks.generator.large import large
from benchmarks.generator.report import case, file_of
from benchmarks.generator.word import word
from jixiao import law as laws
from jixiao import pipeline, readers
from jixiao.batch.auditing import _json
from jixiao.batch.canonical import canonical
from jixiao.batch.job import Job
from jixiao.batch.keep import Store, audited, auditing, made, states
from jixiao.model.audit import Audit
from jixiao.model.document import Document
from jixiao.rules.registry import catalogue

SAMPLE = Path(__file__).resolve().parents[1] / "examples" / "junshan-2023" / "report.docx"
NUMBER = ("over.explain", Decimal(120))  # 130 % in the packs
SCORING = ("weight.misread", Decimal(900))  # a number that the scoring reads, so that every rule on scores is concerned
CLAIM = 10
JOB = Job()


@dataclass(frozen=True, slots=True)
class Case:
    """One report as a file."""

    name: str
    data: bytes

    @property
    def digest(self) -> str:
        """By which it is kept."""
        return sha256(self.data).hexdigest()


def cases(count: int) -> list[Case]:
    """Varied reports: generated ones in Word, text, pages and Markdown, long ones in Word, and the sample."""
    found = [Case("sample.docx", SAMPLE.read_bytes())]
    found += [Case(f"large-{size}.docx", word(large(size))) for size in (1, 2)]
    for seed in range(count - len(found)):
        data, name = file_of(case(seed))
        found.append(Case(f"{seed}-{name}", data))
    return found


def line(audit: Audit) -> bytes:
    """What a batch writes of a report."""
    return canonical(_json(audit, JOB))


def from_file(one: Case) -> bytes:
    """Read, understood, held against every rule."""
    return line(pipeline.audit_document(readers.read_bytes(one.data, one.name)))


def from_kept(folder: str, one: Case) -> bytes:
    """Audited again without its file."""
    return line(audited(folder, one.digest, one.name, _unread).audit)


def _unread() -> Document:
    raise AssertionError("a file was read")


@contextmanager
def now(change: Callable[[made.State], made.State]) -> Iterator[None]:
    """The program as if it had been changed since the reports were kept."""
    state, real = made.state, change(made.state())

    def changed() -> made.State:
        return real

    try:
        for module in (made, states):
            module.state = changed  # type: ignore[attr-defined]
        states.since.cache_clear()
        yield
    finally:
        for module in (made, states):
            module.state = state  # type: ignore[attr-defined]
        states.since.cache_clear()


def other_rules(*codes: str) -> Callable[[made.State], made.State]:
    """Some rules with another hash."""
    return lambda state: replace(state, rules={**state.rules, **dict.fromkeys(codes, "changed")})


@contextmanager
def other_number(name: str, value: Decimal) -> Iterator[None]:
    """Every pack with another number in it."""
    load = laws.load

    def changed(pack: str = laws.DEFAULT) -> laws.Law:
        law = found.get(pack)
        if law is None:
            law = load(pack)
            law = found[pack] = replace(law, numbers={**law.numbers, name: replace(law.numbers[name], value=value)})
        return law

    found: dict[str, laws.Law] = {}
    laws.load = changed
    try:
        values = {pack: made.entries(changed(pack)) for pack in laws.packs()}
        with now(lambda state: replace(state, law=values)):
            yield
    finally:
        laws.load = load


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds of one report, of its file and of what is kept."""

    file: float
    kept: float

    @property
    def ratio(self) -> float:
        """How many times faster."""
        return self.file / self.kept


def measured(folder: str, reports: list[Case], rounds: int) -> list[Cost]:
    """The cost of each report, in turns; its lines are the same."""
    found = []
    for one in reports:
        times: dict[str, list[float]] = {"file": [], "kept": []}
        for _ in range(rounds):
            start = time.process_time()
            first = from_file(one)
            middle = time.process_time()
            second = from_kept(folder, one)
            times["file"].append((middle - start) * 1000)
            times["kept"].append((time.process_time() - middle) * 1000)
            if first != second:
                raise AssertionError(f"{one.name}: the lines differ")
        found.append(Cost(statistics.median(times["file"]), statistics.median(times["kept"])))
    return found


def row(name: str, costs: list[Cost]) -> str:
    """One line of the table: over all reports together, and of the report that gains least."""
    file, kept = (statistics.fmean(values) for values in zip(*((c.file, c.kept) for c in costs), strict=True))
    return f"{name:34} {file:8.2f} {kept:8.2f} {file / kept:8.1f} {min(c.ratio for c in costs):8.1f}"


def by_rule(folder: str, reports: list[Case], rounds: int) -> tuple[list[Cost], list[str]]:
    """Each rule changed alone, over all reports; and the rules that cost most."""
    file = statistics.fmean(cost.file for cost in measured(folder, reports, rounds))
    found = []
    for code in catalogue():
        with now(other_rules(code)):
            kept = []
            for _ in range(rounds):
                start = time.process_time()
                for one in reports:
                    from_kept(folder, one)
                kept.append((time.process_time() - start) * 1000 / len(reports))
        found.append((code, Cost(file, statistics.median(kept))))
    found.sort(key=lambda pair: pair[1].ratio)
    return [cost for _, cost in found], [f"{code} {cost.ratio:.1f}" for code, cost in found[:5]]


def report(count: int, rounds: int) -> Iterator[str]:
    """The lines of the table."""
    reports = cases(count)
    with tempfile.TemporaryDirectory() as folder:
        start = time.process_time()
        with Store(folder) as store:
            for one in reports:
                read = _reading(one)
                store.add(audited(folder, one.digest, one.name, read).new, one.digest)
        kept = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
        auditing._shelf.cache_clear()  # noqa: SLF001 - as in another process
        cost = (time.process_time() - start) * 1000 / len(reports)
        yield f"{len(reports)} reports, audited and kept in {cost:.1f} ms each; median of {rounds} rounds"
        sizes = [len(audited(f"{folder}/none", o.digest, o.name, _reading(o)).new) / 1024 for o in reports]
        mean = f"{kept / 1024 / len(reports):.1f} KiB a report"
        yield f"kept: {mean}, the largest {max(sizes):.1f}, the sample {sizes[0]:.1f}"
        yield ""
        yield f"{'ms a report':34} {'file':>8} {'kept':>8} {'×':>8} {'least ×':>8}"
        yield row("nothing changed", measured(folder, reports, rounds))
        costs, worst = by_rule(folder, reports, max(3, rounds // 3))
        ratios = sorted(cost.ratio for cost in costs)
        middle = statistics.fmean(cost.kept for cost in costs)
        name = f"{'one rule changed, mean of all rules':34}"
        yield f"{name} {costs[0].file:8.2f} {middle:8.2f} {costs[0].file / middle:8.1f} {ratios[0]:8.1f}"
        enough = sum(ratio >= CLAIM for ratio in ratios)
        yield f"    {enough} of {len(ratios)} rules ≥ {CLAIM} ×; least: {', '.join(worst)}"
        for name, number in (
            ("one number changed, read by rules", NUMBER),
            ("one number changed, read by scores", SCORING),
        ):
            with other_number(*number):
                yield row(name, measured(folder, reports, rounds))
        with now(other_rules(*catalogue())):
            yield row("all rules changed", measured(folder, reports, rounds))


def _reading(one: Case) -> Callable[[], Document]:
    return lambda: readers.read_bytes(one.data, one.name)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    for text in report(options.reports, options.rounds):
        print(text, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
