"""A crew of children: bad items cost only themselves, memory does not grow, nobody is left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jixiao.isolation import Crew, Failed, Limits
from tests.isolation import deeds

SHORT = Limits(memory=256 << 20, seconds=2.0, cpu=1)


def test_every_item_comes_back_once_and_bad_ones_cost_only_themselves():
    with Crew(2, SHORT) as crew:
        found = dict(crew.map(deeds.some, range(70)))
    assert sorted(found) == list(range(70))
    kinds = {0: int, 1: "crashed", 2: int, 3: "crashed", 4: int, 5: "crashed", 6: "raised"}
    for number, result in found.items():
        expected = kinds[number % 7]
        assert result == number * 2 if expected is int else result.kind == expected, (number, result)


def test_items_that_waited_for_a_child_that_died_are_not_lost():
    with Crew(1, SHORT) as crew:
        found = dict(crew.map(deeds.some, [1, 1 + 7, 0, 3, 2, 5, 7]))
    assert {item: getattr(result, "kind", result) for item, result in found.items()} == {
        1: "crashed", 8: "crashed", 0: 0, 3: "crashed", 2: 4, 5: "crashed", 7: 14,
    }  # fmt: skip


def test_time_of_an_item_begins_with_its_work():
    with Crew(1, Limits(seconds=0.8)) as crew:
        assert [result for _, result in crew.map(deeds.slowly, range(5))] == [0, 1, 2, 3, 4]


def test_steps_of_an_item_are_heard_with_the_item():
    heard = []
    with Crew(2, SHORT) as crew:
        assert dict(crew.map(deeds.steps, [2, 3], lambda *step: heard.append(step))) == {2: "done", 3: "done"}
    assert sorted(heard) == [(2, 1, 2), (2, 2, 2), (3, 1, 3), (3, 2, 3), (3, 3, 3)]


def test_a_slow_item_holds_nobody_up():
    begun = time.monotonic()
    with Crew(2, Limits(seconds=1.0)) as crew:
        order = [item for item, _ in crew.map(deeds.hang_if_three, range(12))]
    assert 3 in order[-2:], "only the one that waited behind it comes later"
    assert time.monotonic() - begun < 4


def test_items_are_taken_only_when_a_child_is_free():
    taken = []

    def items():
        for number in range(50):
            taken.append(number)
            yield number

    with Crew(2) as crew:
        for count, _ in enumerate(crew.map(deeds.double, items()), 1):
            assert len(taken) <= count + 3


def test_children_are_kept_for_the_next_items():
    with Crew(2) as crew:
        first = {pid for _, pid in crew.map(deeds.whoami, range(20))}
        again = {pid for _, pid in crew.map(deeds.whoami, range(20))}
    assert first == again
    assert len(first) == 2


def test_a_child_grows_old():
    from jixiao.isolation import crew as module

    with pytest.MonkeyPatch.context() as patch, Crew(1) as crew:
        patch.setattr(module, "ITEMS", 5)
        assert len({pid for _, pid in crew.map(deeds.whoami, range(20))}) == 4


def test_stopping_early_leaves_nobody_behind():
    with Crew(2) as crew:
        for _ in crew.map(deeds.double, range(1000)):
            break
    assert not multiprocessing.active_children()


def test_whoever_makes_the_items_may_fail():
    def items():
        yield 1
        raise RuntimeError("the list ended in the middle")

    with pytest.raises(RuntimeError), Crew(2) as crew:
        list(crew.map(deeds.hang, items()))
    assert not multiprocessing.active_children()


def descendants(pid):
    own = [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return own + [further for child in own for further in descendants(child)]


def alive(pid):
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


PROGRAM = """
import sys
from jixiao.isolation import Crew
from tests.isolation import deeds
if __name__ == "__main__":
    if sys.argv[1:] == ["threads"]:
        import threading, time
        threading.Thread(target=time.sleep, args=(600,), daemon=True).start()
    with Crew(2) as crew:
        for item, found in crew.map(deeds.double, range(4)):
            pass
        print("ready", flush=True)
        list(crew.map(deeds.hang, range(2)))
"""


@pytest.mark.parametrize("how", ["alone", "threads"])
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_children_go_with_their_parent(tmp_path, ending, how):
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    command = [sys.executable, str(program), how]
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment) as parent:
        assert parent.stdout.readline() == b"ready\n"
        time.sleep(0.2)
        children = descendants(parent.pid)
        assert len(children) >= 2
        parent.send_signal(ending)
        parent.wait(10)
    until = time.monotonic() + 10
    while time.monotonic() < until and any(map(alive, children)):
        time.sleep(0.05)
    assert not [pid for pid in children if alive(pid)]


def test_beside_threads_children_come_from_a_server(tmp_path):
    program = tmp_path / "program.py"
    program.write_text(
        PROGRAM.replace("list(crew.map(deeds.hang, range(2)))", "print(dict(crew.map(deeds.some, range(7))))")
    )
    command = [sys.executable, str(program), "threads"]
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    found = subprocess.run(command, capture_output=True, text=True, env=environment, check=True, timeout=60).stdout
    assert "0: 0" in found
    assert repr(Failed("crashed", "SIGSEGV")) in found
