"""Names of WordprocessingML in Clark notation, transitional and strict."""

from __future__ import annotations

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",
)
OFF = frozenset(("0", "false", "off"))


def prefix_of(tag: str) -> str:
    """``{namespace}`` of a Clark name."""
    return tag[: tag.rfind("}") + 1]
