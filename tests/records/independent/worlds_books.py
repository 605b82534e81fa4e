"""Small worlds of the smaller books: network, items, documents, centres, projects, surveys, assets, money, contracts."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from tests.records.independent.plain import Row, World
from tests.records.independent.worlds import LEVELS, Maker

YES = (True, False, None)
SUBJECTS = (
    *("公务接待费", "公务用车运行维护费", "公务用车购置费", "因公出国(境)费"),
    *("办公费", "水电差旅", "会议培训", "其他"),
)
QUESTIONS = ("网络使用单位满意度", "对政务外网是否满意", "群众满意度", "对大厅是否满意", "需要什么服务", None)


class Books(Maker):
    """Draws them; every number carries the world's name."""

    def day(self) -> date:
        return self.moment().date()

    def later(self, day: date) -> date:
        return day + timedelta(days=self.dice.choice([0, 0, 1, 1, 30, 200]))

    def money(self, below: int = 10**7) -> Decimal:
        return Decimal(self.dice.randrange(1, below)) / 100

    def many(self, most: int) -> range:
        return range(self.dice.randrange(most + 1))

    def books(self, name: str) -> World:
        """One world."""
        made: World = {}
        made["extranet_node"] = [self._node(f"{name}-{n}") for n in self.many(3)]
        made["outage"] = [self._outage(f"{name}-{self.dice.randrange(4)}") for _ in self.many(8)]
        made["service_item"] = [self._listed(f"{name}-{n}") for n in self.many(5)]
        made["disclosure"] = [self._document(f"{name}-{n}") for n in self.many(5)]
        made["service_centre"] = [self._centre(f"{name}-{n}") for n in self.many(5)]
        made["it_project"] = [self._project(f"{name}-{n}") for n in self.many(5)]
        made["site_survey"] = [self._task(f"{name}-{n}") for n in self.many(5)]
        made["survey_answer"] = [self._answer(f"{name}-{n}") for n in self.many(9)]
        made["asset"] = [self._asset(f"{name}-{n}") for n in self.many(7)]
        made["asset_move"] = [self._move(f"{name}-{self.dice.randrange(8)}") for _ in self.many(6)]
        made["voucher"] = [self._voucher(f"{name}-{n}") for n in self.many(9)]
        made["contract"] = [self._contract(f"{name}-{n}") for n in self.many(5)]
        made["budget_quota"] = [self._quota(f"{name}-{n}", name) for n in self.many(8)]
        made["payment"] = [self._payment(f"{name}-{n}", name) for n in self.many(8)]
        return made

    def room(self) -> World:
        """Checks of the machine room, several a day or none."""
        days = [self.day() for _ in self.many(8)]
        days += [day for day in days if self.dice.random() < 0.3]
        moments = [self.moment() if self.dice.random() < 0.2 else None for _ in days]
        kinds = [self.dice.choice(["日常巡检", "深度保养"]) for _ in days]
        done = [
            moment or self.maybe(self.moment().replace(year=day.year, month=day.month, day=min(day.day, 28)))
            for day, moment in zip(days, moments, strict=True)
        ]
        rows = zip(days, kinds, done, strict=True)
        return {"room_check": [{"day": day, "kind": kind, "done_time": at} for day, kind, at in rows]}

    def _node(self, number: str) -> Row:
        joined = self.day() - timedelta(days=self.dice.choice([0, 0, 100]))
        left = self.maybe(self.later(joined), 0.4)
        return {"node_no": number, "joined_date": joined, "left_date": left, "in_use": self.dice.choice(YES)}

    def _outage(self, number: str) -> Row:
        begun = self.moment()
        return {
            "node_no": number,
            "start_time": begun,
            "end_time": self.maybe(self.after(begun), 0.85),
            "planned": self.dice.choice([True, False, False, None]),
        }

    def _listed(self, number: str) -> Row:
        published = self.maybe(self.day(), 0.9)
        return {
            "task_code": number,
            "cross_province": self.dice.choice([None, "全程网办", "异地代收代办", "多地联办"]),
            "handle_mode": self.dice.choice([None, "就地办", "两地办"]),
            "published_date": published,
            "withdrawn_date": self.maybe(self.later(published), 0.3) if published else None,
            "online": self.dice.choice(YES),
        }

    def _document(self, number: str) -> Row:
        made = self.day()
        published = self.maybe(self.moment(), 0.85)
        due = self.dice.choice([self.later(made), published.date() if published else None, None])
        return {
            "doc_no": number,
            "made_date": self.maybe(self.dice.choice([made, published.date() if published else made]), 0.9),
            "due_date": due,
            "published_date": published,
        }

    def _centre(self, number: str) -> Row:
        built = self.maybe(self.day(), 0.9)
        return {
            "centre_no": number,
            "built_date": built,
            "accepted_date": self.maybe(self.later(built), 0.8) if built else None,
            "standard_met": self.dice.choice(YES),
            "active": self.dice.choice(YES),
        }

    def _project(self, number: str) -> Row:
        due = self.maybe(self.day(), 0.8)
        accepted = self.maybe(self.dice.choice([self.day(), due, due and due + timedelta(days=1)]), 0.8)
        return {
            "project_no": number,
            "due_date": due,
            "accepted_date": accepted,
            "passed": self.dice.choice(YES) if accepted else None,
        }

    def _task(self, number: str) -> Row:
        asked = self.moment()
        due = self.maybe(self.after(asked), 0.8)
        done = self.dice.choice([due, due and due + timedelta(seconds=1), self.after(asked), self.moment(), None])
        return {"task_no": number, "asked_time": asked, "deadline": due, "done_time": done}

    def _answer(self, number: str) -> Row:
        answer = self.dice.choice([*LEVELS, *LEVELS, "说不清", None])
        return {"answer_no": number, "question": self.dice.choice(QUESTIONS), "answer": answer, "day": self.day()}

    def _asset(self, number: str) -> Row:
        return {
            "asset_no": number,
            "original_value": self.maybe(self.money(), 0.9),
            "net_value": self.maybe(self.money(10**6), 0.9),
            "bought_date": self.day() - timedelta(days=self.dice.choice([0, 0, 300])),
            "status": self.dice.choice(["在用", "在用", "闲置", "出租出借", "待报废", "已报废", None]),
        }

    def _move(self, number: str) -> Row:
        kind = self.dice.choice(["采购", "使用", "调拨", "报废", "报废"])
        return {"asset_no": number, "kind": kind, "day": self.day(), "amount": self.maybe(self.money(), 0.9)}

    def _voucher(self, number: str) -> Row:
        day = self.day()
        if self.dice.random() < 0.4:  # the year before, of the same or nearly the same day
            day = date(day.year - 1, day.month, min(day.day, 28))
        amount = self.maybe(self.money() * self.dice.choice([1, 1, 1, -1]), 0.95)
        subject = self.dice.choice(SUBJECTS)
        return {"voucher_no": number, "line": 1, "day": day, "subject": subject, "amount": amount}

    def _contract(self, number: str) -> Row:
        return {
            "contract_no": number,
            "method": self.dice.choice(["公开招标", "竞争性磋商", None]),
            "budget_amount": self.maybe(self.money(), 0.8),
            "amount": self.maybe(self.money(), 0.9),
            "signed_date": self.maybe(self.day(), 0.9),
            "paid_amount": self.maybe(self.money(), 0.7),
        }

    def _quota(self, number: str, name: str) -> Row:
        kind = self.dice.choice(["年初", "年初", "调增", "调减"])
        amount = self.money() * (self.dice.choice([1, -1]) if kind == "调减" else 1)
        return self._fund(name) | {"quota_no": number, "kind": kind, "amount": self.maybe(amount, 0.95)}

    def _payment(self, number: str, name: str) -> Row:
        refund = self.dice.choice([True, False, False, None])
        amount = self.money() * (self.dice.choice([1, -1]) if refund else 1)
        return self._fund(name) | {"payment_no": number, "refund": refund, "amount": self.maybe(amount, 0.95)}

    def _fund(self, name: str) -> Row:
        return {"project": f"{name}-{self.dice.choice('AB')}", "fund": "一般公共预算", "day": self.day()}
