"""Small worlds of clean records, drawn at random, full of what happens at the edges: midnights, exact deadlines, overlaps."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Any

from tests.records.independent.plain import Row, World

EDGES = [datetime(2023, 1, 1), datetime(2024, 1, 1), datetime(2024, 2, 29), datetime(2024, 3, 1)]  # noqa: DTZ001
STEPS = [timedelta(0), timedelta(seconds=1), timedelta(hours=24), timedelta(days=9, hours=5), timedelta(days=70)]
LEVELS = ["非常满意", "满意", "基本满意", "不满意", "非常不满意"]


class Maker:
    """Draws worlds; what has a number carries the world's name, so that many worlds fit into one database."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311 -- repeatable

    def moment(self) -> datetime:
        """Near an edge of the periods as often as not."""
        dice = self.dice
        if dice.random() < 0.5:
            return dice.choice(EDGES) + dice.choice([-1, 1]) * dice.choice(STEPS)
        return EDGES[0] + timedelta(seconds=dice.randrange(-40 * 86400, 480 * 86400))

    def after(self, moment: datetime) -> datetime:
        """Later, or at the same second."""
        return moment + self.dice.choice(STEPS) * self.dice.choice([0, 1, 1, 2])

    def maybe(self, value: Any, chance: float = 0.7) -> Any:
        return value if self.dice.random() < chance else None

    def world(self, name: str) -> World:
        """One of them."""
        made: World = {
            key: []
            for key in ("up_pro_accept", "up_pro_result", "up_pro_special_procedure", "up_pro_process", "service_item")
        }
        for n in range(self.dice.randrange(7)):
            self._case(made, name, f"{name}-{n}")
        for n in range(3):
            for _ in range(self.dice.randrange(2)):
                made["service_item"].append(self._item(f"{name}-t{n}"))
        made["hotline_order"] = [self._order(f"{name}-{n}") for n in range(self.dice.randrange(7))]
        made["review"] = [self._review(f"{name}-{n}") for n in range(self.dice.randrange(6))]
        made["disclosure"] = [
            {"doc_no": f"{name}-{n}", "published_date": self.maybe(self.moment(), 0.9)}
            for n in range(self.dice.randrange(4))
        ]
        return made

    def _case(self, made: World, name: str, number: str) -> None:
        dice, accepted = self.dice, self.moment()
        promised = self.maybe(self.after(accepted), 0.85)
        pauses = [(begun, self.maybe(self.after(begun), 0.8)) for begun in self._begins(accepted)]
        made["up_pro_special_procedure"] += [
            {"project_no": number, "special_time": begun, "end_time": ended} for begun, ended in pauses
        ]
        for _ in range(dice.choice([0, 0, 1])):
            step = dice.choice(["补正通知", "材料补正", "审查", None])
            made["up_pro_process"].append({"project_no": number, "process_name": step})
        # Closed at the very deadline, a second later, or at any time; no pause reaches beyond the closing it has.
        last = max([accepted, *(ended or begun for begun, ended in pauses)])
        lengths = [b - a for a, b in pauses if b]
        exact = promised + sum(lengths, timedelta()) if promised else last
        ends = [max(last, dice.choice([exact, exact + timedelta(seconds=1), self.after(last), *EDGES]))]
        ends += [self.after(ends[0])] if dice.random() < 0.2 else []
        kind = dice.choice(["table", "table", "own", "open"])
        if kind == "table":
            dice.shuffle(ends)
            made["up_pro_result"] += [{"project_no": number, "result_date": end} for end in ends]
        made["up_pro_accept"].append(
            {
                "project_no": number,
                "task_code": f"{name}-t{dice.randrange(3)}",
                "project_type": dice.choice(["即办件", "承诺件", None]),
                "accept_date": accepted,
                "promise_date": promised,
                "data_source": dice.choice(["网上", "省网上大厅", "窗口", None]),
                "result_date": ends[0] if kind == "own" else None,
            }
        )

    def _begins(self, accepted: datetime) -> list[datetime]:
        """Begins of special procedures, close enough to overlap."""
        return [self.after(accepted) for _ in range(self.dice.choice([0, 0, 1, 2, 3]))]

    def _item(self, code: str) -> Row:
        return {
            "task_code": code,
            "cross_province": self.dice.choice([None, "全程网办", "异地代收代办", "多地联办"]),
            "handle_mode": self.dice.choice([None, "就地办", "两地办", "其他"]),
        }

    def _order(self, number: str) -> Row:
        dice, accepted = self.dice, self.moment()
        closed = self.maybe(self.after(accepted), 0.85)
        reopened = closed is not None and dice.random() < 0.3
        return {
            "order_no": number,
            "channel": dice.choice(["热线", "热线", "信箱"]),
            "accept_time": accepted,
            "deadline": self.maybe(self.after(accepted), 0.85),
            "contact_time": self.maybe(self.after(accepted)),
            "close_time": closed,
            "reopened": self.maybe(reopened, 1 if reopened else 0.8),
            "last_close_time": self.maybe(self.after(closed)) if reopened else None,
            "result": dice.choice(["实际解决", "解释说明", "未解决", None]),
            "answer_seconds": self.maybe(dice.choice([1, 14, 15, 16, 60])),
            "callback": dice.choice([True, False, None]),
            "satisfaction": dice.choice([*LEVELS, None]),
        }

    def _review(self, number: str) -> Row:
        given = self.moment()
        return {
            "project_no": number,
            "satisfaction": self.maybe(self.dice.randrange(1, 6), 0.9),
            "assess_time": given,
            "rectified_time": self.maybe(self.after(given), 0.5),
        }
