"""Failed (失败): what comes back in place of a result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["timed_out", "memory", "crashed", "raised"]


@dataclass(frozen=True, slots=True)
class Failed:
    """Why an item has no result.

    ``timed_out``: its time was over; ``memory``: it asked for more than it may have; ``crashed``: the child died or did not
    answer as agreed; ``raised``: the function ended with an exception, which is a defect of ours. ``detail`` is one line
    for whoever looks into it: a signal, or the exception with the file and line of ours; no path of a machine, no words of a file.
    """

    kind: Kind
    detail: str = ""
