"""Many reports (批量): the options of ``audit --out``, and the run behind them."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jixiao.batch import inputs
from jixiao.batch.baseline import Baseline, NoBaseline
from jixiao.batch.earlier import Earlier, NotEarlier
from jixiao.batch.engines import Engine
from jixiao.batch.engines.local import Local
from jixiao.batch.engines.spark import NoSpark, Spark
from jixiao.batch.finishing import Finished
from jixiao.batch.inputs import units
from jixiao.batch.inputs.units import Turnout
from jixiao.batch.job import Job
from jixiao.batch.journal import Busy, unfinished
from jixiao.batch.kinds import KINDS, missing
from jixiao.batch.placing import SPOOL, scratch
from jixiao.batch.plan import Plan
from jixiao.batch.run import run
from jixiao.cli import options
from jixiao.cli.emit import to_stdout, why
from jixiao.cli.ending import Ending
from jixiao.cli.front import complain
from jixiao.cli.meter import Meter
from jixiao.cli.problem import CLEAN, FOUND, INTERNAL, INTERRUPTED, UNREADABLE, Problem
from jixiao.isolation import Limits
from jixiao.model.finding import SEVERITIES
from jixiao.writers.view import Look
from jixiao.writers.width import tame

_SHOWN = ("index.html", "审核结果.xlsx", "results.jsonl", "reports.parquet", "findings.parquet", "units.parquet")
_MEBI = 1 << 20
_NAMED = 3  # files left out that are named, of each reason


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks for."""

    out: str
    jobs: int | None
    seconds: int | None
    memory: int | None
    resume: bool
    baseline: str | None
    no_scans: bool
    outputs: str | None
    together: bool
    units: str | None
    keep: str | None
    again: str | None
    engine: str | None
    master: str | None
    fail_on: str
    quiet: bool


def many(paths: Sequence[str], job: Job, wanted: Wanted, look: Look) -> int:
    """Audits all reports of a batch into a folder of results and tells what came of it; the exit code."""
    folder = _folder(wanted)
    baseline, before = _baseline(wanted), _before(paths, wanted)
    turnout = _turnout(wanted)
    keep = str(Path(wanted.keep).absolute()) if wanted.keep else ""
    job = replace(job, lang=look.lang, pictures=not wanted.no_scans, keep=keep)
    kinds, apart = _kinds(wanted, look.lang), (wanted.jobs or cores()) > 1
    begun, meter = time.monotonic(), Meter(look.lang, quiet=wanted.quiet)
    plan = Plan(folder, _engine(wanted, meter), wanted.resume, baseline, turnout, kinds, apart, before)
    left_out: list[inputs.Skipped] = []
    try:
        with scratch(folder, SPOOL) as spool:
            register = turnout.register if turnout else None
            given = inputs.items(paths, spool=spool, together=wanted.together, register=register, tell=left_out.append)
            finished = run(before.items() if before else given, job, plan, meter)
    except KeyboardInterrupt:
        return _interrupted(folder, wanted, meter, look.lang)
    except (NoBaseline, NotEarlier) as error:
        raise Problem(*error.pair) from error
    except (inputs.NotInput, NoSpark) as error:
        raise Problem(error.message, error.message_en) from error
    except Busy as error:
        raise Problem(
            f"{wanted.out}：另一个 jixiao 正在往这个文件夹里写结果。",
            f"{wanted.out}: another jixiao is writing to this folder.",
        ) from error
    except OSError as error:
        zh, en = why(error)
        raise Problem(
            f"写不了 {wanted.out}：{zh}。已审核的没有丢，处理后加 --resume 接着做。",
            f"Cannot write to {wanted.out}: {en}. What was audited is kept: go on with --resume.",
        ) from error
    finally:
        meter.close()
    shown = [name for name in _SHOWN if (folder / name).exists()]
    _tell_skipped(left_out, look.lang)
    ending = Ending(finished, plan, wanted.out, shown, time.monotonic() - begun, look)
    to_stdout(f"{line}\n" for line in ending.lines())
    return _code(finished, baseline, options.failing(wanted.fail_on))


def _folder(wanted: Wanted) -> Path:
    """The folder of results, made where it is missing; a run that was broken off in it is not thrown away unasked."""
    folder = Path(wanted.out)
    try:
        folder.mkdir(exist_ok=True)
        done = unfinished(folder)
    except OSError as error:
        zh, en = why(error)
        raise Problem(f"建不了文件夹 {wanted.out}：{zh}。", f"Cannot make the folder {wanted.out}: {en}.") from error
    if done and not wanted.resume:
        raise Problem(
            f"{wanted.out} 里有一次没做完的审核（已完成 {done:,} 份）：加 --resume 接着做；要从头做，请换一个文件夹或先删除它。",
            f"{wanted.out} holds a run that was broken off ({done:,} reports done): go on with --resume, or name another folder.",
        )
    return folder


