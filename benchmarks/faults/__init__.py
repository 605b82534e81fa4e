"""Faults to plant, one function a kind, by family."""

from benchmarks.faults import appraisal, sentences, structure, tables, wording
from benchmarks.faults.registry import KINDS, Kind, Planted

__all__ = ["KINDS", "Kind", "Planted", "appraisal", "sentences", "structure", "tables", "wording"]
