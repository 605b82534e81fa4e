"""The smaller books of the sample year, all invented: hotline, ratings, network, items, assets, money.

`books` gives heading and rows by table; records.py writes them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial

Row = Sequence[object]
Dice = random.Random

OFFICE = "岳阳市君山区行政审批服务局"
ORGS = (
    OFFICE,
    *(f"岳阳市君山区{name}局" for name in ["人力资源和社会保障", "医疗保障", "市场监督管理", "自然资源", "民政"]),
)
TOWNS = ("柳林洲街道", "广兴洲镇", "许市镇", "钱粮湖镇", "良心堡镇")
NEW_YEAR = datetime(2023, 1, 1)  # noqa: DTZ001 -- wall time of Shanghai, as the systems print it
OPEN, CLOSE = 9 * 3600, 17 * 3600

# The seed's counts: 工单 0.9万件; published documents and 办件 together 59.49万件.
DOCUMENTS, ORDERS, LETTERS, REVIEWS = 3_640, 8_964, 36, 20_000


def share(count: int, scale: float) -> int:
    """A count at this scale; what is there at all stays there."""
    return max(1, round(count * scale))


def at(day: int, second: int) -> str:
    """A moment as the systems print it: so many days after 1 January 2023."""
    return f"{NEW_YEAR + timedelta(days=day, seconds=second):%Y-%m-%d %H:%M:%S}"


def money(cents: int) -> str:
    """元 with two places, exactly."""
    return f"{'-' * (cents < 0)}{abs(cents) // 100}.{abs(cents) % 100:02}"


def orders(scale: float, seed: int) -> Iterator[Row]:
    """12345工单 and 区长信箱 of the year; callers are not in it."""
    dice = Dice(seed + 1)
    for channel, count in (("热线", share(ORDERS, scale)), ("信箱", share(LETTERS, scale))):
        for n in range(count):
            day, second = n * 360 // count, OPEN + dice.randrange(CLOSE - OPEN)
            reopened = n % 75 == 7
            closed = at(day + 1 + dice.randrange(4), second)
            again = at(day + 8, second) if reopened else ""
            level = dice.choices(("非常满意", "满意", "基本满意", "不满意", "非常不满意"), (60, 30, 8, 1, 1))[0]
            result = dice.choices(("实际解决", "解释说明", "未解决"), (85, 14, 1))[0]
            yield (
                *(f"{'RX' if channel == '热线' else 'XX'}2023{n:06}", channel, at(day, second), dice.choice(ORGS)),
                *(at(day + 10, second), at(day, min(second + dice.randrange(7200), 86399)), closed),
                *("是" if reopened else "否", again, result, dice.randrange(2, 14), "是", level),
                "是" if dice.random() < 0.02 else "否",
            )
    yield ("RX2023999999", "热线", "2023-02-29 10:00:00", OFFICE, *[""] * 3, "否", "", "实际解决", 5, "否", "", "否")


def reviews(scale: float, seed: int) -> Iterator[Row]:
    """好差评: 98 of a hundred give three to five stars."""
    dice, count = Dice(seed + 2), share(REVIEWS, scale)
    for n in range(count):
        day = n * 365 // count
        running = n - -(-day * count // 365) + 1  # the first cases of that day are those that were rated
        stars = 1 + n // 50 % 2 if n % 50 == 0 else dice.choices((3, 4, 5), (6, 24, 70))[0]
        moment = at(day, OPEN + dice.randrange(CLOSE - OPEN))
        number = f"430611{moment[:10].replace('-', '')}{running:05}"
        fixed = at(day + 9, OPEN) if stars <= 2 else ""
        yield number, dice.choice(("窗口", "网上", "12345")), dice.choice(ORGS), stars, moment, fixed


def answers() -> Iterator[Row]:
    """问卷 of the units that use the network: 147 of 150 are content."""
    for n in range(150):
        yield (
            f"WJ{n:03}",
            "网络使用单位满意度",
            f"接入单位{n + 1:03}",
            "不满意" if n % 50 == 49 else "满意",
            "2023-12-08",
        )


def centres() -> Iterator[Row]:
    """80 便民服务中心, all accepted in the year; one closed earlier does not count."""
    for n in range(80):
        yield f"BM{n + 1:03}", TOWNS[n % 5], f"2023-{3 + n % 6:02}-15", "是", f"2023-{9 + n % 3:02}-20", "是"
    yield "BM081", TOWNS[0], "2016-05-10", "否", "", "否"


def nodes() -> Iterator[Row]:
    """189 nodes of the 政务外网 in use; two left it in the years before, one joined after."""
    for n in range(189):
        joined = f"{2019 + n % 4}-0{1 + n % 9}-10"
        yield f"WW{n + 1:03}", TOWNS[n % 5] if n % 3 else ORGS[n % len(ORGS)], joined, "", "是"
    yield "WW190", ORGS[1], "2019-03-01", "2021-06-30", "否"
    yield "WW191", ORGS[2], "2019-03-01", "2022-11-30", "否"
    yield "WW192", ORGS[3], "2024-01-08", "", "是"


def outages() -> Iterator[Row]:
    """Only planned ones in the year; the last fault was in December 2022."""
    yield "WW011", "2022-12-20 14:00:00", "2022-12-20 15:10:00", "否", "光缆被挖断"
    yield "WW012", "2023-04-16 00:00:00", "2023-04-16 02:00:00", "是", "设备升级"
    yield "WW012", "2023-10-22 00:00:00", "2023-10-22 01:30:00", "是", "设备升级"


def checks() -> Iterator[Row]:
    """机房运维: once a day, every day."""
    for n in range(365):
        yield at(n, 0)[:10], "日常巡检", at(n, OPEN + 60 * (n % 50)), "正常"


def items() -> Iterator[Row]:
    """186 items opened for 跨省通办 in the year; others are older, withdrawn or local."""
    modes = ("全程网办", "异地代收代办", "多地联办")
    for n in range(186):
        yield f"11430611MB1{n:03}", modes[n % 3], "两地办", f"2023-{1 + n % 12:02}-{1 + n % 28:02}", "", "是"
    for n in range(60):
        yield f"11430611MB2{n:03}", modes[n % 3], "两地办", "2022-09-30", "2023-06-30" if n < 4 else "", "是"
    for n in range(300):
        yield f"11430611MB3{n:03}", "", "就地办", "2021-05-20", "", "是" if n % 5 else "否"


def documents(scale: float, seed: int) -> Iterator[Row]:
    """政府信息公开: made, due within 20 working days (28 days at least), published in time."""
    dice, count = Dice(seed + 3), share(DOCUMENTS, scale)
    for n in range(count):
        day = n * 360 // count
        made, due = at(day - 2, 0)[:10], at(day + 27, 0)[:10]
        yield (
            f"GK2023{n + 1:05}",
            made,
            due,
            at(day + dice.randrange(4), OPEN),
            dice.choice(("政策文件", "工作动态", "财政信息")),
        )
    yield "GK202400001", "2023-12-30", "2024-01-29", "2024-01-05 09:00:00", "政策文件"  # published after the year


def projects() -> Iterator[Row]:
    """Two 信息化项目 accepted in the year."""
    yield "XX2023-01", 1280000, "2023-10-31", "2023-10-20", "是"
    yield "XX2023-02", 860000, "2023-12-15", "2023-12-01", "是"
    yield "XX2024-01", 450000, "2024-06-30", "", ""


def surveys(seed: int) -> Iterator[Row]:
    """现场勘查."""
    dice = Dice(seed + 4)
    for n in range(420):
        day, second = n * 350 // 420, OPEN + dice.randrange(CLOSE - OPEN)
        done = at(day + dice.randrange(3), second)
        yield (
            f"KC2023{n + 1:04}",
            dice.choice(ORGS),
            at(day, second),
            at(day + 3, second),
            done,
            "通过" if n % 9 else "整改后通过",
        )


NET_ASSETS, LOT = 8_773_900_00, 640  # cents, things


def worn(n: int) -> int:
    """Depreciation so far of the n-th thing, in cents."""
    return 500_00 + 10_00 * (n % 40)


def assets() -> Iterator[Row]:
    """固定资产: net value 877.39万元 at the end of the year; what was written off is worth nothing."""
    each = NET_ASSETS // LOT
    for n in range(LOT):
        net = each if n else NET_ASSETS - each * (LOT - 1)
        state = "闲置" if n % 64 == 5 else "出租出借" if n == 77 else "在用"
        values = (money(net + worn(n)), money(worn(n)), money(net))
        yield f"ZC{n + 1:04}", *values, f"{2019 + n % 5}-0{1 + n % 9}-16", state
    for n in range(12):
        yield f"ZC{n + 901:04}", "4800.00", "4800.00", "0.00", "2012-05-08", "已报废"


def moves() -> Iterator[Row]:
    """资产采购、调拨、报废 of the year: what was bought in 2023 stands in the ledger with that day and value."""
    each = NET_ASSETS // LOT
    for n in range(4, LOT, 5):
        yield f"ZC{n + 1:04}", "采购", f"2023-0{1 + n % 9}-16", money(each + worn(n))
    for n in range(8, LOT, 40):
        yield f"ZC{n + 1:04}", "调拨", f"2023-11-{n // 40 + 1:02}", money(each + worn(n))
    for n in range(12):
        yield f"ZC{n + 901:04}", "报废", "2023-12-05", "4800.00"


def vouchers() -> Iterator[Row]:
    """公务接待费 0.97万元 (a wrong booking of 0.05万元 reversed); 办公费 13.8, 水电差旅 1, 会议培训 2万元."""
    meals = zip((2, 4, 6, 9, 11, 12), (1500_00, 1800_00, 1700_00, 2000_00, 1500_00, 1200_00), strict=True)
    entries = [(f"2023-{month:02}-18", "公务接待费", cents) for month, cents in meals]
    entries += [("2023-09-20", "公务接待费", 500_00), ("2023-12-19", "公务接待费", -500_00)]
    entries += [("2022-12-28", "公务接待费", 5100_00)]
    entries += [(f"2023-{month:02}-25", "办公费", 11500_00) for month in range(1, 13)]
    entries += [(f"2023-{month:02}-26", "水电差旅", 833_33 if month < 12 else 833_37) for month in range(1, 13)]
    entries += [("2023-05-12", "会议培训", 12000_00), ("2023-10-13", "会议培训", 8000_00)]
    for n, (day, name, cents) in enumerate(sorted(entries)):
        yield f"{day[:7]}-{n + 1:04}", 1, day, name, money(cents), "公用经费"


def contracts() -> Iterator[Row]:
    """政府采购."""
    yield (
        "HT2023-01",
        "公开招标",
        "1750000.00",
        "1730000.00",
        "2023-02-10",
        "1730000.00",
        "政府门户网站和电子政务外网运行维护费",
    )
    yield "HT2023-02", "竞争性磋商", "2800000.00", "2730000.00", "2023-03-03", "2730000.00", "政务大厅服务运转经费"


# Funds of the year by project in 元: quota at the beginning, change, paid. At the beginning 1179.7万元, in the end
# 1107.5万元; 人员 and 公用 make the 基本支出 of 221.67万元.
FUNDS = (
    ("人员经费", "一般公共预算", 1_629_000, 419_700, 2_048_700),
    ("公用经费", "一般公共预算", 168_000, 0, 168_000),
    ("业务工作经费", "一般公共预算", 4_700_000, 0, 4_700_000),
    ("行政审批专项", "一般公共预算", 5_300_000, -2_675_000, 2_625_000),
    ("其他资金", "其他资金", 0, 1_533_300, 1_533_300),
)


def quotas() -> Iterator[Row]:
    """预算指标."""
    for n, (project, fund, first, change, _) in enumerate(FUNDS):
        if first:
            yield f"ZB2023-{n + 1:02}", project, fund, "年初", money(first * 100), "2023-01-20"
        if change:
            yield (
                f"ZB2023-{n + 51:02}",
                project,
                fund,
                "调增" if change > 0 else "调减",
                money(abs(change) * 100),
                "2023-08-15",
            )


def payments() -> Iterator[Row]:
    """支付: 1107.5万元 in all, in twelve parts; one payment was sent back and paid again."""
    for n, (project, fund, _, _, paid) in enumerate(FUNDS):
        part = paid * 100 // 12
        for month in range(1, 13):
            cents = part if month < 12 else paid * 100 - 11 * part
            yield f"ZF2023{month:02}{n:02}1", project, fund, money(cents), f"2023-{month:02}-22", "否"
    yield "ZF20230702R", "业务工作经费", "一般公共预算", "26000.00", "2023-07-24", "否"
    yield "ZF20230702S", "业务工作经费", "一般公共预算", "26000.00", "2023-07-27", "是"


Maker = Callable[[], Iterable[Row]]


def books(scale: float, seed: int) -> dict[str, tuple[Row, Maker]]:
    """The small tables: heading and rows by table."""
    return {
        "hotline_order": (
            (
                *(
                    "order_no",
                    "channel",
                    "accept_time",
                    "org_name",
                    "deadline",
                    "contact_time",
                    "close_time",
                    "reopened",
                ),
                *("last_close_time", "result", "answer_seconds", "callback", "satisfaction", "urgent"),
            ),
            partial(orders, scale, seed),
        ),
        "review": (
            ("project_no", "channel", "org_name", "satisfaction", "assess_time", "rectified_time"),
            partial(reviews, scale, seed),
        ),
        "survey_answer": (("answer_no", "question", "respondent", "answer", "day"), answers),
        "service_centre": (("centre_no", "town", "built_date", "standard_met", "accepted_date", "active"), centres),
        "extranet_node": (("node_no", "org_name", "joined_date", "left_date", "in_use"), nodes),
        "outage": (("node_no", "start_time", "end_time", "planned", "cause"), outages),
        "room_check": (("day", "kind", "done_time", "result"), checks),
        "service_item": (
            ("task_code", "cross_province", "handle_mode", "published_date", "withdrawn_date", "online"),
            items,
        ),
        "disclosure": (
            ("doc_no", "made_date", "due_date", "published_date", "kind"),
            partial(documents, scale, seed),
        ),
        "it_project": (("project_no", "contract_amount", "due_date", "accepted_date", "passed"), projects),
        "site_survey": (
            ("task_no", "org_name", "asked_time", "deadline", "done_time", "result"),
            partial(surveys, seed),
        ),
        "asset": (
            ("asset_no", "original_value", "accumulated_depreciation", "net_value", "bought_date", "status"),
            assets,
        ),
        "asset_move": (("asset_no", "kind", "day", "amount"), moves),
        "voucher": (("voucher_no", "line", "day", "subject", "amount", "project"), vouchers),
        "contract": (
            ("contract_no", "method", "budget_amount", "amount", "signed_date", "paid_amount", "project"),
            contracts,
        ),
        "budget_quota": (("quota_no", "project", "fund", "kind", "amount", "day"), quotas),
        "payment": (("payment_no", "project", "fund", "amount", "day", "refund"), payments),
    }
