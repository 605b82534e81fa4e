"""Guard (检查工作簿包): what a workbook holds is counted in its parts before any library builds objects of it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

# Our own choice: a workbook of fifty projects has a tenth of it.
CELLS = 200_000
ROWS = 200_000
MERGES = 2_000
PARTS_BYTES = 64 << 20
STYLES_BYTES = 4 << 20
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?)\"")
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def refusal(parts: Mapping[str, bytes]) -> tuple[str, dict[str, str]] | None:
    """The id of the mistake for which a package is not read, with the words of its sentence; None where it may be."""
    sheets = [data for name, data in parts.items() if _SHEET.fullmatch(name)]
    xml = [data for name, data in parts.items() if name.lower().endswith((".xml", ".rels"))]
    large = sum(map(len, parts.values())) > PARTS_BYTES or len(parts.get("xl/styles.xml", b"")) > STYLES_BYTES
    checks = (
        ("macros", any(name.lower().endswith("vbaproject.bin") for name in parts), ""),
        ("workbook_foreign", "xl/workbook.xml" not in parts, ""),
        ("zip_bomb", large, ""),
        ("dtd", not large and any(map(_declares, xml)), ""),
        ("too_many_cells", _count(_CELL, sheets) > CELLS or _count(_ROW, sheets) > ROWS, str(CELLS)),
        ("too_many_merges", _count(_MERGE, sheets) > MERGES, str(MERGES)),
    )
    return next(((rule, {"most": most}) for rule, bad, most in checks if bad), None)


def merges(sheet: bytes) -> list[str]:
    """The merged ranges of a sheet's XML: B3:C3."""
    return [found[1].decode() for found in _MERGE.finditer(sheet)]


def packed(parts: Mapping[str, bytes]) -> BytesIO:
    """The checked parts as a package again: what is read is what was checked."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name, _EPOCH), data)
    out.seek(0)
    return out


def _declares(data: bytes) -> bool:
    """Whether an XML part has a DTD, or is in an encoding in which one could hide."""
    return b"<!DOCTYPE" in data or b"<!ENTITY" in data or data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:200]


def _count(pattern: re.Pattern[bytes], sheets: list[bytes]) -> int:
    return sum(1 for data in sheets for _ in pattern.finditer(data))
