"""``run.json``: by what the results were made, what came of it and how long it took; the only file with clock times."""

from __future__ import annotations

import json
import platform
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jixiao import __version__
from jixiao.batch.baseline import Baseline
from jixiao.batch.engines import Engine
from jixiao.batch.finishing import Finished
from jixiao.batch.job import Job, made_by
from jixiao.batch.placing import contents
from jixiao.batch.progress import Clock

NAME = "run.json"
SCHEMA = "jixiao.run/1"


def write_record(
    folder: Path, job: Job, finished: Finished, engine: Engine, baseline: Baseline | None, clock: Clock
) -> None:
    """Writes the record beside the results that it is about, with their hashes."""
    tally = finished.tally
    options = {name: value for name, value in asdict(job).items() if name != "keep"}
    said: dict[str, Any] = {
        "schema": SCHEMA,
        "made_by": {"jixiao": __version__, "program": made_by(), "python": platform.python_version()},
        "job": {**options, "digest": job.digest},
        "packs": dict(sorted(finished.packs.items())),
        "engine": engine.about(),
        "reports": {
            "total": tally.reports, **tally.verdicts, "scans": finished.scans, "same_contents": finished.twins,
            "from_earlier_run": finished.earlier, "left_as_they_were": finished.unkept,
            "reasons": dict(sorted(tally.reasons.items())),
        },
        "findings": {**tally.severities, "unclear": tally.unclear},
        "baseline": _compared(baseline) if baseline else None,
        "started": datetime.fromtimestamp(clock.started, UTC).isoformat(timespec="seconds"),
        "seconds": {phase: round(seconds, 3) for phase, seconds in clock.seconds.items()},
        "files": contents(folder),
    }  # fmt: skip
    text = json.dumps(said, ensure_ascii=False, indent=2) + "\n"
    (folder / NAME).write_text(text, encoding="utf-8")


def _compared(baseline: Baseline) -> dict[str, Any]:
    states = {state: dict(sorted(found.items())) for state, found in baseline.counts.items()}
    return {**states, "reports_recognised_by_contents": baseline.moved, "reports_no_longer_there": baseline.vanished}
