"""A cluster gives the same results as this machine, to the byte, whatever is lost on the way."""

from __future__ import annotations

import os
import shutil
import signal
import threading
import time
from pathlib import Path

import pytest

from jixiao.batch.engines.local import Local
from jixiao.batch.item import Item
from jixiao.batch.job import Job
from jixiao.batch.work import Task, line_of

pytest.importorskip("pyspark")
if not shutil.which("java"):
    pytest.skip("Spark needs Java", allow_module_level=True)

from jixiao.batch.engines import spark

SAMPLES = sorted(Path("examples/junshan-2023").glob("report.*"))


@pytest.fixture(scope="module")
def engine():
    yield spark.Spark("local[2]")
    spark.started("local[2]").stop()


def tasks(folder, count=24):
    """Reports of several kinds, one of which is none, each in a file of its own."""
    made = []
    for number in range(count):
        source = SAMPLES[number % len(SAMPLES)]
        path = folder / f"{number:03d}{source.suffix}"
        data = source.read_bytes() + (f"\n第{number}份".encode() if source.suffix == ".txt" else b"")
        path.write_bytes(b"MZ\0\0\0\0\0\0" if number == 7 else data)
        made.append(
            Task(Item(f"全市/{path.name}", ((path.name, str(path)),)), Job(), bytes([number] * 32), weight=1000)
        )
    return made


def lines(found):
    return {task.key: line_of(done.packed) for task, done in found}


def test_the_results_are_those_of_this_machine_to_the_byte(engine, tmp_path):
    given = tasks(tmp_path)
    here = lines(Local(2).run(given))
    assert len(here) == len(given)
    assert lines(engine.run(given)) == here


def test_files_of_an_object_store_are_fetched_where_they_are_read(engine, tmp_path):
    given = tasks(tmp_path, 6)
    far = [Task(Item(t.item.name, ((n, f"file://{p}"),)), t.job, t.key) for t in given for n, p in t.item.files]
    assert lines(engine.run(far)) == lines(Local(1).run(given))


def test_a_file_that_cannot_be_fetched_says_so_and_the_others_go_on(engine, tmp_path):
    one, two = tasks(tmp_path, 2)
    gone = Task(Item("丢了.docx", (("丢了.docx", f"file://{tmp_path}/nowhere.docx"),)), Job(), b"x" * 32)
    found = {task.key: done.verdict for task, done in engine.run([one, gone, two])}
    assert found == {one.key: "read", gone.key: "refused", two.key: "read"}


def test_a_worker_that_dies_is_replaced_and_nothing_is_lost(engine, tmp_path, monkeypatch):
    """The processes of Spark are killed while they work; Spark tries their slices again."""
    monkeypatch.setattr(spark, "TASKS", 4)
    given = tasks(tmp_path, 40)
    killed: list[int] = []
    stop = threading.Event()

    def kill():
        while not stop.is_set() and len(killed) < 2:
            for pid in _workers() - set(killed):
                os.kill(pid, signal.SIGKILL)
                killed.append(pid)
                break
            time.sleep(0.8)

    thread = threading.Thread(target=kill)
    thread.start()
    try:
        found = lines(engine.run(given))
    finally:
        stop.set()
        thread.join()
    assert killed
    assert found == lines(Local(2).run(given))


def _workers():
    """Processes that work for Spark: the children of its daemon."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                found[int(entry.name)] = (parent, (entry / "cmdline").read_bytes())
            except OSError:
                continue
    daemons = {pid for pid, (parent, line) in found.items() if b"pyspark.daemon" in line}
    return {pid for pid, (parent, line) in found.items() if parent in daemons and b"pyspark.daemon" in line}


def test_a_slice_that_fails_for_good_is_tried_report_by_report(tmp_path):
    class Broken:
        def exception(self):
            return RuntimeError("lost")

    again = []
    one, two = tasks(tmp_path, 2)
    assert list(spark._came([one, two], Broken(), again)) == []
    assert again == [[one], [two]]
    ((task, done),) = spark._came([one], Broken(), again)
    assert (task, done.verdict) == (one, "crashed")


def test_scans_are_slices_of_their_own(tmp_path):
    given = tasks(tmp_path, 5)
    assert [len(piece) for piece in spark._slices(given, single=True)] == [1] * 5
    assert [len(piece) for piece in spark._slices(given, single=False)] == [5]


def test_an_address_that_is_no_cluster_is_told(monkeypatch):
    from pyspark import SparkContext

    def refuse(_conf):
        raise OSError("nothing there")

    monkeypatch.setattr(SparkContext, "getOrCreate", refuse)
    with pytest.raises(spark.NoSpark, match="Spark 没有启动起来"):
        spark.started("spark://nowhere:7077")


def test_without_the_extra_it_is_told_how_to_get_it(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyspark", None)
    with pytest.raises(spark.NoSpark, match=r"jixiao\[spark\]"):
        spark.started("local[1]")


class _Stopped:
    """A context whose cluster is gone: every job fails."""

    defaultParallelism = 1  # noqa: N815 - Spark's own name
    _jsc = None

    def parallelize(self, *_):
        raise RuntimeError

    def cancelAllJobs(self):  # noqa: N802 - Spark's own name
        pass


def test_a_cluster_that_is_gone_is_said_and_no_file_is_blamed(tmp_path, monkeypatch):
    monkeypatch.setattr(spark, "started", lambda _master: _Stopped())
    with pytest.raises(spark.NoSpark, match="连不上"):
        list(spark.Spark("spark://nowhere:7077").run(tasks(tmp_path, 3)))


def test_java_is_started_without_a_word_on_standard_error(capfd):
    with spark._quiet():
        os.write(2, b"noise\n")
    os.write(2, b"ours\n")
    assert capfd.readouterr().err == "ours\n"
