"""理解: what a document means, every figure with its place."""

from jixiao.extract.understand import understand

__all__ = ["understand"]
