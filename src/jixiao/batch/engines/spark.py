"""On a Spark cluster: slices of tasks as Spark jobs, each worked off by the guarded processes of ``local`` on its machine.

Spark brings the spreading and the retries, nothing else: what comes back are the same lines of results. A slice whose
machine is lost is tried again by Spark itself; one that fails for good is tried report by report, so that a poisoned
file costs one result here as well.
"""

from __future__ import annotations

import os
import re
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from tempfile import TemporaryDirectory
from typing import Any

from jixiao.batch.engines.local import Local
from jixiao.batch.fetching import fetched
from jixiao.batch.work import Done, Task, lost
from jixiao.isolation import ON_PICTURES, Failed, Limits

# What one Spark task has: enough to be worth its hand-over (some 10 ms), few enough to be spread. Our own choice.
TASKS, BYTES = 64, 32 << 20
RETRIES = 4
_STDERR = 2
_GONE = (
    "连不上 Spark 集群，或与它的连接断了。请检查 --master 和网络；已审核的没有丢，处理后加 --resume 接着做。",
    "The Spark cluster cannot be reached, or is lost. Check --master and the network; what is done is kept: add --resume.",
)
_LOCAL = re.compile(r"local\[(\d+|\*)\]")
_Piece = list[Task]


class NoSpark(Exception):  # noqa: N818 - said to the user in the command line's words
    """Spark cannot be started here; both sentences say what is missing."""

    def __init__(self, message: str, message_en: str) -> None:
        super().__init__(message)
        self.message, self.message_en = message, message_en


@dataclass(frozen=True, slots=True)
class Spark:
    """The cluster at an address (``spark://…``, ``yarn``, ``k8s://…``) or ``local[N]`` on this machine."""

    master: str = "local[*]"
    limits: Limits = Limits()
    scan_limits: Limits = ON_PICTURES

    def run(self, tasks: Iterable[Task], *, scans: bool = False) -> Iterator[tuple[Task, Done]]:
        """Every task with what came of it, slice by slice as they come back; a scan is a slice of its own."""
        context = started(self.master)
        most = 2 * context.defaultParallelism  # so many jobs at once keep every core busy
        slices, again = _slices(tasks, single=scans), deque[_Piece]()
        waiting: dict[Future[list[Done]], _Piece] = {}
        threads = ThreadPoolExecutor(most, thread_name_prefix="slice")
        try:
            while True:
                while len(waiting) < most and (piece := again.popleft() if again else next(slices, None)):
                    waiting[threads.submit(self._job, context, piece, scans)] = piece
                if not waiting:
                    return
                for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                    if future.exception() and _stopped(context):  # the cluster is gone, no file is to blame
                        raise NoSpark(*_GONE)
                    yield from _came(waiting.pop(future), future, again)
        finally:
            if waiting and not _stopped(context):
                context.cancelAllJobs()
            threads.shutdown(cancel_futures=True)

    def about(self) -> dict[str, Any]:
        """What the record of a run says of it."""
        return {"name": "spark", **asdict(self)}

    def _job(self, context: Any, piece: _Piece, scans: bool) -> list[Done]:  # noqa: ANN401, FBT001 - pyspark has no types
        audited = partial(_audited, limits=self.limits, scan_limits=self.scan_limits, scans=scans)
        found: list[Done] = context.parallelize([piece], 1).mapPartitions(audited).collect()
        return found


def started(master: str) -> Any:  # noqa: ANN401 - pyspark has no types
    """The Spark context of this process; NoSpark where there is none to be had."""
    try:
        from pyspark import SparkConf, SparkContext  # noqa: PLC0415 - only where Spark is asked for
        from pyspark.errors import PySparkException  # noqa: PLC0415
    except ImportError as error:
        raise NoSpark(
            "没有安装 Spark 组件。请运行 pip install 'jixiao[spark]' 后再试，或不写 --engine。",
            "Spark is not installed: pip install 'jixiao[spark]', or leave --engine out.",
        ) from error
    conf = SparkConf().setMaster(_LOCAL.sub(rf"local[\1,{RETRIES}]", master)).setAppName("jixiao")
    conf.set("spark.ui.showConsoleProgress", "false").set("spark.task.maxFailures", str(RETRIES))
    if master.startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        conf.set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1")
        conf.set("spark.ui.enabled", "false")
    try:
        with _quiet():
            context = SparkContext.getOrCreate(conf)
    except (PySparkException, OSError) as error:
        raise NoSpark(
            "Spark 没有启动起来。请检查这台机器上有没有 Java（17 或以上）、--master 写得对不对、集群是否可达；"
            "设 JIXIAO_DEBUG=1 看 Spark 自己的说明。",
            "Spark did not start: is Java 17 or later here, is --master right, can the cluster be reached? "
            "JIXIAO_DEBUG=1 shows what Spark says.",
        ) from error
    context.setLogLevel("ERROR")
    return context


@contextmanager
def _quiet() -> Iterator[None]:
    """What Java and Spark say of themselves on standard error tells a user nothing; JIXIAO_DEBUG=1 lets it through.

    Java takes over the standard error of the moment at which it is started, and keeps it.
    """
    if os.environ.get("JIXIAO_DEBUG"):
        yield
        return
    sys.stderr.flush()
    ours, nowhere = os.dup(_STDERR), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STDERR)
    try:
        yield
    finally:
        os.dup2(ours, _STDERR)
        os.close(ours)
        os.close(nowhere)


def _stopped(context: Any) -> bool:  # noqa: ANN401 - pyspark has no types
    """Whether Spark has given up: the cluster was never reached, or is lost for good."""
    try:
        return bool(context._jsc.sc().isStopped())  # noqa: SLF001 - pyspark has no other way to ask
    except Exception:  # noqa: BLE001 - Java itself is gone
        return True


def _slices(tasks: Iterable[Task], *, single: bool) -> Iterator[_Piece]:
    piece: _Piece = []
    weight = 0
    for task in tasks:
        piece.append(task)
        weight += task.weight
        if single or len(piece) == TASKS or weight >= BYTES:
            yield piece
            piece, weight = [], 0
    if piece:
        yield piece


def _came(piece: _Piece, future: Future[list[Done]], again: deque[_Piece]) -> Iterator[tuple[Task, Done]]:
    error = future.exception()
    if error is None:
        yield from zip(piece, future.result(), strict=True)
    elif len(piece) > 1:
        again.extend([task] for task in piece)
    else:
        yield piece[0], lost(piece[0], Failed("crashed", type(error).__name__))


def _audited(pieces: Iterable[_Piece], limits: Limits, scan_limits: Limits, *, scans: bool) -> Iterator[Done]:
    """The slices of one Spark task, on whichever machine this is; in the order of the slice."""
    for piece in pieces:
        with TemporaryDirectory(prefix="jixiao-") as folder:
            numbers: dict[int, int] = {}
            brought = _brought(piece, folder, numbers)
            found = Local(1, limits, scan_limits).run(brought, scans=scans)
            by_number = {numbers[id(task)]: done for task, done in found}
        yield from (by_number[number] for number in range(len(piece)))


def _brought(piece: _Piece, folder: str, numbers: dict[int, int]) -> Iterator[Task]:
    """The tasks with their files on this machine."""
    held = []  # so that no two of them share an id
    for number, task in enumerate(piece):
        here = fetched(task, f"{folder}/{number}")
        held.append(here)
        numbers[id(here)] = number
        yield here
