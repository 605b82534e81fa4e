"""写出: every output fed with every result; where there are processes to spare, each output in one of its own.

An output is given the same results in the same order either way, so that its bytes are the same. These processes are not
walled in as those that read files are: they read our own journal and must write.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from jixiao.batch.outputs import About, outputs
from jixiao.batch.result import Result
from jixiao.isolation import forks_safely
from jixiao.isolation.walls import belong

Results = Callable[[], Iterable[Result]]  # makes them anew for whoever asks
_STEP = 64  # results between two words of how far an output has come
_DONE = -1


def write(
    folder: Path, about: About, results: Results, told: Callable[[Result], None], tell: Callable[[int], None], *, apart: bool
) -> None:  # fmt: skip
    """Writes every kind of result into a folder; ``told`` is given each result here, ``tell`` how many are written."""
    if not (apart and len(about.kinds) > 1 and forks_safely()):
        with closing(_fed(about.kinds, folder, about, results)) as fed:
            for count, result in enumerate(fed, 1):
                told(result)
                tell(count)
        return
    with _apart(folder, about, results) as lines:
        for result in results():
            told(result)
        _heard(lines, tell)


def _fed(kinds: Sequence[str], folder: Path, about: About, results: Results) -> Generator[Result, None, None]:
    """Every result, when it was given to the outputs of these kinds."""
    with ExitStack() as opened:
        chosen = outputs(kinds)
        for output in chosen:
            output.open(folder, about)
            opened.callback(output.close)
        for result in results():
            for output in chosen:
                output.add(result)
            yield result


@contextmanager
def _apart(folder: Path, about: About, results: Results) -> Iterator[list[Connection]]:
    """A process for each kind, begun; none of them is left when this ends."""
    begun: list[tuple[Any, Connection]] = []
    context: Any = get_context("fork")
    try:
        for kind in about.kinds:
            ours, theirs = context.Pipe(duplex=False)
            process = context.Process(target=_life, args=(theirs, kind, folder, about, results), daemon=True)
            begun.append((process, ours))
            process.start()
            theirs.close()
        yield [line for _, line in begun]
    finally:
        for process, line in begun:
            if process.pid is not None:
                process.kill()  # one that has said that it is done has closed its files
                process.join()
            line.close()


def _life(line: Connection, kind: str, folder: Path, about: About, results: Results) -> None:
    belong()
    try:
        for count, _ in enumerate(_fed((kind,), folder, about, results), 1):
            if count % _STEP == 0:
                line.send((count, 0, ""))
    except OSError as error:
        line.send((0, error.errno or 5, kind))
    except Exception as error:  # noqa: BLE001 - the starter raises it again
        line.send((0, 0, f"{kind}: {type(error).__name__}: {error}"))
    else:
        line.send((_DONE, 0, ""))


def _heard(lines: Sequence[Connection], tell: Callable[[int], None]) -> None:
    """Waits for all of them; what one of them could not do is raised here."""
    written: dict[Any, int] = dict.fromkeys(lines, 0)
    while written:
        for line in connection.wait(list(written)):
            count, number, words = _word(line)
            if number:
                raise OSError(number, os.strerror(number))
            if words:
                raise RuntimeError(words)
            written[line] = count
            if count == _DONE:
                del written[line]
        if written:
            tell(min(written.values()))


def _word(line: Any) -> tuple[int, int, str]:  # noqa: ANN401 - Connection or what else can be waited for
    try:
        found: tuple[int, int, str] = line.recv()
    except EOFError:
        return 0, 0, "an output ended without a word"
    return found
