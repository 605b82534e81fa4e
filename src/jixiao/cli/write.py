"""``jixiao write``: the whole package of a report out of what was entered once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from jixiao import forms, pipeline
from jixiao.cli import options, recorded
from jixiao.cli.command import Verb
from jixiao.cli.emit import emit, refuse_overwriting
from jixiao.cli.mistakes import listed
from jixiao.cli.placing import place
from jixiao.cli.problem import CLEAN, FOUND, Problem
from jixiao.cli.progress import draw, wipe
from jixiao.cli.source import entered, not_taken, standard_input
from jixiao.filing.result import Read
from jixiao.model.audit import Audit
from jixiao.model.filing import Filing
from jixiao.model.manuscript import EDITIONS
from jixiao.writers.paint import paint
from jixiao.writers.report.formats import FORMATS, MANIFEST, MASKED
from jixiao.writers.report.package import Package
from jixiao.writers.view import Look, Shown, shown
from jixiao.writers.width import columns, pad, wrap

_PUBLICATION = "PB"  # rules of what may be published; the full edition carries names and numbers on purpose
_RECORDS = "IX129"  # a typed value against the records
_WORDS = {
    "zh": {
        "mistakes": "填报数据有{count}处要改，没有写出任何文件：", "faults": "按这些数据写出的报告有{count}处错误，没有写出任何文件：",
        "anyway": "改好后再写；确要先看样子，加 --draft 写出带草稿标记的文件。", "drafted": "数据有{count}处要改，写出的是草稿：",
        "making": "正在生成 {path}", "differ": "有{count}个填报值与业务记录不一致：",
        "left": "未生成 {path}：{why}", "done": "已写入 {folder}", "draft": "（草稿）",
        "masked": "遮盖了{count}处个人信息，内部留存，不公开", "manifest": "每个文件的 SHA-256，由哪套规则、哪个版本生成",
        "old": "{path} 是以前写的，这次没有更新。", "full": "报财政部门，保留全部内容", "public": "对外公开，个人信息已遮盖",
    },
    "en": {
        "mistakes": "{count} mistakes in the data; nothing was written:",
        "faults": "The report of these data has {count} errors; nothing was written:",
        "anyway": "Mend them, or add --draft for files with a draft mark.", "drafted": "{count} things to mend; this is a draft:",
        "making": "making {path}", "differ": "{count} typed values differ from the records:",
        "left": "Not made: {path}: {why}", "done": "Wrote into {folder}", "draft": " (draft)",
        "masked": "{count} pieces of personal data are masked; for internal use", "manifest": "SHA-256 of each file, rules and version",
        "old": "{path} is of an earlier run and was not renewed.", "full": "to the bureau, complete",
        "public": "for publication, personal data masked",
    },
}  # fmt: skip


def _run(
    path: str, *, output: str, formats: str | None, edition: str, draft: bool, fonts: str | None, records: str | None,
    lang: str | None, no_color: bool, no_progress: bool,
) -> int:  # fmt: skip
    names = _formats(formats)
    editions = tuple(EDITIONS) if edition == "both" else (edition,)
    if fonts:
        _use(fonts)
    look = options.look(lang, no_color=no_color, to_file=False)
    found = _read(path)
    filing = found.filing
    if filing is None or (found.mistakes and not (draft and filing.form in forms.all_forms())):
        return _refused("mistakes", len(found.mistakes), listed(found.mistakes, look), look)
    ask = recorded.asking(records)
    proofs = ask(filing.year) if ask else ()
    used = pipeline.evidence_of(filing, proofs)
    filing, unbound = pipeline.bind(filing, proofs)
    if unbound:
        return _refused("mistakes", len(unbound), listed(unbound, look), look)
    manuscript = pipeline.compose(filing, proofs=used, draft=draft)
    audit = pipeline.audit_manuscript(manuscript, proofs=ask)
    _differing(audit, look)
    faults = _faults(audit, look.lang)
    if faults and not draft:
        return _refused("faults", len(faults), _said(faults, look), look)
    made = pipeline.write(filing, manuscript, names, editions, tell=_teller(look, quiet=no_progress))
    _check_places(made, output, path)
    place(made.files, output)
    _note(made, output, draft=draft, look=look, found=(found, faults))
    emit((line + "\n" for line in _table(made, filing, output, draft=draft, look=look)), None)
    return FOUND if made.left_out else CLEAN


def _formats(given: str | None) -> tuple[str, ...]:
    names = [name.lower() for name in options.listed(given)]
    if unknown := [name for name in names if name not in FORMATS]:
        raise Problem(
            f"选项 --format 中的“{'、'.join(unknown)}”不是文件种类，可用的有：{'、'.join(FORMATS)}。",
            f"Option --format: no kind of file is called {', '.join(unknown)}; there are: {', '.join(FORMATS)}.",
        )
    return tuple(names)


def _use(fonts: str) -> None:
    from jixiao.writers.report.pdf.fonts import VARIABLE  # noqa: PLC0415 - typst only where fonts are named

    if not Path(fonts).is_dir():
        raise Problem(f"没有字体文件夹 {fonts}。", f"There is no folder of fonts {fonts}.")
    os.environ[VARIABLE] = fonts


def _read(path: str) -> Read:
    found = entered(path, standard_input(path))
    if found.filing is None and not found.format:
        raise not_taken(path, found)
    return found


def _faults(audit: Audit, lang: str) -> list[Shown]:
    return [
        one
        for one in shown(audit, lang)
        if one.finding.severity == "error" and not one.finding.code.startswith(_PUBLICATION)
    ]


def _differing(audit: Audit, look: Look) -> None:
    """On standard error: values that were typed and that the records do not give."""
    differing = [one for one in shown(audit, look.lang) if one.finding.code == _RECORDS]
    if differing:
        click.echo(_WORDS[look.lang]["differ"].format(count=len(differing)), err=True)
        for line in _said(differing, look):
            click.echo(line, err=True)


def _refused(key: str, count: int, lines: Iterator[str], look: Look) -> int:
    words = _WORDS[look.lang]
    emit((line + "\n" for line in (words[key].format(count=count), *lines)), None)
    click.echo(words["anyway"], err=True)
    return FOUND


def _said(faults: list[Shown], look: Look) -> Iterator[str]:
    style = paint(colour=look.colour)
    for one in faults:
        quote = f"“{one.place.quote}”" if one.place and one.place.quote else ""
        yield f"  {style(one.finding.code, 'bold')}  {one.title}　{quote}"
        yield from (f"    {line}" for line in wrap(one.message, look.columns - 4))


def _teller(look: Look, *, quiet: bool) -> Callable[[str], None]:
    """Says on standard error what is being made, where a person looks at it."""
    show = not quiet and sys.stderr.isatty()

    def tell(path: str) -> None:
        if show:
            draw(_WORDS[look.lang]["making"].format(path=path))

    return tell


def _check_places(made: Package, output: str, path: str) -> None:
    for name, _ in made.files:
        refuse_overwriting(str(Path(output) / name), [path])


def _note(made: Package, output: str, *, draft: bool, look: Look, found: tuple[Read, list[Shown]]) -> None:
    words = _WORDS[look.lang]
    if sys.stderr.isatty():
        wipe()
    read, faults = found
    if draft and (count := len(read.mistakes) + len(faults)):
        click.echo(words["drafted"].format(count=count), err=True)
        for line in (*listed(read.mistakes, look), *_said(faults, look)):
            click.echo(line, err=True)
    for name, error in made.left_out:
        why = error.message_en if look.lang == "en" else error.message
        click.echo(words["left"].format(path=name, why=why), err=True)
    written = {name for name, _ in made.files}
    for name in _known():
        if name not in written and (Path(output) / name).exists():
            click.echo(words["old"].format(path=str(Path(output) / name)), err=True)


def _known() -> Iterator[str]:
    """Every path that a package may have."""
    for edition, folder in EDITIONS.items():
        yield from (f"{folder}/{kind.file}" for kind in FORMATS.values() if edition in kind.editions)
    yield from (MASKED, MANIFEST)


def _table(made: Package, filing: Filing, output: str, *, draft: bool, look: Look) -> Iterator[str]:
    words, style = _WORDS[look.lang], paint(colour=look.colour)
    yield f"{words['done'].format(folder=output)}{words['draft'] if draft else ''}　{filing.unit} {filing.year}"
    sizes = {name: f"{-(-len(data) // 1024)} KB" for name, data in made.files}
    room = max(columns(name.rpartition("/")[2]) for name in sizes) + 2
    for edition, folder in EDITIONS.items():
        if not any(name.startswith(f"{folder}/") for name in sizes):
            continue
        yield f"  {style(pad(folder + '/', room + 2), 'bold')}{words[edition]}"
        for kind in FORMATS.values():
            if size := sizes.get(f"{folder}/{kind.file}"):
                yield f"    {pad(kind.file, room)}{size:>7}  {kind.label_en if look.lang == 'en' else kind.label}"
    if MASKED in sizes:
        yield f"  {pad(MASKED, room + 2)}{words['masked'].format(count=len(made.masked))}"
    yield f"  {pad(MANIFEST, room + 2)}{words['manifest']}"


command = Verb(
    "write",
    _run,
    [
        click.Argument(["path"], metavar="数据", required=True),
        options.option(
            "-o", "--output", metavar="文件夹", required=True,
            help="写到这个文件夹：全部写完才换上，不会留下半个文件\fthe folder to write into; every file is whole or not there",
        ),
        options.option(
            "--format", "formats", metavar="种类,…",
            help=f"只写这些：{'、'.join(FORMATS)}；不写则全部\fonly these kinds of files: {', '.join(FORMATS)}; all by default",
        ),
        options.option(
            "--edition", type=options.Choice([*EDITIONS, "both"]), default="both",
            help="full 报送版，public 公开版，both 两种（默认）\ffull, public (personal data masked) or both, the default",
        ),
        recorded.records(),
        options.option("--draft", is_flag=True, help="数据有错误也写，每页带草稿标记\fwrite in spite of mistakes, with a draft mark"),
        options.option(
            "--fonts", metavar="文件夹",
            help="PDF 优先用这个文件夹中的字体（仿宋、小标宋等）\ffonts in this folder go before those that come with jixiao",
        ),
        options.lang(),
        options.no_color(),
        options.option("--no-progress", is_flag=True, help="不显示进度\fno progress"),
    ],
    intro=(
        "由填报数据写出整套报告：Word、Excel、PDF、网页、JSON 和一体化导出，分报送版和公开版。数据有错误时一次列全，不写出。",
        "Writes the whole package of a report: Word, Excel, PDF, page, JSON and the export; full and public edition.",
    ),
    examples=(
        "jixiao write 填报.xlsx -o 成套/",
        "jixiao write 填报.xlsx -o 成套/ --format docx,pdf --edition full",
        "jixiao write 填报.xlsx -o 草稿/ --draft",
    ),
    exits=True,
)  # fmt: skip
