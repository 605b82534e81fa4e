"""Excel 表格: every table of the report on a sheet of its own, with live formulas, native charts and a list of all figures."""

from jixiao.writers.report.xlsx.book import write

__all__ = ["write"]
