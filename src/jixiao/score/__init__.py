"""评分: points of an indicator, of the execution rate, and of a whole sheet, each with its trace."""

from jixiao.score.report import score

__all__ = ["score"]
