"""Records of business systems, all invented, whose counts give the figures of the sample report; with the usual dirt.

Usage: python examples/junshan-2023/records.py OUT [--scale 1] [--seed 2023]
Which figure comes of which rows: README.md beside this file.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import random
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from openpyxl import Workbook

Row = Sequence[object]
Dice = random.Random

sys.path.insert(0, str(Path(__file__).resolve().parent))
office = importlib.import_module("books")  # beside this file, which is in no package

ORGS: Sequence[str] = office.ORGS
TASKS = ("社会保险登记", "基本医疗保险参保登记", "个体工商户设立登记", "不动产权籍查询", "老年人优待证办理")
NEW_YEAR = datetime(2023, 1, 1)  # noqa: DTZ001 -- wall time of Shanghai, as the systems print it
DAYS = [NEW_YEAR + timedelta(days=n) for n in range(-40, 430)]
CLOCK = [f" {s // 3600:02}:{s % 3600 // 60:02}:{s % 60:02}" for s in range(86400)]
OPEN, CLOSE = 9 * 3600, 17 * 3600

# 办件 of the year; with the 3,640 published documents of books.py they are 59.49万件.
CASES = 591_260
LATE, MISSING, STILL_STOPPED, SPECIAL, CARRIED_IN, REPEATED = 42, 18, 9, 900, 1_150, 640

CASE_HEAD = (
    *("project_no", "task_code", "task_name", "project_type", "apply_date", "accept_date", "promise_date"),
    *("org_code", "org_name", "data_source", "cd_time"),
)
RESULT_HEAD = ("project_no", "result_date", "result_type", "cd_time")
SPECIAL_HEAD = ("project_no", "special_type", "special_time", "end_time", "special_reason", "cd_time")
PROCESS_HEAD = ("project_no", "process_name", "event_name", "event_start_time", "event_end_time", "cd_time")


class Flow:
    """The 办件 of the year: each case drawn once, written to the four exchange tables."""

    def __init__(self, scale: float, seed: int) -> None:
        self.dice = Dice(seed)
        self.count = office.share(CASES, scale)
        self.carried = office.share(CARRIED_IN, scale)
        self.accepted: list[Row] = []
        self.results: list[Row] = []
        self.special: list[Row] = []
        self.process: list[Row] = []
        # Which of the year's cases are odd: drawn first, apart from each other.
        wanted = (("late", LATE), ("missing", MISSING), ("stopped", STILL_STOPPED), ("special", SPECIAL))
        sizes = [office.share(count, scale) for _, count in wanted]
        # Odd cases begin before November, so that what becomes of them is known by the end of the year.
        odd = iter(self.dice.sample(range(self.count * 4 // 5), sum(sizes)))
        self.odd = {next(odd): name for (name, _), size in zip(wanted, sizes, strict=True) for _ in range(size)}
        self._draw()
        self._dirt(scale)

    def _draw(self) -> None:
        days = [f"{day:%Y-%m-%d}" for day in DAYS]
        drawn, odd = self.dice.random, self.odd
        last = [0] * 470  # the running number of a day
        for n in range(-self.carried, self.count):
            begun = 40 + n * 365 // self.count if n >= 0 else 20 + int(drawn() * 20)
            kind = odd.get(n, "") if n >= 0 else "carried"
            last[begun] += 1
            number = f"430611{days[begun].replace('-', '')}{last[begun]:05}"
            second = OPEN + int(drawn() * (CLOSE - OPEN))
            # 承诺件 take 3 to 20 days, 即办件 are closed on the spot.
            promised = 0 if not kind and drawn() < 0.7 else 3 + int(drawn() * 18) if kind != "carried" else 45
            self._write(number, kind, begun, second, promised, days)

    def _write(self, number: str, kind: str, begun: int, second: int, promised: int, days: list[str]) -> None:
        drawn, task = self.dice.random, int(self.dice.random() * 5)
        moment = days[begun] + CLOCK[second]
        sort = "承诺件" if promised else "即办件"
        self.accepted.append(
            (
                *(number, f"11430611MB1{task:03}", TASKS[task], sort, moment, moment, days[begun + promised]),
                *(f"1143061{task:02}", ORGS[1 + task], "窗口" if drawn() < 0.6 else "网上", moment),
            )
        )
        done = self._closed(number, kind, begun, second, promised, days)
        if done:
            self.results.append((number, done, "出证办结" if drawn() < 0.9 else "不予许可", done))

    def _closed(self, number: str, kind: str, begun: int, second: int, promised: int, days: list[str]) -> str:
        """When the case was closed; empty where there is no result."""
        ready = OPEN + int(self.dice.random() * 3600)
        if kind in ("missing", "stopped"):
            if kind == "stopped":
                self._pause(number, days[begun + 1] + CLOCK[second], "")
            return ""
        if not promised:
            return days[begun] + CLOCK[second + ready - OPEN]
        if kind == "special":  # ten days were spent on a hearing: closed after the promise, and in time all the same
            self._pause(number, days[begun + 1] + CLOCK[second], days[begun + 11] + CLOCK[second])
        drawn = self.dice.random()
        day = {
            "special": begun + promised + 5,
            "late": begun + promised + 1 + int(drawn * 6),
            "carried": 41 + int(drawn * 20),  # accepted in December 2022, closed in January 2023
        }
        # All others at least a day before the promise; what was accepted at the end of December often in January.
        return days[day.get(kind, begun + 1 + int(drawn * (promised - 1)))] + CLOCK[ready]

    def _pause(self, number: str, begin: str, end: str) -> None:
        self.special.append((number, "听证", begin, end, "依申请听证", end or begin))
        self.process.append((number, "特别程序", "中止计时", begin, end, end or begin))

    def _dirt(self, scale: float) -> None:
        """What exports have too many of: sent twice, and days that no calendar has. None of it changes a count."""
        for row in self.dice.sample(self.accepted, office.share(REPEATED, scale)):
            self.accepted.append((*row[:2], f"{row[2]}（更正）", *row[3:10], "2024-01-10 08:00:00"))
        self.accepted.extend(self.accepted[: office.share(20, scale)])  # the same row twice, word for word
        good = ("11430611MB1000", TASKS[0], "承诺件", "2023-02-28 09:30:00", "2023-02-28 09:30:00", "2023-03-10")
        rest = ("114306100", ORGS[1], "窗口", "2023-02-28 09:30:00")
        broken = (
            ("43061120230230X01", *good[:4], "2023-02-30 09:30:00", good[5], *rest),
            ("43061120230230X02", *good[:5], "2023-13-01", *rest),
            ("43061120230230X03", *good[:4], "0000-00-00 00:00:00", good[5], *rest),
            ("43061120230230X04", *good[:5], "2023-02-01", *rest),  # promised before it was accepted
            ("43061120230230X05", *good[:4], "", good[5], *rest),
            ("", *good, *rest),
        )
        self.accepted.extend(broken)
        self.results.append(("43061120230230X06", "2023-06-31 10:00:00", "出证办结", "2023-06-30 10:00:00"))


# Kept by hand in workbooks; the rest is exported by systems.
BY_HAND = ("service_centre", "extranet_node", "outage", "room_check", "it_project", "asset", "asset_move", "contract")


def write_csv(path: Path, head: Row, rows: Iterable[Row], encoding: str) -> None:
    """An export."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(head)
        writer.writerows(rows)


