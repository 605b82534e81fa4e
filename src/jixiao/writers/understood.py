"""The understood report for the terminal: form, chapters, figures, 自评表, relations, and what was left over."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.appraisal import Appraisal, Field
from jixiao.model.report import Report
from jixiao.model.words import squeezed
from jixiao.writers.discreet import discreet_report
from jixiao.writers.grid import grid
from jixiao.writers.labels import amount_words, concept_label, context_words, fund_label
from jixiao.writers.layout import Layout
from jixiao.writers.paint import paint
from jixiao.writers.relations import told
from jixiao.writers.speech import say
from jixiao.writers.summary import identity
from jixiao.writers.view import Look
from jixiao.writers.width import columns, tame, wrap

_HEADS = {
    "zh": {"form": "格式", "sections": "章节", "facts": "数字", "sheets": "自评表", "relations": "勾稽关系", "leftover": "未归入的数字",
           "base": "基础数据表", "signoffs": "签字行", "attachments": "附件", "rubric": "考核评分表"},
    "en": {"form": "Form", "sections": "Chapters", "facts": "Figures", "sheets": "Appraisal sheets", "relations": "Relations",
           "leftover": "Left-over numbers", "base": "Base table", "signoffs": "Sign-off", "attachments": "Attachments", "rubric": "Rubric"},
}  # fmt: skip
_FACT_HEAD = {"zh": ("填报值", "口径", "数额", "位置"), "en": ("figure", "context", "amount", "place")}
_FUND_HEAD = {
    "zh": ("资金", "年初", "全年预算", "执行", "分值", "执行率", "得分"),
    "en": ("funds", "initial", "adjusted", "executed", "weight", "rate", "score"),
}
_INDICATOR_HEAD = {"zh": ("一级", "二级", "指标", "指标值", "实际值", "分值", "得分", "偏差原因"),
                   "en": ("level 1", "level 2", "indicator", "target", "actual", "weight", "score", "reason")}  # fmt: skip


def understood(report: Report, look: Look) -> Iterator[str]:
    """Line by line, everything that was understood."""
    report = discreet_report(report)
    layout, heads = Layout(report, look.lang), _HEADS[look.lang]
    parts = (
        ("form", _form(report, look)),
        ("sections", _sections(report, layout, look)),
        ("facts", _facts(report, layout, look)),
        ("base", _base(report, look)),
        ("sheets", _sheets(report, layout, look)),
        ("rubric", _rubric(report, look)),
        ("relations", _relations(report, layout, look)),
        ("signoffs", _signoffs(report, layout, look)),
        ("attachments", (f"  {tame(item.text)}" for item in report.attachments)),
        ("leftover", _leftover(report, layout, look)),
    )
    for key, lines in parts:
        body = list(lines)
        if body:
            yield from _headed(heads[key], body, look)


def _headed(title: str, body: list[str], look: Look) -> Iterator[str]:
    style = paint(colour=look.colour)
    rule = "─" * max(2, look.columns - 4 - columns(title))
    yield style("── ", "dim") + style(title, "bold") + style(f" {rule}", "dim")
    yield from body if body[-1] else body[:-1]
    yield ""


def _form(report: Report, look: Look) -> Iterator[str]:
    yield "  " + "  ".join(identity(report, look.lang))
    for line in wrap(tame(f"{say('reason', look.lang)}：{report.form.reason or '—'}"), look.columns - 2):
        yield f"  {line}"
    for note in report.document.unread:
        yield f"  ! {note.message_en if look.lang == 'en' else note.message}"


def _sections(report: Report, layout: Layout, look: Look) -> Iterator[str]:
    top = min((section.level for section in report.sections), default=1)
    rows = [
        ("　" * (s.level - top) + tame(f"{s.number} {s.title}").strip(), s.kind or "—", layout.short(s.place))
        for s in report.sections
    ]
    yield from grid(rows, look.columns)


def _facts(report: Report, layout: Layout, look: Look) -> Iterator[str]:
    rows = [_FACT_HEAD[look.lang]]
    for fact in sorted(report.facts, key=lambda fact: fact.place.order):
        name = concept_label(fact.concept, look.lang) or f"（{fact.label}）"
        rows.append((name, context_words(fact.context, look.lang), amount_words(fact.amount), layout.short(fact.place)))
    if report.facts:
        yield from grid(rows, look.columns)


def _base(report: Report, look: Look) -> Iterator[str]:
    for table in report.base_tables:
        rows = [["", *(field.text for field in table.headers)]]
        wide = len(rows[0])
        for row in table.rows:
            texts = [
                "" if n and cell.place == row.cells[n - 1].place else cell.text for n, cell in enumerate(row.cells)
            ]
            cells = ["　" * row.depth + row.label.text, *texts]
            rows.append((cells + [""] * wide)[:wide])
        yield from grid(rows, look.columns)
        yield ""


def _sheets(report: Report, layout: Layout, look: Look) -> Iterator[str]:
    style = paint(colour=look.colour)
    for sheet in report.appraisals:
        name = sheet.name.text if sheet.name else ""
        yield "  " + style(layout.sheet_title(sheet) or tame(name), "bold")
        if sheet.funds:
            yield from grid([_FUND_HEAD[look.lang], *_funds(sheet, look.lang)], look.columns)
        for goal in sheet.goals:
            yield from grid([("→", goal.expected.text), ("✓", goal.achieved.text)], look.columns)
        if sheet.indicators:
            yield from grid([_INDICATOR_HEAD[look.lang], *_indicators(sheet)], look.columns)
        total = f"{_text(sheet.total_weight)} / {_text(sheet.total_score)}"
        yield f"  {say('weight', look.lang)} / {say('score', look.lang)}：{total}"
        yield ""


def _funds(sheet: Appraisal, lang: str) -> Iterator[tuple[str, ...]]:
    for line in sheet.funds:
        yield (
            fund_label(line.fund, lang) or line.label.text, _text(line.initial), _text(line.adjusted),
            _text(line.executed or line.sole), _text(line.weight), _text(line.rate), _text(line.score),
        )  # fmt: skip


def _indicators(sheet: Appraisal) -> Iterator[tuple[str, ...]]:
    for row in sheet.indicators:
        fields = (row.name, row.target, row.actual, row.weight, row.score, row.note)
        yield (squeezed(_text(row.level1)), squeezed(_text(row.level2)), *(_text(field) for field in fields))


def _rubric(report: Report, look: Look) -> Iterator[str]:
    if report.rubric:
        rows = [(row.item, _text(row.most), _text(row.score)) for row in report.rubric.rows]
        total = ("", _text(report.rubric.total_most), _text(report.rubric.total_score))
        yield from grid([*rows, total], look.columns)


def _relations(report: Report, layout: Layout, look: Look) -> Iterator[str]:
    rows = [
        (say(one.kind, look.lang), one.sentence, layout.short(one.place)) for one in told(report.relations, look.lang)
    ]
    yield from grid(rows, look.columns)


def _signoffs(report: Report, layout: Layout, look: Look) -> Iterator[str]:
    for line in report.signoffs:
        quote = tame(line.place.quote).strip()
        yield from grid([(quote, layout.short(line.place))], look.columns)


def _leftover(report: Report, layout: Layout, look: Look) -> Iterator[str]:
    yield from grid([(tame(place.quote), layout.short(place)) for place in report.leftover], look.columns)


def _text(field: Field | None) -> str:
    return field.text if field and field.text else ""
