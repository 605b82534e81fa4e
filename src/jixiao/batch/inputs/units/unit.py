"""Unit (单位): one line of the list of those that had to send a report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """Its full name, and what the list says besides: code, 主管部门, region."""

    name: str
    code: str = ""
    parent: str = ""
    region: str = ""
