"""Match (识别格式): which form a document follows, by its own words."""

from __future__ import annotations

import re
from functools import cache

from jixiao.forms.forms import Form, all_forms, load
from jixiao.model.document import Document, Paragraph, Table
from jixiao.model.place import Place
from jixiao.model.report import FormMatch

_SHORT = 60
_ACCOUNTS = re.compile(
    r"(?:部门|单位|财政)?(?:收支)?决算(?:公开|说明|报告|草案|情况|情况说明)|“?三公”?经费.{0,20}(?:决算|预算)?.{0,6}(?:情况|公开|说明)|部门预算(?:公开|说明|编制)"
    r"|20\d\d年(?:度)?[^，。]{0,30}(?:部门|单位)(?:决算|预算)"
)
_SELF = re.compile(r"自评|绩效评价")
_COST_FIRST = re.compile(r"成本指标")
_SURE_WORDS = 2
_REASON = "标题“{title}”{more}"


@cache
def _titles() -> dict[str, re.Pattern[str]]:
    """For each kind the pattern of its titles, longest first."""
    found: dict[str, list[str]] = {}
    for path in all_forms():
        form = load(path)
        found.setdefault(form.kind, []).extend(form.titles)
    return {
        kind: re.compile("|".join(sorted(map(re.escape, set(titles)), key=len, reverse=True)))
        for kind, titles in found.items()
    }


def match(document: Document) -> FormMatch:
    """The form by title, place names, table titles and section titles; an empty path where none fits, with the reason."""
    heads = [
        p
        for p in document.paragraphs
        if 0 < len(p.plain) <= _SHORT and not p.plain.rstrip().endswith(("。", "；", "，"))
    ]
    joined = _joined(heads)
    for kind in ("department", "project"):
        for text, words in joined:
            found = _titles()[kind].search(text)
            if found and not text.startswith(("附件", "附：")) and "根据" not in text:
                return _form(document, kind, found[0], words.place())
    cells = _cell_title(document)
    if cells:
        return _form(document, cells[0], cells[1], cells[2])
    for text, words in joined:
        if _ACCOUNTS.search(text) and not _SELF.search(text):
            return FormMatch(
                "",
                "final_accounts",
                "CN-2020",
                f"标题“{text[:40]}”：预决算公开说明，不是绩效自评报告",
                (words.place(),),
            )
    return FormMatch("", "", "CN-2020", "没有见到绩效自评报告的标题或表名：片段或其他文件", ())


def named(document: Document, path: str) -> FormMatch:
    """The form that the user names."""
    form = load(path)
    return FormMatch(path, form.kind, _pack(document, form), "由使用者指定", ())


def _joined(heads: list[Paragraph]) -> list[tuple[str, Paragraph]]:
    """Each short line, and each with the line after it, since titles are broken over lines."""
    texts = ["".join(p.plain.split()) for p in heads]
    result = []
    for i, item in enumerate(heads):
        result.append((texts[i], item))
        if i + 1 < len(heads) and heads[i + 1].block == item.block + 1 and len(texts[i]) + len(texts[i + 1]) <= _SHORT:
            result.append((texts[i] + texts[i + 1], item))
    return result


def _cell_title(document: Document) -> tuple[str, str, Place] | None:
    """A title inside the first rows of a table: 项目支出绩效自评表."""
    for table in document.tables:
        for cell in table.cells[:6]:
            if 0 < len(cell.plain) <= _SHORT and "自评" in cell.plain:
                text = "".join(cell.plain.split())
                for kind in ("department", "project"):
                    if found := _titles()[kind].search(text):
                        return kind, found[0], cell.place()
    return None


def _form(document: Document, kind: str, title: str, place: Place) -> FormMatch:
    plain = document.plain
    best = load(f"cn/{kind}")
    best_words: list[str] = []
    for path in all_forms():
        form = load(path)
        if form.kind != kind or not form.words or path.endswith("-2021"):
            continue
        words = [word for word in form.words if word in plain]
        if len(words) >= _SURE_WORDS and _held(form, plain) and len(form.chain) > len(best.chain):
            best, best_words = form, words
    pack = _pack(document, best)
    path = best.path
    if path == f"cn/{kind}" and pack == load(f"{path}-2021").pack:
        path += "-2021"
    more = f"，另有“{'”“'.join(best_words[:3])}”" if best_words else ""
    return FormMatch(path, kind, pack, _REASON.format(title=title, more=more), (place,))


def _held(form: Form, plain: str) -> bool:
    """Whether every parent with words of its own speaks, too."""
    return all(any(word in plain for word in load(parent).words) for parent in form.chain[1:] if load(parent).words)


def _pack(document: Document, form: Form) -> str:
    """The pack of the 2021 scheme where 成本指标 stands as a class of the first level, else the form's own."""
    return load(f"cn/{form.kind}-2021").pack if any(map(_cost_first, document.tables)) else form.pack


def _cost_first(table: Table) -> bool:
    head = next((c for c in table.cells if "一级指标" in c.plain and len(c.plain) < 10), None)  # noqa: PLR2004
    if head is None:
        return False
    column = {
        "".join(c.plain.split())[:4]: c for c in table.cells if c.column == head.column and c.row > head.row and c.plain
    }
    return any(text == "成本指标" for text in column)
