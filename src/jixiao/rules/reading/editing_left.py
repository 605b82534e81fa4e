"""修订、批注或隐藏文字没有清理。

A report that is published with tracked changes, comments or hidden words shows what was meant to stay inside the office.
Word keeps them in the file; in text made from a PDF they stand in the margin as 「批注 [某1]：」 or 「带格式的：」.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.place import Place
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_COMMENT = re.compile(r"批注\s?[\[［【]\s?[^\s\]］】]{1,8}\d{1,3}\s?[\]］】]")
_CHANGE = re.compile(r"(?:带格式的|删除的内容|插入的内容)(?:[\[［][^\]］\f]{1,8}[\]］])?：")
_KINDS = {"inserted": "change", "deleted": "change", "comment": "comment", "hidden": "hidden"}


@rule(
    "RD102",
    title="修订、批注或隐藏文字没有清理",
    title_en="Tracked changes, comments or hidden text left in the file",
    message="文件中留有{count}处修订，公开前应接受或拒绝全部修订",
    message_en="the file carries {count} tracked changes; accept or reject them all before it is published",
    cite="practice#wording",
    severity="warning",
    variants={
        "comment": (
            "文件中留有{count}条批注，公开前应逐条处理并删除",
            "the file carries {count} comments; settle and remove them",
        ),
        "hidden": (
            "文件中有{count}处隐藏文字，公开前应删除或取消隐藏",
            "the file carries {count} pieces of hidden text; remove or show them",
        ),
    },
)
def editing_left(report: Report) -> Iterator[Outcome]:
    found: dict[str, list[Place]] = {"change": [], "comment": [], "hidden": []}
    for mark in report.document.marks:
        found[_KINDS[mark.kind]].append(mark.place)
    for match, words, offset in report.document.find(_CHANGE):
        start = match.start() - offset
        if not words.plain[:start].rpartition("\n")[2].strip():  # such a note stands on a line of its own
            found["change"].append(words.place(start, match.end() - offset))
    found["comment"] += report.document.places(_COMMENT)
    for kind, places in found.items():
        if places:
            yield finding(*places[:20], variant="" if kind == "change" else kind, count=len(places))
