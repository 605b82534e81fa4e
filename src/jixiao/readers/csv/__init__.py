"""分隔值文件 (.csv, .tsv): a sheet as text; its delimiter is told by its rows, not by its name."""

from __future__ import annotations

from jixiao.readers.formats import Content, Format

_SIGNS = (b",", b";", b"\t")


def _is_csv(data: bytes) -> bool:
    if not any(sign in data[:65536] for sign in _SIGNS):
        return False
    from jixiao.readers.csv.telling import delimiter_of  # noqa: PLC0415 - most files are none

    return delimiter_of(data) is not None


def _read(data: bytes) -> Content:
    from jixiao.readers.csv.file import read  # noqa: PLC0415 - loaded when it is needed

    return read(data)


FORMAT = Format("csv", (".csv", ".tsv", ".tab", ".txt"), _is_csv, _read, rank=80)
