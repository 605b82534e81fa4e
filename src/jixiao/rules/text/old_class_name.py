"""科目用了旧名称。

The classes of the budget are renamed from time to time; the text keeps last year's words while the table
already has the new ones.
"""

import re
from collections.abc import Iterator
from functools import cache

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._data import data
from jixiao.rules._period import period_of
from jixiao.rules.registry import finding, rule

_YEAR = re.compile(r"[（(]\s*(20\d{2})\s*年?度?\s*[）)]")


@cache
def _names() -> tuple[re.Pattern[str], dict[str, tuple[str, int]]]:
    entries = sorted(data("classes")["names"], key=lambda entry: -len(entry["old"]))
    parts = [entry["old"] + (f"(?![{entry['after']}])" if "after" in entry else "") for entry in entries]
    return re.compile("|".join(parts)), {entry["old"]: (entry["new"], int(entry["until"])) for entry in entries}


@rule(
    "TX122",
    title="科目用了旧名称",
    title_en="An old name of a class",
    message="“{found}”是{until}年以前的名称，应为“{expected}”",
    message_en="“{found}” is the name used until {until}, now “{expected}”",
    cite="practice#wording",
    severity="warning",
)
def old_class_name(report: Report) -> Iterator[Outcome]:
    pattern, names = _names()
    year, _ = period_of(report)
    for match, words, offset in report.document.find(pattern):
        new, until = names[match.group()]
        beside = _YEAR.match(report.document.plain, match.end())
        when = int(beside[1]) if beside else year
        # Without a year the new name elsewhere in the same text tells that it is in use.
        if (when is None and new not in report.document.plain) or (when is not None and when <= until):
            continue
        place = words.place(match.start() - offset, match.end() - offset)
        yield finding(place, expected=new, found=match.group(), fix=new, until=until)
