"""What each part of a filing is taken from (收取填报数据): plain data to the nouns of model/filing.py."""

from __future__ import annotations

from collections.abc import Container, Mapping
from decimal import Decimal
from typing import Any

from jixiao import forms
from jixiao.filing import choices, figures, words
from jixiao.filing.sheets import sheet, signature
from jixiao.filing.taking import LINES, PARAGRAPHS, Taker, hint
from jixiao.forms import Form, FormError
from jixiao.model.filing import Filing, SheetEntry, Signature, SpendingItem
from jixiao.model.words import plain

KEYS = ("form", "unit", "year", "date", "figures", "items", "texts", "signoff", "department", "projects")
_ITEM = ("label", "concept", "fund", "last", "budget", "final")
_FIRST, _LAST = 2000, 2100


def filing(taker: Taker, data: object) -> Filing:
    """A filing; whatever cannot be taken is left out and noted."""
    held = taker.mapping(data, "", KEYS)
    form = _form(taker, held.get("form"))
    unit = taker.name(held.get("unit"), "unit")
    if not unit:
        taker.wrong("missing", "unit", name="单位名称")
    items = _items(taker, held.get("items"))
    found = Filing(
        form=form.path if form else taker.name(held.get("form"), "form"),
        unit=unit,
        year=_year(taker, held.get("year")),
        date=taker.date(held.get("date"), "date"),
        figures=figures.take(taker, held.get("figures"), form, items),
        items=items,
        texts=_texts(taker, held.get("texts"), form),
        department=sheet(taker, held.get("department"), "department", form) or SheetEntry(),
        projects=_projects(taker, held.get("projects"), form),
        signoff=signature(taker, held.get("signoff"), "signoff") or Signature(),
    )
    entered = (
        found.figures,
        found.items,
        found.texts,
        found.projects,
        found.department != SheetEntry(),
        taker.mistakes,
    )
    if not any(entered):
        taker.wrong("nothing", "", "")
    return found


def _form(taker: Taker, data: object) -> Form | None:
    path = taker.name(data, "form")
    if not path:
        taker.wrong("missing", "form", name="报告格式（form）")
        return None
    try:
        return forms.load(path)
    except FormError:
        near = choices.nearest(path, forms.all_forms(), 1)
        taker.wrong(
            "unknown_form",
            "form",
            path,
            near=f"是不是 {near[0]}？" if near else "",
            near_en=f"Is it {near[0]}? " if near else "",
        )
        return None


def _year(taker: Taker, data: object) -> int:
    text = plain(taker.word(data, "year")).strip().removesuffix("年度").removesuffix("年")
    if not text:
        taker.wrong("missing", "year", name="年度")
        return 0
    try:
        number = Decimal(text)
    except ArithmeticError:
        number = Decimal(0)
    if not _FIRST <= number <= _LAST or number % 1:
        taker.wrong("year", "year", taker.word(data, "year"))
        return 0
    return int(number)


def _items(taker: Taker, data: object) -> tuple[SpendingItem, ...]:
    found: list[SpendingItem] = []
    for address, entry in taker.listed(data, "items"):
        held = taker.mapping(entry, address, _ITEM)
        item = SpendingItem(
            taker.name(held.get("label"), f"{address}.label"),
            _concept(taker, held.get("concept"), f"{address}.concept"),
            _item_fund(taker, held.get("fund"), f"{address}.fund"),
            *(taker.amount(held.get(column), f"{address}.{column}", "money") for column in choices.COLUMNS),
        )
        if not item.label and item.last is item.budget is item.final is None:
            continue
        _named_once(taker, f"{address}.label", item.label, {one.label for one in found}, "项目支出明细的名称")
        found.append(item)
    return tuple(found)


def _named_once(taker: Taker, address: str, label: str, taken: Container[str], name: str) -> None:
    """A line or a sheet has a name, and no other has the same."""
    if not label:
        taker.wrong("missing", address, name=name)
    elif label in taken:
        taker.wrong("item_twice", address, label, label=label)


def _concept(taker: Taker, data: object, address: str) -> str:
    text = taker.name(data, address)
    if not text or text in forms.concepts():
        return text
    found = forms.concept_of(text)
    if not found:
        taker.wrong("unknown_figure", address, text, key=text, **hint(text, forms.concepts()))
    return found


def _item_fund(taker: Taker, data: object, address: str) -> str:
    known = choices.ITEM_FUNDS
    return taker.choice(data, address, "资金来源", known, lambda text: choices.fund(text, known)) or "general"


def _texts(taker: Taker, data: object, form: Form | None) -> Mapping[str, str]:
    known = (*(s.id for s in form.sections), *choices.TEXTS) if form else tuple(data if isinstance(data, dict) else ())
    held = taker.mapping(data, "texts", known)
    found: dict[str, str] = {}
    for key, entry in held.items():
        most = LINES if key in choices.TEXTS else PARAGRAPHS
        text = taker.name(entry, f"texts.{key}", words.paragraphs, most)
        if text:
            found[key] = text
    return found


def _projects(taker: Taker, data: object, form: Form | None) -> tuple[SheetEntry, ...]:
    found: list[SheetEntry] = []
    entries: list[tuple[str, Any]] = taker.listed(data, "projects")
    for address, entry in entries:
        project = sheet(taker, entry, address, form)
        if project is None:
            continue
        _named_once(taker, f"{address}.name", project.name, {one.name for one in found}, "项目名称")
        found.append(project)
    return tuple(found)
