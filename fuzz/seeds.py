"""What fuzzing begins with: small files of each kind, made by the same hands as the hostile ones, and spellings of numbers."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from importlib import import_module
from io import BytesIO

from tests.hostile.made import FILES, WORDS

_FAMILIES = ("archives", "books", "broken", "ofds", "ole", "pages", "pdfs", "words")
_SMALL = 40_000
_PARTS = {"docx": "word/document.xml", "docx_numbering": "word/numbering.xml", "xlsx": "xl/worksheets/sheet1.xml",
          "ofd": "Doc_0/Pages/Page_0/Content.xml", "odt": "content.xml"}  # fmt: skip
_SUFFIXES = {"docx_numbering": "docx", "anything": ""}
_LARGE = (
    "million",
    "thousand",
    "hundred",
    "billion",
    "300000",
    "50000",
    "deep",
    "bomb",
    "to-one",
    "gigabyte",
    "bars",
    "bidi",
    "noise",
)
_NUMBERS = (
    "1,107.50万元", "１１０７．５", "壹仟壹佰零柒万伍仟元整", "一千一百零七点五万元", "≥98%", "2—5次", "100％", "约30万件", "减少12.3个百分点", "—",
    "二〇二三年", "2023年12月31日", "1.2.3", "（二）", "¥12", "十万余人次", "1/3", "98.5%以上", "不低于90分", "1e999", "-0.00元", "9" * 300,
)  # fmt: skip
_GOALS = ("≥98%", "100%\n>=\n%", "逐步提高", "2—5次\n\n次", "优良中低差", "12月底前完成", "≤5‰", "0", "是\n=\n")
_FILINGS = ('{"form": "430000-hunan", "year": 2023, "unit": "某局", "figures": {"a": "12.5"}}', "unit: 某局\nyear: 2023\nfigures:\n  a: 1,2\n",
            "&a [*a]", "a: !!python/object:os.system x", "[" * 50)  # fmt: skip
_TEXTS = (WORDS, f"一、基本情况\n{WORDS}\n其中：基本支出312.5万元，占36.9%。\n", "| 指标 | 目标值 | 实际值 | 得分 |\n|---|---|---|---|\n| 数量 | ≥5 | 6 | 10 |\n",
          "部门整体支出绩效自评表\n项目\t预算数\t执行数\t执行率\n支出\t846.2\t800\t94.5%\n")  # fmt: skip


def seeds(target: str) -> Iterator[bytes]:
    """The first inputs of a target."""
    words = {"amount": _NUMBERS, "goal": _GOALS, "filing": _FILINGS, "audit": _TEXTS, "txt": _TEXTS}.get(target)
    if words is not None:
        yield from (word.encode() for word in words)
    else:
        for name in _FAMILIES:
            import_module(f"tests.hostile.{name}")
        suffix = _SUFFIXES.get(target, target)
        for one in FILES.values():
            if one.name.endswith(suffix) and not any(word in one.name for word in _LARGE):
                data = one.make()
                if len(data) < _SMALL:
                    yield from _part(data, _PARTS[target]) if target in _PARTS else [data]


def _part(data: bytes, name: str) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            yield package.read(name)[:_SMALL]
    except (zipfile.BadZipFile, KeyError, RuntimeError, OSError, EOFError, ValueError):
        return
