"""Names of OpenDocument in Clark notation."""

from __future__ import annotations

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE, STYLE, DRAW = (
    f"{{{_BASE}{name}:1.0}}" for name in ("office", "text", "table", "style", "drawing")
)
META = f"{{{_BASE}meta:1.0}}"
DC = "{http://purl.org/dc/elements/1.1/}"
LINK = "{http://www.w3.org/1999/xlink}href"
