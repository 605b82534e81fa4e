"""Result (结果): what a batch says of one report, whatever became of it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from jixiao.batch.canonical import canonical

SCHEMA = "jixiao.result/1"
Json = dict[str, Any]
Verdict = Literal["read", "refused", "timed_out", "crashed", "internal"]
_AFTER_AUDIT = b',"files":['  # in canonical JSON only the key itself: in a text its quotes are escaped
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True)
class Result:
    """One report, audited or not.

    ``verdict``: read; refused (读不出, ``reason`` is the code of the reading note); timed_out and crashed (``reason``
    is memory, or "") where its process had to be ended; internal where this program failed (``reason`` names how).
    ``files`` are the names of its files with their SHA-256. ``audit`` is the JSON of the audit
    (writers/encode.audit_json, with what lists of many reports need besides: auditing.py). It holds neither clock
    times nor paths of a machine.
    """

    name: str
    verdict: Verdict
    audit: Json
    reason: str = ""
    unit: str = ""
    files: tuple[tuple[str, str], ...] = ()
    _line: bytes = field(default=b"", repr=False, compare=False)

    def line(self) -> bytes:
        """The result as a line of canonical JSON."""
        return self._line or canonical(
            {
                "schema": SCHEMA,
                "name": self.name,
                "verdict": self.verdict,
                "reason": self.reason,
                "unit": self.unit,
                "files": [{"name": name, "sha256": sha256} for name, sha256 in self.files],
                "audit": self.audit,
            }
        ) + b"\n"  # fmt: skip

    @staticmethod
    def about(line: bytes) -> Json:
        """What stands in such a line but the audit (name, verdict, unit, files), which is not taken apart; ValueError too."""
        try:
            data = json.loads(b"{" + line[line.rindex(_AFTER_AUDIT) + 1 :])
            if data["schema"] != SCHEMA or data["verdict"] not in VERDICTS:
                raise ValueError(data["schema"])
            return {**data, "files": tuple((file["name"], file["sha256"]) for file in data["files"])}
        except (KeyError, TypeError) as error:
            raise ValueError(str(error)) from error

    @classmethod
    def of_line(cls, line: bytes) -> Result:
        """The result that such a line holds; ValueError for any other line."""
        try:
            data = json.loads(line)
            if data["schema"] != SCHEMA or data["verdict"] not in VERDICTS:
                raise ValueError(data["schema"])
            held = tuple((file["name"], file["sha256"]) for file in data["files"])
            return cls(data["name"], data["verdict"], data["audit"], data["reason"], data["unit"], held, line)
        except (KeyError, TypeError) as error:
            raise ValueError(str(error)) from error
