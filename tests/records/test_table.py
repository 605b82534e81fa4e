"""The record tables as data: whole, and without two meanings."""

from __future__ import annotations

from collections import Counter

import pytest

from jixiao.records.checking.recognising import spoken
from jixiao.records.indicator import indicators
from jixiao.records.table import TYPES, tables

every = pytest.mark.parametrize("table", tables().values(), ids=lambda one: one.id)


@every
def test_a_table_is_well_formed(table):
    assert table.title
    assert table.title_en.isascii()
    assert table.cite
    assert {column.type for column in table.columns.values()} <= set(TYPES)
    named = {*table.key, *filter(None, (table.version, table.unit)), *(one for pair in table.order for one in pair)}
    assert named <= set(table.columns)
    assert table.key


@every
def test_a_choice_has_values_and_an_organisation_is_text(table):
    for column in table.columns.values():
        assert column.type != "choice" or column.values
        assert not column.values or column.type in ("choice", "integer")
        assert column.type != "money" or column.unit == "元"
    assert not table.unit or table.columns[table.unit].type == "text"


@every
def test_no_heading_means_two_columns(table):
    words = [spoken(word) for column in table.columns.values() for word in {column.name, column.title, *column.aliases}]
    assert [word for word, many in Counter(words).items() if many > 1] == []


@every
def test_no_word_means_two_values(table):
    for column in table.columns.values():
        words = [word for key, words in column.values.items() for word in {key, *words}]
        assert [word for word, many in Counter(words).items() if many > 1] == []


@every
def test_what_is_ordered_can_be_compared(table):
    for pair in table.order:
        assert {table.columns[name].type for name in pair} <= {"day", "moment", "deadline"}


@every
def test_only_the_exchange_tables_have_standard_names(table):
    assert table.own or any(column.standard for column in table.columns.values())
    assert all(column.name.isascii() for column in table.columns.values())


def test_every_table_is_read_by_an_indicator():
    needed = {name for indicator in indicators().values() for name in indicator.needs}
    assert needed <= set(tables())


def test_persons_have_no_column():
    """Neither applicants nor callers are ever stored."""
    names = {name for table in tables().values() for name in table.columns}
    assert not {
        name for name in names if "applyer" in name or "caller" in name or "phone" in name or "contact_name" in name
    }
