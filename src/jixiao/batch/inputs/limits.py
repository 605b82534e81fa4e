"""How much of a bundle is unpacked before it is taken for an attack or an accident. Our own choice, not a rule of the law.

More than one uploaded package may have (readers/limits.py): a district's scans come in one bundle, and they go to the disk.
"""

from __future__ import annotations

from jixiao.isolation import Limits
from jixiao.readers.limits import FILE_BYTES, ZIP_RATIO, ZIP_RATIO_FROM

ENTRIES = 10_000  # of a bundle
TOTAL_BYTES = 2 << 30  # all entries together, counted while inflating
ENTRY_BYTES = FILE_BYTES  # what is larger no reader takes
NESTED_BYTES = 64 << 20  # a bundle inside a bundle
RATIO, RATIO_FROM = ZIP_RATIO, ZIP_RATIO_FROM  # of an entry, and of the bundle as a whole
DEPTH = 1  # bundles inside bundles
PIECE_BYTES = 8 << 20  # that a child unpacks before it hands over
GROUP_BYTES = 32 << 20  # the same where every hand-over means to unpack from the beginning (7z)
NAME = 240  # characters of a name shown
LIST_BYTES = 50 << 20
CHILD = Limits(memory=1 << 30, seconds=30, cpu=30)  # for one hand-over
TOOL_SECONDS = 600  # for a whole rar archive
TOOL_BYTES = 1 << 30  # of memory
