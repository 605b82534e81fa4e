"""Forms (报告格式): what a division prescribes, merged along its ``extends`` chain, with the file that each line came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from jixiao.forms.files import ROOT, load_yaml
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


@dataclass(frozen=True, slots=True)
class TableForm:
    """表 of a form: id, title, the roles of its columns or the concepts of its rows."""

    id: str
    title: str
    columns: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RubricItem:
    """考核评分表 item: block, name, most points."""

    block: str
    item: str
    most: int


@dataclass(frozen=True)
class Form:
    """报告格式, merged. ``sources`` tells for each top-level key the file that said it."""

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
    cover: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    signoff: tuple[str, ...] = ()
    rubric_title: str = ""
    rubric: tuple[RubricItem, ...] = ()
    weights: dict[str, int] = field(default_factory=dict)
    titles: tuple[str, ...] = ()
    words: tuple[str, ...] = ()  # recognition words of this file alone, not of its parents
    chain: tuple[str, ...] = ()  # this form, its parent, … the base
    sources: dict[str, str] = field(default_factory=dict)


_KNOWN = frozenset({"extends", "title", "kind", "pack", "division", "since", "until", "recognise", "sections",
                    "tables", "required", "cover",
                    "attachments", "signoff", "rubric", "weights"})  # fmt: skip


@cache
def load(path: str) -> Form:
    """The form at an address such as 430000-hunan/430600-yueyang/department, merged with its parents."""
    chain = _chain(path)
    merged: dict[str, Any] = {}
    sources: dict[str, str] = {}
    for name in reversed(chain):
        for key, value in _file(name).items():
            if key not in ("extends", "recognise"):
                merged[key] = value
                sources[key] = f"{name}.yaml"
    return _form(path, chain, merged, sources)


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
    titles = [word for name in chain for word in (_file(name).get("recognise") or {}).get("title", ())]
    return Form(
        path, merged["title"], merged["kind"], merged["pack"], str(merged.get("division", "")),
        int(merged.get("since", 2018)), merged.get("until"),
        sections, tuple(TableForm(t["id"], t["title"], tuple(t.get("columns", ())), tuple(t.get("rows", ()))) for t in merged["tables"]),
        tuple(merged.get("required", ())), tuple(merged.get("cover", ())), tuple(merged.get("attachments", ())),
        tuple(merged.get("signoff", ())),
        rubric.get("title", ""), tuple(RubricItem(i["block"], i["item"], int(i["most"])) for i in rubric.get("items", ())),
        dict(merged.get("weights", {})), tuple(dict.fromkeys(titles)),
        tuple((_file(path).get("recognise") or {}).get("words", ())), chain, sources,
    )  # fmt: skip


def _section(path: str, item: dict[str, Any]) -> SectionForm:
    if not isinstance(item, dict) or "id" not in item or "title" not in item:
        raise FormError(f"{path}.yaml：sections 的每一项都要有 id 和 title")
    words = (item["title"], *item.get("aliases", ()))
    return SectionForm(item["id"], item["title"], int(item.get("level", 1)), tuple(dict.fromkeys(map(squeezed, words))))
