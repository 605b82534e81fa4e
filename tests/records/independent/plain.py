"""The indicators of cases, hotline and ratings once more, in plain Python, from their definitions and not from their SQL.

A world is a handful of rows by table; an indicator is a function of a world and a period that gives (numerator, denominator).
The denominator of a total is None.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

Row = dict[str, Any]
World = dict[str, list[Row]]
Number = int | Decimal
Sums = tuple[Number, Number | None]
DAY = timedelta(days=1)
POINTS = {5: 100, 4: 80, 3: 60, 2: 30, 1: 0}


@dataclass
class Case:
    """A 办件 put together: what was promised, how long the clock stood still, when it ended."""

    row: Row
    closed: datetime | None
    paused: timedelta
    extended: timedelta
    stopped: bool
    special: bool
    supplemented: bool

    @property
    def due(self) -> datetime | None:
        """承诺时限 and the time of special procedures."""
        return self.row["promise_date"] and self.row["promise_date"] + self.extended


@dataclass(frozen=True)
class Period:
    """Half open."""

    start: datetime
    end: datetime

    def has(self, moment: datetime | None) -> bool:
        return moment is not None and self.start <= moment < self.end

    def over(self, moment: datetime | None) -> bool:
        """That this had come about before the end."""
        return moment is not None and moment < self.end


def covered(spans: Iterable[tuple[datetime, datetime]]) -> timedelta:
    """Time in at least one of the spans: counted between neighbouring ends."""
    spans = list(spans)
    ends = sorted({moment for span in spans for moment in span})
    pieces = itertools.pairwise(ends)
    return sum((b - a for a, b in pieces if any(s <= a and b <= e for s, e in spans)), timedelta())


def timely(promised: datetime | None, spans: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    """Without those that began when the time, moved by the ones before, was over: one more is let in until none can be."""
    if promised is None:
        return spans
    valid: list[tuple[datetime, datetime]] = []
    while True:
        due = promised + covered(valid)
        more = [span for span in spans if span not in valid and span[0] <= due]
        if not more:
            return valid
        valid += more


def cases(world: World) -> list[Case]:
    """Each accepted case with all that other tables tell of it."""
    made = []
    for row in world["up_pro_accept"]:
        mine = {name: [r for r in rows if r.get("project_no") == row["project_no"]] for name, rows in world.items()}
        ends = [r["result_date"] for r in mine["up_pro_result"] if r["result_date"]]
        closed = max(ends) if ends else row["result_date"]
        pauses = mine["up_pro_special_procedure"]
        spans = [(p["special_time"], p["end_time"] or closed) for p in pauses if p["end_time"] or closed]
        valid = timely(row["promise_date"], spans)
        due = row["promise_date"] and row["promise_date"] + covered(valid)
        endless = [p["special_time"] for p in pauses if p["end_time"] is None]
        running = closed is None and any(due is None or begun <= due for begun in endless)
        asked = any("补正" in (p["process_name"] or "") for p in mine["up_pro_process"])
        made.append(Case(row, closed, covered(spans), covered(valid), running, bool(pauses), asked))
    return made


def share(rows: Iterable[Any], good: Callable[[Any], bool]) -> Sums:
    """How many of them are good, and how many there are."""
    verdicts = [good(row) for row in rows]
    return verdicts.count(True), len(verdicts)


def in_time(case: Case) -> bool:
    return not case.closed > case.due


def _case_indicators(world: World, period: Period) -> dict[str, Sums]:
    every = cases(world)
    accepted = [c for c in every if period.has(c.row["accept_date"])]
    closed = [c for c in every if period.has(c.closed)]
    promised = [c for c in closed if c.due]
    due = [c for c in every if period.has(c.due) and not c.stopped]
    left = [c for c in every if not period.over(c.closed)]
    modes: dict[str, list[Row]] = {}
    for item in world["service_item"]:
        modes.setdefault(item["task_code"], []).append(item)

    def of(kind: str, wanted: set[str]) -> list[Case]:
        return [c for c in due if any(item[kind] in wanted for item in modes.get(c.row["task_code"], []))]

    timed = [c for c in closed if c.closed >= c.row["accept_date"]]
    spent = sum(max(0, int((c.closed - c.row["accept_date"] - c.paused).total_seconds())) for c in timed)
    online = [c for c in closed if "网上" in (c.row["data_source"] or "")]
    published = [d for d in world["disclosure"] if period.has(d["published_date"])]
    rated = {r["project_no"] for r in world["review"] if r["satisfaction"] is not None}
    return {
        "CS01": (len(accepted), None),
        "CS02": share(due, lambda c: period.over(c.closed)),
        "CS03": share(promised, in_time),
        "CS04": (len(closed), None),
        "CS05": share(promised, lambda c: c.closed.date() < c.due.date()),
        "CS06": (spent, 86400 * len(timed)),
        "CS07": (sum(period.over(c.due) and not c.stopped for c in left), None),
        "CS08": share(accepted, lambda c: c.special),
        "CS09": share(of("handle_mode", {"就地办", "两地办"}), lambda c: period.over(c.closed)),
        "CS10": share(of("cross_province", {"异地代收代办"}), lambda c: period.over(c.closed)),
        "CS11": share(online, lambda c: not (c.special or c.supplemented)),
        "CS12": share(accepted, lambda c: c.row["project_type"] == "即办件"),
        "CS13": (sum(period.over(c.row["accept_date"]) for c in left), None),
        "CS14": (len(accepted) + len(published), None),
        "RV04": share(closed, lambda c: c.row["project_no"] in rated),
    }


def last_close(order: Row) -> datetime | None:
    """A reopened order is closed when it was closed again."""
    return order["last_close_time"] if order["reopened"] else order["last_close_time"] or order["close_time"]


def _order_indicators(world: World, period: Period) -> dict[str, Sums]:
    found: dict[str, Sums] = {}
    channels = {"热线": ("HL01", "HL02", "HL03"), "信箱": ("HL09", "HL10", "HL11")}
    for channel, (received, closed_share, timely) in channels.items():
        every = [o for o in world["hotline_order"] if o["channel"] == channel]
        found[received] = (sum(period.has(o["accept_time"]) for o in every), None)
        due = [o for o in every if period.has(o["deadline"] or o["accept_time"])]
        found[closed_share] = share(due, lambda o: period.over(last_close(o)))
        dated = [o for o in every if period.has(last_close(o)) and o["deadline"]]
        found[timely] = share(dated, lambda o: not last_close(o) > o["deadline"])
    every = [o for o in world["hotline_order"] if o["channel"] == "热线"]
    accepted = [o for o in every if period.has(o["accept_time"])]
    closed = [o for o in every if period.has(last_close(o))]
    answered = [o for o in accepted if o["answer_seconds"] is not None]
    soon = lambda o: o["contact_time"] is not None and o["contact_time"] - o["accept_time"] <= DAY  # noqa: E731
    overdue = [o for o in every if period.over(o["deadline"]) and not period.over(last_close(o))]
    return found | {
        "HL04": share(closed, lambda o: o["contact_time"] is not None and not o["contact_time"] > last_close(o)),
        "HL05": share(
            (o for o in closed if o["result"] in {"实际解决", "解释说明"}), lambda o: o["result"] == "实际解决"
        ),
        "HL06": share((o for o in closed if o["satisfaction"]), lambda o: "不" not in o["satisfaction"]),
        "HL07": share(answered, lambda o: not o["answer_seconds"] > 15),
        "HL08": share(accepted, soon),
        "HL12": share((o for o in every if period.has(o["close_time"])), lambda o: bool(o["reopened"])),
        "HL13": (len(overdue), None),
        "HL14": share((o for o in closed if o["result"]), lambda o: o["result"] == "实际解决"),
        "HL15": share(closed, lambda o: bool(o["callback"])),
    }


def _rating_indicators(world: World, period: Period) -> dict[str, Sums]:
    given = [r for r in world["review"] if period.has(r["assess_time"]) and r["satisfaction"]]
    bad = [r for r in given if r["satisfaction"] in {1, 2}]
    return {
        "RV01": share(given, lambda r: r["satisfaction"] not in {1, 2}),
        "RV02": (sum(POINTS[r["satisfaction"]] for r in given), len(given)),
        "RV03": (len(given), None),
        "RV05": share(bad, lambda r: period.over(r["rectified_time"])),
        "RV06": (len(bad), None),
    }


def compute(world: World, period: Period) -> dict[str, Sums]:
    """All of them by code."""
    return _case_indicators(world, period) | _order_indicators(world, period) | _rating_indicators(world, period)
