"""Cells with a bar behind them (``项目名称 |``), as web pages lose their tables: a cell a line, or rows without a leading bar.

Where nothing marks the end of a row, rows are rebuilt from the heads and labels of the 自评表; what they do not tell
stays text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from jixiao.forms.vocabulary import bare, roles, totals
from jixiao.model.document import Block
from jixiao.readers.txt import labels
from jixiao.readers.txt.figures import figure_rows
from jixiao.readers.txt.grid import Draft, table
from jixiao.readers.txt.lines import Line
from jixiao.readers.txt.placing import Placing, is_fund, squeezed

_LONGEST = 2000  # characters of a line that can be part of a table
_LEAST = 4  # bars: fewer make no table
_ONLY = re.compile(r"[\s\u3000]*\|[|\s\u3000]*")
_RULER = re.compile(r"[-:|\s]*-{3}[-:|\s]*")


def table_at(lines: list[Line], index: int) -> tuple[Callable[[int], Block] | None, int] | None:
    """The table of bars that begins at ``index``; without a table where its rows cannot be told."""
    end = _end(lines, index)
    if end == index:
        return None
    stretch = lines[index:end]
    if sum(line.text.count("|") for line in stretch) < _LEAST:
        return None, end
    rows = _rows(stretch)
    flat = [draft for row in rows for draft in row]
    by_line = sum(len([d for d in row if d.text]) > 1 for row in rows) * 2 > len(rows)
    placing = _by_line(rows) if by_line else _stream(flat)
    if placing.placed and placing.placed >= placing.lost:
        return placing.table, end
    if by_line and len({len(row) for row in rows}) == 1 and len(rows) > 1 and len(rows[0]) > 1:
        return (lambda block: table(block, rows)), end
    figures = figure_rows(flat)
    return ((lambda block: table(block, figures)) if figures else None), end


def _end(lines: list[Line], index: int) -> int:
    """Where the stretch of bars ends: every line has one, or the next line begins with one."""
    at = index
    while at < len(lines):
        text = lines[at].text
        if len(text) > _LONGEST or "\t" in text[:1]:
            break
        if "|" in text:
            at += 1
            continue
        after = next((n for n in range(at + 1, min(at + 4, len(lines))) if not lines[n].blank), -1)
        if after < 0 or not _ONLY.fullmatch(lines[after].text):
            break
        if lines[at].blank and at == index:
            break
        at += 1
    return at


def _rows(stretch: Sequence[Line]) -> list[list[Draft]]:
    """The cells of each line; words of a line without a bar belong to the cell that the next bar ends."""
    rows: list[list[Draft]] = []
    open_cell: Draft | None = None
    for line in stretch:
        if _RULER.fullmatch(line.text):
            continue
        words = line.text.strip(" \u3000\xa0").split("|")
        if len(words) > 1 and not words[0].strip() and open_cell is None and words[-1].strip():
            words = words[1:]  # a leading bar, and no closing one
        row: list[Draft] = []
        for at, word in enumerate(words):
            text = word.strip(" \u3000\xa0")
            last = at == len(words) - 1
            if open_cell is not None:
                if text:
                    open_cell.add(text, line.number)
            elif text or not last:
                open_cell = Draft([text], [line.number])
            if open_cell is not None and not last:
                row.append(open_cell)
                open_cell = None
        rows.append(row)
    if open_cell is not None:
        rows.append([open_cell])
    return [row for row in rows if row]


def _by_line(rows: Sequence[list[Draft]]) -> Placing:
    """A line is a row: only the columns are to be found."""
    placing = Placing()
    for row in rows:
        cells = row[: max((at for at, draft in enumerate(row, 1) if draft.text), default=0)]
        texts = [squeezed(draft) for draft in cells]
        filled = [draft for draft in cells if draft.text]
        if not filled:
            continue
        first = next(at for at, draft in enumerate(cells) if draft.text)
        if _head_of(placing, cells[first:], texts[first:]):
            continue
        if len(filled) == 1:
            placing.whole(filled[0])
        elif placing.money and is_fund(texts[first]):
            empty = not any(mark.isdigit() for text in texts[first + 1 :] for mark in text)
            if empty or not placing.fund(row[first:]):  # of dashes alone nobody can tell their columns
                placing.whole(_joined(filled), lost=not empty)
        elif placing.indicators and not roles(texts[first]).keys() & {"keys", "goals"}:
            if not placing.total(row[first:]) and not placing.row(row[first:], texts[first:]):
                placing.whole(_joined(filled), lost=True)
        else:
            placing.pair(filled)
    return placing


def _head_of(placing: Placing, cells: Sequence[Draft], texts: Sequence[str]) -> bool:
    """Take a row of head cells, a label of the block before them."""
    for skip in (0, 1):
        before = list(cells[:skip])
        found = labels.heads(texts, skip, "columns")
        if labels.is_indicator_head(found):
            placing.head(cells[skip : skip + len(found)], found, "columns", before)
            return True
        for extra in (skip, skip + 1):
            found = labels.heads(texts, extra, "money")
            whole = extra + len(found) >= len([text for text in texts if text])
            if labels.is_money_head(found) and whole and _is_label_column(texts[:extra]):
                placing.head(cells[extra : extra + len(found)], found, "money", cells[:extra])
                return True
    return False


def _is_label_column(texts: Sequence[str]) -> bool:
    return all("资金" in text or "预算" in text or not text or "元" in text or "类别" in text for text in texts)


def _joined(drafts: Sequence[Draft]) -> Draft:
    """Cells whose columns are not known as one."""
    found = Draft([], [])
    for draft in drafts:
        for text, number in zip(draft.texts, draft.numbers, strict=True):
            found.add(text, number)
    return found


def _stream(cells: Sequence[Draft]) -> Placing:
    """Nothing marks the end of a row."""
    placing = Placing()
    texts = [squeezed(draft) for draft in cells]
    at = 0
    while at < len(cells):
        at = _next(placing, cells, texts, at)
    return placing


def _next(placing: Placing, cells: Sequence[Draft], texts: Sequence[str], at: int) -> int:
    """Place the row that begins at a cell; answers where the next one begins."""
    text = texts[at]
    if not text:
        return at + 1
    if (end := _stream_head(placing, cells, texts, at)) > at:
        return end
    if placing.money and is_fund(text):
        return _stream_fund(placing, cells, texts, at)
    if placing.indicators:
        return _stream_row(placing, cells, texts, at)
    count = 2 if roles(text).get("keys") and at + 1 < len(cells) and not labels.boundary(texts[at + 1]) else 1
    placing.pair(cells[at : at + count]) if count > 1 else placing.whole(cells[at])
    return at + count


def _stream_fund(placing: Placing, cells: Sequence[Draft], texts: Sequence[str], at: int) -> int:
    limit = _boundary(texts, at + 1)
    end = min(limit, at + 1 + len(placing.money))
    shared = len(placing.money) - (placing.money[-1] == "note")  # the last column may be one cell over all rows
    if end - at - 1 >= shared and placing.fund(cells[at:end]):
        return end
    placing.whole(_joined(cells[at:limit]), lost=True)
    return limit


def _stream_head(placing: Placing, cells: Sequence[Draft], texts: Sequence[str], at: int) -> int:
    before = (
        [placing.rows.pop()[0][0]] if placing.rows and _alone(placing, at, cells) and labels.lead(texts[at - 1]) else []
    )
    for extra in (0, 1):
        for group, known in (("columns", labels.is_indicator_head), ("money", labels.is_money_head)):
            found = labels.heads(texts, at + extra, group)
            if known(found) and (not extra or (group == "money" and _is_label_column(texts[at : at + 1]))):
                end = at + extra + len(found)
                placing.head(cells[at + extra : end], found, group, [*before, *cells[at : at + extra]])
                return end
    if before:
        placing.whole(before[0])
    goals = [roles(text).get("goals") for text in texts[at : at + 2]]
    if (
        goals == ["expected", "achieved"]
        and at + 4 <= len(cells)
        and not any(map(labels.boundary, texts[at + 2 : at + 4]))
    ):
        placing.pair(cells[at : at + 2])
        placing.pair(cells[at + 2 : at + 4])
        return at + 4
    return at


def _alone(placing: Placing, at: int, cells: Sequence[Draft]) -> bool:
    """Whether the cell before stands alone in the last row."""
    last = placing.rows[-1]
    return at > 0 and len(last) == 1 and last[0][0] is cells[at - 1]


def _stream_row(placing: Placing, cells: Sequence[Draft], texts: Sequence[str], at: int) -> int:
    if bare(texts[at]) in totals():
        end = min(_boundary(texts, at + 1), at + 4)
        if placing.total(cells[at:end]):
            return end
    pair = [labels.level(text) for text in texts[at : at + 2]]
    start = "level1" if pair[0] and pair[1:] != [""] and len(pair) > 1 else pair[0] or "level3"
    if start in placing.indicators:
        need = len(placing.indicators) - placing.indicators.index(start)
        skip = 2 if start == "level1" else 1
        end = min(at + need, _boundary(texts, at + skip))
        whole = end == at + need or (
            end > at + need - 3 and end < len(cells)
        )  # 得分 and 原因 may be left out where empty
        whole = whole and (end == len(cells) or labels.begins_row(texts[end]))
        if whole and not (start == "level3" and labels.boundary(texts[at])) and placing.indicator(cells[at:end], start):
            return end
    if not pair[0] and labels.boundary(texts[at]):
        placing.indicators = []
        placing.whole(cells[at])
        return at + 1
    end = _boundary(texts, at + 1)
    placing.whole(_joined(cells[at:end]), lost=end - at > 1)
    return end


def _boundary(texts: Sequence[str], at: int) -> int:
    """The first label from ``at`` on."""
    return next((n for n in range(at, len(texts)) if labels.boundary(texts[n])), len(texts))
