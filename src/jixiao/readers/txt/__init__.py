"""纯文本 (.txt): as Word, Tika or a PDF converter gives it; tables are rebuilt from tabs and pipes."""

from __future__ import annotations

from jixiao.readers.formats import Content, Format

_CONTROLS = tuple(bytes([code]) for code in (*range(1, 9), *range(14, 27), *range(28, 32), 127))


def is_text(data: bytes) -> bool:
    """Text has hardly any control characters; UTF-16 is told by its byte order mark or its zeros."""
    sample = data[:4096]
    if sample[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    zeros = sample.count(0)
    if zeros > len(sample) // 100:
        even, odd = sample[0::2].count(0), sample[1::2].count(0)
        return max(even, odd) > zeros * 9 // 10 and _is_wide(sample, "utf-16-le" if odd > even else "utf-16-be")
    return sum(map(sample.count, _CONTROLS)) * 50 <= len(sample)


def _is_wide(sample: bytes, encoding: str) -> bool:
    """Whether bytes are text of two bytes a character: next to no control characters, few of unknown scripts."""
    text = sample[: len(sample) // 2 * 2].decode(encoding, "replace")
    strange = sum(1 for char in text if char < " " and char not in "\t\n\r\f\v")
    known = sum(1 for char in text if " " <= char <= "~" or "\u2000" <= char <= "\u206f" or "\u3000" <= char <= "\u9fff"
                or "\uff00" <= char <= "\uffef" or char in "\t\r\n")  # fmt: skip
    return strange * 50 <= len(text) and known * 10 >= len(text) * 9


def _read(data: bytes) -> Content:
    from jixiao.readers.txt.file import read  # noqa: PLC0415 - loaded when it is needed

    return read(data)


FORMAT = Format("txt", (".txt", ".text", ".md", ".log", ".csv", ".tsv"), is_text, _read, rank=90)
