"""Which findings have one right value: errors of arithmetic that carry it, and the totals that follow from mended points."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from jixiao.model.audit import Audit
from jixiao.model.document import Document
from jixiao.model.finding import Finding
from jixiao.model.place import Place
from jixiao.repair import calculation
from jixiao.repair.proposal import Proposal, Repair, Uncertain
from jixiao.repair.words import key, original, overlaps, repaired

_FAMILIES = ("FG", "SC")  # 勾稽、得分: the families that are about figures
_TOTAL = "SC112"  # the total that follows from the points as recomputed
_ROUNDS = 3  # a repaired point changes a sheet's total, that one the text or the rubric


def propose(audit: Audit, again: Callable[[Document], Audit], only: tuple[str, ...] = ()) -> Proposal:
    """The repairs of an audited report. ``again`` audits the repaired words; ``only``: codes or their beginnings."""
    document = audit.report.document
    wanted = [f for f in audit.findings if f.code.startswith(_FAMILIES) and (not only or f.code.startswith(only))]
    repairs = [_repair(finding, finding.fix.place, finding.fix.text) for finding in _first(wanted) if finding.fix]
    after = again(repaired(document, repairs)) if repairs else audit
    for _ in range(_ROUNDS):
        more = [*_following(after, wanted, repairs, only)]
        more += _repeated(wanted, [*repairs, *more])
        if not more:
            break
        repairs += more
        after = again(repaired(document, repairs))
    repairs.sort(key=lambda one: one.place.order)
    return Proposal(tuple(repairs), tuple(_uncertain(wanted, repairs, after)), after)


def _first(wanted: list[Finding]) -> Iterator[Finding]:
    """Errors with one right value that rests on no figure which is itself to be repaired; the others wait for the next round."""
    sure = [f for f in wanted if f.fix is not None and f.severity == "error"]
    taken: list[Place] = []
    for finding in sure:
        others = [f.fix.place for f in sure if f.fix is not None and f is not finding]
        place = finding.places[0]
        rests = any(
            overlaps(one, other) for one in finding.places[1:] for other in others if not overlaps(place, other)
        )
        if not rests and not any(overlaps(place, one) for one in taken):
            taken.append(place)
            yield finding


def _repair(finding: Finding, place: Place, text: str) -> Repair:
    return Repair(finding, place, text, calculation.formula(finding), calculation.numbers(finding))


def _following(
    after: Audit, wanted: list[Finding], repairs: list[Repair], only: tuple[str, ...]
) -> Iterator[Repair]:  # fmt: skip
    """What the repaired figures make of those that rest on them: a share to be recomputed, a total of repaired points.

    A finding of the first audit on the same words speaks for it.
    """
    for finding in after.findings:
        if finding.fix is None or finding.severity != "error":
            continue
        place = original(finding.fix.place, repairs)
        if any(overlaps(place, one.place) for one in repairs):
            continue
        known = [f for f in wanted if f.places and _same(f.places[0], place)]
        waiting = next((f for f in known if f.code == finding.code), None)
        named = next((f for f in known if f.expected == finding.fix.text), None)
        numbers = calculation.numbers(finding)  # as they are after the repair
        if waiting is not None:
            yield Repair(waiting, place, finding.fix.text, calculation.formula(finding), numbers, follows=True)
        elif finding.code.startswith("SC") and (named is not None or not only or finding.code.startswith(only)):
            yield Repair(named or finding, place, finding.fix.text, calculation.TOTAL, numbers, follows=True)


def _repeated(wanted: list[Finding], repairs: list[Repair]) -> Iterator[Repair]:
    """The same total repeated elsewhere, where the one it repeats is repaired to the same value."""
    for finding in wanted:
        if finding.code != _TOTAL or finding.expected is None or len(finding.places) == 1:
            continue
        source = next((r for r in repairs if _same(r.place, finding.places[1]) and r.text == finding.expected), None)
        if source is not None and not any(overlaps(finding.places[0], one.place) for one in repairs):
            yield Repair(finding, finding.places[0], finding.expected, calculation.SAME, (source.text,), follows=True)


def _same(one: Place, other: Place) -> bool:
    return (key(one), one.start, one.end) == (key(other), other.start, other.end)


def _uncertain(wanted: Iterable[Finding], repairs: list[Repair], after: Audit) -> Iterator[Uncertain]:
    """Errors and warnings about figures that stay when everything is repaired."""
    done = {id(repair.finding) for repair in repairs}
    left = {(f.code, key(f.places[0])) for f in after.findings if f.places}
    for finding in wanted:
        if id(finding) in done or finding.severity == "info" or not finding.places:
            continue
        if any(overlaps(finding.places[0], one.place) for one in repairs):
            if finding.fix is not None:
                yield Uncertain(finding, calculation.OVERLAP)
        elif (finding.code, key(finding.places[0])) in left:
            yield Uncertain(finding, calculation.reason(finding))
