"""Blocks as a web page with the chrome of a government site around them."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from benchmarks.generator.blocks import Block, Para, Table, placed

_PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{title}</title><style>td {{ border: 1px solid }}</style></head><body>
<div class="header"><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li></ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a></div>
<div class="TRS_Editor">
{body}
</div>
<div class="footer"><p>主办单位：{unit}</p></div></body></html>
"""


def web(blocks: Iterable[Block], title: str, unit: str) -> str:
    """A page; merged cells as rowspan and colspan."""
    body = "\n".join(_block(block) for block in blocks if isinstance(block, Para | Table))
    return _PAGE.format(title=escape(title), unit=escape(unit), body=body)


def _block(block: Para | Table) -> str:
    if isinstance(block, Para):
        align = ' style="text-align:center"' if block.style in ("title", "caption", "centre", "cover") else ""
        return "".join(f"<p{align}><span>{escape(line)}</span></p>" for line in block.printed.split("\n"))
    rows = []
    for number, row in enumerate(block.rows):
        inner = ""
        for column, cell in placed(row):
            if cell.below:
                continue
            high = _height(block, number, column)
            spans = (f' colspan="{cell.span}"' if cell.span > 1 else "") + (f' rowspan="{high}"' if high > 1 else "")
            inner += f"<td{spans}><p>{'</p><p>'.join(escape(line) for line in cell.text.split(chr(10)))}</p></td>"
        rows.append(f"<tr>{inner}</tr>")
    return f"<table>{''.join(rows)}</table>"


def _height(table: Table, row: int, column: int) -> int:
    high = 1
    for below in table.rows[row + 1 :]:
        if not any(cell.below and at == column for at, cell in placed(below)):
            break
        high += 1
    return high
