"""``jixiao law list`` and ``jixiao law show``: rule packs, their numbers, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterator

import click

from jixiao import law
from jixiao.cli import options
from jixiao.cli.command import Group, Verb
from jixiao.cli.emit import emit
from jixiao.cli.problem import CLEAN, Problem
from jixiao.model.law import Citation
from jixiao.writers.grid import grid
from jixiao.writers.speech import say
from jixiao.writers.view import Look, plain_number

_WORDS = {
    "zh": {"packs": "规则包", "citations": "依据", "parameters": "参数", "choices": "约定", "id": "编号", "issuer": "发文机关",
           "text": "大意", "note": "说明", "source": "来源"},
    "en": {"packs": "Packs", "citations": "Citations", "parameters": "Parameters", "choices": "Conventions", "id": "id",
           "issuer": "issuer", "text": "content", "note": "note", "source": "source"},
}  # fmt: skip


def _look(lang: str | None) -> Look:
    return options.look(lang, no_color=True, to_file=False)


def _list(*, lang: str | None) -> int:
    emit((line + "\n" for line in _overview(_look(lang))), None)
    return CLEAN


def _overview(look: Look) -> Iterator[str]:
    words, room = _WORDS[look.lang], look.columns
    yield words["packs"]
    yield from grid([(pack, law.load(pack).title) for pack in law.packs()], room)
    yield ""
    yield words["citations"]
    citations = law.load().citations
    yield from grid([(name, f"{item}{_status(item.verified, look.lang)}") for name, item in citations.items()], room)


def _show(name: str, *, lang: str | None) -> int:
    look = _look(lang)
    known = {pack.upper(): pack for pack in law.packs()}
    default = law.load()
    if name.upper() in known:
        lines = _pack(law.load(known[name.upper()]), look)
    elif name in default.citations:
        lines = _citation(default.citations[name], look)
    elif name in default.numbers or name in default.texts or name in default.tables:
        lines = _parameter(name, look)
    else:
        raise Problem(
            f"没有名为“{name}”的规则包、依据或参数。jixiao law list 列出全部。",
            f"There is no pack, citation or parameter “{name}”. jixiao law list lists them all.",
        )
    emit((line + "\n" for line in lines), None)
    return CLEAN


def _pack(chosen: law.Law, look: Look) -> Iterator[str]:
    words, room = _WORDS[look.lang], look.columns
    yield f"{chosen.pack}  {chosen.title}  {chosen.pack_hash}"
    yield " ← ".join(chosen.lineage)
    yield f"\n{words['parameters']}"
    yield from grid(
        [
            (p.id, f"{plain_number(p.value)}{p.unit}", _cited(chosen, p.cite, p.verified, look.lang))
            for p in chosen.numbers.values()
        ],
        room,
    )
    yield f"\n{words['choices']}"
    yield from grid(
        [(c.id, c.value, _cited(chosen, c.cite, c.verified, look.lang)) for c in chosen.texts.values()], room
    )
    for norm in chosen.tables.values():
        yield f"\n{norm.id}  {_cited(chosen, norm.cite, norm.verified, look.lang)}"
        yield from grid([[str(value) for value in row.values()] for row in norm.rows], room)


def _citation(item: Citation, look: Look) -> Iterator[str]:
    words = _WORDS[look.lang]
    yield f"{item}{_status(item.verified, look.lang)}"
    rows = [(words[key], getattr(item, key)) for key in ("id", "issuer", "text", "note", "source")]
    yield from grid([row for row in rows if row[1]], look.columns)


def _parameter(name: str, look: Look) -> Iterator[str]:
    """One parameter in every pack that has it."""
    yield name
    yield from grid([(pack, *_value(law.load(pack), name, look.lang)) for pack in law.packs()], look.columns)


def _value(chosen: law.Law, name: str, lang: str) -> tuple[str, str]:
    if name in chosen.numbers:
        parameter = chosen.numbers[name]
        return f"{plain_number(parameter.value)}{parameter.unit}", _cited(
            chosen, parameter.cite, parameter.verified, lang
        )
    if name in chosen.texts:
        choice = chosen.texts[name]
        return choice.value, _cited(chosen, choice.cite, choice.verified, lang)
    if name in chosen.tables:
        norm = chosen.tables[name]
        rows = "；".join(" ".join(map(str, row.values())) for row in norm.rows)
        return rows, _cited(chosen, norm.cite, norm.verified, lang)
    return "—", ""


def _cited(chosen: law.Law, cite: str, verified: bool, lang: str) -> str:  # noqa: FBT001 - a status beside its citation
    return f"{chosen.citation(cite)}{_status(verified, lang)}"


def _status(verified: bool, lang: str) -> str:  # noqa: FBT001 - a status
    return "" if verified else say("unverified", lang)


command = Group(
    "law",
    [
        Verb("list", _list, [options.lang()], intro=("列出全部规则包和依据。", "Lists packs and citations."), examples=("jixiao law list",)),
        Verb(
            "show", _show, [click.Argument(["name"], metavar="名称"), options.lang()],
            intro=("查看一个规则包、一条依据，或一个参数在各规则包中的值。", "Prints a pack, a citation, or a parameter in every pack."),
            examples=("jixiao law show CN-2020", "jixiao law show over.explain"),
        ),
    ],
    intro=("查看规则包、参数和依据；没有核对过原文的标「未核实」。", "Rule packs, parameters and citations with their status."),
    examples=("jixiao law list", "jixiao law show CN-2020"),
)  # fmt: skip
