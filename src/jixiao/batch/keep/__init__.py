"""保留: reports that were understood are kept, so that a changed rule audits them again without reading a file."""

from jixiao.batch.keep.auditing import Audited, audited
from jixiao.batch.keep.store import Store

__all__ = ["Audited", "Store", "audited"]
