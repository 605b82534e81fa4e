"""Sheet (自评表的读取状态): collects one 自评表 row by row, until the next one begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from jixiao.extract.funds import fund_lines, misplaced, money_columns, unit_in
from jixiao.extract.lines import Line, field_of, placed
from jixiao.extract.signoffs import signoff_in
from jixiao.forms.vocabulary import bare, kind_of, totals
from jixiao.model.appraisal import Appraisal, Field, FundLine, Goal, Indicator, SignOff, Target
from jixiao.model.place import Place
from jixiao.model.targets import LOST_SIGN, amount_of, sign_of, target

_POINTS = re.compile(r"（?\(?(\d+(?:\.\d+)?)分?[)）]?$")
_KEY_LENGTH = 16
_EMPTY = Field("", Place("body", 0, 0, 0, ""))


def indicator_columns(line: Line) -> dict[str, int]:
    """The columns of a head row of the indicator block: role → position; {} where it is none."""
    found = line.columns("columns")
    named = "level3" in found or "level2" in found
    if not named or not ("target" in found or "actual" in found):
        return {}
    if "target" not in found and "criterion" in found:
        return {}
    return found if len(found) >= 3 else {}  # noqa: PLR2004 - a name, a value and one more


@dataclass
class Sheet:
    """One 自评表 while it is read. ``state`` is the block that the rows belong to."""

    kind: str
    place: Place
    block: int
    caption_unit: str = ""
    state: str = ""
    head: Line | None = None
    columns: dict[str, int] = field(default_factory=dict)
    keys: dict[str, Field] = field(default_factory=dict)
    funds: list[FundLine] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    levels: dict[str, Field] = field(default_factory=dict)
    unit: str = ""
    total_weight: Field | None = None
    total_score: Field | None = None
    signoff: SignOff | None = None
    headed: bool = False
    ended: bool = False
    askew: bool = False  # a row did not fit its head: what the sheet adds up to is not known

    def take(self, line: Line) -> bool:
        """Read one row; False where it is none of this sheet's."""
        filled = line.filled
        if not filled:
            return self.state != ""
        if columns := indicator_columns(line):
            self.state, self.head, self.columns, self.headed = "indicators", line, columns, True
            return True
        if columns := money_columns(line):
            self.state, self.head, self.columns = "funds", line, columns
            self.unit = unit_in(*line.texts) or self.caption_unit
            return True
        if (line.marked and (self._goal_head(line) or self._keys(line))) or self._signed(line) or self._total(line):
            return True
        if self.state == "funds":
            self.funds += fund_lines(line, self.head or line, self.columns, self.unit)
        elif self.state == "goals":
            self._goal(line)
        elif self.state == "indicators" and not self.ended:
            self._indicator(line)
        return self.state != ""

    def appraisal(self) -> Appraisal | None:
        """The 自评表 as far as it was read, or None where there was none."""
        if not self.indicators and not (self.funds and (self.keys or self.goals)):
            return None
        kinds = {i.kind1 for i in self.indicators}
        whole = (
            self.headed
            and not self.askew
            and (self.total_weight is not None or self.total_score is not None or {"output", "satisfaction"} <= kinds)
        )
        return Appraisal(
            self._kind(), self.keys.get("name") or self.keys.get("department"), self.place, self.block,
            self.keys.get("supervisor"), self.keys.get("implementer"), tuple(self.funds), tuple(self.goals),
            _readable(self.indicators), self.total_weight, self.total_score, self.signoff, whole,
        )  # fmt: skip

    def _kind(self) -> str:
        if self.kind:
            return self.kind
        if "name" in self.keys:
            return "project"
        return "department" if "department" in self.keys or any(f.fund == "basic" for f in self.funds) else "project"

    def _goal_head(self, line: Line) -> bool:
        roles = {
            line.roles[i].get("goals"): i for i in line.filled
        }  # 年度总体目标 | 预期目标 | 实际完成情况: the last counts
        if "expected" not in roles or "achieved" not in roles or self.state == "indicators":
            return False
        self.state, self.head, self.columns = (
            "goals",
            line,
            {"expected": roles["expected"], "achieved": roles["achieved"]},
        )
        return True

    def _goal(self, line: Line) -> None:
        head = self.head or line
        places = [placed(line, head, self.columns[name]) for name in ("expected", "achieved")]
        expected, achieved = (field_of(line.cells[i]) if i is not None else _EMPTY for i in places)
        if (
            places[0] is not None
            and places[0] != places[1]
            and line.own[places[0]]
            and (achieved or (expected and not self.goals))
        ):
            self.goals.append(Goal(expected, achieved))

    def _keys(self, line: Line) -> bool:
        if self.state == "indicators" or len(line.texts[line.filled[0]]) > _KEY_LENGTH:
            return False
        found = False
        for i in line.filled:
            name = line.roles[i].get("keys")
            if name and name not in self.keys and i + 1 < len(line.cells) and "keys" not in line.roles[i + 1]:
                self.keys[name] = field_of(line.cells[_beside(line, i)])
                found = True
        return found

    def _signed(self, line: Line) -> bool:
        found = signoff_in(line.cells[line.filled[0]], [line.cells[i] for i in line.filled[1:]])
        if found is None:
            return False
        self.signoff = self.signoff or found
        return True

    def _total(self, line: Line) -> bool:
        first = line.texts[line.filled[0]]
        if self.state != "indicators" or bare(first) not in totals() or not self.indicators:
            return False
        numbers = [field_of(line.cells[i]) for i in line.filled[1:]]
        numbers = [n for n in numbers if n.amount is not None]
        at = {
            name: placed(line, self.head or line, self.columns[name])
            for name in ("weight", "score")
            if name in self.columns
        }
        if len(numbers) >= 2:  # noqa: PLR2004
            self.total_weight, self.total_score = numbers[0], numbers[1]
        elif self.head is not None and len(line.cells) == len(self.head.cells):
            for name, i in at.items():
                if i is not None:
                    setattr(self, f"total_{name}", field_of(line.cells[i]))
        elif numbers and numbers[0].amount:
            whole = numbers[0].amount.number == 100  # noqa: PLR2004
            self.total_weight, self.total_score = (numbers[0], None) if whole else (None, numbers[0])
        self.ended = True
        return True

    def _indicator(self, line: Line) -> None:
        head = self.head or line
        at = {name: i for name, column in self.columns.items() if (i := placed(line, head, column)) is not None}
        _mend_levels(at, line, head)
        if at.get("level3", -1) == at.get("target", -2):  # one cell over both: words, or a row that lost its columns
            self.askew = self.askew or any(mark.isdigit() for text in line.texts for mark in text)
            return
        for level in ("level1", "level2"):
            self._level(line, level, at)
        cells = {
            name: field_of(line.cells[i]) for name, i in at.items() if line.own[i] and name not in ("level1", "level2")
        }
        name = cells.get("level3") or (self.levels.get("level2") if "level3" not in at else None) or _EMPTY
        wanted, done = cells.get("target", _EMPTY), cells.get("actual", _EMPTY)
        if not (name or wanted or done) or not (wanted or done or cells.get("weight") or cells.get("score")):
            return
        if misplaced(cells.get("weight")) or misplaced(cells.get("score")) or _is_level(wanted.text):
            self.askew = True
            return
        sign = sign_of("".join(cells["sign"].text.split())) if "sign" in cells else ""
        unit = cells["unit"].text.strip() if "unit" in cells else ""
        if done.amount is None or (unit and not done.amount.unit):
            done = replace(done, amount=amount_of(done.text, unit))
        one, two = self.levels.get("level1"), self.levels.get("level2")
        self.indicators.append(
            Indicator(
                name if name.place.block else field_of(line.cells[at.get("level3", at.get("target", 0))]), wanted, done,
                target(wanted.text, sign, unit), one, two, cells.get("weight"), cells.get("score"), cells.get("note"),
                kind_of("kinds1", _squeezed(one)) or _kind1(_squeezed(two)), kind_of("kinds2", _squeezed(two)),
                _points(_squeezed(one)),
            )
        )  # fmt: skip

    def _level(self, line: Line, level: str, at: dict[str, int]) -> None:
        if level in at and line.texts[at[level]] and (line.own[at[level]] or level not in self.levels):
            self.levels[level] = field_of(line.cells[at[level]])
            if level == "level1":
                self.levels.pop("level2", None)


