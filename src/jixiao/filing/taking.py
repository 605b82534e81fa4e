"""Taker (收取): takes entries one by one and keeps every mistake and everything that was understood differently."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from jixiao.filing import choices, words
from jixiao.filing.amounts import Unclear, take, take_points
from jixiao.filing.mistakes import mistake
from jixiao.model.amount import Amount
from jixiao.model.filing import Mistake, Understood

NAME, LINES, PARAGRAPHS = 200, 2_000, 20_000  # characters: our choice, so that a report can be laid out
_SHOWN = 60
_KINDS: tuple[tuple[type | tuple[type, ...], str, str], ...] = (
    (dict, "一组“名称: 内容”", "names with values"),
    (list, "一个列表", "a list"),
    (bool, "逻辑值", "a truth value"),
)


class Taker:
    """``where`` tells for an address where the user finds it."""

    def __init__(self, where: Callable[[str], str]) -> None:
        self._where = where
        self._same: dict[str, str] = {}
        self.mistakes: list[Mistake] = []
        self.understood: list[Understood] = []

    def same(self, address: str, entry: str) -> None:
        """Says that what is known as ``address`` was entered as ``entry``: funds.fiscal is the first of the list."""
        self._same[address] = entry

    def where(self, address: str) -> str:
        """Where the user finds an address."""
        near, _, last = address.rpartition(".")
        return self._where(f"{self._same[near]}.{last}" if near in self._same else address)

    def wrong(self, rule: str, address: str, value: object = "", **filled: str) -> None:
        """Notes a mistake."""
        self.mistakes.append(mistake(rule, address, self.where(address), _short(value), **filled))

    def told(self, address: str, value: object, taken: str) -> None:
        """Notes that something was read as something else than it was written as."""
        self.understood.append(Understood(address, self.where(address), _short(value), _short(taken)))

    def mapping(self, data: object, address: str, known: Iterable[str]) -> dict[str, Any]:
        """A mapping of known names; others are mistakes that name the nearest ones."""
        if data is None:
            return {}
        if data == "":
            return {}
        if not isinstance(data, dict):
            self._type(data, address, "一组“名称: 内容”", "names with values")
            return {}
        names = tuple(known)
        for key in data:
            if key not in names:
                self.wrong("unknown_key", _below(address, str(key)), key, key=_short(key), **hint(str(key), names))
        return {key: value for key, value in data.items() if key in names}

    def listed(self, data: object, address: str) -> list[tuple[str, Any]]:
        """The entries of a list with their addresses."""
        if data is None:
            return []
        if not isinstance(data, list | tuple):
            self._type(data, address, "一个列表（每项前面一个 -）", "a list")
            return []
        return [(_below(address, str(n)), item) for n, item in enumerate(data, 1)]

    def word(self, data: object, address: str) -> str:
        """Whatever was written, as words; mappings and lists are mistakes."""
        if data is None:
            return ""
        if isinstance(data, str):
            return data
        if isinstance(data, bool) or not isinstance(data, int | float | Decimal | date):
            self._type(data, address, "文字或数", "words or a number")
            return ""
        return data.isoformat() if isinstance(data, date | datetime) else str(data)

    def name(self, data: object, address: str, spelled: Callable[[str], str] = words.name, most: int = NAME) -> str:
        """Words in one spelling, not longer than a report can hold."""
        found = spelled(self.word(data, address))
        if len(found) > most:
            self.wrong("too_long", address, found, count=str(len(found)), most=str(most))
        return found

    def value(self, data: object, address: str) -> str:
        """A target or an actual value; shown where its spelling was changed."""
        written = self.word(data, address)
        found = self.name(written, address, words.value)
        if found != "".join(written.split()):
            self.told(address, written, found or "（空，没有填）")
        return found

    def amount(self, data: object, address: str, dimension: str) -> Amount | None:
        """An amount of a dimension."""
        written = self.word(data, address)
        try:
            taken = take(written, dimension)
        except Unclear as unclear:
            self.wrong(unclear.rule, address, written, **unclear.words)
            return None
        if taken.told:
            self.told(address, written, taken.words)
        if taken.amount and dimension in ("people", "count") and taken.amount.number % 1:
            self.wrong("not_whole", address, written)
            return None
        return taken.amount

    def points(self, data: object, address: str) -> Decimal | None:
        """分值 or 得分."""
        written = self.word(data, address)
        try:
            found, told = take_points(written)
        except Unclear as unclear:
            self.wrong(unclear.rule, address, written, **unclear.words)
            return None
        if told:
            self.told(address, written, f"{found:f}分" if found is not None else "（空，没有填）")
        return found

    def date(self, data: object, address: str) -> str:
        """A day as 2024-05-30."""
        written = self.word(data, address).strip()
        if not written:
            return ""
        found = words.iso_date(written)
        if found is None:
            self.wrong("date", address, written)
            return ""
        if found != written:
            self.told(address, written, found)
        return found

    def choice(self, data: object, address: str, label: str, known: dict[str, str], find: Callable[[str], str]) -> str:
        """The id of one of some words."""
        written = words.name(self.word(data, address))
        if not written:
            return ""
        found = find(written)
        if not found:
            near = choices.nearest(written, known.values(), 1)
            listed = "、".join(f"{v}（{k}）" for k, v in known.items())
            self.wrong(
                "choice",
                address,
                written,
                name=label,
                known=listed,
                near=f"是不是“{near[0]}”？" if near else "",
                near_en=f"Is it “{near[0]}”?" if near else "",
            )
        return found

    def _type(self, data: object, address: str, wanted: str, wanted_en: str) -> None:
        found = next(((zh, en) for kind, zh, en in _KINDS if isinstance(data, kind)), ("文字", "words"))
        self.wrong("type", address, "" if isinstance(data, dict | list) else data, wanted=wanted, found=found[0],
                   wanted_en=wanted_en, found_en=found[1])  # fmt: skip


def hint(key: str, names: Iterable[str]) -> dict[str, str]:
    """The nearest names of a wrong one, or all where there are few, in both languages."""
    known = tuple(names)
    near = choices.nearest(key, known)
    few = 12
    if near:
        return {"near": f"是不是 {'、'.join(near)}？", "near_en": f"Is it {' or '.join(near)}?"}
    if len(known) > few:
        return {"near": "请对照填写说明里的名称。", "near_en": "The names are in the workbook's help."}
    return {"near": f"可以写的有：{'、'.join(known)}。", "near_en": f"There are: {', '.join(known)}."}


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _below(address: str, key: str) -> str:
    return f"{address}.{key}" if address else key
