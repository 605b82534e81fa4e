"""成套写出: the files of a report: Word, Excel, PDF, page, JSON and the export for the integrated budget system."""

from jixiao.model.manuscript import EDITIONS
from jixiao.writers.report.formats import FORMATS, MANIFEST, MASKED, Kind
from jixiao.writers.report.refused import NotWritten

__all__ = ["EDITIONS", "FORMATS", "MANIFEST", "MASKED", "Kind", "NotWritten"]
