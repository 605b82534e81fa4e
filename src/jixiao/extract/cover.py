"""Cover and attachments (封面、附件清单)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.extract.lines import field_at
from jixiao.model.appraisal import Field
from jixiao.model.document import Paragraph

_FIELD = re.compile(
    r"(?P<label>(?:预算)?(?:部门|单位)(?:（单位）|（部门）)?名称|填报单位|评价单位|自评单位|预算单位|项目名称|主管部门|评价年度|评价时间|填报时间|报告日期|日期|单位负责人|联系人|联系电话|填报人)"
    r"(?:（(?:盖章|公章|签章|签字)）)?\s*：\s*(?P<value>.*)"
)
_DATE = re.compile(
    r"(?:(?:20\d\d|二[〇○零]二[一二三四五六七八九]|20[x×X]{2})?\s*年\s*(?:\d{0,2}|[一二三四五六七八九十]{0,3})\s*月\s*(?:\d{0,2}|[一二三四五六七八九十]{0,3})\s*日?)\s*"
)
_LOOK = 30
_LIST = re.compile(r"\s*附\s*(?:件|表)?\s*(?:目录|清单)?\s*[：:]?\s*")
_MARK = re.compile(r"\s*附\s*件\s*\d{0,2}(?:[-—]\d{1,2})?\s*")  # 附件1 on top of an annexed page
_ITEM = re.compile(
    r"\s*(?:附件\s*\d{0,2}\s*[：:.、]?|\d{1,2}\s*[.、．]|（\d{1,2}）|[一二三四五六]、)?\s*(?P<name>[^\s].*?)\s*[；。;]?\s*"
)
_STAMP = ("（盖章）", "（公章）", "（签章）", "（签字）", "盖章")


def cover_fields(paragraphs: Sequence[Paragraph], stop: int | None) -> tuple[Field, ...]:
    """部门名称, 日期 … before block ``stop`` (the first chapter), empty ones included.

    A line counts as cover only before the first chapter; without chapters only where 封面 is printed.
    """
    found: list[Field] = []
    for item in paragraphs[:_LOOK]:
        if stop is not None and item.block >= stop:
            break
        plain = item.plain
        match = _FIELD.match(plain.lstrip())
        if match:
            shift = len(plain) - len(plain.lstrip())
            value = match["value"]
            start, end = shift + match.start("value"), shift + match.end("value")
            for stamp in _STAMP:
                if value.strip().startswith(stamp):
                    start = plain.index(stamp, start) + len(stamp)
                elif value.rstrip().endswith(stamp):
                    end = plain.rindex(stamp)
            entry = field_at(item, start, end)
            found.append(entry or Field("", item.place()))
        elif "月" in plain and len(plain) <= _LOOK and (date := _DATE.fullmatch(plain.strip())):
            filled = any(ch.isdigit() or ch in "一二三四五六七八九〇" for ch in date[0])
            found.append(field_at(item, 0, len(plain)) if filled else Field("", item.place()))
    return tuple(found)


def attachments(paragraphs: Sequence[Paragraph]) -> tuple[Field, ...]:
    """The entries of the list after 「附件：」."""
    for i, item in enumerate(paragraphs):
        plain = item.plain
        if not plain.lstrip().startswith("附") or not (match := _LIST.match(plain)) or len(plain) > 80:  # noqa: PLR2004
            continue
        rest = plain[match.end() :].strip()
        if rest and not re.match(r"\d", rest) and "：" not in match[0]:
            continue
        entries = [field_at(item, match.end(), len(plain))] if rest and not rest.isdigit() else []
        if entries and (numbered := _ITEM.fullmatch(plain, match.end())):
            entries = [field_at(item, numbered.start("name"), numbered.end("name"))]
        entries += _following(paragraphs, i + 1)
        if entries:
            return tuple(entries)
    return ()


def _following(paragraphs: Sequence[Paragraph], start: int) -> list[Field]:
    found: list[Field] = []
    for item in paragraphs[start : start + 15]:
        plain = item.plain
        if not plain.strip():
            continue
        if _MARK.fullmatch(plain):  # the annexed pages begin
            break
        numbered = re.match(r"\s*(?:附件|\d{1,2}\s*[.、]|（\d)", plain)
        if not numbered or len(plain) > 60 or not (match := _ITEM.fullmatch(plain)):  # noqa: PLR2004
            break
        found.append(field_at(item, match.start("name"), match.end("name")))
    return found
