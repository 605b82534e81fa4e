"""One disposable child: whatever it does, its starter gets a result or a plain verdict, in time."""

from __future__ import annotations

import multiprocessing
import time
from pathlib import Path

import pytest

from jixiao.isolation import Failed, Limits, call
from jixiao.model.place import Place
from tests.isolation import deeds

SHORT = Limits(memory=256 << 20, seconds=1.0, cpu=1)


def test_a_result_comes_back():
    assert call(deeds.double, 21) == 42
    assert call(deeds.noun, 0) == Place("body", 1, 0, 2, "绩效")


@pytest.mark.parametrize(
    ("deed", "kind", "detail"),
    [
        (deeds.hang, "timed_out", "1 s"),
        (deeds.hang_in_c, "timed_out", "1 s"),
        (deeds.eat, "memory", "256 MiB"),
        (deeds.segfault, "crashed", "SIGSEGV"),
        (deeds.leave, "crashed", "exit 7"),
        (deeds.killed, "crashed", "SIGKILL"),
        (deeds.killed_while_answering, "crashed", "SIGKILL"),
        (deeds.exit_politely, "raised", "SystemExit"),
        (deeds.raise_oddly, "raised", "OddError"),
        (deeds.unpicklable, "raised", "AttributeError in jixiao.isolation.wire"),
    ],
)
def test_every_end_has_a_verdict(deed, kind, detail):
    begun = time.monotonic()
    verdict = call(deed, 0, limits=SHORT)
    assert isinstance(verdict, Failed)
    assert (verdict.kind, verdict.detail[: len(detail)]) == (kind, detail)
    assert time.monotonic() - begun < 5


def test_processor_time_is_a_limit_of_its_own():
    verdict = call(deeds.spin, 0, limits=Limits(seconds=20, cpu=0))
    assert verdict == Failed("timed_out", "0 s of processor")


def test_a_large_result_comes_whole_and_one_too_large_for_the_child_does_not():
    assert len(call(deeds.huge, 64)) == 64 << 20
    assert call(deeds.huge, 400, limits=SHORT) == Failed("memory", "256 MiB")


def test_what_a_child_sends_runs_nothing_here(tmp_path):
    verdict = call(deeds.evil, str(tmp_path / "run"))
    assert verdict == Failed("crashed", "result: Unwelcome")
    assert not list(tmp_path.iterdir())


def test_progress_is_heard_and_starts_the_clock_anew():
    heard = []
    assert call(deeds.steps, 8, limits=Limits(seconds=1.0), tell=lambda *step: heard.append(step)) == "done"
    assert heard == [(done, 8) for done in range(1, 9)]


def test_telling_of_the_same_step_again_wins_no_time():
    assert call(deeds.chatter, 0, limits=SHORT) == Failed("timed_out", "1 s")


def test_no_child_and_no_folder_is_left_behind():
    before = set(Path("/proc/self/fd").iterdir())
    call(deeds.hang, 0, limits=Limits(seconds=0.3))
    folder = call(deeds.state, 0)["folder"]
    assert not Path(folder).exists()
    assert set(Path("/proc/self/fd").iterdir()) == before
    assert not multiprocessing.active_children()
