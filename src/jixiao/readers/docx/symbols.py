"""Characters of symbol fonts (w:sym) as characters of any font."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

_PRIVATE = 0xF000  # symbol fonts sit at U+F000 in the private area
UNKNOWN = "•"


@cache
def _fonts() -> dict[str, dict[str, str]]:
    loaded: dict[str, dict[str, str]] = yaml.safe_load(files(__package__).joinpath("symbols.yaml").read_text("utf-8"))
    return loaded


def symbol(font: str, code: str) -> str:
    """The character that ``code`` (hexadecimal, as in w:char) shows in a font; the code's own outside symbol fonts."""
    try:
        point = int(code, 16)
        chr(point)
    except ValueError:
        return UNKNOWN
    known = _fonts().get(font.lower())
    if known is None and not _PRIVATE <= point <= _PRIVATE + 0xFF:
        return chr(point) if chr(point).isprintable() else UNKNOWN
    return (known or {}).get(f"{point & 0xFF:02X}", UNKNOWN)
