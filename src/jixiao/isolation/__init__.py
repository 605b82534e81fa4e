"""隔离: work on files of unknown make in child processes that can be lost, with limits on memory, time and what they may touch."""

from __future__ import annotations

from jixiao.isolation.calling import call
from jixiao.isolation.crew import Crew
from jixiao.isolation.failed import Failed
from jixiao.isolation.limits import ON_PICTURES, Limits
from jixiao.isolation.telling import tell
from jixiao.isolation.worker import forks_safely

__all__ = ["ON_PICTURES", "Crew", "Failed", "Limits", "call", "forks_safely", "tell"]
