"""What an Office package carries that is never run, fetched or opened: macros, content elsewhere, objects (须说明的内容)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.model.document import Unread
from jixiao.readers.common.zipped import Package, Refused
from jixiao.readers.notes import note

_MOST = 200  # parts that are looked into
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_OUTSIDE = re.compile(rb"""\bTargetMode\s*=\s*["']External["']""")
_KIND = re.compile(rb"""\bType\s*=\s*["'][^"']*/(\w+)["']""")
# Only what another machine would hear of: a template or a picture on the writer's own disk is usual.
_FAR = re.compile(rb"""\bTarget\s*=\s*["'](?:https?:|ftp:|\\\\|(?:file:)?//(?!/)|file:\\\\\\\\)""", re.IGNORECASE)
_FETCHING = re.compile(
    rb"""(?:instrText[^>]*>|instr=["'])\s*(?:DDE(?:AUTO)?\b|INCLUDE(?:PICTURE|TEXT)\s+(?:&quot;|")?\s*(?:https?:|ftp:|\\\\))""",
    re.IGNORECASE,
)
_DDE = b"ddeLink"
_NAMES = {
    "attachedTemplate": "模板",
    "image": "图片",
    "oleObject": "对象",
    "externalLinkPath": "其他工作簿",
    "frame": "框架",
}


def flags(package: Package, body: bytes = b"") -> Iterator[Unread]:
    """The notes of a package whose text was read; ``body`` is its main part."""
    names = package.names
    if any(name.endswith("vbaProject.bin") or "/macrosheets/" in name for name in names):
        yield note("macros")
    objects = sum(1 for name in names if "/embeddings/oleObject" in name)
    if objects:
        yield note("embedded", count=objects)
    found = dict.fromkeys(_elsewhere(package))
    if _FETCHING.search(body):
        found["域"] = None
    if found:
        yield note("outside", names="、".join(found))


def _elsewhere(package: Package) -> Iterator[str]:
    """What stands elsewhere, by its kind; a link that a reader may click is no such thing."""
    if "xl/connections.xml" in package.names:
        yield "数据连接"
    asked = sorted(name for name in package.names if name.endswith(".rels") or "/externalLinks/" in name)
    for name in asked[:_MOST]:
        try:
            part = package.part(name)
        except (Refused, KeyError):
            continue
        if _DDE in part:
            yield "DDE"
        for one in _RELATION.findall(part):
            kind = _KIND.search(one)
            if _OUTSIDE.search(one) and _FAR.search(one) and (kind is None or kind[1] != b"hyperlink"):
                yield _NAMES.get(kind[1].decode("ascii", "replace") if kind else "", "其他")