def _baseline(wanted: Wanted) -> Baseline | None:
    if wanted.baseline is None:
        return None
    given = Path(wanted.baseline)
    if given.is_dir() and given.resolve() == Path(wanted.out).resolve():
        raise Problem(
            "--baseline 与 --out 是同一个文件夹，对比之前旧结果就会被换掉。请把新结果写到另一个文件夹。",
            "--baseline and --out are the same folder: the old results would be replaced. Name another folder for --out.",
        )
    try:
        return Baseline.of(given)
    except NoBaseline as error:
        raise Problem(*error.pair) from error


def _before(paths: Sequence[str], wanted: Wanted) -> Earlier | None:
    if wanted.again is None:
        return None
    if paths:
        raise Problem(
            "--again 按以前的结果再审，不要再给报告。要重新读文件，请去掉 --again（--keep 里有的仍不用重读）。",
            "--again audits what earlier results list: name no reports. To read files, leave --again out; --keep still spares "
            "those that are kept.",
        )
    if not Path(wanted.keep or "").is_dir():
        raise Problem(
            f"--keep {wanted.keep}：没有这个文件夹，--again 没有可用的存下的报告。",
            f"--keep {wanted.keep}: there is no such folder, so nothing is kept for --again.",
        )
    if Path(wanted.again).resolve() == Path(wanted.out).resolve():
        raise Problem(
            "--again 与 --out 是同一个文件夹。请把新结果写到另一个文件夹。",
            "--again and --out are the same folder. Name another folder for --out.",
        )
    try:
        return Earlier.of(Path(wanted.again))
    except NotEarlier as error:
        raise Problem(*error.pair) from error


def _turnout(wanted: Wanted) -> Turnout | None:
    try:
        return Turnout(units.read(wanted.units)) if wanted.units else None
    except inputs.NotInput as error:
        raise Problem(error.message, error.message_en) from error


def _tell_skipped(left_out: Sequence[inputs.Skipped], lang: str) -> None:
    """What was left out on purpose, by reason."""
    reasons: dict[tuple[str, str], list[str]] = {}
    for one in left_out:
        reasons.setdefault((one.reason, one.reason_en), []).append(one.name)
    for (zh, en), names in reasons.items():
        shown, rest = "、".join(map(tame, names[:_NAMED])), len(names) > _NAMED
        complain(
            f"{len(names):,} left out ({en}): {shown}{' …' * rest}"
            if lang == "en"
            else f"跳过 {len(names):,} 个（{zh}）：{shown}{' 等' * rest}",
            lang,
        )


def _engine(wanted: Wanted, meter: Meter) -> Engine:
    usual = Limits()
    seconds, cpu = (wanted.seconds, wanted.seconds) if wanted.seconds else (usual.seconds, usual.cpu)
    limits = Limits(wanted.memory * _MEBI if wanted.memory else usual.memory, seconds, cpu)
    if wanted.engine != "spark":
        return Local(wanted.jobs or cores(), limits, tell=meter.page)
    return Spark(wanted.master or "local[*]", limits)


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _kinds(wanted: Wanted, lang: str) -> tuple[str, ...]:
    asked = options.listed(wanted.outputs)
    if unknown := [kind for kind in asked if kind not in KINDS]:
        raise Problem(
            f"选项 --outputs 中的“{'、'.join(unknown)}”不是结果的种类，可用的有：{'、'.join(KINDS)}。",
            f"Option --outputs: {', '.join(unknown)} is no kind of results; there are {', '.join(KINDS)}.",
        )
    lacking = {kind: package for kind in asked or KINDS if (package := missing(kind))}
    for kind, package in lacking.items():
        complain(
            f"no {kind} results: {package} is not installed (pip install 'jixiao[{kind}]')."
            if lang == "en"
            else f"不写 {kind} 结果：没有安装 {package}（pip install 'jixiao[{kind}]'）。",
            lang,
        )
    return tuple(kind for kind in asked or KINDS if kind not in lacking)


def _interrupted(folder: Path, wanted: Wanted, meter: Meter, lang: str) -> int:
    meter.close()
    done = unfinished(folder)
    complain(
        f"interrupted after {done:,} reports, which are kept in {wanted.out}. To go on: the same command with --resume."
        if lang == "en"
        else f"已中断。完成的 {done:,} 份记在 {wanted.out} 里；接着做，请用同样的命令加 --resume。",
        lang,
    )
    return INTERRUPTED


def _code(finished: Finished, baseline: Baseline | None, failing: tuple[str, ...]) -> int:
    verdicts = finished.tally.verdicts
    if verdicts["internal"]:
        return INTERNAL
    if any(many for verdict, many in verdicts.items() if verdict != "read"):
        return UNREADABLE
    found = baseline.counts["new"] if baseline else finished.tally.severities
    return FOUND if any(found[severity] for severity in SEVERITIES if severity in failing) else CLEAN
