"""``jixiao audit``: audits reports and writes what is wrong with them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from jixiao import pipeline
from jixiao.cli import options, recorded, together
from jixiao.cli.annotating import annotate, check_annotate
from jixiao.cli.batching import apart
from jixiao.cli.batching import params as batch_params
from jixiao.cli.command import Verb
from jixiao.cli.emit import emit, refuse_overwriting, to_folder
from jixiao.cli.front import complain, internal
from jixiao.cli.problem import CLEAN, FOUND, INTERNAL, UNREADABLE, Problem
from jixiao.cli.progress import each
from jixiao.cli.source import check_choices, checked_paths, rule_codes
from jixiao.model.audit import Audit
from jixiao.model.document import Document, Unread
from jixiao.writers import FORMATS, folder, write
from jixiao.writers.view import Look, selected

_FORMAT_BY_ENDING = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".sarif": "sarif",
    ".csv": "csv",
    ".html": "html",
    ".htm": "html",
}
_BROKEN = Unread(
    "internal", "审核这份文件时本工具出错，没有结果", "the tool failed on this file; no result", fatal=True
)


def _run(
    paths: tuple[str, ...], *, kind: str | None, output: str | None, annotate_to: str | None, pack: str | None,
    form: str | None, lang: str | None, fail_on: str, only: str | None, skip: str | None, verbose: bool,
    no_color: bool, no_progress: bool, records: str | None, **batch: Any,  # noqa: ANN401 - the options of cli/batching.py
) -> int:  # fmt: skip
    if not paths and not batch["again"]:
        raise click.MissingParameter(param=options.reports(), ctx=click.get_current_context())
    if apart(batch, {"kind": kind, "output": output, "annotate_to": annotate_to, "verbose": verbose}):
        if records:
            raise Problem(
                "--records 一次核对不了一批报告，请逐份审核（不写 --out）。",
                "--records does not go with a batch: leave out --out.",
            )
        return _many(
            paths, batch, pack=pack, form=form, only=only, skip=skip, fail_on=fail_on, no_progress=no_progress,
            look=options.look(lang, no_color=no_color, to_file=False),
        )  # fmt: skip
    files = checked_paths(paths)
    into = output if output and (output.endswith(("/", os.sep)) or Path(output).is_dir()) else None
    chosen = kind or ("html" if into else _FORMAT_BY_ENDING.get(Path(output or "").suffix.lower(), "text"))
    held = together.reports(files, as_one=batch["together"])
    _check_pages(chosen, into, len(held))
    check_choices(pack, form)
    refuse_overwriting(output, files)
    commented = together.word_file(files)
    check_annotate(annotate_to, output, [commented] if len(held) == 1 else files)
    job = _Job(
        pack,
        form,
        rule_codes(only, "--only"),
        rule_codes(skip, "--skip"),
        fail_on,
        no_progress,
        recorded.asking(records),
    )
    look = options.look(lang, no_color=no_color, to_file=bool(output), verbose=verbose)
    if into:
        to_folder(folder(job.audits(held), look), into, files)
    else:
        emit(write(job.audits(held), chosen, look), output)
    job.tell(chosen, output, look.lang)
    if annotate_to and job.code not in (INTERNAL, UNREADABLE):
        annotate(job.last, commented, annotate_to, look.lang, together.names(files)[commented])
    return job.code


def _many(
    paths: tuple[str, ...], batch: dict[str, Any], *, pack: str | None, form: str | None, only: str | None,
    skip: str | None, fail_on: str, no_progress: bool, look: Look,
) -> int:  # fmt: skip
    from jixiao.batch.job import Job  # noqa: PLC0415 - single files need none of it
    from jixiao.cli.many import Wanted, many  # noqa: PLC0415

    check_choices(pack, form)
    job = Job(pack or "", form or "", tuple(rule_codes(only, "--only")), tuple(rule_codes(skip, "--skip")))
    return many(checked_paths(paths), job, Wanted(**batch, fail_on=fail_on, quiet=no_progress), look)


def _check_pages(chosen: str, into: str | None, files: int) -> None:
    """Pages of several reports go into a folder, and nothing else does."""
    if into and chosen != "html":
        raise Problem(
            f"-o {into} 是文件夹，只有 html 可以写到文件夹里（每份报告一页，另有总表）。{chosen} 请写文件名。",
            f"-o {into} is a folder, and only html goes into one (a page a report and an index). Name a file for {chosen}.",
        )
    if chosen == "html" and not into and files > 1:
        raise Problem(
            "几份报告的网页要写到文件夹里：-o 结果/（每份报告一页，另有总表 index.html）。",
            "Pages of several reports go into a folder: -o results/ (a page a report, and index.html).",
        )


class _Job:
    """Audits file after file and keeps the worst exit code: internal error, then unreadable, then findings."""

    def __init__(
        self, pack: str | None, form: str | None, only: list[str], skip: list[str], fail_on: str, quiet: bool,  # noqa: FBT001 - private
        proofs: pipeline.Ask | None,
    ) -> None:  # fmt: skip
        self._pack, self._form, self._only, self._skip, self._quiet = pack, form, only, skip, quiet
        self._proofs = proofs
        self._failing = options.failing(fail_on)
        self._codes = {CLEAN}
        self._unread: list[tuple[str, Unread]] = []
        self.last: Audit | None = None

    @property
    def code(self) -> int:
        """The exit code so far."""
        return next(code for code in (INTERNAL, UNREADABLE, FOUND, CLEAN) if code in self._codes)

    def audits(self, reports: Mapping[str, Sequence[str]]) -> Iterator[Audit]:
        """Each report audited; a defect of this tool on one does not keep the others from their results."""
        for path in each(list(reports), quiet=self._quiet):
            try:
                document = together.read(path, reports[path], quiet=self._quiet)
                audit = pipeline.audit_document(document, pack=self._pack, form=self._form, proofs=self._proofs)
            except Problem:
                raise
            except Exception as error:  # noqa: BLE001 - reported, and the other files go on
                self._codes.add(internal(error, options.spoken()))
                audit = pipeline.audit_document(Document(path, "", "", unread=(_BROKEN,)), pack=self._pack)
            self.last = selected(audit, self._only, self._skip)
            self._judge(self.last)
            yield self.last

    def tell(self, kind: str, output: str | None, lang: str) -> None:
        """On standard error: files that could not be read, unless the terminal output says it anyway."""
        if kind != "text" or output:
            for path, note in self._unread:
                complain(f"{path}: {note.message_en}" if lang == "en" else f"{path}：{note.message}", lang)

    def _judge(self, audit: Audit) -> None:
        if not audit.report.document.readable:
            self._codes.add(UNREADABLE)
            note = next(note for note in audit.report.document.unread if note.fatal)
            self._unread.append((audit.report.document.path, note))
        if any(finding.severity in self._failing for finding in audit.findings):
            self._codes.add(FOUND)


def _params() -> list[Any]:
    return [
        options.reports(required=False),  # --again takes their place
        options.option(
            "--format",
            "kind", type=options.Choice(FORMATS),
            help="结果的格式；不写则看 -o 的文件名，再不然就是 text\fformat of the results; by default that of -o's ending, else text",
        ),
        options.output(),
        options.option(
            "--annotate", "annotate_to", metavar="文件.docx",
            help="另存一份带批注的 Word 副本，批注就在出错的字句上；原文件不动（只用于 docx）"
            "\falso write a copy of the .docx with the findings as Word comments",
        ),
        recorded.records(),
        options.pack(),
        options.form(),
        options.lang(),
        options.fail_on(),
        options.option("--only", metavar="代码,…", help="只用这些规则，可写开头：FG,IX1\fonly these rules (beginnings will do: FG,IX1)"),
        options.option("--skip", metavar="代码,…", help="不用这些规则\fnot these rules"),
        options.option("-v", "--verbose", is_flag=True, help="列出未能检查的规则和原因\flist the rules that could not be checked, and why"),
        options.no_color(),
        options.option("--no-progress", is_flag=True, help="不显示进度\fno progress bar"),
        *batch_params(),
    ]  # fmt: skip


command = Verb(
    "audit",
    _run,
    _params(),
    intro=(
        "审核自评报告：逐项重算，指出哪里错、应为多少、依据哪一条。可一次给多个文件；- 表示从标准输入读。",
        "Audits reports: recomputes everything and shows what is wrong, what is right, and why. - is standard input.",
    ),
    examples=(
        "jixiao audit 报告.docx",
        "jixiao audit 报告.docx --format html -o 审核结果.html",
        "jixiao audit 报告.docx --annotate 带批注.docx",
        "jixiao audit 报告.docx --records 台账库/",
        "jixiao audit 报告/*.docx -o 结果/",
        "jixiao audit 报告/*.docx -o 问题清单.csv --fail-on never",
        "jixiao audit 报告.txt --only FG,SC --lang en",
        "cat 报告.docx | jixiao audit - --format json",
        "jixiao audit 全县报告/ --out 审核结果/",
        "jixiao audit 全县.zip --out 审核结果/ --resume",
        "jixiao audit 全县报告/ --out 第二次/ --baseline 审核结果/",
        "jixiao audit --again 审核结果/ --keep 库/ --out 新规则/",
    ),
    exits=True,
)
