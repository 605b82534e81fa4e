"""Running text outside tables: a line is a paragraph, unless the lines were broken at the width of a page (PDF)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from jixiao.model.document import Paragraph, paragraph
from jixiao.readers.txt.lines import Line

_HEADING = re.compile(
    r"[\s\u3000]*(?:[一二三四五六七八九十]{1,3}[、.．，]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:[、）)]|[.．](?!\d))"
    r"|\d{1,2}[.．]\d{1,2}(?:[.．]\d{1,2})?[\s\u3000]*[\u4e00-\u9fff](?<![万亿元千百个人件项年月日倍])|第[一二三四五六七八九十百\d]{1,3}[部章节条篇]|[①-⑳⑴-⒇●■◆★□○◇•·▪➢✓√]"
    r"|附[件表录](?:[\d一二三四五六七八九十]|[:：])|[—－-]{1,2}[\s\u3000]*[\u4e00-\u9fff]|[|┌├└│])"
)
_INDENT = re.compile(r"[\u3000\xa0 ]{2,}|\u3000")
_ENDS = "。！？!?…"
_TORN = re.compile(r"\d\n(?:[万亿]?元|[%％]|个?百分点)|[万亿]\n元|百分\n点")  # a figure torn from its unit
_OPEN = "，,、（(《“"  # a line that ends so goes on, whatever its width
_TOKEN = re.compile(r"[\dA-Za-z.,，％%]+[\u4e00-\u9fff]?|.[，。、；：！？）》”’]?", re.DOTALL)
_NUMERIC = re.compile(r"[-−－—]?[\d,，.．]+[%％‰]?(?:万?元|分|个|人|%)?|[-—/]+|无偏差")
# Converters put a blank between Chinese and Latin characters: 「成立于 2019 年」 is running text.
_BESIDE_LATIN = re.compile(r"(?<=[\u2e80-\uffef]) (?=[\dA-Za-z(\[<>=≥≤+.%-])|(?<=[\dA-Za-z)\]%.]) (?=[\u2e80-\uffef])")
_LEAST = 15  # characters: shorter lines say nothing about the width
_MOST = 56  # no page of ours is set wider
_FULL = 2  # so many full lines make a text wrapped …
_SHARE = 0.3  # … if they are this share of the longer lines
_PLAY = 3.0  # characters by which a full line may be shorter: a number or a closing bracket moved to the next
_AROUND = 6  # lines on each side that tell the width of a place
_NARROW = 0.9  # … but not much narrower than usual, or short headings would count as full
_AT_PAGE_END = 0.8  # the last line of a page that ends in mid-sentence need not be quite full
_CELLS = 3  # so many words between blanks look like a row of a table
_CELL = 14  # mean characters of such a word, at most


def usual_width(lines: Sequence[Line]) -> float:
    """The width (in Chinese characters) at which most lines were broken, or 0 where each line is a paragraph."""
    kept = [line.text.rstrip() for line in lines if not line.blank]
    widths = [(text, width) for text in kept if (width := _width(text)) >= _LEAST and not is_row(text)]
    if not widths or sum(1 for _, width in widths if width > _MOST) * 10 > len(widths):
        return 0.0
    full = Counter(
        step for text, width in widths if width <= _MOST and text[-1:] not in _ENDS + "；;：:"
        for step in range(round(width * 2), round((width + _PLAY) * 2) + 1)
    )  # fmt: skip
    if not full:
        return 0.0
    most = max(full.values())
    usual = min(step for step, count in full.items() if count == most) / 2
    longer = sum(1 for _, width in widths if width > usual * 0.6)
    return usual if most >= _FULL and most >= longer * _SHARE else 0.0


def paragraphs(
    lines: Sequence[Line], width: float, block: int, page_ends: frozenset[int] = frozenset()
) -> list[Paragraph]:
    """The paragraphs of a stretch of lines, numbered from ``block``; ``page_ends`` are lines after which a page ended."""
    groups: list[list[Line]] = []
    gap = False
    loose = _is_double_spaced(lines)
    widths = _local_widths(lines, width) if width else {}
    for line in lines:
        if line.blank:
            gap = not loose
            continue
        last = groups[-1][-1] if groups else None
        near = last is not None and (not gap or last.number in page_ends)
        here = widths.get(last.number, width) if last is not None else width
        if last is not None and last.number in page_ends:
            here *= _AT_PAGE_END
        if near and last is not None and _goes_on(last.text, line.text, here):
            groups[-1].append(line)
        else:
            groups.append([line])
        gap = False
    return [_joined(block + at, group) for at, group in enumerate(groups)]


def _local_widths(lines: Sequence[Line], usual: float) -> dict[int, float]:
    """The width at which the lines around each line were broken: pages and table cells differ from each other."""
    kept = [(line.number, 0.0 if is_row(line.text) else _width(line.text.rstrip())) for line in lines if not line.blank]
    found = {}
    for at, (number, _) in enumerate(kept):
        around = [width for _, width in kept[max(0, at - _AROUND) : at + _AROUND + 1] if width <= usual * 1.5]
        found[number] = max(
            [usual * _NARROW, *sorted(around)[-2:-1]]
        )  # the widest of all may be a line of Latin letters
    return found


def is_row(text: str) -> bool:
    """Whether a line looks like a row of a table: several short words or numbers between blanks."""
    if "\t" in text:
        return True
    words = _BESIDE_LATIN.sub("", text).split()
    if len(words) < _CELLS:
        return bool(words) and all(_NUMERIC.fullmatch(word) for word in words)
    numbers = sum(1 for word in words if _NUMERIC.fullmatch(word))
    return numbers >= _CELLS - 1 or sum(map(len, words)) <= len(words) * _CELL


def _goes_on(text: str, after: str, width: float) -> bool:
    if text.rstrip()[-1:] in _ENDS or _HEADING.match(after) or _INDENT.match(after):
        return False
    if is_row(text) or is_row(after):
        return False
    if text.rstrip()[-1:] in _OPEN:
        return len(text) >= _LEAST
    if _TORN.search(text.rstrip()[-2:] + "\n" + after.lstrip()[:4]):
        return True
    return width > 0 and (_is_full(text, after, width) or _is_open(text, after))


def _is_open(text: str, after: str) -> bool:
    """Whether a bracket or quotation mark that this line opens is closed by the next one."""
    return any(
        text.rfind(opening) > text.rfind(closing)
        and (after.find(closing) + 1 or len(after)) < (after.find(opening) + 1 or len(after))
        for opening, closing in ("“”", "（）", "《》", "()")
    )


def _is_full(text: str, after: str, width: float) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    token = _TOKEN.match(after.lstrip())
    return _width(text.rstrip()) + (_width(token[0]) if token else 1) + _PLAY / 2 > width


def _width(text: str) -> float:
    """Width in Chinese characters; Latin letters, digits and half-width signs count half."""
    return sum(1.0 if char > "\u2e7f" else 0.5 for char in text)


def _is_double_spaced(lines: Sequence[Line]) -> bool:
    """Whether an empty line follows nearly every line, so that it separates nothing."""
    pairs = list(pairwise(lines))
    followed = sum(1 for line, after in pairs if not line.blank and after.blank)
    filled = sum(1 for line, _ in pairs if not line.blank)
    return filled > 2 * _CELLS and followed * 10 >= filled * 8


def _joined(block: int, group: list[Line]) -> Paragraph:
    if len(group) == 1:
        return paragraph(block, group[0].text, lines=((0, group[0].number),))
    text, places = "", []
    for line in group:
        words = line.text.strip(" \u3000\xa0") if text else line.text.rstrip(" \u3000\xa0")
        if text and text[-1].isascii() and text[-1].isalpha() and words[:1].isascii() and words[:1].isalpha():
            text += " "
        places.append((len(text), line.number))
        text += words
    return paragraph(block, text, lines=tuple(places))
