"""考核评分: what the bureau would give for the self-evaluation work, by its 100-point sheet. The numbers are data of the pack."""

from jixiao.score.rubric.marks import marks

__all__ = ["marks"]
