"""压缩包: zip, 7z, rar and tar taken apart in a guarded child; their names are shown, never used as paths."""

from __future__ import annotations

from jixiao.batch.inputs.bundles.kinds import bundle_kind
from jixiao.batch.inputs.bundles.unpacking import Unpacker

__all__ = ["Unpacker", "bundle_kind"]
