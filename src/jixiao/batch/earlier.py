"""以前的结果: the reports of an earlier batch, to be audited again from what was kept of them; no file is opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from jixiao.batch.item import Item
from jixiao.batch.outputs.jsonl import NAME
from jixiao.batch.result import Json, Result

Spot = tuple[int, int]  # where a line begins, and how long it is


class NotEarlier(Exception):  # noqa: N818 - said to the user in both languages
    """The file or folder holds no results of a batch; the sentences say what is wrong."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.pair = (zh, en)


@dataclass(slots=True)
class Earlier:
    """The results of a batch in their file; what is held of them is where each stands."""

    path: Path
    _spots: dict[str, Spot] = field(default_factory=dict)

    @classmethod
    def of(cls, path: Path) -> Earlier:
        """Those in a folder of results, or in its ``results.jsonl``."""
        found = path / NAME if path.is_dir() else path
        if not found.is_file():
            raise NotEarlier(
                f"--again {path}：没有以前的结果（找不到 {found.name}）。请给上次 --out 的文件夹。",
                f"--again {path}: no earlier results ({found.name} is not there). Name the folder of an earlier --out.",
            )
        return cls(found)

    def items(self) -> Iterator[Item]:
        """Every report. Those that were not read then have no ``held``: nothing can be kept of them."""
        at = 0
        with self.path.open("rb") as file:
            for number, line in enumerate(file, 1):
                try:
                    about = Result.about(line)
                except ValueError as error:
                    raise NotEarlier(
                        f"{self.path} 第 {number} 行不是 jixiao 批量审核的结果，或已损坏。请给上次 --out 的文件夹。",
                        f"{self.path}: line {number} is no result of a batch, or damaged. Name the folder of an earlier --out.",
                    ) from error
                self._spots[about["name"]] = at, len(line)
                at += len(line)
                yield _item(about)

    def result(self, name: str) -> Result:
        """The earlier result of a report, without what a comparison had added."""
        at, length = self._spots[name]
        with self.path.open("rb") as file:
            file.seek(at)
            found = Result.of_line(file.read(length))
        kept = {key: value for key, value in found.audit.items() if key != "gone"}
        kept["findings"] = [
            {key: value for key, value in one.items() if key != "state"} for one in found.audit["findings"]
        ]
        return replace(found, audit=kept, _line=b"")


def _item(about: Json) -> Item:
    files = tuple((name, "") for name, _ in about["files"])
    return Item(about["name"], files, about["unit"], held=about["files"] if about["verdict"] == "read" else ())
