"""What the generated pages share: tables, years, and a basis with its status."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jixiao import law


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; bars and line breaks in the cells are kept from ending them."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(_cell(value) for value in line)} |\n" for line in lines)


def basis(cite: str, *, verified: bool | None = None) -> str:
    """A citation by its id, as printed, with a mark where its text (or the value taken from it) was not verified."""
    citation = law.load().citation(cite)
    name = str(citation)
    sure = citation.verified if verified is None else verified
    ours = citation.source.startswith("DERIVED") or "未核实" in name
    return name if sure or ours else f"{name}（未核实）"


def years(since: int | None, until: int | None) -> str:
    """2020 起; 2018—2020."""
    if since is None:
        return f"至 {until}" if until else ""
    return f"{since}—{until}" if until else f"{since} 起"


def _cell(value: object) -> str:
    return str(value).replace("|", "\\|").replace("\n", "<br>")
