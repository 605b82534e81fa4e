"""The generator of sample records: the seed's counts, repeatable, with the dirt its README tells of."""

from __future__ import annotations

import csv
import importlib.util
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

SAMPLE = Path(__file__).parents[2] / "examples" / "junshan-2023"


@pytest.fixture(scope="module")
def generator():
    spec = importlib.util.spec_from_file_location("sample_records", SAMPLE / "records.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def small(generator, tmp_path_factory):
    folder = tmp_path_factory.mktemp("records")
    generator.make(folder, scale=0.01)
    return folder


def table(folder, name):
    book = folder / f"{name}.xlsx"
    if book.exists():
        head, *rows = openpyxl.load_workbook(book).active.values
        return [dict(zip(head, row, strict=True)) for row in rows]
    encoding = "utf-8-sig" if name in {"up_pro_accept", "up_pro_result"} else "gbk"
    with (folder / f"{name}.csv").open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file))


def test_full_scale_gives_the_count_of_the_report(generator):
    flow = generator.Flow(1, 2023)
    head = generator.CASE_HEAD
    number, accepted, promised = (head.index(n) for n in ("project_no", "accept_date", "promise_date"))
    cases = {row[number] for row in flow.accepted if row[accepted].startswith("2023") and "X0" not in row[number]} - {
        ""
    }
    documents = [row for row in generator.office.documents(1, 2023) if row[3].startswith("2023")]
    assert len(cases) + len(documents) == 594_900
    assert sum(row[promised] >= "2024" for row in flow.accepted) > 1000  # carried over into the next year
    orders = Counter(row[1] for row in generator.office.orders(1, 2023))
    assert (orders["热线"] - 1, orders["信箱"]) == (8964, 36)  # one has a day that 2023 did not have


def test_same_seed_same_bytes_another_seed_others(generator, small, tmp_path):
    generator.make(tmp_path / "again", scale=0.01)
    generator.make(tmp_path / "other", scale=0.01, seed=7)
    for path in small.glob("*.csv"):
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes()
    name = "up_pro_accept.csv"
    assert (small / name).read_bytes() != (tmp_path / "other" / name).read_bytes()


def test_two_encodings_and_workbooks(small):
    assert (small / "up_pro_accept.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with pytest.raises(UnicodeDecodeError):
        (small / "hotline_order.csv").read_bytes().decode("utf-8")
    assert len(list(small.glob("*.xlsx"))) == 8


def test_dirt_is_in_it(small):
    rows = table(small, "up_pro_accept")
    times = Counter(row["project_no"] for row in rows)
    assert sum(count > 1 for count in times.values()) >= 6
    days = " ".join(row["accept_date"] for row in rows)
    assert "2023-02-30" in days
    assert "0000-00-00" in days
    assert "2022-12" in days
    assert set(times) - {row["project_no"] for row in table(small, "up_pro_result")}
    assert any(row["end_time"] == "" for row in table(small, "up_pro_special_procedure"))
    assert any(row["reopened"] == "是" for row in table(small, "hotline_order"))


def test_books_give_the_figures_of_the_report(small):
    assert sum(row["standard_met"] == "是" for row in table(small, "service_centre")) == 80
    assert sum(row["in_use"] == "是" and row["joined_date"] < "2024" for row in table(small, "extranet_node")) == 189
    opened = [r for r in table(small, "service_item") if r["cross_province"] and r["published_date"].startswith("2023")]
    assert len(opened) == 186
    assert sum(Decimal(row["net_value"]) for row in table(small, "asset")) == Decimal(8_773_900)
    paid = sum((-1 if r["refund"] == "是" else 1) * Decimal(r["amount"]) for r in table(small, "payment"))
    assert paid == Decimal(11_075_000)
    signs = {"年初": 1, "调增": 1, "调减": -1}
    assert sum(signs[r["kind"]] * Decimal(r["amount"]) for r in table(small, "budget_quota")) == paid
    year = [row for row in table(small, "voucher") if row["day"].startswith("2023")]
    spent: dict[str, Decimal] = defaultdict(Decimal)
    for row in year:
        spent[row["subject"]] += Decimal(row["amount"])
    assert spent == {"公务接待费": 9700, "办公费": 138_000, "水电差旅": 10_000, "会议培训": 20_000}


def test_no_caller_and_no_number_of_a_person(small):
    assert not {"caller", "phone", "contact_name", "applyer_name"} & set(table(small, "hotline_order")[0])
    assert not {"contact_name", "contact_mobile", "applyer_name"} & set(table(small, "up_pro_accept")[0])
