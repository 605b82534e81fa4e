"""对比: the findings of a batch held against those of an earlier one: new, unchanged, gone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from jixiao.batch.outputs.jsonl import NAME
from jixiao.batch.recognizing import ByContents
from jixiao.batch.result import SCHEMA, Json, Result

_SEVERITY = {"error": "error", "warning": "warning", "note": "info"}  # of SARIF's levels
_STATES = ("new", "unchanged", "gone")
Reports = Iterator[tuple[str, list[Json]]]  # the name of a report and its findings, in order of names


class NoBaseline(Exception):  # noqa: N818 - said to the user in both languages
    """The file or folder holds no earlier results; the sentences say what is wrong."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.pair = (zh, en)


@dataclass(slots=True)
class Baseline:
    """Earlier results, read along with the new ones: both are sorted by name, so that neither need be held.

    A report of a name that is not among them is held against the one with the same contents, where there is just one:
    the same files are audited from another folder, or under better names.
    """

    _old: Reports
    _known: ByContents | None = None  # of single audits and of SARIF the hashes are not looked at
    counts: dict[str, Counter[str]] = field(
        default_factory=lambda: {state: Counter() for state in _STATES}
    )  # severities
    moved: int = 0  # reports that were recognised by their contents
    _next: tuple[str, list[Json]] | None = None
    _missed: set[str] = field(default_factory=set)  # names of earlier reports that are no more
    _found: set[str] = field(default_factory=set)  # and of those that were recognised

    @property
    def vanished(self) -> int:
        """Earlier reports that are not in the new batch."""
        return len(self._missed - self._found)

    @classmethod
    def of(cls, path: Path) -> Baseline:
        """The baseline in a folder of results, a ``.jsonl`` or a ``.sarif``."""
        found = path / NAME if path.is_dir() else path
        try:
            if found.suffix.lower() == ".sarif":
                return cls(_sarif(found))
            return cls(_batch(found), ByContents(found)) if _is_batch(found) else cls(_single(found))
        except OSError as error:
            raise NoBaseline(
                f"--baseline {path}：没有以前的结果（找不到 {found.name}）。",
                f"--baseline {path}: no earlier results ({found.name} is not there).",
            ) from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise NoBaseline(
                f"--baseline {path}：不是 jixiao 的结果，读不懂。请给结果文件夹、.jsonl 或 .sarif。",
                f"--baseline {path}: no results of jixiao. Name a folder of results, a .jsonl or a .sarif.",
            ) from error

    def judged(self, result: Result) -> Result:
        """The result with each finding marked as new or unchanged, and with those that are gone."""
        old = self._findings(result.name)
        if result.verdict != "read":
            return result
        old = self._recognised(result) if old is None else old
        findings, gone = _compared(result.audit["findings"], old)
        for one in (*findings, *gone):
            self.counts[one["state"]][one["severity"]] += 1
        return replace(result, audit={**result.audit, "findings": findings, "gone": gone}, _line=b"")

    def end(self) -> None:
        """Counts the reports behind the last new one."""
        rest = self._old if self._next is None else chain([self._next], self._old)
        self._missed.update(name for name, _ in rest)
        self._next = None

    def _findings(self, name: str) -> list[Json] | None:
        """Those of the earlier report of this name, None where there is none."""
        while True:
            self._next = self._next or next(self._old, None)
            if self._next is None or self._next[0] > name:
                return None
            (found, findings), self._next = self._next, None
            if found == name:
                return findings
            self._missed.add(found)

    def _recognised(self, result: Result) -> list[Json]:
        earlier = self._known.find(result) if self._known else None
        if earlier is None:
            return []
        self.moved += 1
        self._found.add(earlier.name)
        found: list[Json] = earlier.audit["findings"]
        return found


def _compared(new: Iterable[Json], old: Iterable[Json]) -> tuple[list[Json], list[Json]]:
    left: dict[str, list[Json]] = {}
    for one in old:
        left.setdefault(one.get("fingerprint") or _words(one), []).append(one)
    marked = []
    for one in new:
        same = left.get(one["fingerprint"]) or left.get(_words(one))
        marked.append({**one, "state": "unchanged" if same else "new"})
        if same:
            same.pop(0)
    return marked, [{**one, "state": "gone"} for rest in left.values() for one in rest]


def _words(finding: Json) -> str:
    """What a finding is known by where it carries no fingerprint: results of single files do not."""
    place = finding["places"][0] if finding["places"] else {}
    return "\0".join((finding["code"], finding["expected"] or "", place.get("quote") or ""))


def _is_batch(path: Path) -> bool:
    with path.open("rb") as file:
        first = json.loads(file.readline() or b"null")
    return first is None or first["schema"] == SCHEMA


def _single(path: Path) -> Reports:
    with path.open("rb") as file:
        return iter(sorted((one["path"], one["findings"]) for one in map(json.loads, file)))


def _batch(path: Path) -> Reports:
    """Those of a batch are in order already, and are read as they are needed."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                result = Result.of_line(line)
            except ValueError as error:
                raise NoBaseline(
                    f"{path} 第 {number} 行已损坏，不能用来对比。请换一份以前的结果。",
                    f"{path}: line {number} is damaged; name other results for --baseline.",
                ) from error
            yield result.name, result.audit["findings"]


def _sarif(path: Path) -> Reports:
    found: dict[str, list[Json]] = {}
    for run in json.loads(path.read_text("utf-8"))["runs"]:
        titles = {rule["id"]: rule["shortDescription"]["text"] for rule in run["tool"]["driver"]["rules"]}
        names = [unquote(one["location"]["uri"]) for one in run["artifacts"]]
        found.update({name: [] for name in names})
        for one in run["results"]:
            where = one["locations"][0] if one["locations"] else None
            index = where["physicalLocation"]["artifactLocation"]["index"] if where else 0
            found[names[index]].append(_finding(one, titles[one["ruleId"]], where))
    return iter(sorted(found.items()))


def _finding(one: Any, title: str, where: Any) -> Json:  # noqa: ANN401 - what stands in a file of JSON
    return {
        "code": one["ruleId"],
        "severity": _SEVERITY[one["level"]],
        "title": title,
        "message": one["message"]["text"],
        "expected": one["properties"]["expected"],
        "found": one["properties"]["found"],
        "places": [],
        "basis": None,
        "fix": None,
        "where": where["logicalLocations"][0]["name"] if where else "",
        "chapter": "",
        "fingerprint": one["partialFingerprints"]["jixiaoFinding/v1"],
    }
