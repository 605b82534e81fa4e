"""``audit --together``: several files of one report, and how they are called in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from jixiao.cli.problem import Problem
from jixiao.cli.source import document
from jixiao.model.document import Document
from jixiao.model.together import together


def reports(files: Sequence[str], *, as_one: bool) -> dict[str, tuple[str, ...]]:
    """The reports that some files are, each by the name under which it is shown."""
    if as_one and "-" in files:
        raise Problem(
            "--together 要知道各个文件的文件名，不能用标准输入。请给出文件的路径。",
            "--together needs the names of the files, not standard input.",
        )
    if as_one:
        _check_units(files)
    return {" + ".join(files): tuple(files)} if as_one else {file: (file,) for file in files}


def _check_units(files: Sequence[str]) -> None:
    """Files that are named after several units are no single report."""
    from jixiao.batch.inputs.stems import organs  # noqa: PLC0415 - a single file needs nothing of batches

    if len(units := organs(files)) > 1:
        zh, en = "、".join(units), ", ".join(units)
        raise Problem(
            f"这些文件像是几个单位的（{zh}），不能合成一份报告。要按单位各合成一份，请加 --out 文件夹。",
            f"These files look like those of several units ({en}), not like one report. For a report a unit, add --out FOLDER.",
        )


def read(name: str, files: Sequence[str], *, quiet: bool) -> Document:
    """What stands in the files of one report."""
    if len(files) == 1:
        return document(files[0], quiet=quiet)
    called = names(files)
    return replace(together([replace(document(file, quiet=quiet), path=called[file]) for file in files]), path=name)


def names(files: Sequence[str]) -> dict[str, str]:
    """How each file is called in the places of findings: by its own name, or by its path where two have the same name."""
    short = {file: PurePath(file).name for file in files}
    return short if len(set(short.values())) == len(files) else {file: file for file in files}


def word_file(files: Sequence[str]) -> str:
    """The file that comments are put into: the first that is called a .docx, else the first."""
    return next((file for file in files if PurePath(file).suffix.lower() == ".docx"), files[0])
