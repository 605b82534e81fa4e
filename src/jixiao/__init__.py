"""jixiao (绩效): audit, write and run budget-performance self-evaluations (预算绩效自评).

``jixiao.audit(path)`` does the whole of it; ``read``, ``understand`` and ``recompute`` are its steps. They are
loaded on first use, so that ``import jixiao`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jixiao.model.audit import Audit
    from jixiao.model.document import Document
    from jixiao.model.finding import Finding, Rule
    from jixiao.model.report import Report
    from jixiao.model.score import Scores
    from jixiao.pipeline import audit, audit_bytes, audit_document, read, understand
    from jixiao.pipeline import score as recompute
    from jixiao.rules.registry import catalogue

__version__ = "0.1.0"
__all__ = [
    "Audit", "Document", "Finding", "Report", "Rule", "Scores", "audit", "audit_bytes", "audit_document", "catalogue",
    "read", "recompute", "understand",
]  # fmt: skip
_HOMES = {
    "Audit": "model.audit", "Document": "model.document", "Finding": "model.finding", "Report": "model.report",
    "Rule": "model.finding", "Scores": "model.score", "catalogue": "rules.registry",
}  # fmt: skip
_NAMES = {"recompute": "score"}  # jixiao.score is the folder


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    if name not in __all__:
        raise AttributeError(f"module 'jixiao' has no attribute {name!r}")
    return getattr(import_module(f"jixiao.{_HOMES.get(name, 'pipeline')}"), _NAMES.get(name, name))
