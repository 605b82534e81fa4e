"""填报工作簿: a filing as a workbook to fill in (write), taken back (read), and a copy with its mistakes marked (mark)."""

from jixiao.filing.workbook.mark import mark
from jixiao.filing.workbook.read import read
from jixiao.filing.workbook.write import write

__all__ = ["mark", "read", "write"]