def write_book(path: Path, head: Row, rows: Iterable[Row]) -> None:
    """A workbook of one sheet."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("登记表")
    for row in (head, *rows):
        sheet.append(list(row))
    book.save(path)


def make(folder: Path, scale: float = 1, seed: int = 2023) -> None:
    """Write all files: exports of the 办件 system in UTF-8 with a mark, other exports in GBK, workbooks."""
    folder.mkdir(parents=True, exist_ok=True)
    flow = Flow(scale, seed)
    write_csv(folder / "up_pro_accept.csv", CASE_HEAD, flow.accepted, "utf-8-sig")
    write_csv(folder / "up_pro_result.csv", RESULT_HEAD, flow.results, "utf-8-sig")
    write_csv(folder / "up_pro_special_procedure.csv", SPECIAL_HEAD, flow.special, "gb18030")
    write_csv(folder / "up_pro_process.csv", PROCESS_HEAD, flow.process, "gb18030")
    for name, (head, rows) in office.books(scale, seed).items():
        if name in BY_HAND:
            write_book(folder / f"{name}.xlsx", head, rows())
        else:
            write_csv(folder / f"{name}.csv", head, rows(), "gb18030")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Invented records of the sample's year")
    parser.add_argument("out", type=Path)
    parser.add_argument("--scale", type=float, default=1)
    parser.add_argument("--seed", type=int, default=2023)
    given = parser.parse_args()
    make(given.out, given.scale, given.seed)
    print(f"{given.out}: {len(list(given.out.iterdir()))} files")


if __name__ == "__main__":
    main()
