"""Whether a text is a sheet of values (分隔符), and what stands between them."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from io import StringIO

from jixiao.readers.common.decoding import decoded
from jixiao.readers.txt import is_text

_DELIMITERS = ",;\t"
_SAMPLE = 65536  # bytes by which it is told
_NUMBER = re.compile(r"[\s\d.,，%％+\-−—/:()]*")
_FEWEST_ROWS = 2
_WIDE = 3  # columns; fewer need more rows and no exception
_SAME = 0.9  # of the rows with several values have as many as most
_SHARE = 0.5  # of all rows have several
_LONG = 40  # characters: the values of a sheet are shorter on average
_SENTENCES = 0.5  # of the values at most end as sentences do …
_FEW_SENTENCES = 0.2  # … and fewer where there are two columns, as running text with commas has


def delimiter_of(data: bytes) -> str | None:
    """What stands between the values; None of a text that is no sheet."""
    sample = data[:_SAMPLE]
    if not is_text(sample):
        return None
    text = decoded(sample)[0].replace("\0", "")
    if len(data) > _SAMPLE:
        text = text[: text.rfind("\n") + 1]
    return next((sign for sign in _DELIMITERS if sign in text and _is_sheet(rows_of(text, sign), sign, text)), None)


def rows_of(text: str, delimiter: str) -> list[list[str]]:
    """The rows that hold anything; none where they cannot be told."""
    try:
        return [row for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter) if any(map(str.strip, row))]
    except csv.Error:
        return []


def _is_sheet(rows: Sequence[Sequence[str]], sign: str, text: str) -> bool:
    if sign == "\t" and '"' not in text:
        return False  # tabs without quotes are read as the tables that Word and Tika write
    several = [row for row in rows if len(row) > 1]
    if len(several) < _FEWEST_ROWS or len(several) < len(rows) * _SHARE:
        return False
    width, count = Counter(map(len, several)).most_common(1)[0]
    if count < len(several) * _SAME or (width < _WIDE and (count < len(rows) or count < _WIDE)):
        return False
    values = [value.strip() for row in several for value in row if value.strip()]
    head = next((row for row in several if sum(1 for value in row if value.strip()) > 1), [])
    if sum(1 for value in head if value.strip() and not _NUMBER.fullmatch(value)) < _FEWEST_ROWS:
        return False
    ended = sum(1 for value in values if value.endswith(("。", "；")))
    return sum(map(len, values)) <= len(values) * _LONG and ended <= len(values) * (
        _SENTENCES if width >= _WIDE else _FEW_SENTENCES
    )
