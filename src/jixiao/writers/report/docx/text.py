"""Words as WordprocessingML: escaped, without what XML forbids, with tabs and line breaks as Word has them."""

from __future__ import annotations

import re

# What XML 1.0 does not allow at all: it is left out, as Word does when such text is pasted.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARKUP = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')
_BREAKS = re.compile("([\n\t])")
# Marks that both scripts use: without the hint Word sets them in the Latin font, half as wide.
_BOTH_SCRIPTS = re.compile("[“”‘’—…·×÷±≥≤≠①-⑳Ⅰ-Ⅻ]")
_BREAK = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_EAST = '<w:rFonts w:hint="eastAsia"/>'


def escaped(text: str) -> str:
    """Text for the inside of an element or of an attribute in double quotes; line breaks are kept as they are."""
    if _MARKUP.search(text) is None:
        return text
    text = _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def attribute(text: str, most: int = 0) -> str:
    """Text for an attribute: one line, at most so many characters (0: any number)."""
    line = " ".join(_FORBIDDEN.sub("", text).split())
    return escaped(line if not most or len(line) <= most else line[: most - 1] + "…")


def run(text: str) -> str:
    """A w:r of some words, "" for none."""
    if not text:
        return ""
    east = f"<w:rPr>{_EAST}</w:rPr>" if _BOTH_SCRIPTS.search(text) else ""
    safe = escaped(text)
    if "\n" not in safe and "\t" not in safe:
        return f'<w:r>{east}<w:t xml:space="preserve">{safe}</w:t></w:r>'
    pieces = (_BREAK.get(one) or f'<w:t xml:space="preserve">{one}</w:t>' for one in _BREAKS.split(safe) if one)
    return f"<w:r>{east}{''.join(pieces)}</w:r>"
