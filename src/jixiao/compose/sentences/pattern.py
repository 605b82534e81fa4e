"""Patterns (句式): how a chapter is composed, as data of the form (forms/sentences.yaml or a form's own key), checked here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jixiao.forms import Form, FormError
from jixiao.forms.files import load_yaml

_ONE, _TWO, _SEVERAL = "one", "two", "several"
# Every phrase kind and the figures that it speaks of.
KINDS = {
    "amount": _ONE, "share": _TWO, "completion": _TWO, "change": _TWO, "saved": _TWO, "list": _SEVERAL, "items": _ONE,
    "classes": _ONE, "projects": _ONE, "reason": _ONE,
}  # fmt: skip
_USUAL = {"list": "其中", "items": "其中", "share": "占比"}  # words where the pattern names none
_EXTRAS = frozenset({"as", "of", "share"})
_ORDERS = ("before", "after")


@dataclass(frozen=True, slots=True)
class Clause:
    """分句: a phrase kind, the figures that it speaks of (label "" where a figure has its own), and its words.

    ``words`` are printed before (or, with ``saved`` and ``change``, name what is compared with);
    ``of`` is the total of a list; ``share`` are the words before each one's share of it.
    """

    kind: str
    figures: tuple[tuple[str, str], ...]  # label, id
    words: str
    of: str = ""
    share: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """句子: ``subject`` is printed once, before the first clause that is there; ``none`` where all amounts are zero."""

    clauses: tuple[Clause, ...]
    lead: str = ""
    subject: str = ""
    none: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """章节的句式: paragraphs of sentences; ``own_first`` where the unit's own paragraphs stand before them."""

    paragraphs: tuple[tuple[Sentence, ...], ...] = ()
    own_first: bool = False


def pattern(section: str, form: Form) -> Pattern:
    """The pattern of a section: the form's own, else that of forms/sentences.yaml, else an empty one."""
    if section in form.sentences:
        return _pattern(f"{form.path}.yaml", section, form.sentences[section])
    return _base().get(section, Pattern())


@cache
def _base() -> dict[str, Pattern]:
    return {name: _pattern("sentences.yaml", name, item) for name, item in load_yaml("sentences.yaml").items()}


def _pattern(file: str, section: str, item: Any) -> Pattern:  # noqa: ANN401 - YAML is whatever its file says
    where = f"{file}：句式 {section}"
    known = _mapping(where, item, {"order", "paragraphs"})
    if (order := known.get("order", "before")) not in _ORDERS:
        raise FormError(f"{where} 的 order 应为 before 或 after，写成了“{order}”")
    paragraphs = known.get("paragraphs", [])
    if not isinstance(paragraphs, list) or not all(isinstance(p, list) for p in paragraphs):
        raise FormError(f"{where} 的 paragraphs 应是段落的列表，每段是句子的列表")
    return Pattern(tuple(tuple(_sentence(where, s) for s in p) for p in paragraphs), own_first=order == "after")


def _sentence(where: str, item: Any) -> Sentence:  # noqa: ANN401 - as above
    known = _mapping(where, item, {"lead", "subject", "none", "clauses"})
    clauses = known.get("clauses")
    if not isinstance(clauses, list) or not clauses:
        raise FormError(f"{where} 的每一句都要有 clauses，至少一个分句")
    words = {key: str(known.get(key, "")) for key in ("lead", "subject", "none")}
    return Sentence(tuple(_clause(where, clause) for clause in clauses), **words)


def _clause(where: str, item: Any) -> Clause:  # noqa: ANN401 - as above
    kinds = [key for key in item if key in KINDS] if isinstance(item, Mapping) else []
    # ``share`` beside a list says how the shares are worded; alone it is a phrase of its own
    kind = next((key for key in kinds if key != "share"), "share") if kinds else ""
    if not kind or len([key for key in kinds if key != "share"]) > 1:
        raise FormError(f"{where} 有一个分句不认识：{item}；一个分句写一种，可用的有 {'、'.join(KINDS)}")
    known = _mapping(where, item, {kind, *_EXTRAS})
    share = "" if kind == "share" else str(known.get("share", ""))
    figures = _figures(where, kind, known[kind])
    words = known.get("as", _USUAL.get(kind, ""))
    return Clause(kind, figures, str(words), str(known.get("of", "")), share)


def _figures(where: str, kind: str, named: Any) -> tuple[tuple[str, str], ...]:  # noqa: ANN401 - as above
    if isinstance(named, Mapping) and KINDS[kind] == _SEVERAL:
        return tuple((str(label), str(name)) for label, name in named.items())
    names = named if isinstance(named, list) else [named]
    count = {_ONE: len(names) == 1, _TWO: len(names) == 2, _SEVERAL: bool(names)}[KINDS[kind]]  # noqa: PLR2004 - two
    if not count or not all(isinstance(name, str) and name for name in names):
        raise FormError(f"{where} 的 {kind} 后面数据的个数不对：{named}")
    return tuple(("", name) for name in names)


def _mapping(where: str, item: Any, known: set[str]) -> Mapping[str, Any]:  # noqa: ANN401 - as above
    if not isinstance(item, Mapping):
        raise FormError(f"{where} 应写成“名称: 内容”，写成了“{item}”")
    if unknown := sorted(map(str, set(item) - known)):
        raise FormError(f"{where} 有不认识的栏目 {'、'.join(unknown)}")
    return item
