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
from jixiao.writers.view import plain_number


def _room() -> int:
    return options.look(None, no_color=True, to_file=False).columns


def _list() -> int:
    emit((line + "\n" for line in _overview(_room())), None)
    return CLEAN


def _overview(room: int) -> Iterator[str]:
    yield "规则包"
    yield from grid([(pack, law.load(pack).title) for pack in law.packs()], room)
    yield ""
    yield "依据"
    citations = law.load().citations
    yield from grid([(name, f"{item}{_status(item.verified)}") for name, item in citations.items()], room)


def _show(name: str) -> int:
    known = {pack.upper(): pack for pack in law.packs()}
    default = law.load()
    if name.upper() in known:
        lines = _pack(law.load(known[name.upper()]), _room())
    elif name in default.citations:
        lines = _citation(default.citations[name], _room())
    elif name in default.numbers or name in default.texts or name in default.tables:
        lines = _parameter(name, _room())
    else:
        raise Problem(
            f"没有名为“{name}”的规则包、依据或参数。jixiao law list 列出全部。",
            f"There is no pack, citation or parameter “{name}”. jixiao law list lists them all.",
        )
    emit((line + "\n" for line in lines), None)
    return CLEAN


def _pack(chosen: law.Law, room: int) -> Iterator[str]:
    yield f"{chosen.pack}  {chosen.title}  {chosen.pack_hash}"
    yield " ← ".join(chosen.lineage)
    yield "\n参数"
    yield from grid(
        [
            (p.id, f"{plain_number(p.value)}{p.unit}", _cited(chosen, p.cite, p.verified))
            for p in chosen.numbers.values()
        ],
        room,
    )
    yield "\n约定"
    yield from grid([(c.id, c.value, _cited(chosen, c.cite, c.verified)) for c in chosen.texts.values()], room)
    for norm in chosen.tables.values():
        yield f"\n{norm.id}  {_cited(chosen, norm.cite, norm.verified)}"
        yield from grid([[str(value) for value in row.values()] for row in norm.rows], room)


def _citation(item: Citation, room: int) -> Iterator[str]:
    yield f"{item}{_status(item.verified)}"
    rows = [
        ("编号", item.id),
        ("发文机关", item.issuer),
        ("大意", item.text),
        ("说明", item.note),
        ("来源", item.source),
    ]
    yield from grid([row for row in rows if row[1]], room)


def _parameter(name: str, room: int) -> Iterator[str]:
    """One parameter in every pack that has it."""
    yield name
    for pack in law.packs():
        chosen = law.load(pack)
        if name in chosen.numbers:
            parameter = chosen.numbers[name]
            rows = [
                (
                    pack,
                    f"{plain_number(parameter.value)}{parameter.unit}",
                    _cited(chosen, parameter.cite, parameter.verified),
                )
            ]
        elif name in chosen.texts:
            choice = chosen.texts[name]
            rows = [(pack, choice.value, _cited(chosen, choice.cite, choice.verified))]
        else:
            norm = chosen.tables[name]
            rows = [
                (
                    pack,
                    "；".join(" ".join(map(str, row.values())) for row in norm.rows),
                    _cited(chosen, norm.cite, norm.verified),
                )
            ]
        yield from grid(rows, room)


def _cited(chosen: law.Law, cite: str, verified: bool) -> str:  # noqa: FBT001 - a status beside its citation
    return f"{chosen.citation(cite)}{_status(verified)}"


def _status(verified: bool) -> str:  # noqa: FBT001 - it is the only argument
    return "" if verified else say("unverified")


command = Group(
    "law",
    [
        Verb("list", _list, [], intro=("列出全部规则包和依据。", "Lists packs and citations."), examples=("jixiao law list",)),
        Verb(
            "show", _show, [click.Argument(["name"], metavar="名称")],
            intro=("查看一个规则包、一条依据，或一个参数在各规则包中的值。", "Prints a pack, a citation, or a parameter in every pack."),
            examples=("jixiao law show CN-2020", "jixiao law show over.explain"),
        ),
    ],
    intro=("查看规则包、参数和依据；没有核对过原文的标「未核实」。", "Rule packs, parameters and citations with their status."),
    examples=("jixiao law list", "jixiao law show CN-2020"),
)  # fmt: skip
