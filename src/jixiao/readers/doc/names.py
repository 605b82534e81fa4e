"""Names of the elements of a .docx, which a .doc is made of."""

from __future__ import annotations

from functools import cache

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def tag(name: str) -> str:
    """The name of an element or attribute with its namespace."""
    return W + name
