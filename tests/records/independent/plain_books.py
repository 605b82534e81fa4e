"""The indicators of network, items, centres, surveys, projects, disclosure, assets, money and contracts in plain Python."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from tests.records.independent.plain import DAY, POINTS, Period, Row, Sums, World, covered, share

FOREVER = datetime(9999, 1, 1)  # noqa: DTZ001
SCORES = dict(
    zip(("非常满意", "满意", "基本满意", "不满意", "非常不满意"), (POINTS[n] for n in (5, 4, 3, 2, 1)), strict=True)
)
THREE_PUBLIC = {"公务接待费", "公务用车运行维护费", "公务用车购置费", "因公出国(境)费"}
OFFICE = {"MN18": "办公费", "MN19": "水电差旅", "MN20": "会议培训"}
ONE_SUBJECT = {
    "MN12": "公务接待费",
    "MN13": "公务用车运行维护费",
    "MN14": "公务用车购置费",
    "MN15": "因公出国(境)费",
} | OFFICE
MOVES = {"AS06": "采购", "AS07": "使用", "AS08": "调拨", "AS09": "报废"}
Span = tuple[datetime, datetime]


def day_of(moment: Any) -> datetime | None:
    """Midnight of a day."""
    if moment is None:
        return None
    return datetime(moment.year, moment.month, moment.day)  # noqa: DTZ001


def total(amounts: Iterable[Decimal | None]) -> Decimal:
    """What is not known adds nothing."""
    return sum((amount for amount in amounts if amount is not None), Decimal(0))


def within(period: Period, rows: Iterable[Row], column: str) -> list[Row]:
    """Rows whose day or moment lies in the period."""
    return [row for row in rows if period.has(stamp(row[column]))]


def stamp(value: date | datetime | None) -> datetime | None:
    return value if isinstance(value, datetime) else day_of(value)


def there(period: Period, rows: Iterable[Row], begun: str, ended: str) -> list[Row]:
    """Rows that had begun before the end of the period and had not ended by then."""
    return [row for row in rows if period.over(stamp(row[begun])) and not period.over(stamp(row[ended]))]


# ---------------------------------------------------------------- network


def faults(node: Row, outages: Iterable[Row]) -> list[Span]:
    """Unplanned outages of a node in its time in the net; those that touch are joined, pair by pair."""
    joined, left = stamp(node["joined_date"]), stamp(node["left_date"]) or FOREVER
    assert joined is not None
    found: list[Span] = []
    for outage in outages:
        if outage["node_no"] != node["node_no"] or outage["planned"]:
            continue
        begun, ended = outage["start_time"], outage["end_time"] or FOREVER
        if begun == ended and joined <= begun < left:
            found.append((begun, ended))
        elif max(begun, joined) < min(ended, left):
            found.append((max(begun, joined), min(ended, left)))
    while True:
        pair = next(((a, b) for a in found for b in found if a is not b and a[0] <= b[1] and b[0] <= a[1]), None)
        if pair is None:
            return found
        for one in pair:
            found.remove(one)
        found.append((min(a for a, _ in pair), max(b for _, b in pair)))


def _network(world: World, period: Period) -> dict[str, Sums]:
    now = there(period, world["extranet_node"], "joined_date", "left_date")
    down = up = months = 0
    broken: list[Span] = []
    for node in world["extranet_node"]:
        joined, left = stamp(node["joined_date"]), stamp(node["left_date"]) or FOREVER
        assert joined is not None
        mine = faults(node, world["outage"])
        broken += mine
        begun, ended = max(joined, period.start), min(left, period.end)
        if begun < ended:
            up += int((ended - begun).total_seconds())
            cut = [(max(a, begun), min(b, ended)) for a, b in mine]
            down += int(covered((a, b) for a, b in cut if a < b).total_seconds())
            days = [begun + n * DAY for n in range((ended - begun).days)]
            months += len({(day.year, day.month) for day in days})
    begins = [a for a, _ in broken if period.has(a)]
    repaired = [(a, b) for a, b in broken if period.has(b)]
    return {
        "NW01": (len(now), None),
        "NW02": share(now, lambda n: bool(n["in_use"])),
        "NW03": (up - down, up),
        "NW04": (len(begins), months),
        "NW05": (len(begins), None),
        "NW06": (int(sum((b - a for a, b in repaired), timedelta()).total_seconds()), 3600 * len(repaired)),
    }


def rooms(world: World, period: Period) -> dict[str, Sums]:
    """Checks of the machine room: their rows name no world, so that each is counted alone."""
    planned = within(period, world["room_check"], "day")
    done = {check["day"] for check in world["room_check"] if check["done_time"]}
    days = [(period.start + n * DAY).date() for n in range((period.end - period.start).days)]
    return {
        "NW07": share(days if planned else [], lambda day: day in done),
        "NW08": share(planned, lambda c: c["done_time"] is not None and not c["done_time"].date() > c["day"]),
    }


# ---------------------------------------------------------------- items, documents, centres, projects, surveys


def _lists(world: World, period: Period) -> dict[str, Sums]:
    items = there(period, world["service_item"], "published_date", "withdrawn_date")
    cross = [item for item in items if item["cross_province"]]
    centres = [c for c in world["service_centre"] if period.over(stamp(c["built_date"])) and c["active"] is not False]
    accepted = within(period, world["service_centre"], "accepted_date")
    judged = within(period, world["it_project"], "accepted_date")
    return {
        "IT01": (len(cross), None),
        "IT02": (len(within(period, cross, "published_date")), None),
        "IT03": share(items, lambda i: bool(i["online"])),
        "IT04": share(cross, lambda i: i["cross_province"] == "全程网办"),
        "IT05": (len(items), None),
        "CE01": (len(centres), None),
        "CE02": share(centres, lambda c: bool(c["standard_met"])),
        "CE03": (sum(bool(c["standard_met"]) for c in accepted), None),
        "PJ01": (sum(bool(p["passed"]) for p in judged), None),
        "PJ02": share(judged, lambda p: bool(p["passed"])),
        "PJ03": share(
            within(period, world["it_project"], "due_date"),
            lambda p: bool(p["passed"]) and p["accepted_date"] is not None and not p["accepted_date"] > p["due_date"],
        ),
    }


def _documents(world: World, period: Period) -> dict[str, Sums]:
    published = within(period, world["disclosure"], "published_date")
    due = within(period, world["disclosure"], "due_date")
    days = [(d["published_date"].date() - d["made_date"]).days for d in published if d["made_date"]]
    spent = [n for n in days if n >= 0]
    return {
        "DS01": (len(published), None),
        "DS02": share(due, lambda d: d["published_date"] is not None and d["published_date"].date() <= d["due_date"]),
        "DS03": (sum(spent), len(spent)),
    }


def _surveys(world: World, period: Period) -> dict[str, Sums]:
    tasks = world["site_survey"]
    done = within(period, tasks, "done_time")
    timed = [t for t in done if t["asked_time"] and t["done_time"] >= t["asked_time"]]
    spent = sum((t["done_time"] - t["asked_time"] for t in timed), timedelta())
    answers = [a for a in within(period, world["survey_answer"], "day") if a["answer"] in SCORES]

    def content(*words: str) -> Sums:
        asked = [a for a in answers if any(word in (a["question"] or "") for word in words)]
        return share((a for a in asked if "满意" in a["question"]), lambda a: "不" not in a["answer"])

    return {
        "SV01": (len(within(period, tasks, "asked_time")), None),
        "SV02": share(within(period, tasks, "deadline"), lambda t: period.over(t["done_time"])),
        "SV03": share((t for t in done if t["deadline"]), lambda t: not t["done_time"] > t["deadline"]),
        "SV04": (int(spent.total_seconds()), 86400 * len(timed)),
        "SU01": share(answers, lambda a: "不" not in a["answer"]),
        "SU02": (sum(SCORES[a["answer"]] for a in answers), len(answers)),
        "SU03": (len(answers), None),
        "SU04": content("网络使用", "网络维护", "政务外网"),
        "SU05": content("群众"),
    }


# ---------------------------------------------------------------- assets


def _assets(world: World, period: Period) -> dict[str, Sums]:
    gone: dict[str, datetime | None] = {}
    for move in sorted(world["asset_move"], key=lambda m: m["day"], reverse=True):
        if move["kind"] == "报废":
            gone[move["asset_no"]] = stamp(move["day"])
    bought = [a for a in world["asset"] if period.over(stamp(a["bought_date"]))]
    known = [a for a in bought if a["asset_no"] in gone or a["status"] != "已报废"]
    held = [a for a in known if not period.over(gone.get(a["asset_no"]))]
    ever = [a for a in known if (gone.get(a["asset_no"]) or FOREVER) >= period.start]
    told = [a for a in held if a["status"] not in {None, "已报废"}]
    valued = [a for a in held if a["net_value"] is not None and a["original_value"] is not None]

    def worth(assets: Iterable[Row], column: str = "original_value") -> Decimal:
        return total(asset[column] for asset in assets)

    found: dict[str, Sums] = {
        code: (total(m["amount"] for m in within(period, world["asset_move"], "day") if m["kind"] == kind), None)
        for code, kind in MOVES.items()
    }
    return found | {
        "AS01": (worth(held, "net_value"), None),
        "AS02": (worth(held), None),
        "AS03": (worth(a for a in told if a["status"] == "在用"), worth(told)),
        "AS04": (worth(a for a in told if a["status"] == "闲置"), worth(told)),
        "AS05": (worth(valued, "net_value"), worth(valued)),
        "AS10": (worth(within(period, held, "bought_date")), worth(held)),
        "AS11": (worth(a for a in ever if period.has(gone.get(a["asset_no"]))), worth(ever)),
    }


# ---------------------------------------------------------------- money


def year_before(moment: datetime) -> datetime:
    """The same day a year earlier; 28 February for a leap day."""
    leap = (moment.month, moment.day) == (2, 29)
    return moment.replace(year=moment.year - 1, day=28 if leap else moment.day)


def month_ends(period: Period) -> list[datetime]:
    """The first moment after each month of which the period has a day."""
    days = [period.start + n * DAY for n in range((period.end - period.start).days)]
    firsts = {day.replace(day=1) for day in days}
    return [(first + 31 * DAY).replace(day=1) for first in sorted(firsts)]


def _money(world: World, period: Period) -> dict[str, Sums]:
    quotas, payments = within(period, world["budget_quota"], "day"), within(period, world["payment"], "day")

    def quota(upto: datetime, kinds: str = "年初 调增 调减") -> Decimal:
        mine = [q for q in quotas if day_of(q["day"]) < upto and q["kind"] in kinds.split() and q["amount"] is not None]
        return total(-abs(q["amount"]) if q["kind"] == "调减" else q["amount"] for q in mine)

    def paid(upto: datetime) -> Decimal:
        mine = [p for p in payments if day_of(p["day"]) < upto and p["amount"] is not None]
        return total(-abs(p["amount"]) if p["refund"] else p["amount"] for p in mine)

    first, changes = quota(period.end, "年初"), (abs(quota(period.end, "调增")), abs(quota(period.end, "调减")))
    ends = month_ends(period)
    left = quota(period.end) - paid(period.end)
    return {
        "MN01": (paid(period.end), quota(period.end)),
        "MN02": (sum(map(paid, ends)), sum(map(quota, ends))),
        "MN03": (paid(period.end), None),
        "MN04": (first, None),
        "MN05": (quota(period.end), None),
        "MN06": (sum(changes), first),
        "MN07": (left, quota(period.end)),
    }


def _vouchers(world: World, period: Period) -> dict[str, Sums]:
    before = Period(year_before(period.start), year_before(period.end))

    def spent(when: Period, subjects: Iterable[str]) -> Decimal:
        return total(v["amount"] for v in within(when, world["voucher"], "day") if v["subject"] in set(subjects))

    now, then = spent(period, THREE_PUBLIC), spent(before, THREE_PUBLIC)
    found: dict[str, Sums] = {code: (spent(period, [subject]), None) for code, subject in ONE_SUBJECT.items()}
    return found | {
        "MN11": (now, None),
        "MN16": (now - then, then),
        "MN17": (spent(period, OFFICE.values()), None),
    }


def _contracts(world: World, period: Period) -> dict[str, Sums]:
    signed = [c for c in within(period, world["contract"], "signed_date") if c["amount"] is not None]
    planned = [c for c in signed if c["budget_amount"] is not None]
    amount, budget = total(c["amount"] for c in signed), total(c["budget_amount"] for c in planned)
    bought = total(c["amount"] for c in planned)
    return {
        "PC01": (bought, budget),
        "PC02": (amount, None),
        "PC03": (total(c["paid_amount"] for c in signed), amount),
        "PC04": (budget - bought, budget),
        "PC05": (total(c["amount"] for c in signed if c["method"] == "公开招标"), amount),
    }


def compute(world: World, period: Period) -> dict[str, Sums]:
    """All of them by code, without those of the machine room."""
    parts = (_network, _lists, _documents, _surveys, _assets, _money, _vouchers, _contracts)
    return {code: sums for part in parts for code, sums in part(world, period).items()}
