"""RTF 文档 (.rtf, often named .doc): what Word, WPS and many office systems write as text with control words."""

from __future__ import annotations

from jixiao.readers.formats import Content, Format


def _is_rtf(data: bytes) -> bool:
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf")


def _read(data: bytes) -> Content:
    from jixiao.readers.rtf.file import read  # noqa: PLC0415 - lxml is loaded only when such a file is read

    return read(data)


FORMAT = Format("rtf", (".rtf", ".doc", ".wps"), _is_rtf, _read, rank=24)
