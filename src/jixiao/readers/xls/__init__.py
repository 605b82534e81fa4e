"""Excel 97–2003 工作簿 (.xls) and what WPS writes under .et: read with xlrd, shown as a .xlsx is."""

from __future__ import annotations

from jixiao.readers.formats import Content, Format


def _is_xls(data: bytes) -> bool:
    from jixiao.readers.common.ole import MAGIC, opened  # noqa: PLC0415 - loaded only where a file may be one

    found = opened(data) if data.startswith(MAGIC) else None
    return found is not None and not found.names.isdisjoint(("Workbook", "Book")) and "WordDocument" not in found.names


def _read(data: bytes) -> Content:
    from jixiao.readers.xls.file import read  # noqa: PLC0415

    return read(data)


FORMAT = Format("xls", (".xls", ".et", ".xlt", ".ett"), _is_xls, _read, rank=21)
