"""纯文本 (.txt): as Word, Tika or a PDF converter gives it; tables are rebuilt from tabs and pipes."""

from __future__ import annotations

from jixiao.readers.formats import Content, Format


def _is_text(data: bytes) -> bool:
    """Text has hardly any control characters; UTF-16 is told by its byte order mark or its zeros."""
    sample = data[:4096]
    if sample[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    zeros = sample.count(0)
    if zeros > len(sample) // 100:
        return max(sample[0::2].count(0), sample[1::2].count(0)) > zeros * 9 // 10
    odd = sum(sample.count(bytes([code])) for code in (*range(1, 9), *range(14, 27), *range(28, 32), 127))
    return odd * 50 <= len(sample)


def _read(data: bytes) -> Content:
    from jixiao.readers.txt.file import read  # noqa: PLC0415 - loaded when it is needed

    return read(data)


FORMAT = Format("txt", (".txt", ".text", ".md", ".log", ".csv", ".tsv"), _is_text, _read, rank=90)
