"""Forms (报告格式): what a division prescribes, merged along its ``extends`` chain, with the file that each line came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from jixiao.forms.files import ROOT, load_yaml
from jixiao.forms.layout import ClassForm, LayoutError
from jixiao.forms.tables import RubricItem, TableForm, class_of, line_of, rubric_item, signoff_labels, table_of
from jixiao.model.words import squeezed


class FormError(ValueError):
    """A form file is not as it must be; the message names the file and what is wrong in it."""


@dataclass(frozen=True, slots=True)
class SectionForm:
    """章节 of a form: id, title, level, every wording of the title, squeezed."""

    id: str
    title: str
    level: int
    wordings: tuple[str, ...]


@dataclass(frozen=True)
class Form:
    """报告格式, merged. ``sources`` tells for each top-level key the file that said it.

    ``cover`` and ``heading`` are the lines of the cover and above the text as (style, words); ``chapters`` the sections
    that a report of this form prints, in order. ``classes`` are the classes of indicators, ``sentences`` the patterns of
    each section that this form has of its own (see compose/sentences). ``terms`` are words that tables name in braces and
    that differ from place to place. ``unverified`` says for each top-level key of
    which no text of the authority was read, what it was taken from.
    """

    path: str
    title: str
    kind: str
    pack: str
    division: str
    since: int
    until: int | None
    sections: tuple[SectionForm, ...]
    tables: tuple[TableForm, ...]
    required: tuple[str, ...] = ()
    cover: tuple[tuple[str, str], ...] = ()
    heading: tuple[tuple[str, str], ...] = ()
    chapters: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    signoff: tuple[str, ...] = ()
    signoff_labels: dict[str, str] = field(default_factory=dict)
    rubric_title: str = ""
    rubric: tuple[RubricItem, ...] = ()
    weights: dict[str, int] = field(default_factory=dict)
    classes: tuple[ClassForm, ...] = ()
    sentences: dict[str, Any] = field(default_factory=dict)
    titles: tuple[str, ...] = ()
    words: tuple[str, ...] = ()  # recognition words of this file alone, not of its parents
    chain: tuple[str, ...] = ()  # this form, its parent, … the base
    sources: dict[str, str] = field(default_factory=dict)
    unverified: dict[str, str] = field(default_factory=dict)
    terms: dict[str, str] = field(default_factory=dict)

    def table(self, name: str) -> TableForm | None:
        """The table of an id."""
        return next((table for table in self.tables if table.id == name), None)

    def section(self, name: str) -> SectionForm | None:
        """The section of an id."""
        return next((section for section in self.sections if section.id == name), None)


_KNOWN = frozenset({"extends", "title", "kind", "pack", "division", "since", "until", "recognise", "sections", "tables", "required",
                    "cover", "heading", "chapters", "attachments", "signoff", "rubric", "weights", "classes", "sentences",
                    "terms", "unverified"})  # fmt: skip
_MERGED = ("sentences", "terms", "unverified")  # by entry, not as a whole; tables by their id


@cache
def load(path: str) -> Form:
    """The form at an address such as 430000-hunan/430600-yueyang/department, merged with its parents."""
    chain = _chain(path)
    merged, sources = _merge(chain)
    try:
        return _form(path, chain, merged, sources)
    except LayoutError as wrong:
        raise FormError(f"{path}.yaml：{wrong}") from wrong
    except (TypeError, AttributeError, KeyError) as wrong:
        raise FormError(f"{path}.yaml：有一处的写法不对（{wrong}）") from wrong


def _merge(chain: tuple[str, ...]) -> tuple[dict[str, Any], dict[str, str]]:
    """All keys, the child's before its parents', and the file that each came from; a doubt goes with the key it is about."""
    merged: dict[str, Any] = {key: {} for key in _MERGED}
    sources: dict[str, str] = {}
    for name in reversed(chain):
        data = _file(name)
        for key in _MERGED:
            if not isinstance(data.get(key) or {}, dict):
                raise FormError(f"{name}.yaml：{key} 应是“名称: 内容”的列表")
        merged["unverified"] = {key: text for key, text in merged["unverified"].items() if key not in data}
        for key, value in data.items():
            if key in _MERGED:
                merged[key] = merged[key] | (value or {})
            elif key not in ("extends", "recognise"):
                merged[key] = _tables(merged.get(key, ()), value) if key == "tables" else value
                sources[key] = f"{name}.yaml"
    return merged, sources


def _tables(parent: Any, child: Any) -> Any:  # noqa: ANN401 - YAML as it was written; table_of() says what is wrong with it
    """The parent's tables that the child does not have, then the child's."""
    if not isinstance(child, list) or not all(isinstance(item, dict) for item in child):
        return child
    mine = {item.get("id") for item in child}
    return [*(item for item in parent if item.get("id") not in mine), *child]


@cache
def all_forms() -> tuple[str, ...]:
    """The addresses of all forms, in order."""
    found = (p.relative_to(ROOT).with_suffix("").as_posix() for p in ROOT.rglob("*.yaml"))
    return tuple(sorted(name for name in found if "/" in name))


def _file(name: str) -> dict[str, Any]:
    if not (ROOT / f"{name}.yaml").is_file() or "/" not in name:
        raise FormError(f"没有这个格式：{name}；现有：{'、'.join(all_forms())}")
    data = load_yaml(f"{name}.yaml")
    if not isinstance(data, dict):
        raise FormError(f"{name}.yaml：应是“名称: 内容”的列表")
    if unknown := sorted(set(data) - _KNOWN):
        raise FormError(f"{name}.yaml：不认识的栏目 {'、'.join(unknown)}")
    return data


def _chain(path: str) -> tuple[str, ...]:
    chain: list[str] = []
    name: str | None = path
    while name:
        if name in chain:
            raise FormError(f"{path}.yaml：extends 绕成了圈：{' → '.join([*chain, name])}")
        chain.append(name)
        parent = _file(name).get("extends")
        if parent and not _above(str(parent), name):
            raise FormError(f"{name}.yaml：extends {parent} 不是它的上级区划")
        name = parent
    return tuple(chain)


def _above(parent: str, child: str) -> bool:
    """Whether a parent's division is above or the same: ancestry goes in pairs of digits, cn is above all."""
    if parent.startswith("cn/"):
        return True
    mine, upper = _code(child), _code(parent)
    while upper.endswith("00"):
        upper = upper[:-2]
    return bool(upper) and mine.startswith(upper)


