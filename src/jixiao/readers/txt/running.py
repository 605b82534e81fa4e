"""A whole 自评表 in one line, its cells divided by single blanks, empty cells lost: rows of which the figures leave no doubt.

A row of figures is taken when the kinds of its words fit the heads in one way; all else stays words without a column.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from jixiao.forms.vocabulary import bare, roles, totals
from jixiao.model.document import Block
from jixiao.readers.txt import labels
from jixiao.readers.txt.grid import Draft
from jixiao.readers.txt.lines import Line
from jixiao.readers.txt.placing import Placing, is_fund
from jixiao.readers.txt.tokens import Token, draft, tokens

_HEAD = re.compile(r"一\s*级\s*指\s*标\s.{0,40}三\s*级\s*指\s*标\s")
_BEGIN = re.compile(r"(?:(?<=\s)|^)项\s*目\s*名\s*称[：:]?\s")
_TITLE = re.compile(r"\S{0,30}自评表(?:\s{0,2}[（(]\s*20\d\d\s*年?度?\s*[)）])?\s*$")
_END = re.compile(r"\s(?:总\s*分|合\s*计|总\s*计|总得分)\s+(?:100(?:\.0+)?)(?:\s+\d{1,3}(?:\.\d+)?)?(?=\s|$)")
_LEAST = 100  # characters
_STAGES = ("initial", "adjusted", "executed")
_CELL = {
    "level3": "t{1,4}?",
    "sign": "s",
    "target": "[vnt]",
    "unit": "t",
    "actual": "[vnt]",
    "weight": "n",
    "score": "n",
}
_ENTRIES = frozenset(("达成预期指标", "全部达成", "已完成", "完成"))  # what stands under 完成值 is no name
_WORDS = 3
_TWO = 2


def parted(lines: list[Line]) -> list[Line]:
    """The lines, a line that holds a whole 自评表 divided into what stands before it, the table, and what follows."""
    found: list[Line] = []
    for line in lines:
        head = _HEAD.search(line.text) if len(line.text) > _LEAST else None
        if head is None:
            found.append(line)
            continue
        begin = next(iter(_BEGIN.finditer(line.text, 0, head.start())), None)
        start = begin.start() if begin else head.start()
        title = _TITLE.search(line.text[:start].rstrip()) if begin else None
        pieces = [(0, title.start(), ""), (title.start(), start, "")] if title else [(0, start, "")]
        end = _END.search(line.text, head.end())
        pieces += [(start, end.end() if end else len(line.text), "")]
        pieces += [(end.end(), len(line.text), "")] if end else []
        found += [Line(line.number, text) for a, b, _ in pieces if (text := line.text[a:b].strip())]
    return found


def table_at(lines: list[Line], index: int) -> tuple[Callable[[int], Block] | None, int] | None:
    """The 自评表 that the line at ``index`` is, where its rows can be told."""
    line = lines[index]
    head = _HEAD.search(line.text) if len(line.text) > _LEAST and "\t" not in line.text else None
    if head is None:
        return None
    items = tokens(line.text, signs=_has_signs(line.text[head.start() : head.end() + 60]))
    placing = _Reading(line, items).read()
    if placing.placed < _TWO or placing.lost > placing.placed:
        return None
    return placing.table, index + 1


def _has_signs(head: str) -> bool:
    return any(roles(labels.squeezed(word)).get("columns") in ("sign", "unit") for word in head.split())


class _Reading:
    """The line, word by word."""

    def __init__(self, line: Line, items: list[Token]) -> None:
        self.line, self.items = line, items
        self.texts = [item.text for item in items]
        self.placing = Placing()
        self.at = 0

    def read(self) -> Placing:
        """Every row of the line, placed as far as that is certain."""
        while self.at < len(self.items):
            self._next()
        return self.placing

    def _draft(self, start: int, end: int) -> Draft:
        return draft(self.line, self.items[start:end])

    def _label_from(self, at: int) -> int:
        """The first label from a word on."""
        return next((n for n in range(at, len(self.items)) if self.items[n].kind == "l"), len(self.items))

    def _next(self) -> None:
        at, item = self.at, self.items[self.at]
        if self._head():
            return
        if self.placing.indicators:
            self._indicators()
        elif self.placing.money and is_fund(item.text):
            self._fund()
        elif item.kind == "l" and roles(item.text).get("keys"):
            self.at = next((n for n in range(at + 1, len(self.items)) if self._begins(n)), len(self.items))
            self.placing.pair([self._draft(at, at + 1), self._draft(at + 1, self.at)])
        else:
            self._goals()

    def _head(self) -> bool:
        at = self.at
        first = self._label_from(at)
        extra = first if labels.lead(self.texts[at]) and first - at <= _TWO else at
        for group, known in (("columns", labels.is_indicator_head), ("money", labels.is_money_head)):
            found = labels.heads(self.texts, extra, group)
            if known(found):
                before = [self._draft(at, extra)] if extra > at else []
                self.at = extra + len(found)
                self.placing.head([self._draft(n, n + 1) for n in range(extra, self.at)], found, group, before)
                return True
        return False

    def _goals(self) -> None:
        """预期目标 and 实际完成情况, or words that are none of the table's labels."""
        at = self.at
        kinds = [roles(text).get("goals") for text in self.texts[at : at + 2]]
        heads = _TWO if kinds == ["expected", "achieved"] else 1
        end = next((n for n in range(at + heads, len(self.items)) if self._begins(n)), len(self.items))
        if heads == _TWO and end - at == _TWO * 2:
            self.placing.pair([self._draft(at, at + 1), self._draft(at + 1, at + 2)])
            self.placing.pair([self._draft(at + 2, at + 3), self._draft(at + 3, at + 4)])
        else:
            self.placing.whole(self._draft(at, end))
        self.at = end

    def _begins(self, at: int) -> bool:
        """Whether a label or the side head of a block begins at a word."""
        item = self.items[at]
        return item.kind == "l" or labels.lead(item.text)

    def _fund(self) -> None:
        at, roles_ = self.at, self.placing.money
        end = next((n for n in range(at + 1, len(self.items)) if self.items[n].kind not in "nv" and self.texts[n] not in "-—/－"),
                   len(self.items))  # fmt: skip
        self.at = end
        count = end - at - 1
        stages = roles_[: len(_STAGES)] == list(_STAGES)
        rest = self.texts[at + 1 + len(_STAGES) : end]
        full = count == len([name for name in roles_ if name != "note"])
        if (
            not full
            and stages
            and count >= len(_STAGES)
            and not any(text in "-—/－" for text in self.texts[at + 1 : at + 4])
        ):
            figures = at + 1 + len(_STAGES)
            full = not rest or all(text in "-—/－" for text in rest)
            cells = [self._draft(n, n + 1) for n in range(at, figures)]
        else:
            cells = [self._draft(n, n + 1) for n in range(at, end)]
        if not full or not self.placing.fund(cells):
            self.placing.whole(self._draft(at, end), lost=count > 0)

    def _indicators(self) -> None:
        """The rows up to the next level, label or total."""
        at = self.at
        if bare(self.texts[at]) in totals():
            end = next((n for n in range(at + 1, len(self.items)) if self.items[n].kind != "n"), len(self.items))
            if self.placing.total([self._draft(n, n + 1) for n in range(at, end)]):
                self.at = end
                return
        while at < len(self.items) and labels.level(self.texts[at]):
            at += 1
        levels = list(range(self.at, at))
        end = self._label_from(at)
        if end == self.at:  # another label: the block is over
            self.placing.indicators = []
            return
        self._rows(levels, at, end)
        self.at = end

    def _rows(self, levels: list[int], start: int, end: int) -> None:
        """The rows among the words from ``start`` to ``end``; the names of levels stand before the first of them."""
        kinds = "".join(item.kind for item in self.items[start:end])
        pattern = _pattern(tuple(self.placing.indicators))
        last = start
        above = self._levels(levels)
        for match in pattern.finditer(kinds) if pattern else ():
            cells = {name: (start + a, start + b) for name in match.groupdict() for a, b in [match.span(name)]}
            if not self._sure(cells, alone=start + match.start() == last):
                continue
            self._words(last, start + match.start())
            last = start + match.end()
            if self._note(last, end):
                cells["note"], last = (last, end), end
            places = {**above, **cells}
            self.placing.at_heads(
                {name: self._draft(*places[name]) for name in self.placing.indicators if name in places}
            )
            above = {}
        self._words(last, end)

    def _levels(self, levels: list[int]) -> dict[str, tuple[int, int]]:
        """The first and second level before a row; names of levels that have no row stand alone."""
        found: dict[str, int] = {}
        for n in levels:
            name = labels.level(self.texts[n])
            if name == "level1" and n - 1 in found.values() and n - 1 == found.get("level1") and n == levels[-1]:
                name = "level2"  # 满意度指标 twice
            if name == "level1":
                found.pop("level2", None)
            found[name] = n
        for n in levels:
            if n not in found.values():
                self.placing.name_of_level(self._draft(n, n + 1), labels.level(self.texts[n]))
        return {name: (n, n + 1) for name, n in found.items() if name in self.placing.indicators}

    def _sure(self, cells: dict[str, tuple[int, int]], *, alone: bool) -> bool:
        """Whether the words of a row can be read in this way only."""
        goal, done, name = (self.items[cells[column][0]] for column in ("target", "actual", "level3"))
        if goal.kind == "t" and (done.kind != "t" or not alone or cells["level3"][1] - cells["level3"][0] > 1):
            return False
        weight, score = (float(self.texts[cells[column][0]]) for column in ("weight", "score"))
        return score <= weight and name.text not in _ENTRIES

    def _note(self, at: int, end: int) -> bool:
        """Whether the words behind the last figure of a level are the reason that the form asks for."""
        return (
            "note" in self.placing.indicators
            and 0 < end - at <= _WORDS
            and end < len(self.items)
            and all(item.kind == "t" for item in self.items[at:end])
        )

    def _words(self, start: int, end: int) -> None:
        """Words that have no sure column."""
        if start < end:
            self.placing.whole(self._draft(start, end), lost=any(item.kind in "nv" for item in self.items[start:end]))


@cache
def _pattern(columns: tuple[str, ...]) -> re.Pattern[str] | None:
    """What the kinds of the words of one row are, column by column; None where the heads hold a column that we cannot tell."""
    rest = [name for name in columns[columns.index("level3") :] if name != "note"]
    if not {"target", "actual", "weight", "score"} <= set(rest) or not set(rest) <= _CELL.keys():
        return None
    return re.compile("".join(f"(?P<{name}>{_CELL[name]})" for name in rest) + "(?![nvs])")
