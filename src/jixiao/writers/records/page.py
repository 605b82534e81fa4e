"""Indicators from records as one offline page: every number unfolds to its proof, its months and its units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files

from jixiao import __version__
from jixiao.model.proof import Proof, Source
from jixiao.writers.html.frame import asset, head
from jixiao.writers.html.panel import safe
from jixiao.writers.records.charts import charts, split
from jixiao.writers.records.table import counted, summed
from jixiao.writers.records.view import Line, Listing, Sheet, Slice, fraction, short, shown, span
from jixiao.writers.records.words import tell
from jixiao.writers.report.svg import draw


def sheet(found: Sheet, lang: str) -> Iterator[str]:
    """The page of all indicators, piece by piece."""
    script = _asset("records.js")
    yield head(safe(f"{tell('title', lang)} · {found.period}"), asset("page.css") + _asset("records.css"), script, lang)
    yield f'<header id="top"><p class="kind">{tell("title", lang)}</p><h1>{safe(found.period)}</h1>'
    yield f'<p class="sub">{span(found.start, found.end)}　{safe(found.store)}</p><p class="made">{summed(found, lang)}</p></header>\n'
    label = tell("find", lang)
    yield f'<section class="records">\n<input id="find" type="search" hidden placeholder="{label}" aria-label="{label}">\n'
    yield f'<p class="made">{tell("unfold", lang)}</p>\n'
    for line in found.lines:
        if line.proof.value is not None:
            yield from _line(line, lang)
    yield from _unknown([line for line in found.lines if line.proof.value is None], lang)
    yield from _sources(found, lang)
    yield f'<p class="made">{tell("made", lang, version=__version__)}</p>\n</section>\n<script>{script}</script>\n</body>\n</html>\n'


def listing(found: Listing, lang: str) -> Iterator[str]:
    """The page of the rows behind one indicator."""
    proof = found.proof
    title = f"{proof.code} {found.title}"
    yield head(safe(f"{title} · {found.period}"), asset("page.css") + _asset("records.css"), "", lang)
    yield f'<header id="top"><p class="kind">{tell("listing", lang)}</p><h1>{safe(title)}</h1>'
    yield f'<p class="sub">{safe(found.period)}　{span(proof.start, proof.end)}　{safe(found.store)}</p></header>\n'
    yield '<section class="records">\n'
    yield f'<details class="number">{_summary(proof, found.title)}<div class="proof">{"".join(_proof(proof, lang))}</div></details>\n'
    if found.what and lang == "zh":
        yield f"<h2>{safe(found.what)}</h2>"
    yield f'<p class="made">{counted(found, lang)}</p>\n'
    if found.rows:
        yield from _table(found.columns, ([shown(cell) for cell in row] for row in found.rows))
    yield "</section>\n</body>\n</html>\n"


def _line(line: Line, lang: str) -> Iterator[str]:
    yield f'<details class="number" id="{safe(line.proof.code)}">{_summary(line.proof, line.title)}<div class="proof">\n'
    drawn = [f"<figure>{draw(chart)}</figure>\n" for chart in charts(line, lang)]
    if drawn:
        yield f'<div class="charts">{"".join(drawn)}</div>\n'
    yield from _proof(line.proof, lang)
    yield from _slices(line.months, tell("month", lang), tell("by_month", lang), lang)
    yield from _slices(line.units, line.by or tell("org", lang), split(line, lang), lang)
    yield "</div></details>\n"


def _summary(proof: Proof, title: str) -> str:
    return (
        f'<summary><code>{safe(proof.code)}</code><span>{safe(title)}</span><span class="value">{safe(proof.text)}</span>'
        f'<span class="sums">{fraction(proof)}</span></summary>'
    )


def _proof(proof: Proof, lang: str) -> Iterator[str]:
    """Definition, sums, sources and the query itself."""
    pairs = [
        ("definition", safe(proof.definition)),
        (
            "cite",
            safe(proof.cite)
            + ("" if proof.verified else f'<span class="unverified">{tell("unverified", lang)}</span>'),
        ),
        ("measure", safe(tell(proof.measure, lang))),
        ("fraction", fraction(proof)),
        ("span", span(proof.start, proof.end)),
        ("rows", f"{proof.rows:,}"),
        ("read", f"{proof.read:,}"),
        ("refused", f"{proof.refused:,}"),
    ]
    told = "".join(f"<dt>{tell(key, lang)}</dt><dd>{words}</dd>" for key, words in pairs)
    yield f"<dl>{told}</dl>\n<details><summary>{tell('sources', lang)}（{len(proof.sources)}）</summary>"
    yield from _files(proof.sources, lang)
    yield f"</details>\n<details><summary>{tell('query', lang)}</summary><pre>{_code(proof.query)}</pre></details>\n"


def _files(sources: Iterable[Source], lang: str) -> Iterator[str]:
    heads = [tell(key, lang) for key in ("file", "table", "read", "refused", "replaced", "hash")]
    yield f'<div class="table"><table class="list"><thead><tr>{"".join(f"<th>{one}</th>" for one in heads)}</tr></thead><tbody>\n'
    for one in sources:
        numbers = "".join(f'<td class="right">{n:,}</td>' for n in (one.read, one.refused, one.replaced))
        digest = (
            f'<code class="hash" title="{safe(one.sha256)}">{safe(short(one.sha256))}…</code>' if one.sha256 else "—"
        )
        yield f"<tr><td>{safe(one.name)}</td><td>{safe(one.table)}</td>{numbers}<td>{digest}</td></tr>\n"
    yield "</tbody></table></div>\n"


def _slices(parts: Sequence[Slice], first: str, title: str, lang: str) -> Iterator[str]:
    if not parts:
        return
    yield f"<details><summary>{safe(title)}（{len(parts):,}）</summary>"
    heads = [first, *(tell(key, lang) for key in ("value", "fraction", "rows"))]
    yield from _table(heads, ((one.name, one.text, fraction(one), f"{one.rows:,}") for one in parts), right=range(1, 4))
    yield "</details>\n"


def _unknown(lines: Sequence[Line], lang: str) -> Iterator[str]:
    if lines:
        yield f"<h2>{tell('unknown', lang, n=len(lines))}</h2>\n"
        heads = [tell(key, lang) for key in ("code", "name", "reason")]
        yield from _table(heads, ((one.proof.code, one.title, one.proof.reason) for one in lines))


def _sources(found: Sheet, lang: str) -> Iterator[str]:
    """Every file that any of the numbers rests on, once."""
    every = dict.fromkeys(source for line in found.lines for source in line.proof.sources)
    if every:
        yield f"<h2>{tell('sources', lang)}</h2>\n"
        yield from _files(every, lang)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> Iterator[str]:
    numbers = set(right)
    yield f'<div class="table"><table class="list"><thead><tr>{"".join(f"<th>{safe(one)}</th>" for one in heads)}</tr></thead><tbody>\n'
    for row in rows:
        cells = (
            f'<td class="right">{safe(c)}</td>' if n in numbers else f"<td>{safe(c)}</td>" for n, c in enumerate(row)
        )
        yield f"<tr>{''.join(cells)}</tr>\n"
    yield "</tbody></table></div>\n"


def _code(query: str) -> str:
    """A query keeps its lines."""
    return "\n".join(safe(line) for line in query.splitlines())


def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
