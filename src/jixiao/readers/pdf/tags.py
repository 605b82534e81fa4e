"""What the tags of a file say is no text of the report: charts (Figure), page numbers and watermarks (Artifact)."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

from jixiao.readers.pdf.library import Handle, pdfium

_NODES = 20_000  # elements of one page that are looked at
_DEPTH = 40
_NAME = 64  # bytes of the name of an element
_APART = frozenset(("Caption", "Table"))  # text, though inside a figure


def figures(page: Handle) -> frozenset[int]:
    """The numbers of the marked content of a page that is part of a picture."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return frozenset()
    try:
        return frozenset(_in_figures(tree))
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _in_figures(tree: Handle) -> Iterator[int]:
    count = min(_NODES, pdfium.FPDF_StructTree_CountChildren(tree))
    stack = [(pdfium.FPDF_StructTree_GetChildAtIndex(tree, at), False, 0) for at in range(count)]
    left = _NODES
    while stack and left:
        left -= 1
        element, inside, depth = stack.pop()
        if not element:
            continue
        kind = _kind(element)
        inside = (inside and kind not in _APART) or kind == "Figure"
        if inside:
            for at in range(min(_NODES, pdfium.FPDF_StructElement_GetMarkedContentIdCount(element))):
                yield pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(element, at)
        if depth < _DEPTH:
            children = min(_NODES, pdfium.FPDF_StructElement_CountChildren(element))
            stack += [
                (pdfium.FPDF_StructElement_GetChildAtIndex(element, at), inside, depth + 1) for at in range(children)
            ]


def _kind(element: Handle) -> str:
    buffer = ctypes.create_string_buffer(_NAME)
    size = pdfium.FPDF_StructElement_GetType(element, buffer, _NAME)
    return buffer.raw[: max(0, min(size, _NAME) - 2)].decode("utf-16-le", "replace")


def is_artifact(one: Handle) -> bool:
    """Whether an object of a page is marked as no part of the text."""
    buffer, size = ctypes.create_string_buffer(_NAME), ctypes.c_ulong()
    for at in range(min(_DEPTH, pdfium.FPDFPageObj_CountMarks(one))):
        mark = pdfium.FPDFPageObj_GetMark(one, at)
        wide = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
        if pdfium.FPDFPageObjMark_GetName(mark, wide, _NAME, ctypes.byref(size)):
            name = buffer.raw[: max(0, min(size.value, _NAME) - 2)].decode("utf-16-le", "replace")
            if name == "Artifact":
                return True
    return False
