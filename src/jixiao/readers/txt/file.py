"""A text file: which layout each stretch of lines has, and the blocks that come of it."""

from __future__ import annotations

from collections.abc import Callable

from jixiao.model.document import Block, Paragraph, Unread
from jixiao.readers import limits
from jixiao.readers.common.decoding import decoded
from jixiao.readers.formats import Content
from jixiao.readers.notes import note
from jixiao.readers.txt import bars, columns, pages, pipes, running, tabs, wrapped
from jixiao.readers.txt.lines import Line, lines_of

# A layout looks at the lines from an index on and answers with a maker of the block and where the rest begins; with
# no maker where it knows that there is none up to there, and with None where it has nothing to say.
Found = tuple[Callable[[int], Block] | None, int] | None
_LAYOUTS: tuple[Callable[[list[Line], int], Found], ...] = (
    pipes.table_at,
    tabs.table_at,
    bars.table_at,
    running.table_at,
    columns.table_at,
)


def read(data: bytes) -> Content:
    """The content of a text file."""
    text, lost = decoded(data)
    unread = [note("decoding", count=lost)] if lost else []
    text, left_out = bounded(text.replace("\0", " "))
    kept, full = limited(laid_out(lines_of(text)))
    return Content(kept, (*unread, *left_out, *full))


def bounded(text: str) -> tuple[str, list[Unread]]:
    """As much of a text as is looked at, and the notes of what is not."""
    unread = []
    if len(text) > limits.TEXT_CHARACTERS:
        text = text[: limits.TEXT_CHARACTERS]
        unread.append(note("sheet_text", limit=limits.TEXT_CHARACTERS))
    if text.count("\n") > limits.TEXT_LINES:
        text = "\n".join(text.split("\n", limits.TEXT_LINES)[: limits.TEXT_LINES])
        unread.append(note("lines", limit=limits.TEXT_LINES))
    if any(len(line) > limits.TEXT_LINE for line in text.split("\n")):
        text = "\n".join(line[: limits.TEXT_LINE] for line in text.split("\n"))
        unread.append(note("line_long", limit=limits.TEXT_LINE))
    return text, unread


def laid_out(lines: list[Line], first: int = 1) -> list[Block]:
    """The paragraphs and tables that lines make, numbered from ``first``."""
    lines, ends = pages.without_page_marks(running.parted(lines))
    blocks: list[Block] = []
    loose: list[Line] = []
    stretches: list[list[Line] | Callable[[int], Block]] = []
    index = 0
    while index < len(lines):
        found = next((hit for layout in _LAYOUTS if (hit := layout(lines, index)) is not None), None)
        maker, end = found or (None, index + 1)
        end = max(end, index + 1)
        if maker is None:
            loose += lines[index:end]
        else:
            stretches += [loose, maker]
            loose = []
        index = end
    stretches.append(loose)
    width = wrapped.usual_width([line for part in stretches if isinstance(part, list) for line in part])
    for part in stretches:
        if isinstance(part, list):
            blocks += wrapped.paragraphs(part, width, first + len(blocks), ends)
        else:
            blocks.append(part(first + len(blocks)))
    return blocks


def limited(blocks: list[Block]) -> tuple[tuple[Block, ...], tuple[Unread, ...]]:
    """The blocks up to the first limit that they reach, and the note of it."""
    paragraphs = tables = cells = 0
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            paragraphs += 1
        else:
            tables += 1
            cells += len(block.cells)
        counts = (
            ("paragraphs", paragraphs, limits.PARAGRAPHS),
            ("tables", tables, limits.TABLES),
            ("cells", cells, limits.CELLS),
        )
        for code, count, limit in counts:
            if count > limit:
                return tuple(blocks[:at]), (note(code, limit=limit),)
    return tuple(blocks), ()
