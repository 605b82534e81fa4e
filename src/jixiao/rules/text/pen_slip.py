"""笔误。

Words that sound or look like the right one slip in and survive, as no spelling checker knows the field's terms.
Only slips that are certain are listed; widespread habits (帐户 for 账户) are hints, once a report.
"""

import re
from collections.abc import Iterator
from functools import cache

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._data import data
from jixiao.rules.registry import finding, rule

# A date after 截止 is reached, not a deadline: 截至2023年12月31日. A deadline reads 截止时间, 截止日期.
_UNTIL = r"截止(?=(?:20)?\d{2}年|本?年底|\d{1,2}月)"


@cache
def _entries() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """One pattern for every slip, and by the wrong word the right one and its severity."""
    known, parts = {"截止": ("截至", "info")}, [_UNTIL]
    for kind, severity in (("slips", "warning"), ("habits", "info")):
        for entry in data("slips")[kind]:
            known[entry["wrong"]] = entry["right"], severity
            # Looking back comes after the word, so that the engine can skip to its first character.
            back = f"(?<![{entry['before']}]{entry['wrong']})" if "before" in entry else ""
            ahead = f"(?![{entry['after']}])" if "after" in entry else ""
            parts.append(entry["wrong"] + back + ahead)
    return re.compile("|".join(sorted(parts, key=len, reverse=True))), known


@rule(
    "TX106",
    title="笔误",
    title_en="A slip of the pen",
    message="“{found}”应为“{expected}”",
    message_en="“{found}” should read “{expected}”",
    cite="practice#wording",
    severity="warning",
)
def pen_slip(report: Report) -> Iterator[Outcome]:
    pattern, known = _entries()
    seen = set()
    for match, words, offset in report.document.find(pattern):
        wrong = match.group()
        right, severity = known[wrong]
        if severity == "info":
            if wrong in seen:
                continue
            seen.add(wrong)
        yield finding(
            words.place(match.start() - offset, match.end() - offset),
            expected=right, found=wrong, fix=right, severity=severity,
        )  # fmt: skip
