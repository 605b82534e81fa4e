"""单位名单: which unit a report is of, by the list of those that had to send one; a wrong match is worse than none."""

from __future__ import annotations

from jixiao.batch.inputs.units.matching import Match, Register
from jixiao.batch.inputs.units.reading import read
from jixiao.batch.inputs.units.turnout import Turnout, UnitLine
from jixiao.batch.inputs.units.unit import Unit

__all__ = ["Match", "Register", "Turnout", "Unit", "UnitLine", "read"]
