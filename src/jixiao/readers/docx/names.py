"""Names of WordprocessingML in Clark notation, transitional and strict."""

from __future__ import annotations

from functools import cache

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",
)
OFF = frozenset(("0", "false", "off"))


@cache
def names(prefix: str, *local: str) -> tuple[str, ...]:
    """Clark names of some local names in the namespace ``prefix`` (``{…}``)."""
    return tuple(prefix + name for name in local)


def prefix_of(tag: str) -> str:
    """``{namespace}`` of a Clark name."""
    return tag[: tag.rfind("}") + 1]
