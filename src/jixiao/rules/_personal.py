"""Personal numbers (个人信息): how they are covered when we have to speak of them."""

from __future__ import annotations

import re

_NAME = re.compile(
    r"(?:联\s?系\s?人|填\s?表\s?人|填\s?报\s?人|经\s?办\s?人|制\s?表\s?人|负\s?责\s?人|咨询人|报送人|会计|出纳|姓\s?名)(?:姓名|（?签[字章名]）?)?"
    r"\s*[：:]?\s*(?P<name>[\u4e00-\u9fff](?:[\u4e00-\u9fff]|\s(?=[\u4e00-\u9fff](?:\s|$)))[\u4e00-\u9fff]?)(?=[\s，；、（\d]|$|联系|填报|电话|手机)"
)
_NO_NAMES = ("签字", "签章", "盖章", "联系", "填报", "电话", "日期", "手机", "单位", "部门", "年月", "姓名", "方式")


def masked(number: str) -> str:
    """A number with its middle covered: 13800001234 → 138****1234."""
    compact = "".join(char for char in number if char.isalnum())
    tail = 4 if len(compact) <= 11 else 3  # noqa: PLR2004 - a mobile number keeps four at the end, longer numbers less
    return f"{compact[:3]}{'*' * (len(compact) - 3 - tail)}{compact[-tail:]}"


def name_beside(text: str, start: int) -> re.Match[str] | None:
    """The name of a person that the same line gives before a number, labelled as 联系人, 填表人 and the like."""
    line = text[max(text.rfind("\n", 0, start), text.rfind("\f", 0, start)) + 1 : start]
    offset = start - len(line)
    found = None
    for match in _NAME.finditer(text, offset, start):
        if not match["name"].startswith(_NO_NAMES):
            found = match
    return found