def _beside(line: Line, label: int) -> int:
    """The cell that holds the value of a label: text without spans leaves empty cells between (| 部门名称 |  | 某局 |)."""
    following = next((i for i in line.filled if i > label), label + 1)
    return label + 1 if "keys" in line.roles[following] or not line.own[label + 1] else following


def _mend_levels(at: dict[str, int], line: Line, head: Line) -> None:
    """Where the head cell 一级指标 itself hangs down beside the rows, the levels stand in the next columns."""
    if "level3" not in at or line.cells[at.get("level1", at["level3"])].row != head.number:
        return
    left = [
        i for i in range(at["level3"]) if line.cells[i].row != head.number and line.cells[i].columns < len(line.cells)
    ]
    at.update(zip(("level1", "level2"), left[-2:], strict=False))


def _squeezed(entry: Field | None) -> str:
    return "".join(entry.text.split()) if entry else ""


_FIRST = {
    "quantity": "output",
    "quality": "output",
    "timeliness": "output",
    "cost": "output",
    "satisfaction": "satisfaction",
}


def _kind1(level2: str) -> str:
    """The first level that a second level implies where the form prints none."""
    kind = kind_of("kinds2", level2)
    return _FIRST.get(kind, "cost" if kind.startswith("cost") else "benefit") if kind else ""


def _is_level(text: str) -> bool:
    """Whether a field holds the name of a level (数量指标): then the row stands askew under its head."""
    words = "".join(text.split())
    return words.endswith("指标") and bool(kind_of("kinds2", words)) and len(words) <= _KEY_LENGTH


def _points(level1: str) -> Decimal | None:
    """The points printed beside the first level: 「产出指标（50分）」 → 50."""
    match = _POINTS.search(level1)
    return Decimal(match[1]) if match and "指标" in level1 else None


def _readable(indicators: list[Indicator]) -> tuple[Indicator, ...]:
    """Where ≥ was lost to a 2 somewhere in the sheet (290%), no bare number beginning with 2 is a target to hold to."""
    if not any(LOST_SIGN.fullmatch(i.goal.text) for i in indicators):
        return tuple(indicators)
    return tuple(
        replace(i, goal=Target("text", None, None, i.goal.text))
        if i.goal.sign == "" and i.goal.text.startswith("2")
        else i
        for i in indicators
    )
