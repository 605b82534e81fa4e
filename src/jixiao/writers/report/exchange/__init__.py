"""一体化导出: the self-evaluation in tables and columns named as the integrated budget system names them, unverified."""

from jixiao.writers.report.exchange.book import write

__all__ = ["write"]
