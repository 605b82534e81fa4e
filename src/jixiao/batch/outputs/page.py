"""``index.html``: the whole batch on one offline page, with charts, units and reports; and a light page a report."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappush, heappushpop
from importlib.resources import files
from pathlib import Path
from typing import Any

from jixiao.batch.outputs import About
from jixiao.batch.outputs.charts import charts
from jixiao.batch.outputs.words import STATES, VERDICTS, say
from jixiao.batch.result import Result
from jixiao.batch.tally import Tally, unit_of
from jixiao.model.finding import SEVERITIES
from jixiao.writers.html.frame import asset, head
from jixiao.writers.html.panel import safe
from jixiao.writers.paint import MARKS
from jixiao.writers.report.svg import draw

NAME, PAGES = "index.html", "reports"
MOST_PAGES = 5_000  # so many reports have a page of their own: our own choice
MOST_ROWS = 1_000  # of the list on the first page, those with the most findings
_FILES = {
    "xlsx": ("审核结果.xlsx",), "jsonl": ("results.jsonl",), "parquet": ("findings.parquet", "reports.parquet", "units.parquet"),
}  # fmt: skip
_RECORD = "run.json"
_FULL = 99.0
_Row = tuple[int, int, int, int, str, dict[str, Any]]  # counts and number for the order, then what is shown


class Output:
    """The pages: those of reports as they come, the first page at the end."""

    def open(self, folder: Path, about: About) -> None:
        """Begins."""
        self._folder, self._about, self._tally = folder, about, Tally()
        self._rows: list[_Row] = []
        self._number = self._nearly = self._scored = 0
        (folder / PAGES).mkdir()

    def add(self, result: Result) -> None:
        """The page of one report, and its row on the first page if it is among the worst."""
        self._number += 1
        self._tally.add(result)
        stated = result.audit["stated_score"]
        self._scored += stated is not None
        self._nearly += stated is not None and stated >= _FULL
        page = f"{PAGES}/{self._number:05d}.html" if self._number <= MOST_PAGES else ""
        if page:
            text = "".join(_report(result, self._about))
            (self._folder / page).write_text(text, encoding="utf-8")
        counts = {s: sum(one["severity"] == s for one in result.audit["findings"]) for s in SEVERITIES}
        shown = {"result": _short(result), "page": page, "counts": counts}
        row = (*(counts[s] for s in SEVERITIES), -self._number, result.name, shown)
        if len(self._rows) < MOST_ROWS:
            heappush(self._rows, row)
        else:
            heappushpop(self._rows, row)

    def close(self) -> None:
        """Writes the first page."""
        (self._folder / NAME).write_text("".join(self._index()), encoding="utf-8")

    def _index(self) -> Iterator[str]:
        lang, tally = self._about.job.lang, self._tally
        style, script = asset("page.css") + _asset("batch.css"), asset("index.js") + _asset("batch.js")
        title = f"{say('title', lang)} · {say('files', lang, n=tally.reports)}"
        yield head(safe(title), style, script, lang)
        yield f'<header id="top"><p class="kind">{say("title", lang)}</p><h1>{say("files", lang, n=tally.reports)}</h1>'
        yield from _counts(tally, lang)
        if self._scored:
            share = f"{100 * self._nearly / self._scored:.0f}%"
            yield f'<p class="made">{safe(say("nearly_full", lang, share=share))}</p>'
        written = [name for kind, names in _FILES.items() if kind in self._about.kinds for name in names]
        named = " · ".join(f'<a href="{name}">{name}</a>' for name in (*written, _RECORD))
        yield f'<p class="made">{say("data_files", lang)}：{named}</p>'
        yield f'<p class="made" id="hint" hidden>{say("sort", lang)}</p></header>\n<section class="charts">\n'
        yield from (f"<figure>{draw(chart)}</figure>\n" for chart in charts(tally, lang))
        yield '</section>\n<section class="index">\n'
        yield f'<input id="find" type="search" hidden placeholder="{say("find", lang)}" aria-label="{say("find", lang)}">\n'
        yield from self._reports()
        yield from self._units()
        yield f"</section>\n<script>{script}</script>\n</body>\n</html>\n"

    def _reports(self) -> Iterator[str]:
        lang, total = self._about.job.lang, self._tally.reports
        yield f"<h2>{say('all_reports', lang)}</h2>"
        if total > len(self._rows):
            more = say("first_only", lang, n=len(self._rows), m=total - len(self._rows))
            yield f'<p class="made">{safe(more)}</p>'
        heads = [*(say(key, lang) for key in ("unit", "evaluated", "stated", "computed")),
                 *(f"{mark} {say(s, lang)}" for s, mark in MARKS.items()), say("file", lang)]  # fmt: skip
        yield from _table(heads)
        for *_, name, row in sorted(self._rows, key=lambda row: tuple(-n for n in row[:4])):
            one = row["result"]
            unit = safe(one["unit"] or say("no_unit", lang))
            link = f'<a href="{row["page"]}">{unit}</a>' if row["page"] else unit
            yield f"<tr><td>{link}</td><td>{one['year'] or '—'}</td>"
            if one["why"]:
                yield f'<td colspan="5" class="error">{VERDICTS[one["verdict"]][lang == "en"]}：{safe(one["why"])}</td>'
            else:
                yield f"<td>{_score(one['stated'])}</td><td>{_score(one['computed'])}</td>"
                yield from (f'<td class="{s if n else "zero"} count">{n}</td>' for s, n in row["counts"].items())
            yield f'<td class="file">{safe(name)}</td></tr>\n'
        yield "</tbody></table></div>\n"

    def _units(self) -> Iterator[str]:
        lang = self._about.job.lang
        yield f"<h2>{say('all_units', lang)}</h2>"
        columns = ("unit", "reports", "unread", "mean_stated", "mean_computed")
        yield from _table([*(say(key, lang) for key in columns), *(f"{m} {say(s, lang)}" for s, m in MARKS.items())])
        for unit in self._tally.worst()[:MOST_ROWS]:
            counts = "".join(f'<td class="{s if n else "zero"} count">{n}</td>' for s, n in unit.counts.items())
            yield (
                f"<tr><td>{safe(unit.name or say('no_unit', lang))}</td><td>{unit.reports}</td><td>{unit.unread or ''}</td>"
                f"<td>{_mean(unit.mean_stated)}</td><td>{_mean(unit.mean_computed)}</td>{counts}</tr>\n"
            )
        yield "</tbody></table></div>\n"


def _report(result: Result, about: About) -> Iterator[str]:
    """The page of one report: what was found, from its result alone."""
    lang, audit = about.job.lang, result.audit
    style = asset("page.css") + _asset("batch.css")
    yield head(safe(f"{result.name} · {say('title', lang)}"), style, "", lang)
    yield f'<header id="top"><a class="back" href="../{NAME}">← {say("index", lang)}</a><p class="kind">{say("title", lang)}</p>'
    yield f'<h1>{safe(unit_of(result) or say("no_unit", lang))}</h1><p class="sub">{safe(result.name)}</p>'
    scores = (("stated", audit["stated_score"]), ("computed", audit["computed_score"]))
    yield f'<dl class="scores">{"".join(f"<div><dt>{say(k, lang)}</dt><dd>{_score(v)}</dd></div>" for k, v in scores)}</dl>'
    for note in audit["unread"]:
        yield f'<p class="note {"error" if note["fatal"] else "warning"}">{safe(note["message"])}</p>'
    yield '</header>\n<section class="index"><ol id="findings">\n'
    chapter = None
    for finding in audit["findings"]:
        if finding.get("chapter") != chapter:
            chapter = finding.get("chapter")
            yield f'<li class="chapter"><h3>{safe(chapter or "")}</h3></li>'
        yield _finding(finding, lang)
    for one in audit.get("unclear", ()):
        yield f'<li class="finding unsure"><h4>? <code>{one["code"]}</code> {say("unclear", lang)}</h4><p>{safe(one["message"])}</p></li>\n'
    yield "</ol></section>\n</body>\n</html>\n"


def _finding(finding: dict[str, Any], lang: str) -> str:
    severity, basis = finding["severity"], finding["basis"]
    state = STATES.get(finding.get("state") or "")
    lines = [f'<p class="message">{safe(finding["message"])}</p>']
    quote = next((place["quote"] for place in finding["places"]), "")
    if quote.strip():
        lines.append(f"<blockquote>{safe(quote)}</blockquote>")
    if finding["expected"]:
        lines.append(f'<p class="expected">{say("expected", lang)} <b>{safe(finding["expected"])}</b></p>')
    status = "" if basis["verified"] else f' <span class="unverified">{say("unverified", lang)}</span>'
    lines.append(f'<p class="basis">{say("basis", lang)} {safe(basis["citation"] + basis["article"])}{status}</p>')
    badge = f' <span class="state">{state[lang == "en"]}</span>' if state else ""
    sign = f'<span class="sign">{MARKS[severity]} {say(severity, lang)}</span>'
    where = f'<span class="where">{safe(finding.get("where") or "")}</span>'
    top = f"<h4>{sign} <code>{finding['code']}</code> {safe(finding['title'])}{badge}</h4>{where}"
    return f'<li class="finding {severity}">{top}{"".join(lines)}</li>\n'


def _short(result: Result) -> dict[str, Any]:
    """What the first page says of a report: its findings are not kept."""
    audit = result.audit
    why = "" if result.verdict == "read" else next((n["message"] for n in audit["unread"] if n["fatal"]), result.reason)
    return {"unit": unit_of(result), "year": audit["year"], "stated": audit["stated_score"], "computed": audit["computed_score"],
            "verdict": result.verdict, "why": why}  # fmt: skip


def _counts(tally: Tally, lang: str) -> Iterator[str]:
    counts = "".join(
        f'<li class="{s}">{mark} {say(s + "s", lang, n=tally.severities[s])}</li>' for s, mark in MARKS.items()
    )
    if tally.unclear:
        counts += f'<li class="unsure">? {say("unclear_count", lang, n=tally.unclear)}</li>'
    yield f'<ul class="counts">{counts}</ul>'
    bad = {verdict: n for verdict, n in tally.verdicts.items() if n and verdict != "read"}
    if bad:
        told = "、".join(f"{VERDICTS[verdict][lang == 'en']} {n}" for verdict, n in bad.items())
        yield f'<p class="note error">{safe(told)}</p>'


def _table(heads: list[str]) -> Iterator[str]:
    yield f'<div class="table"><table class="list"><thead><tr>{"".join(f"<th>{one}</th>" for one in heads)}</tr></thead><tbody>\n'


def _score(value: float | None) -> str:
    return "—" if value is None else f"{value:g}"


def _mean(value: float | None) -> str:
    return "—" if value is None else f"{value:.2f}"


def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
