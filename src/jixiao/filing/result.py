"""Read (读取结果): what was taken of a file, what was wrong in it, and where everything stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from jixiao.filing.mistakes import mistake
from jixiao.model.filing import Filing, Mistake, Understood


@dataclass(frozen=True)
class Read:
    """What was read.

    ``filing`` is what could be taken, in spite of mistakes; None where the whole file was refused (then the mistakes say
    why). ``format`` is xlsx, yaml, json or "". ``places`` tells for an address where the user finds it.
    """

    filing: Filing | None
    mistakes: tuple[Mistake, ...] = ()
    understood: tuple[Understood, ...] = ()
    format: str = ""
    places: Mapping[str, str] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether everything was taken."""
        return self.filing is not None and not self.mistakes


def refused(rule: str, name: str, **words: str) -> Read:
    """A file that is not read at all, and why."""
    return Read(None, (mistake(rule, "", name, "", **words),))
