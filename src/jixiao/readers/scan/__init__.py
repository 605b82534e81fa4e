"""Scans (扫描件): a picture of a page to its characters and ruling lines, from which readers/layout makes paragraphs and tables.

Nothing is fetched: the models lie in the wheel of rapidocr.
"""

from __future__ import annotations

from jixiao.readers.scan.library import available
from jixiao.readers.scan.seeing import seen

__all__ = ["available", "seen"]
