"""Data (填报数据的文本形式): a Filing as plain mappings, lists and words, as YAML and JSON have them, and back."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import yaml

from jixiao.filing.takes import filing
from jixiao.filing.taking import Taker
from jixiao.model.amount import Amount
from jixiao.model.filing import Filing, IndicatorEntry, Mistake, SheetEntry, Signature, SpendingItem, Understood

_WIDE = 10_000  # no line of YAML is folded: a paragraph is one line


def from_data(
    data: object, where: Callable[[str], str] = str
) -> tuple[Filing, tuple[Mistake, ...], tuple[Understood, ...]]:
    """The filing that plain data hold, every mistake in them, and what was understood as something else.

    Always gives a filing: what cannot be taken is left out of it and stands among the mistakes. ``where`` tells for an
    address where the user finds it (a line, a cell).
    """
    taker = Taker(where)
    found = filing(taker, data)
    return found, tuple(taker.mistakes), tuple(taker.understood)


def to_data(filing: Filing) -> dict[str, Any]:
    """A filing as plain mappings, lists and words, in the order in which people write them; nothing that is empty."""
    return _filled(
        {
            "form": filing.form,
            "unit": filing.unit,
            "year": filing.year,
            "date": filing.date,
            "figures": {key: _amount(amount) for key, amount in filing.figures.items()},
            "items": [_item(item) for item in filing.items],
            "texts": dict(filing.texts),
            "signoff": _signature(filing.signoff),
            "department": _sheet(filing.department),
            "projects": [_sheet(sheet) for sheet in filing.projects],
        }
    )


def canonical(filing: Filing) -> str:
    """A filing as JSON on one line: the same filing always gives the same text."""
    return json.dumps(to_data(filing), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def as_json(filing: Filing) -> str:
    """A filing as JSON that people can read."""
    return json.dumps(to_data(filing), ensure_ascii=False, indent=2) + "\n"


def as_yaml(filing: Filing) -> str:
    """A filing as YAML that people can read and change."""
    return yaml.dump(to_data(filing), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDE)


class _Dumper(yaml.SafeDumper):
    """Writes paragraphs as blocks, and list entries indented under their name."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - PyYAML's signature
        super().increase_indent(flow, indentless=False)


def _words(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _words)


def _amount(amount: Amount | None) -> str:
    return f"{amount.number:f}{amount.unit}" if amount else ""


def _item(item: SpendingItem) -> dict[str, Any]:
    return _filled(
        {
            "label": item.label,
            "concept": item.concept,
            "fund": item.fund,
            "last": _amount(item.last),
            "budget": _amount(item.budget),
            "final": _amount(item.final),
        }
    )


def _signature(signature: Signature) -> dict[str, Any]:
    return _filled({name: getattr(signature, name) for name in ("preparer", "phone", "head", "date")})


def _sheet(sheet: SheetEntry) -> dict[str, Any]:
    funds = [
        _filled({"fund": f.fund, "initial": _amount(f.initial), "adjusted": _amount(f.adjusted), "executed": _amount(f.executed)})
        for f in sheet.funds
    ]  # fmt: skip
    data = _filled(
        {
            "name": sheet.name,
            "supervisor": sheet.supervisor,
            "implementer": sheet.implementer,
            "funds": funds,
            "goals": [_filled({"expected": g.expected, "achieved": g.achieved}) for g in sheet.goals],
            "indicators": [_indicator(one) for one in sheet.indicators],
        }
    )
    if sheet.signoff is not None:
        data["signoff"] = _signature(sheet.signoff)
    return data


def _indicator(one: IndicatorEntry) -> dict[str, Any]:
    return _filled(
        {
            "kind1": one.kind1,
            "kind2": one.kind2,
            "name": one.name,
            "target": one.target,
            "actual": one.actual,
            "weight": _points(one.weight),
            "level": one.level,
            "points": _points(one.points),
            "note": one.note,
            "evidence": one.evidence,
        }
    )


def _points(number: object) -> str:
    return f"{number:f}" if number is not None else ""


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in ("", [], {}, None)}
