"""A deferred noun is like any other, only that its fields are made when somebody asks for them."""

from __future__ import annotations

from dataclasses import replace

from jixiao.model.deferred import deferred
from jixiao.model.document import Document, Table, cell, paragraph
from jixiao.model.report import FormMatch, Report

FORM = FormMatch("cn/department", "department", "CN-2020", "")


def test_a_field_is_made_once_and_only_when_asked_for():
    asked = []

    def make(name):
        asked.append(name)
        return (paragraph(1, "一、概况"),)

    document = deferred(Document, make, path="a.txt")
    assert document.path == "a.txt"
    assert asked == []
    assert document.blocks is document.blocks
    assert document.plain == "一、概况"
    assert asked == ["blocks"]


def test_nouns_with_slots_can_be_deferred():
    table = deferred(Table, lambda name: {"cells": (one,), "grid": ((one,),)}[name], block=3, part="body", inside=None)
    one = cell(3, 1, 1, "得分")
    assert isinstance(table, Table)
    assert table.at(1, 1) is one


def test_to_replace_a_field_makes_the_others():
    report = deferred(Report, lambda name: getattr(Report(Document("a", "txt", ""), FORM), name), form=FORM)
    assert replace(report, year=2023).year == 2023
    assert replace(report, year=2023).facts == ()
