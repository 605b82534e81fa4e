"""What lies in folders and bundles beside reports (杂项): told by its name, left out and said so."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from jixiao.batch.inputs.told import Skipped, sentences, skipped

_SYSTEM = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store", "__macosx", "$recycle.bin",
                     "system volume information", "icon\r"})  # fmt: skip
_LOCK = ("~$", ".~lock.", ".~")
_LEFTOVER = (
    ".tmp",
    ".temp",
    ".bak",
    ".crdownload",
    ".part",
    ".download",
    ".lnk",
    ".url",
    ".asd",
    ".wbk",
    ".xlk",
    ".log",
    ".swp",
)
# A name ends with what the file is. 关于…的报告 is a report, 关于…的通知 is none.
_OTHER = re.compile(
    r"(?P<kind>通知|目录|名单|通讯录|联系表|联系方式|联络表|回执|操作手册|操作指南|填报说明|填表说明|使用说明|说明书|自评培训|培训课件)"
    r"(?:[（(\[【].{0,12}[）)\]】]|[-_—\s]*(?:定稿|最终版?|终稿|正式|盖章|扫描件?|v?\d{1,8}))*"
)
_KINDS_EN = {
    "通知": "a notice", "目录": "a table of contents", "名单": "a list of names", "通讯录": "a list of contacts",
    "联系表": "a list of contacts", "联系方式": "a list of contacts", "联络表": "a list of contacts", "回执": "a receipt",
}  # fmt: skip
_MANUAL = "a manual"


def clutter(name: str, *, folder: bool = False) -> Skipped | None:
    """Why a file (or a folder with all that is in it) is left out, or None where it may be or hold a report."""
    code = _code(PurePosixPath(name), folder=folder)
    if code:
        return skipped(name, code)
    stem = PurePosixPath(name).stem.strip()
    found = None if folder else next((m for m in _OTHER.finditer(stem) if m.end() == len(stem)), None)
    return other(name, found["kind"]) if found else None


def other(name: str, kind: str) -> Skipped:
    """A file left out since its name says that it is another kind of paper."""
    reason, _ = sentences("not_report", kind=kind)
    _, reason_en = sentences("not_report", kind=_KINDS_EN.get(kind, _MANUAL))
    return Skipped(name, reason, reason_en)


def _code(path: PurePosixPath, *, folder: bool) -> str:
    last = path.name
    if any(part.casefold() in _SYSTEM for part in path.parts) or last.startswith("._"):
        return "system"
    if last.startswith(_LOCK):
        return "lock"
    if any(part.startswith(".") for part in path.parts):
        return "hidden"
    return "leftover" if not folder and (last.casefold().endswith(_LEFTOVER) or last.endswith("~")) else ""