def _code(path: str) -> str:
    return path.split("/")[-2].split("-", maxsplit=1)[0] if "/" in path else ""


def _form(path: str, chain: tuple[str, ...], merged: dict[str, Any], sources: dict[str, str]) -> Form:
    for key in ("title", "kind", "pack", "sections", "tables"):
        if key not in merged:
            raise FormError(f"{path}.yaml：缺少 {key}")
    sections = tuple(_section(path, item) for item in merged["sections"])
    known = {s.id for s in sections}
    if missing := [name for name in merged.get("required", ()) if name not in known]:
        raise FormError(f"{path}.yaml：required 中的 {'、'.join(missing)} 不在 sections 里")
    rubric = merged.get("rubric") or {}
    signoff = signoff_labels(merged.get("signoff") or {})
    titles = [word for name in chain for word in (_file(name).get("recognise") or {}).get("title", ())]
    form = Form(
        path, merged["title"], merged["kind"], merged["pack"], str(merged.get("division", "")),
        int(merged.get("since", 2018)), merged.get("until"),
        sections, tuple(table_of(item) for item in merged["tables"]), tuple(merged.get("required", ())),
        tuple(map(line_of, merged.get("cover") or ())), tuple(map(line_of, merged.get("heading") or ())),
        tuple(merged.get("chapters", [s.id for s in sections]) or ()), tuple(merged.get("attachments") or ()),
        tuple(signoff), signoff,
        rubric.get("title", ""), tuple(map(rubric_item, rubric.get("items", ()))),
        dict(merged.get("weights", {})), tuple(map(class_of, merged.get("classes") or ())), merged["sentences"],
        tuple(dict.fromkeys(titles)), tuple((_file(path).get("recognise") or {}).get("words", ())), chain, sources,
        merged["unverified"], merged["terms"],
    )  # fmt: skip
    _check(form, known)
    return form


def _check(form: Form, known: set[str]) -> None:
    """What the parts of a form say of each other."""
    for key, names in (("chapters", form.chapters), ("sentences", form.sentences)):
        if missing := [name for name in names if name not in known]:
            raise FormError(f"{form.path}.yaml：{key} 中的 {'、'.join(missing)} 不在 sections 里")
    titles = {table.title for table in form.tables}
    if missing := [title for title in form.attachments if title not in titles]:
        raise FormError(f"{form.path}.yaml：attachments 中的 {'、'.join(missing)} 不是 tables 里的表名")
    kinds = {one.kind for one in form.classes}
    if form.classes and (missing := sorted(set(form.weights) - kinds - {"execution"})):
        raise FormError(f"{form.path}.yaml：weights 中的 {'、'.join(missing)} 不在 classes 里")


def _section(path: str, item: dict[str, Any]) -> SectionForm:
    if not isinstance(item, dict) or "id" not in item or "title" not in item:
        raise FormError(f"{path}.yaml：sections 的每一项都要有 id 和 title")
    words = (item["title"], *item.get("aliases", ()))
    return SectionForm(item["id"], item["title"], int(item.get("level", 1)), tuple(dict.fromkeys(map(squeezed, words))))
