"""Sign-off lines (填报签字行): 填表人, 填报日期, 联系电话, 单位负责人签字, in any order, filled in or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.extract.lines import field_at, field_of
from jixiao.model.appraisal import Field, SignOff
from jixiao.model.document import Paragraph, Words

_LABELS = {
    "preparer": ("填表人签字", "填表人", "填报人签字", "填报人", "制表人", "经办人", "联系人", "填写人", "报告撰写人"),
    "date": ("填报日期", "填表日期", "填报时间", "填表时间", "填写日期", "报告日期", "日期"),
    "phone": ("联系人电话", "联系电话", "办公电话", "联系方式", "电话"),
    "head": ("单位负责人签字", "单位负责人签名", "单位负责人", "部门负责人签字", "部门负责人", "主要负责人签字", "主要负责人",
             "项目负责人", "财务负责人", "负责人签字", "负责人", "分管领导签字", "分管领导", "单位领导", "审核人"),
}  # fmt: skip
_ROLE = {word: role for role, words in _LABELS.items() for word in words}
_WORD = "|".join(r"[ ]*".join(word) for word in sorted(_ROLE, key=len, reverse=True))
_LABEL = re.compile(rf"(?<![一-鿿])(?P<word>{_WORD})[ ]*(?:（[^（）：]{{0,10}}）)?[ ]*：")
_LONGEST = 200
_SURE = ("填表人", "填报人", "制表人", "单位负责人签字", "填表人签字", "填报人签字")


def signoffs(paragraphs: Sequence[Paragraph]) -> Iterator[SignOff]:
    """The sign-off lines among the paragraphs."""
    for item in paragraphs:
        if "：" in item.plain and len(item.plain) <= _LONGEST and (found := signoff_in(item, ())):
            yield found


def signoff_in(first: Words, rest: Sequence[Words]) -> SignOff | None:
    """The sign-off in one line: all in the first words, or in cells one after the other; None where it is none."""
    found: dict[str, Field] = {}
    words = [first, *rest]
    sure = False
    for index, item in enumerate(words):
        marks = list(_LABEL.finditer(item.plain)) if "：" in item.plain else []
        for i, mark in enumerate(marks):
            end = marks[i + 1].start() if i + 1 < len(marks) else len(item.plain)
            word = mark["word"].replace(" ", "")
            value = field_at(item, mark.end(), end)
            if not value and i + 1 == len(marks) and index + 1 < len(words) and not _label(words[index + 1]):
                value = field_of(words[index + 1])
            found.setdefault(_ROLE[word], value)
            sure = sure or word in _SURE
        if not marks and (role := _label(item)) and index + 1 < len(words):
            found.setdefault(role, field_of(words[index + 1]))
    if len(found) < 2 and not sure:  # noqa: PLR2004
        return None
    return SignOff(found.get("preparer"), found.get("date"), found.get("phone"), found.get("head"), first.place())


def _label(item: Words) -> str:
    """The role of a cell that holds nothing but a label, or ""."""
    return _ROLE.get("".join(item.plain.split()).rstrip("：").partition("（")[0], "")
