"""各章文字 as a sheet: the unit's own paragraphs, one a cell."""

from __future__ import annotations

from jixiao.filing import choices
from jixiao.filing.workbook.pen import Pen
from jixiao.filing.workbook.plan import GAP, TEXTS
from jixiao.forms import Form
from jixiao.model.filing import Filing

_WIDTHS = (30, 96, 44)
_LEAST, _SPARE = 2, 1
_A_LINE, _LINE, _TALLEST = 48, 16, 400  # characters; points: Excel's rows end at 409
_ALWAYS = "这一章由单位自己写，一段一格。"
_COMPOSED = "数字和固定的句子由系统写，这里只写单位自己要说的，一段一格；没有就空着。"
_HINTS = {
    "problems": "一个问题一段：问题是什么、原因是什么。",
    "measures": "与上面的问题一一对应，一条一段：谁、什么时候、做什么。",
    "use_of_results": "自评结果用在哪里，报告在哪里公开。",
    "other": "没有就空着，系统写“无”。",
    "gov_fund": "没有这类支出就空着，系统写“无”。",
    "state_capital": "没有这类支出就空着，系统写“无”。",
    "social_fund": "没有这类支出就空着，系统写“无”。",
    "overview_unit": "职能、机构、所属单位。",
    "savings": "印在基础数据表里，一两句话。",
    "three_public": "写“主要原因是”后面的话。",
    "adjustment": "写“主要原因是”后面的话。",
    "public_cost": "写“主要原因是”后面的话。",
}


def write(book: object, form: Form, filing: Filing) -> None:
    """The sheet; a chapter has as many rows as it has paragraphs, and some to spare."""
    pen = Pen(book, TEXTS, "texts", _WIDTHS)
    pen.text(2, f"{filing.year}年度{form.title}　各章文字", "title")
    pen.down(height=30)
    pen.key(GAP)
    pen.text(
        2,
        "一段一格，可以整段从 Word 粘贴；行不够就插入行。数字不用手写：写 {项目支出} 会印出填过的数，见“填写说明”。",
        "note",
        to=4,
    )
    pen.down(height=18)
    pen.key(GAP)
    for column, words in ((2, "章节"), (3, "单位自己的话"), (4, "说明")):
        pen.text(column, words, "head")
    pen.down(height=20)
    pen.sheet.freeze_panes(pen.row - 1, 2)
    for key, title in titles(form, filing).items():
        _chapter(pen, key, title, filing.texts.get(key, ""))


def titles(form: Form, filing: Filing | None = None) -> dict[str, str]:
    """The chapters of a form that have words of the unit's own, and the short texts beside them."""
    asked = form.chapters or tuple(section.id for section in form.sections)
    written = filing.texts if filing else {}
    sections = {s.id: f"{'　' * (s.level - 1)}{s.title}" for s in form.sections if s.id in asked or s.id in written}
    parents = {a.id for a, b in zip(form.sections, form.sections[1:], strict=False) if b.level > a.level}
    kept = {name: title for name, title in sections.items() if name not in parents or name in written}
    short = {name: title for name, title in choices.TEXTS.items() if form.kind != "project" or name in written}
    return {**kept, **short}


def _chapter(pen: Pen, key: str, title: str, text: str) -> None:
    paragraphs = text.split("\n\n") if text else []
    rows = max(_LEAST if key not in choices.TEXTS else 1, len(paragraphs) + (_SPARE if key not in choices.TEXTS else 0))
    for at in range(rows):
        words = paragraphs[at] if at < len(paragraphs) else ""
        pen.key(f"text:{key}")
        pen.text(2, title if at == 0 else "", "label")
        pen.text(3, words, "words")
        hint = _HINTS.get(key, _COMPOSED if key not in choices.TEXTS else _ALWAYS)
        pen.text(4, hint if at == 0 else "", "hint")
        lines = sum(len(line) // _A_LINE + 1 for line in words.split("\n")) if words else 1
        pen.down(height=min(_TALLEST, _LINE * max(2 if at == 0 else 1, lines) + 4))
