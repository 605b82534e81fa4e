"""Words (选项): what is kept for each of the words that mean it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jixiao.records.database import quoted

_YES = (
    "是",
    "1",
    "1.0",
    "y",
    "yes",
    "true",
    "t",
    "√",
    "✓",
    "有",
    "已",
    "合格",
    "达标",
    "通过",
    "在用",
    "运行",
    "运行中",
)
_NO = (
    "否",
    "0",
    "0.0",
    "n",
    "no",
    "false",
    "f",
    "×",
    "✗",
    "无",
    "未",
    "不合格",
    "未达标",
    "不达标",
    "未通过",
    "停用",
    "未运行",
)
_WIDE, _NARROW = "（）　", "() "


def choice(text: str, values: Mapping[str, Sequence[str]]) -> str:
    """The key of the value that a word means."""
    return mapped(text, {key: (key, *words) for key, words in values.items()})


def flag(text: str) -> str:
    """BOOLEAN."""
    return (
        f"CASE WHEN LOWER({text}) IN ({_listed(_YES)}) THEN TRUE WHEN LOWER({text}) IN ({_listed(_NO)}) THEN FALSE END"
    )


def mapped(text: str, values: Mapping[str, Sequence[str]]) -> str:
    """The key of the words among which a text is, whatever the width of its brackets."""
    plain = f"LOWER(TRANSLATE({text}, {quoted(_WIDE)}, {quoted(_NARROW)}))"
    whens = " ".join(f"WHEN {plain} IN ({_listed(words)}) THEN {quoted(key)}" for key, words in values.items() if words)
    return f"CASE {whens} END"


def _listed(words: Sequence[str]) -> str:
    narrow = str.maketrans(_WIDE, _NARROW)
    return ", ".join(quoted(word.translate(narrow).lower()) for word in words)
