"""Workbooks changed as a clerk changes them, and as nobody should."""

from __future__ import annotations

import zipfile
from io import BytesIO

from openpyxl import load_workbook


def changed(data, change):
    """The workbook after ``change`` was done to it with openpyxl, as after saving in a spreadsheet."""
    book = load_workbook(BytesIO(data))
    change(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def find(sheet, key, at=1):
    """The row whose hidden first cell is ``key``, the ``at``-th of them."""
    rows = [row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == key]
    return rows[at - 1]


def parts(data):
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(held):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, body in held.items():
            package.writestr(name, body)
    return out.getvalue()


def with_part(data, name, body):
    """The same package with one part replaced or added; ``body`` may change what was there."""
    held = parts(data)
    held[name] = body(held[name]) if callable(body) else body
    return packed(held)
