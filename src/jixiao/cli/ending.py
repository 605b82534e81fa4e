"""The end of a batch on the terminal: what came of the reports, what is wrong most often, where the results are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.batch.finishing import Finished
from jixiao.batch.outputs.words import VERDICTS, say
from jixiao.batch.plan import Plan
from jixiao.batch.tally import RuleRow, UnitRow
from jixiao.cli.meter import duration
from jixiao.model.finding import SEVERITIES
from jixiao.writers.paint import COLOURS, MARKS, paint
from jixiao.writers.view import Look
from jixiao.writers.width import columns, crop, pad, tame, wrap

_RULES, _UNITS, _UNREAD, _NAMED = 10, 5, 5, 6
_BAR = 12  # columns of the longest bar
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_WIDEST = 96


@dataclass(frozen=True, slots=True)
class Ending:
    """The lines at the end of a run."""

    finished: Finished
    plan: Plan
    folder: str
    files: Sequence[str]
    seconds: float
    look: Look

    def lines(self) -> Iterator[str]:
        """All of them."""
        yield from self._reports()
        yield from self._findings()
        yield from self._rules()
        yield from self._units()
        yield from self._turnout()
        yield from self._unread()
        yield ""
        where = self._either("结果在", "Results in")
        yield f"{self._style(f'{where} {tame(self.folder)}', 'bold')}"
        yield from (f"  {line}" for line in wrap("  ".join(self.files), self._wide - 2))

    def _reports(self) -> Iterator[str]:
        tally, lang = self.finished.tally, self.look.lang
        took = duration(self.seconds, lang)
        head = self._either(f"共 {tally.reports:,} 份报告，用时 {took}", f"{tally.reports:,} reports in {took}")
        counts = []
        for verdict, many in tally.verdicts.items():
            text = f"{VERDICTS[verdict][self._english]} {many:,}"
            if verdict == "read":
                counts.append(self._style(text, "green"))
            elif many:
                counts.append(self._style(text, "red", "bold"))
        yield f"{self._style(head, 'bold')}   {'   '.join(counts)}"
        if aside := self._aside():
            yield self._style(aside, "dim")
        if many := self.finished.unkept:
            yield self._style(
                self._either(
                    f"{many:,} 份在 --keep 里没有存下，没有再审，结果照旧。要再审，请给出文件、去掉 --again。",
                    f"{many:,} are not kept in --keep and stand as they were. To audit them, name the files and leave --again out.",
                ),
                "yellow",
            )
        if self.finished.afresh:
            yield self._either(
                "规则、选项或程序与上次不同，所以全部重新审核。",
                "Rules, options or the program have changed: all was audited anew.",
            )

    def _aside(self) -> str:
        told = (
            (self.finished.earlier, "{n:,} 份上次已审核", "{n:,} done in an earlier run"),
            (
                self.finished.twins,
                "{n:,} 份与别的内容相同，只审核一次",
                "{n:,} with the contents of another, audited once",
            ),
            (self.finished.scans, "{n:,} 份扫描件", "scans: {n:,}"),
        )
        return ("; " if self._english else "；").join(
            (en if self._english else zh).format(n=many) for many, zh, en in told if many
        )

    def _findings(self) -> Iterator[str]:
        if self.plan.baseline is None:
            yield self._counts("", self.finished.tally.severities)
            return
        states = {"new": ("新出现", "new"), "unchanged": ("仍在", "unchanged"), "gone": ("已没有", "gone")}
        room = max(columns(words[self._english]) for words in states.values())
        for state, words in states.items():
            yield self._counts(
                pad(words[self._english], room) + "  ", self.plan.baseline.counts[state], dim=state != "new"
            )
        if many := self.plan.baseline.moved:
            yield self._style(
                self._either(
                    f"{many:,} 份的文件名或位置变了，按内容相同与以前的对上",
                    f"{many:,} reports have another name or place and were matched by their contents",
                ),
                "dim",
            )
        if many := self.plan.baseline.vanished:
            yield self._style(
                f"{many:,} earlier reports are not in this batch"
                if self._english
                else f"以前的 {many:,} 份报告这次没有",
                "dim",
            )

    def _counts(self, lead: str, many: dict[str, int], *, dim: bool = False) -> str:
        words = []
        for severity in SEVERITIES:
            number = many.get(severity, 0)
            text = f"{MARKS[severity]} {say(severity + 's', self.look.lang, n=f'{number:,}')}"
            words.append(
                self._style(text, "dim") if dim or not number else self._style(text, COLOURS[severity], "bold")
            )
        if not lead and self.finished.tally.unclear:
            words.append(f"? {say('unclear_count', self.look.lang, n=self.finished.tally.unclear)}")
        return lead + "   ".join(words)

    def _rules(self) -> Iterator[str]:
        rules = self.finished.tally.commonest()[:_RULES]
        if not rules:
            return
        yield from self._heading(say("by_rule", self.look.lang))
        most, room = rules[0].reports, min(40, max(columns(row.title) for row in rules))
        yield from (self._rule(row, most, room) for row in rules)

    def _rule(self, row: RuleRow, most: int, room: int) -> str:
        mark = self._style(MARKS[row.severity], COLOURS[row.severity])
        many = self._either(f"{row.reports:,} 份 {row.times:,} 处", f"{row.reports:,} reports, {row.times:,} times")
        return f"  {mark} {row.code}  {self._named(row.title, room)}  {self._bar(row.reports, most)}  {many}"

    def _units(self) -> Iterator[str]:
        units = [unit for unit in self.finished.tally.worst() if unit.counts["error"]]
        if len(self.finished.tally.units) < 2 or not units:  # noqa: PLR2004 - one unit is no comparison
            return
        yield from self._heading(say("by_unit", self.look.lang))
        most, names = units[0].counts["error"], [self._unit(unit) for unit in units[:_UNITS]]
        room = min(40, max(map(columns, names)))
        for unit, name in zip(units, names, strict=False):
            errors, reports = unit.counts["error"], unit.reports
            many = self._either(f"错误 {errors:,}，报告 {reports:,} 份", f"{errors:,} errors, {reports:,} reports")
            yield f"  {self._named(name, room)}  {self._bar(errors, most)}  {many}"

    def _unit(self, unit: UnitRow) -> str:
        return tame(unit.name) or say("no_unit", self.look.lang)

    def _turnout(self) -> Iterator[str]:
        if self.plan.turnout is None:
            return
        lines = list(self.plan.turnout.lines())
        many = {state: [line.unit.name for line in lines if line.state == state] for state in ("missing", "several")}
        strange = [name for name, _ in self.plan.turnout.strange()]
        sent = len(lines) - len(many["missing"])
        yield from self._heading(
            self._either(
                f"名单 {len(lines):,} 个单位，已报送 {sent:,} 个", f"{sent:,} of {len(lines):,} units have sent reports"
            )
        )
        yield from self._few(self._either("没有报送", "nothing sent"), many["missing"])
        yield from self._few(self._either("报送多份", "several sent"), many["several"])
        yield from self._few(self._either("对不上单位的文件", "of no known unit"), strange)

    def _few(self, what: str, names: Sequence[str]) -> Iterator[str]:
        if names:
            shown = "、".join(map(tame, names[:_NAMED])) + " …" * (len(names) > _NAMED)
            yield from (
                f"  {line}" for line in wrap(f"{what} {len(names):,}{self._either('：', ': ')}{shown}", self._wide - 2)
            )

    def _unread(self) -> Iterator[str]:
        found = self.finished.unread
        if not found:
            return
        yield from self._heading(self._either("没有读出的文件", "Not read"))
        for name, why in found[:_UNREAD]:
            lines = wrap(f"{tame(name)}{': ' if self._english else '：'}{tame(why)}", self._wide - 6)
            yield from (
                f"  {self._style('✗', 'red') if not n else ' '} {'  ' * bool(n)}{line}" for n, line in enumerate(lines)
            )
        rest = sum(many for verdict, many in self.finished.tally.verdicts.items() if verdict != "read") - _UNREAD
        if rest > 0:
            yield self._style(
                self._either(f"    …… 还有 {rest:,} 份，见结果", f"    … {rest:,} more, see the results"), "dim"
            )

    def _heading(self, text: str) -> Iterator[str]:
        yield ""
        yield self._style(text, "bold")

    def _named(self, name: str, room: int) -> str:
        return pad(crop(name, 0, 0, room)[0], room)

    def _bar(self, many: int, most: int) -> str:
        eighths = max(1, round(8 * _BAR * many / most))
        return pad("█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip(), _BAR)

    def _style(self, text: str, *styles: str) -> str:
        return paint(colour=self.look.colour)(text, *styles)

    def _either(self, zh: str, en: str) -> str:
        return en if self._english else zh

    @property
    def _english(self) -> bool:
        return self.look.lang == "en"

    @property
    def _wide(self) -> int:
        return min(self.look.columns, _WIDEST)
