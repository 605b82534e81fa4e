"""预审的写出: a preview for the terminal, as JSON, as a page."""

from __future__ import annotations

import json
from collections.abc import Iterator

from jixiao.model.preview import Preview
from jixiao.writers.preview.data import preview_json
from jixiao.writers.preview.html import page
from jixiao.writers.preview.text import lines
from jixiao.writers.view import Look

FORMATS = ("text", "json", "html")


def write(preview: Preview, name: str, kind: str, look: Look) -> Iterator[str]:
    """The preview of what the user calls ``name``, in a format."""
    if kind == "json":
        yield json.dumps(preview_json(preview, name, look.lang), ensure_ascii=False, indent=2) + "\n"
    elif kind == "html":
        yield from page(preview, name, look.lang)
    else:
        yield from (line + "\n" for line in lines(preview, name, look))
