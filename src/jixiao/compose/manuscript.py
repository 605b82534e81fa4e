"""Manuscript (成文): cover, chapters, annexes and tables of a form, in order, from a filing and its figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from jixiao.compose import charts, evidence, sentences, tables
from jixiao.compose.references import References
from jixiao.compose.tables.settings import Setting
from jixiao.compose.wording import dated, filled
from jixiao.forms import Form
from jixiao.forms.tables import TableForm
from jixiao.model.figure import Figure
from jixiao.model.filing import Filing, SheetEntry, Signature
from jixiao.model.manuscript import Break, Grid, Line, Manuscript, Piece, Run
from jixiao.model.proof import Proof

_TENS = ("", *"一二三四五六七八九", "十")
_CHARTED = "performance"  # the chapter that the charts follow
_NO_CHAPTER = "无"
_SUBJECTS = {"department": "部门整体支出绩效自评", "project": "项目支出绩效自评"}


def manuscript(
    filing: Filing,
    form: Form,
    figures: Mapping[str, Figure],
    data: str = "",
    *,
    proofs: Sequence[Proof] = (),
    draft: bool = False,
) -> Manuscript:
    """Everything that is printed, in order."""
    known = {**figures, **evidence.figures(proofs)}
    pieces = (*_pieces(filing, form, figures), *evidence.pieces(proofs, known))
    for figure in _printed(pieces):
        known.setdefault(figure.id, figure)
    title = (
        "".join(filled(words, filing, form) for _, words in form.heading)
        or f"{filing.year}年度{filing.unit}{form.title}"
    )
    properties = {
        "title": title, "subject": _SUBJECTS.get(form.kind, ""), "unit": filing.unit, "year": str(filing.year), "form": form.path,
        "made": filing.date,
    }  # fmt: skip
    return Manuscript(title, pieces, known, data, "full", draft, properties)


def numeral(number: int) -> str:
    """A number in Chinese: 12 → 十二; chapters never reach a hundred."""
    tens, ones = divmod(number, 10)
    lead = "" if not tens else "十" if tens == 1 else f"{_TENS[tens]}十"
    return f"{lead}{_TENS[ones]}"


def _pieces(filing: Filing, form: Form, figures: Mapping[str, Figure]) -> Iterator[Piece]:
    if form.cover:
        yield from (Line(style, (filled(words, filing, form),)) for style, words in form.cover)
        yield Break()
    yield from (Line(style, (filled(words, filing, form),)) for style, words in form.heading)
    yield from _chapters(filing, form, figures)
    if form.chapters:
        yield from _attachments(filing, form)
    yield from _annexes(filing, form, figures)


def _chapters(filing: Filing, form: Form, figures: Mapping[str, Figure]) -> Iterator[Piece]:
    counts = [0, 0, 0, 0]
    wanted = [section for name in form.chapters if (section := form.section(name)) is not None]
    for at, section in enumerate(wanted):
        level = section.level
        counts[level - 1] += 1
        counts[level:] = [0] * (len(counts) - level)
        yield Line(f"heading{level}", (section.title,), _number(level, counts[level - 1]), section.id)
        own = sentences.lines(section.id, filing, figures, form)
        parent = at + 1 < len(wanted) and wanted[at + 1].level > level
        yield from own or (() if parent else (Line("body", (_NO_CHAPTER,), section=section.id),))
        if section.id == _CHARTED:
            yield from charts.charts(filing, figures, form)


def _number(level: int, count: int) -> str:
    """GB/T 9704: 一、（一）1.（1）."""
    return (f"{numeral(count)}、", f"（{numeral(count)}）", f"{count}.", f"（{count}）")[level - 1]


def _listed(filing: Filing, form: Form) -> list[str]:
    """The titles in the list of attachments: those that are really there."""
    empty = {table.title for table in form.tables if table.id == "project_sheet" and not filing.projects}
    return [title for title in form.attachments if title not in empty]


def _attachments(filing: Filing, form: Form) -> Iterator[Line]:
    titles = _listed(filing, form)
    several = len(titles) > 1
    for n, title in enumerate(titles, 1):
        lead = "附件：" if n == 1 else ""
        yield Line("attachments", (f"{lead}{n}.{title}" if several else f"{lead}{title}",))


def _annexes(filing: Filing, form: Form, figures: Mapping[str, Figure]) -> Iterator[Piece]:
    references = References(filing, figures)
    first = not form.chapters and not form.cover
    for table in _in_order(form):
        for n, (setting, identity, mark) in enumerate(_sheets(table, filing, form, figures, references)):
            if not first or table.landscape:
                yield Break(table.landscape)
            first = False
            if mark:
                yield Line("annex", (mark,))
            yield Line("caption", (f"{filing.year}年度{table.title}" if identity != "rubric" else table.title,))
            yield tables.grid(setting, identity, table.title)
            yield from (Line("note", (setting.words(note),)) for note in table.notes if n == 0)
            if table.signed:
                yield _signoff(filing, form, setting)


def _in_order(form: Form) -> Iterable[TableForm]:
    """Attached tables in the order of the list, then the others; a table without a layout is not printed."""
    order = {title: n for n, title in enumerate(form.attachments)}
    there = [table for table in form.tables if table.layout]
    return sorted(there, key=lambda table: order.get(table.title, len(order)))


def _sheets(
    table: TableForm, filing: Filing, form: Form, figures: Mapping[str, Figure], references: References
) -> Iterator[tuple[Setting, str, str]]:
    """The tables to print for one table of the form: a sheet for each project, else one. With id and annex mark."""
    titles = _listed(filing, form)
    number = titles.index(table.title) + 1 if table.title in titles else 0
    mark = "" if not number else "附件" if len(titles) == 1 else f"附件{number}"
    if table.id != "project_sheet":
        sheet = filing.department if table.id == "department_sheet" else SheetEntry()
        yield Setting(filing, form, figures, references, table, "department", sheet), table.id, mark
        return
    several = len(filing.projects) > 1
    for n, sheet in enumerate(filing.projects, 1):
        own = f"{mark}-{n}" if mark and several else mark
        yield Setting(filing, form, figures, references, table, f"projects.{n}", sheet), f"project_sheet.{n}", own


def _signoff(filing: Filing, form: Form, setting: Setting) -> Line:
    """The labels with what was entered; the signer's name is left to be signed where it was not entered."""
    own = setting.sheet.signoff
    signature: Signature = own or filing.signoff
    runs: list[Run] = []
    for role, label in form.signoff_labels.items():
        value = str(getattr(signature, role))
        runs += [f"{'　' if runs else ''}{label}：", dated(value) if role == "date" else value or "　　　　"]
    return Line("signoff", tuple(runs), origin=f"{setting.prefix}.signoff" if own else "signoff")


def _printed(pieces: Iterable[Piece]) -> Iterator[Figure]:
    """Every figure that is printed, in order of appearance."""
    for piece in pieces:
        if isinstance(piece, Line):
            yield from (run for run in piece.runs if isinstance(run, Figure))
        elif isinstance(piece, Grid):
            yield from (run for slot in piece.slots for run in slot.runs if isinstance(run, Figure))
        elif not isinstance(piece, Break):
            yield from (figure for series in piece.series for figure in series.figures if figure is not None)
