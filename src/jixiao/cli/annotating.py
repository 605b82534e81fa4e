"""``--annotate``: a copy of the original Word file with the findings as comments."""

from __future__ import annotations

from pathlib import Path

from jixiao import pipeline
from jixiao.cli.emit import refuse_overwriting, to_file
from jixiao.cli.problem import Problem
from jixiao.cli.source import document
from jixiao.model.audit import Audit


def check_annotate(target: str | None, output: str | None, files: list[str]) -> None:
    """What can be said before any work is done."""
    if target is None:
        return
    if len(files) != 1:
        raise Problem("--annotate 一次只能用于一份报告。请逐份写。", "--annotate takes one report at a time.")
    if files[0] == "-":
        raise Problem(
            "--annotate 要在原文件上加批注，不能用标准输入。请给出 docx 文件的路径。",
            "--annotate needs the path of a .docx, not standard input.",
        )
    if output and Path(output).resolve() == Path(target).resolve():
        raise Problem(
            "--annotate 和 -o 写的是同一个文件。请用两个文件名。",
            "--annotate and -o name the same file: use two names.",
        )
    refuse_overwriting(target, files)
    if not Path(target).parent.is_dir():
        raise Problem(
            f"写不了 {target}：文件夹不存在。请换一个文件夹或先建好它。",
            f"Cannot write {target}: there is no such folder.",
        )
    found = document(files[0], quiet=True)
    if found.readable and found.format != "docx":
        raise Problem(
            f"--annotate 只能用于 Word 文档（docx），{files[0]} 不是。请在 Word 或 WPS 中另存为 docx 后再试。",
            f"--annotate is for Word documents (.docx), and {files[0]} is none. Save it as .docx first.",
        )


def annotate(audit: Audit | None, path: str, target: str, lang: str, file: str = "") -> None:
    """Writes the commented copy; ``file`` is how the report knows it where it has several files."""
    if audit is None:
        return
    try:
        commented = pipeline.annotate(audit, Path(path).read_bytes(), lang, file)
    except (OSError, ValueError) as error:
        raise Problem(f"{path} 写不了批注：{error}。", f"{path}: comments cannot be put into this file.") from error
    to_file([commented], target)
