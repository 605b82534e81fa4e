"""Picture files (图片): PNG, JPEG, TIFF of one or more pages, BMP and WEBP; the words on them are read as those of a scan."""

from __future__ import annotations

from jixiao.readers.formats import Content, Format
from jixiao.readers.limits import SCAN_BYTES
from jixiao.readers.notes import note

_MAGIC = (
    (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"RIFF", "WEBP"), (b"BM", "BMP"),
)  # fmt: skip
_BMP_HEADS = (12, 40, 52, 56, 64, 108, 124)  # bytes of the second head: a text may begin with BM as well


def _kind(data: bytes) -> str | None:
    kind = next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)
    if kind == "WEBP" and data[8:12] != b"WEBP":
        return None
    return None if kind == "BMP" and int.from_bytes(data[14:18], "little") not in _BMP_HEADS else kind


def _is_picture(data: bytes) -> bool:
    return _kind(data) is not None


def _read(data: bytes) -> Content:
    return Content(unread=(note("image", fatal=True, kind=_kind(data) or ""),))


def _pictures(data: bytes) -> Content:
    from jixiao.readers.image.file import read  # noqa: PLC0415 - loads the libraries of the extra

    return read(data)


FORMAT = Format(
    "image",
    (".png", ".jpg", ".jpeg", ".jpe", ".tif", ".tiff", ".bmp", ".webp"),
    _is_picture,
    _read,
    rank=30,
    pictures=_pictures,
    most=SCAN_BYTES,
)
