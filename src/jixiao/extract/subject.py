"""Subject (评价对象): which unit and which year a report is about, from its titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from jixiao.extract.lines import field_at
from jixiao.model.appraisal import Appraisal, Field
from jixiao.model.document import Document, Paragraph
from jixiao.model.place import Place

_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年?\s*度?")
_TITLE_WORDS = re.compile(r"自评|绩效|决算|评价|预算|支出|“?三公")
_SHORT = 60
_COVER = 40
_SENTENCE = re.compile(
    r"对(?:我[局委办院市县区单位]{1,3}|本[单位部门局]{1,3}|[^，。；]{0,20}?)(20\d\d)\s*年度?[^，。；]{0,40}(?:进行|开展|实施)"
    r"[^，。；]{0,20}(?:自评|评价)|(20\d\d)\s*年度?[^，。；]{0,30}(?:整体支出|项目支出|部门支出|部门预算)绩效"
)
_SPENT = re.compile(r"(?<![\d比较与同])(20\d\d)\s*年度?[^，。；\d\f]{0,30}?(?:决算|预算|支出|经费|收入|收、支)")
_TAIL = re.compile(
    r"(?:20\d\d\s*年度?)?(?:部门|单位|预算|市级|县级|区级|省级|本级|财政)*(?:整体支出|整体绩效|整体|预算|项目支出|项目|专项资金|财政支出|决算|绩效).*$"
)
_BRACKET_YEAR = re.compile(r"（\s*20\d\d\s*年?\s*度?\s*）")
_ORGAN = re.compile(
    r"[局委办会院校府厅处队站所中心园部室团社行馆馆厂司署庭](?:机关|本级)?$|委员会|人民政府|街道办事处|学校|医院|中心|中学|小学|总队|支队|大队$"
)
_NAMED = re.compile(
    r"(?:部门|单位|填报单位|预算单位|部门（单位）|单位（部门）)(?:名称)?(?:（盖章）|（公章）|（签章）)?\s*：\s*(?P<name>[^\s：（）]{3,40})"
)


def year_of(document: Document, heads: Sequence[Paragraph]) -> tuple[int | None, Place | None]:
    """The year evaluated and where it stands: a title's year, else what a sentence says was evaluated.

    Dates, document numbers and the year of the work itself (根据2024年……) do not count.
    """
    votes: Counter[int] = Counter()
    first: dict[int, Place] = {}
    for i, item in enumerate(heads):
        match = _YEAR.search(item.plain)
        if match is None or not _is_title(item, heads[i + 1] if i + 1 < len(heads) else None):
            continue
        year = int(match[1])
        votes[year] += 1
        first.setdefault(year, item.place(match.start(), match.end()))
    for table in document.tables:
        for cell in table.cells[:3]:
            if "自评" in cell.plain and len(cell.plain) <= _SHORT and (match := _YEAR.search(cell.plain)):
                votes[int(match[1])] += 1
                first.setdefault(int(match[1]), cell.place(match.start(), match.end()))
    if votes:
        top = max(votes.values())
        year = next(y for y in first if votes[y] == top)
        return year, first[year]
    for match, words, offset in document.find(_SENTENCE):
        group = 1 if match[1] else 2
        return int(match[group]), words.place(match.start(group) - offset, match.end(group) - offset)
    return _most_named(document)


def _most_named(document: Document) -> tuple[int | None, Place | None]:
    """The year that a text without a title names most often beside 决算, 预算 or 支出, where it clearly leads."""
    votes: Counter[int] = Counter()
    first: dict[int, Place] = {}
    for match, words, offset in document.find(_SPENT):
        year = int(match[1])
        votes[year] += 1
        first.setdefault(year, words.place(match.start(1) - offset, match.end(1) - offset))
    (year, times), *others = votes.most_common(2) or [(0, 0)]
    if not times or (others and (others[0][1] * 2 > times or others[0][0] > year)):
        return None, None
    return year, first[year]


def unit_of(heads: Sequence[Paragraph], appraisals: Sequence[Appraisal], cover: Sequence[Field]) -> Field | None:
    """The unit's name: from the cover, the department's 自评表, or the title; None where none is printed."""
    return next((found for found in _names(heads, appraisals, cover) if found), None)


def _names(
    heads: Sequence[Paragraph], appraisals: Sequence[Appraisal], cover: Sequence[Field]
) -> Iterator[Field | None]:
    """Where the name may stand, the surest place first."""
    for item in heads[:_COVER]:
        match = _NAMED.search(item.plain)
        if match and not match["name"].startswith(("年", "_")):
            yield field_at(item, match.start("name"), match.end("name"))
    yield from (entry for entry in cover if _ORGAN.search(entry.text))
    yield from (sheet.name for sheet in appraisals if sheet.kind == "department")
    for item, following in zip(heads, [*heads[1:], None], strict=False):
        if _is_title(item, following):
            yield _in_title(item)
    yield from (sheet.implementer for sheet in appraisals)


def _is_title(item: Paragraph, following: Paragraph | None) -> bool:
    plain = item.plain.strip()
    if not 0 < len(plain) <= _SHORT or plain.endswith(("。", "；", "，", "：")) or "，" in plain or "根据" in plain:
        return False
    if plain.startswith(("附件", "附：", "附表")) and "年" not in plain:
        return False
    if _TITLE_WORDS.search(plain) and not plain[:1].isdigit():
        return True
    if _BRACKET_YEAR.fullmatch(plain):
        return True
    if re.match(r"20\d\d\s*年", plain) or plain[:1].isdigit():
        nxt = following.plain.strip() if following is not None and following.block == item.block + 1 else ""
        whole = _TITLE_WORDS.search(plain) or (
            len(nxt) <= _SHORT and nxt and _TITLE_WORDS.search(nxt) and not nxt.endswith("。")
        )
        return bool(re.match(r"20\d\d\s*年", plain) and whole and not re.search(r"\d+\s*月", plain))
    return False


def _in_title(item: Paragraph) -> Field | None:
    """「2023年度某县某局部门整体支出绩效自评报告」 → 某县某局."""
    plain = item.plain
    year = _YEAR.match(plain.lstrip())
    start = (len(plain) - len(plain.lstrip())) + (year.end() if year else 0)
    while start < len(plain) and plain[start] in " 关于":
        start += 1
    tail = _TAIL.search(plain, start)
    end = tail.start() if tail else len(plain.rstrip())
    name = plain[start:end].strip().rstrip("的关于")
    if not 3 <= len(name) <= 40 or not _ORGAN.search(name):  # noqa: PLR2004
        return None
    return field_at(item, start, start + plain[start:].find(name) + len(name))
